"""Decoders that lose as little as possible of damaged data; each gives the text and how many characters are lost."""

import codecs

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, pairs, weights
from cnclean.patterns import compile_later

_REPLACEMENT = "\ufffd"
_CUT_UTF8 = compile_later(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
# What surrogateescape makes of damage: a lead byte whose next byte became another one, or up to three bytes alone.
_STRAY_BYTES = compile_later("[\udce0-\udcef][\x00-\x7f][\udc80-\udcbf]|[\udc80-\udcff][\udc80-\udcbf]{0,3}")
_HZ = compile_later(rb"~\{((?:[^~\n]|~(?!\}))*)(?:~\})?")
_SKIP = -14.0  # a byte that belongs to no character, against a rare character
_CHUNK = 20_000  # bytes that are searched at once
_LOST_BYTES = compile_later(f"{_REPLACEMENT}+")


def decode_utf8(data: bytes) -> tuple[str, int]:
    cut = _CUT_UTF8.search(data[-4:])
    whole = data[: len(data) - len(cut[0])] if cut else data
    text, lost = _STRAY_BYTES.subn(_REPLACEMENT, whole.decode("utf-8", "surrogateescape"))
    return text, lost + (cut is not None)


def decode_utf16(data: bytes, encoding: str) -> tuple[str, int]:
    width = 4 if "32" in encoding else 2
    cut = len(data) % width
    text = (data[: len(data) - cut] if cut else data).decode(encoding, "replace")
    if text and "\ud800" <= text[-1] <= "\udbff":
        text = text[:-1]
    return text, text.count(_REPLACEMENT) + bool(cut)


def decode_hz(data: bytes) -> tuple[str, int]:
    try:
        return data.decode("hz"), 0
    except UnicodeDecodeError:
        pass
    lost = 0
    pieces: list[str] = []
    done = 0
    for match in _HZ.finditer(data):
        chinese, gone = decode_double_byte(bytes(byte | 0x80 for byte in match[1]), "gb18030")
        pieces += [_hz_ascii(data[done : match.start()]), chinese]
        lost += gone
        done = match.end()
    pieces.append(_hz_ascii(data[done:]))
    text = "".join(pieces)
    return text, lost + text.count(_REPLACEMENT)


def _hz_ascii(data: bytes) -> str:
    return data.replace(b"~~", b"~").replace(b"~\n", b"").decode("ascii", "replace")


def decode_double_byte(data: bytes, encoding: str) -> tuple[str, int]:
    """GB 18030 or Big5. A lost byte would shift all pairs up to the line end: such lines are searched."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        lines = [_decode_line(line, encoding) for line in data.split(b"\n")]
        return "\n".join(text for text, _ in lines), sum(lost for _, lost in lines)
    return text, int(bool(decoder.getstate()[0]))


def _decode_line(line: bytes, encoding: str) -> tuple[str, int]:
    try:
        return line.decode(encoding), 0
    except UnicodeDecodeError:
        pass
    pieces: list[str] = []
    start = 0
    while start < len(line):
        chunk = line[start : start + _CHUNK]
        characters = _search(chunk, encoding)
        start += len(chunk)
        if start < len(line) and characters[-1] == _REPLACEMENT:
            characters.pop()  # the first half of a character, perhaps: it goes with the next chunk
            start -= 1
        pieces += characters
    text = _LOST_BYTES.sub(_REPLACEMENT, "".join(pieces))
    return text, text.count(_REPLACEMENT)


def _search(chunk: bytes, encoding: str) -> list[str]:
    """The likeliest division into characters and lost bytes, from left to right."""
    size = len(chunk)
    scores = [float("-inf")] * (size + 1)
    scores[0] = 0.0
    steps: list[tuple[int, str]] = [(0, "")] * (size + 1)
    for start in range(size):
        here = scores[start]
        if here == float("-inf"):
            continue
        for end, character, gain in _readings(chunk, start, encoding, steps[start][1]):
            if here + gain > scores[end]:
                scores[end], steps[end] = here + gain, (start, character)
    characters: list[str] = []
    end = size
    while end:
        end, character = steps[end]
        characters.append(character)
    return characters[::-1]


def _readings(line: bytes, start: int, encoding: str, before: str) -> list[tuple[int, str, float]]:
    byte = line[start]
    if byte < 0x80:
        return [(start + 1, chr(byte), 0.0)]
    found = [(start + 1, _REPLACEMENT, _SKIP)]
    for width in (2, 4) if encoding == "gb18030" else (2,):
        code = line[start : start + width]
        if len(code) < width:
            continue
        try:
            character = code.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(character) == 1:
            gain = weights()[character]
            if before > "\x7f" and before != _REPLACEMENT:
                gain += COMMON_PAIR if before + character in pairs() else OTHER_PAIR
            found.append((start + width, character, gain))
    return found
