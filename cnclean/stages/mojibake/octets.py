"""The Chinese that characters of a single-byte encoding are, when they are bytes of UTF-8, GB 18030 or Big5.

A no-break space is the byte A0, of 你 (`ä½ `) and one character in fifty; extractors make it a space, which is read as
A0 where UTF-8 needs it.
"""

import contextlib
from collections.abc import Collection, Iterator

from cnclean.encoding.likelihood import chinese
from cnclean.patterns import compile_later

UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
CP1252 = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in UNDEFINED}
_LATIN_9 = compile_later("[€ŠšŽžŒœŸ]")  # what it has where Latin-1 has others
_NOT_ASCII = compile_later("[^\x00-\x7f]")
_WIDE = compile_later("[\u3000-\u9fff\uff00-\uff5e]")
_NARROW = compile_later("[\x80-\u1fff]")
_WRITTEN = ("utf-8", "gb18030", "big5hkscs")
_LOST_NO_BREAK = compile_later(rb" (?:(?<=[\xe3-\xe9][\x80-\xbf] )|(?<=[\xe3-\xe9] )(?=[\x80-\xbf]))")
_DEPTH = 3

# Letters of European words, read so, score below zero but for two or three (ÄÄÄÄ: 哪哪).
ENOUGH, _PER_CHARACTER = 6.0, 0.5
_ENOUGH_OF_KNOWN = 1.0
# Bytes that are UTF-8 are so by design: whatever East Asian they give is what they were, even if that was mojibake.
_UTF8_FIRST = 1000.0

Reading = tuple[float, str, str]
"""The score, the text, and what was read as what."""


def read_bytes(text: str, known: Collection[str], depth: int = _DEPTH) -> Reading | None:
    """The Chinese that `text` is when its characters are bytes, or None."""
    best: Reading | None = None
    for read, data in _bytes_of(text):
        for wrote in _WRITTEN:
            reading = _decode(data, wrote)
            if reading is None:
                continue
            if wrote == "utf-8" and depth > 1 and reading != text and (deeper := read_bytes(reading, known, depth - 1)):
                reading = deeper[1]
            note = f"{wrote} read as {read}"
            score = goodness(reading, wrote, _ENOUGH_OF_KNOWN if note in known else ENOUGH)
            if reading != text and score > (best[0] if best else 0.0):
                best = score, reading, note
    return best


def _decode(data: bytes, wrote: str) -> str | None:
    try:
        return data.decode(wrote)
    except UnicodeDecodeError:
        pass
    restored = _LOST_NO_BREAK.sub(b"\xa0", data) if wrote == "utf-8" else data
    if restored != data:
        with contextlib.suppress(UnicodeDecodeError):
            reading = restored.decode(wrote)
            return reading if chinese(reading) >= ENOUGH else None
    return None


def goodness(reading: str, wrote: str, enough: float) -> float:
    """How good a reading is; 0 where it is not good enough."""
    characters = _NOT_ASCII.findall(reading)
    count = len(characters)
    if wrote != "utf-8" and enough == ENOUGH and len(set(characters)) < max(2, min(count // 4, 10)):
        return 0.0  # a row of the same letter, of blanks, of lines
    score = chinese(reading)
    if wrote == "utf-8":
        mostly_wide = len(_WIDE.findall(reading)) > 3 * len(_NARROW.findall(reading))
        return max(1.0, _UTF8_FIRST + score) if mostly_wide and (count > 1 or score > 0) else 0.0
    return score if score >= max(enough, count * _PER_CHARACTER) else 0.0


def _bytes_of(text: str) -> Iterator[tuple[str, bytes]]:
    with contextlib.suppress(UnicodeEncodeError):
        yield "cp1252", text.translate(CP1252).encode("latin-1")
    if _LATIN_9.search(text):
        with contextlib.suppress(UnicodeEncodeError):
            yield "iso8859-15", text.encode("iso8859-15")
    with contextlib.suppress(UnicodeEncodeError):
        yield "mac_roman", text.encode("mac_roman")
