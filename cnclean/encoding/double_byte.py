"""GB 18030 and Big5, with as little lost as possible where a byte is damaged.

A lost or invented byte shifts all pairs up to the line end: each is then the second half of one character and the first
of the next. Lines that cannot be read, and lines that read so strangely, are searched for their likeliest division.
"""

import codecs

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, chinese, natural, pairs, weights
from cnclean.patterns import compile_later

_REPLACEMENT = "\ufffd"
_LOST_BYTES = compile_later(f"{_REPLACEMENT}+")
_SKIP = -14.0  # a byte that belongs to no character, against a rare character
_CHUNK = 20_000  # bytes that are searched at once
# Shifted pairs of GB: one in five is a private-use character, a line of a drawing, or a letter of another script.
_STRANGE = compile_later("[\ue000-\uf8ff\u0391-\u0451\u2160-\u257f\u3041-\u3129\u3220-\u33d5]")
_NEAR = 4
_GAIN = 30.0  # for another division of a line that can be read, of this much a character
_PER_CHARACTER = 2.0


def decode_double_byte(data: bytes, encoding: str) -> tuple[str, int]:
    """The text of `data` in GB 18030 or Big5, and how many characters are lost.

    U+FFFD stands for each but one that the end cuts through.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        pass
    else:
        if not _is_strange(text):
            return text, int(bool(decoder.getstate()[0]))
    lines = [_decode_line(line, encoding) for line in data.split(b"\n")]
    return "\n".join(text for text, _ in lines), sum(lost for _, lost in lines)


def _is_strange(text: str) -> bool:
    """Whether a strange character stands among characters that are no better."""
    done = 0
    while (match := _STRANGE.search(text, done)) is not None:
        done = match.start() + _NEAR + 1
        if natural(text[max(0, match.start() - _NEAR) : done]) < 0:
            return True
    return False


def _decode_line(line: bytes, encoding: str) -> tuple[str, int]:
    try:
        text = line.decode(encoding)
    except UnicodeDecodeError:
        return _search(line, encoding)
    if not _is_strange(text):
        return text, 0
    other, lost = _search(line, encoding)
    return (other, lost) if _is_shifted(text, other) else (text, 0)


def _is_shifted(text: str, other: str) -> bool:
    """Whether the other division is Chinese where the two differ: that of a list of rare characters is not."""
    size = min(len(text), len(other))
    first = next((at for at in range(size) if text[at] != other[at]), size)
    last = next((at for at in range(size - first) if text[-1 - at] != other[-1 - at]), size - first)
    old, new = text[first : len(text) - last], other[first : len(other) - last]
    score = chinese(new.replace(_REPLACEMENT, ""))
    return score > natural(old) + _GAIN and score > _PER_CHARACTER * len(new)


def _search(line: bytes, encoding: str) -> tuple[str, int]:
    pieces: list[str] = []
    start = 0
    while start < len(line):
        chunk = line[start : start + _CHUNK]
        characters = _divide(chunk, encoding)
        start += len(chunk)
        if start < len(line) and characters[-1] == _REPLACEMENT:
            characters.pop()  # the first half of a character, perhaps: it goes with the next chunk
            start -= 1
        pieces += characters
    text = _LOST_BYTES.sub(_REPLACEMENT, "".join(pieces))
    return text, text.count(_REPLACEMENT)


def _divide(chunk: bytes, encoding: str) -> list[str]:
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
