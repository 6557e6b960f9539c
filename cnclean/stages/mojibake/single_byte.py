"""Chinese bytes read as Latin-1, cp1252 or MacRoman: `ÄãºÃ` and `ä½ å¥½` are 你好, `§A¦n` is 你好 in Big5.

A run of characters that one single-byte encoding has is turned back into bytes and read as UTF-8, GB 18030 and Big5;
the reading that is clearly Chinese wins. French, German or Polish letters read so give rare characters, or nothing.
"""

import contextlib
import re
from collections.abc import Iterator

from cnclean.encoding.likelihood import chinese
from cnclean.stage import Span
from cnclean.stages.mojibake.differences import differences

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_CP1252 = {ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in _UNDEFINED}
_LATIN = re.escape("".join(map(chr, _CP1252)))
_MAC = re.escape("".join(sorted(set(bytes(range(0x80, 0x100)).decode("mac_roman")))))
_RUN = re.compile(f"[\\x09\\x20-\\xff{_LATIN}{_MAC}]+")
_HIGH = re.compile(f"[\\x80-\\xff{_LATIN}{_MAC}]")
# No byte of a Chinese character is one of these, but for the digits of four-byte codes.
_SEPARATORS = re.compile(r"[\x00-\x2f\x3a-\x3f]+")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_WIDE = re.compile("[\u3000-\u9fff\uff00-\uff5e]")
_NARROW = re.compile("[\x80-\u1fff]")
_QUOTES = "“”‘’—–…·•"
_READINGS = ("utf-8", "gb18030", "big5")
_DEPTH = 3
_NOTE = "Chinese read as single characters"

# Letters of European words, read so, score below zero but for two or three (ÄÄÄÄ: 哪哪).
_ENOUGH, _PER_CHARACTER = 6.0, 0.5
# Bytes that are UTF-8 are so by design: even rare characters are what they were.
_PER_CHARACTER_OF_UTF8 = -3.0


def find_single_byte(line: str) -> Iterator[Span]:
    for run in _RUN.finditer(line):
        if _HIGH.search(run[0]):
            yield from _repair_run(run[0], run.start())


def _repair_run(run: str, offset: int) -> Iterator[Span]:
    for start, end in _windows(run):
        if new := reread(run[start:end]):
            yield from differences(run[start:end], new, offset + start, _NOTE)
            return
    done = 0
    pieces: list[tuple[int, int]] = []
    for separator in _SEPARATORS.finditer(run):
        pieces.append((done, separator.start()))
        done = separator.end()
    pieces.append((done, len(run)))
    for start, end in pieces:
        if _HIGH.search(run, start, end) and (new := reread(run[start:end])):
            yield from differences(run[start:end], new, offset + start, _NOTE)


def _windows(run: str) -> Iterator[tuple[int, int]]:
    """The whole run, and the run without what may be punctuation of the clean text around it."""
    yield 0, len(run)
    inner = run.lstrip(_QUOTES)
    start = len(run) - len(inner)
    end = start + len(inner.rstrip(_QUOTES))
    if (start, end) != (0, len(run)) and start < end:
        yield start, end


def reread(text: str, depth: int = _DEPTH) -> str | None:
    """The Chinese that `text` is when its characters are bytes, or None."""
    best, best_score = None, 0.0
    for data in _bytes_of(text):
        for encoding in _READINGS:
            try:
                reading = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if reading == text:
                continue
            if encoding == "utf-8" and depth > 1 and (deeper := reread(reading, depth - 1)):
                reading = deeper
            score = _score(reading, encoding)
            if score > best_score:
                best, best_score = reading, score
    return best


def _score(reading: str, encoding: str) -> float:
    """How good a reading is; 0 where it is not good enough."""
    characters = _NOT_ASCII.findall(reading)
    count, score = len(characters), chinese(reading)
    if encoding == "utf-8":
        chinese_only = _WIDE.search(reading) and not _NARROW.search(reading)
        return 1000.0 + score if chinese_only and score > count * _PER_CHARACTER_OF_UTF8 else 0.0
    if len(set(characters)) < max(2, min(count // 4, 10)):  # a row of the same letter, of blanks, of lines
        return 0.0
    return score if score >= max(_ENOUGH, count * _PER_CHARACTER) else 0.0


def _bytes_of(text: str) -> Iterator[bytes]:
    with contextlib.suppress(UnicodeEncodeError):
        yield text.translate(_CP1252).encode("latin-1")
    with contextlib.suppress(UnicodeEncodeError):
        yield text.encode("mac_roman")
