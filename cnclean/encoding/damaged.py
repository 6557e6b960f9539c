"""Decoders that lose as little as possible of damaged data; each gives the text and how many characters are lost."""

import codecs
import re

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, pairs, weights

_REPLACEMENT = "\ufffd"
_CUT_UTF8 = re.compile(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
_SKIP = -14.0  # a byte that belongs to no character, against a rare character
_LONGEST = 20_000  # bytes of a line whose characters are searched for; longer ones are read straight on


def decode_utf8(data: bytes) -> tuple[str, int]:
    cut = _CUT_UTF8.search(data[-4:])
    text = (data[: len(data) - len(cut[0])] if cut else data).decode("utf-8", "replace")
    return text, _lost(text, data, "\ufffd".encode()) + (cut is not None)


def decode_utf16(data: bytes, encoding: str) -> tuple[str, int]:
    width = 4 if "32" in encoding else 2
    cut = len(data) % width
    text = (data[: len(data) - cut] if cut else data).decode(encoding, "replace")
    if text and "\ud800" <= text[-1] <= "\udbff":
        text = text[:-1]
    return text, text.count(_REPLACEMENT) + bool(cut)


def decode_hz(data: bytes) -> tuple[str, int]:
    text = data.decode("hz", "replace")
    return text, text.count(_REPLACEMENT)


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
    if len(line) > _LONGEST:
        text = line.decode(encoding, "replace")
        return text, text.count(_REPLACEMENT)
    return _search_line(line, encoding)


def _search_line(line: bytes, encoding: str) -> tuple[str, int]:
    """The likeliest division of the line into characters and lost bytes, from left to right."""
    size = len(line)
    scores = [float("-inf")] * (size + 1)
    scores[0] = 0.0
    steps: list[tuple[int, str]] = [(0, "")] * (size + 1)
    for start in range(size):
        here = scores[start]
        if here == float("-inf"):
            continue
        before = steps[start][1]
        for end, character, gain in _readings(line, start, encoding, before):
            if here + gain > scores[end]:
                scores[end], steps[end] = here + gain, (start, character)
    characters: list[str] = []
    end = size
    while end:
        end, character = steps[end]
        characters.append(character)
    text = re.sub(f"{_REPLACEMENT}+", _REPLACEMENT, "".join(reversed(characters)))
    return text, text.count(_REPLACEMENT)


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


def _lost(text: str, data: bytes, written: bytes) -> int:
    """The replacement characters that were not in the data."""
    return text.count(_REPLACEMENT) - data.count(written)
