"""Chinese bytes read as Latin-1, cp1252 or MacRoman: `ÄãºÃ` and `ä½ å¥½` are 你好, `§A¦n` is 你好 in Big5.

A run of characters that one single-byte encoding has is turned back into bytes and read as UTF-8, GB 18030 and Big5;
the reading that is clearly Chinese wins. French, German or Polish letters read so give rare characters, or nothing.
Of UTF-8 that lost the bytes which cp1252 does not have, the characters that are whole are read. A no-break space is the
byte A0, of 你 (`ä½ `) and one character in fifty; extractors make it a space, which is put back where UTF-8 needs it.
"""

import contextlib
import re
from collections.abc import Collection, Iterator

from cnclean.encoding.likelihood import chinese
from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.differences import differences

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_CP1252 = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in _UNDEFINED}
_LATIN = re.escape("".join(map(chr, _CP1252)))
_MAC = re.escape("".join(sorted(set(bytes(range(0x80, 0x100)).decode("mac_roman")))))
_RUN = compile_later(f"[\\x09\\x20-\\xff{_LATIN}{_MAC}]+")
_HIGH = compile_later(f"[\\x80-\\xff{_LATIN}{_MAC}]")
# No byte of a Chinese character is one of these, but for the digits of four-byte codes.
_SEPARATORS = compile_later(r"[\x00-\x2f\x3a-\x3f]+")
_NOT_ASCII = compile_later("[^\x00-\x7f]")
_WIDE = compile_later("[\u3000-\u9fff\uff00-\uff5e]")
_NARROW = compile_later("[\x80-\u1fff]")
_QUOTES = "“”‘’—–…·•\xad"
_WRITTEN = ("utf-8", "gb18030", "big5hkscs")
# A character in UTF-8, its bytes as characters of Latin-1.
_WHOLE = compile_later("[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}")
_LOST_NO_BREAK = compile_later(rb" (?:(?<=[\xe3-\xe9][\x80-\xbf] )|(?<=[\xe3-\xe9] )(?=[\x80-\xbf]))")
_FEWEST_WHOLE = 4
_MOSTLY_WHOLE = 0.7  # of the characters beyond ASCII; of misread GB some are so by chance
_DEPTH = 3
_FEWEST = 2

# Letters of European words, read so, score below zero but for two or three (ÄÄÄÄ: 哪哪).
_ENOUGH, _PER_CHARACTER = 6.0, 0.5
_ENOUGH_OF_KNOWN = 1.0
_LEFT_OUT = 4.0
# Bytes that are UTF-8 are so by design: whatever East Asian they give is what they were, even if that was mojibake.
_UTF8_FIRST = 1000.0

_Reading = tuple[float, str, str]
"""The score, the text, and what was read as what."""


def find_single_byte(line: str, known: Collection[str]) -> Iterator[Span]:
    """`known` are the misreadings that other lines have shown: less evidence is needed for them."""
    for run in _RUN.finditer(line):
        if _HIGH.search(run[0]):
            yield from _repair_run(run[0], run.start(), known)


def _repair_run(run: str, offset: int, known: Collection[str]) -> Iterator[Span]:
    if whole := _repair_part(run, offset, known):
        yield from whole
        return
    if damaged := _repair_damaged(run, offset):
        yield from damaged
        return
    done = 0
    for separator in [*_SEPARATORS.finditer(run), None]:
        end = separator.start() if separator else len(run)
        if _HIGH.search(run, done, end):
            yield from _repair_part(run[done:end], offset + done, known)
        done = separator.end() if separator else end


def _repair_part(part: str, offset: int, known: Collection[str]) -> list[Span]:
    """The better reading of the whole part and of it without what may be punctuation of the clean text around it."""
    if not known and len(_HIGH.findall(part)) < _FEWEST:
        return []  # one letter with an accent is not even one character in UTF-8, and one character is no evidence
    inner = part.lstrip(_QUOTES)
    first = len(part) - len(inner)
    windows = {(0, len(part)), (first, first + len(inner.rstrip(_QUOTES)))}
    # What is taken for punctuation may be half of a character that is not the commonest.
    readings = [
        (reading[0] - _LEFT_OUT * (end - start < len(part)), reading, start, end)
        for start, end in windows
        if (reading := _read(part[start:end], known))
    ]
    if not readings:
        return []
    _, (_, new, note), start, end = max(readings)
    return list(differences(part[start:end], new, offset + start, note))


def _repair_damaged(run: str, offset: int) -> list[Span]:
    """The characters that are whole; what is left of the others stays."""
    data = run.translate(_CP1252)
    whole = list(_WHOLE.finditer(data))
    size = sum(len(match[0]) for match in whole)
    if len(whole) < _FEWEST_WHOLE or size < _MOSTLY_WHOLE * len(_HIGH.findall(run)):
        return []
    spans: list[Span] = []
    start = end = whole[0].start()
    for match in [*whole, None]:
        if match is None or match.start() > end:
            new = data[start:end].encode("latin-1").decode("utf-8", "replace")
            spans.append((offset + start, offset + end, new, "utf-8 read as cp1252"))
            start = match.start() if match else end
        end = match.end() if match else end
    return spans if _score("".join(span[2] for span in spans), "utf-8", _ENOUGH) else []


def _read(text: str, known: Collection[str], depth: int = _DEPTH) -> _Reading | None:
    """The Chinese that `text` is when its characters are bytes, or None."""
    best: _Reading | None = None
    for read, data in _bytes_of(text):
        for wrote in _WRITTEN:
            reading = _decode(data, wrote)
            if reading is None:
                continue
            if wrote == "utf-8" and depth > 1 and reading != text and (deeper := _read(reading, known, depth - 1)):
                reading = deeper[1]
            note = f"{wrote} read as {read}"
            score = _score(reading, wrote, _ENOUGH_OF_KNOWN if note in known else _ENOUGH)
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
            return reading if chinese(reading) >= _ENOUGH else None
    return None


def _score(reading: str, wrote: str, enough: float) -> float:
    """How good a reading is; 0 where it is not good enough."""
    characters = _NOT_ASCII.findall(reading)
    count = len(characters)
    if wrote != "utf-8" and enough == _ENOUGH and len(set(characters)) < max(2, min(count // 4, 10)):
        return 0.0  # a row of the same letter, of blanks, of lines
    score = chinese(reading)
    if wrote == "utf-8":
        mostly_wide = len(_WIDE.findall(reading)) > 3 * len(_NARROW.findall(reading))
        return max(1.0, _UTF8_FIRST + score) if mostly_wide and (count > 1 or score > 0) else 0.0
    return score if score >= max(enough, count * _PER_CHARACTER) else 0.0


def _bytes_of(text: str) -> Iterator[tuple[str, bytes]]:
    with contextlib.suppress(UnicodeEncodeError):
        yield "cp1252", text.translate(_CP1252).encode("latin-1")
    with contextlib.suppress(UnicodeEncodeError):
        yield "mac_roman", text.encode("mac_roman")
