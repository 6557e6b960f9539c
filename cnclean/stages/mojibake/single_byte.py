"""Chinese bytes read as Latin-1, cp1252 or MacRoman: `ÄãºÃ` and `ä½ å¥½` are 你好, `§A¦n` is 你好 in Big5.

A run of characters that one single-byte encoding has is turned back into bytes and read as UTF-8, GB 18030 and Big5;
the reading that is clearly Chinese wins. French, German or Polish letters read so give rare characters, or nothing.
Of UTF-8 that lost the bytes which cp1252 does not have, the characters that are whole are read.
"""

import re
from collections.abc import Collection, Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.differences import differences
from cnclean.stages.mojibake.octets import CP1252, ENOUGH, goodness, read_bytes
from cnclean.stages.mojibake.shifted import LOST
from cnclean.stages.mojibake.undefined import find_undefined

_LATIN = re.escape("".join(map(chr, CP1252)))
_MAC = re.escape("".join(sorted(set(bytes(range(0x80, 0x100)).decode("mac_roman")))))
_RUN = compile_later(f"[\\x09\\x20-\\xff{_LATIN}{_MAC}]+")
_HIGH = compile_later(f"[\\x80-\\xff{_LATIN}{_MAC}]")
# No byte of a Chinese character is one of these, but for the digits of four-byte codes.
_SEPARATORS = compile_later(r"[\x00-\x2f\x3a-\x3f]+")
_QUOTES = "“”‘’—–…·•\xad"
_IS_QUOTED = compile_later("“[^“”]+”|‘[^‘’]+’")
# A character in UTF-8, its bytes as characters of Latin-1.
_WHOLE = compile_later("[\xc2-\xdf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}")
_FEWEST_WHOLE = 4
_MOSTLY_WHOLE = 0.7  # of the characters beyond ASCII; of misread GB some are so by chance
_FEWEST = 2
_LEFT_OUT = 4.0


def find_single_byte(line: str, known: Collection[str]) -> Iterator[Span]:
    """`known` are the misreadings that other lines have shown: less evidence is needed for them."""
    if (LOST in line or "?" in line) and (spans := list(find_undefined(line))):
        yield from spans  # the rest of the line may be read when these are
        return
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
    windows = {(first, first + len(inner.rstrip(_QUOTES)))}
    if not _IS_QUOTED.fullmatch(part):
        windows.add((0, len(part)))
    # What is taken for punctuation may be half of a character that is not the commonest.
    readings = [
        (reading[0] - _LEFT_OUT * (end - start < len(part)), reading, start, end)
        for start, end in windows
        if (reading := read_bytes(part[start:end], known))
    ]
    if not readings:
        return []
    _, (_, new, note), start, end = max(readings)
    return list(differences(part[start:end], new, offset + start, note))


def _repair_damaged(run: str, offset: int) -> list[Span]:
    """The characters that are whole; what is left of the others stays."""
    data = run.translate(CP1252)
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
    return spans if goodness("".join(span[2] for span in spans), "utf-8", ENOUGH) else []
