"""Mojibake: text whose bytes were read in the wrong encoding.

UTF-8, GB 18030 and Big5 read as one another or as Latin-1, cp1252 or MacRoman, also twice over: whole documents, single
lines, and runs inside clean text. What a line was is decided by how likely its characters and neighbours are in Chinese
(`cnclean.encoding.likelihood`); European text is left to ftfy's rules, and only where those find damage. Left alone:
what cannot be reversed (锟斤拷, U+FFFD, 烫烫烫, ????).
"""

import re
from collections.abc import Iterator

from cnclean.edits import Gap, compose, splice
from cnclean.encoding.likelihood import chinese, natural
from cnclean.stage import Options, Span, Stage
from cnclean.stages.mojibake.double_byte import find_crossed, find_utf8_as
from cnclean.stages.mojibake.european import find_european
from cnclean.stages.mojibake.single_byte import find_single_byte
from cnclean.tables.misread import EVIDENCE

_LATIN = "\x80-\x9f\xa1-\u024f\u02c6-\u02dd"
_OTHER = "\u0391-\u03c9\u0402-\u045f\u0490\u0491\u2550-\u2570\u3041-\u30f6\u3105-\u3129\ue000-\uf8ff"
_BEFORE = f"{_LATIN}\u2030\u221a\u2500-\u256c"  # with the signs that begin characters in MacRoman and cp437
_AFTER = "\x80-\u024f\u02c6-\u02dd\u03a9\u03c0\u2013-\u203a\u2044\u20ac\u2122\u2202-\u2265\u2500-\u256c\u25ca\uf8ff\ufb01\ufb02\ufffd"
_TRIGGER = re.compile(
    f"[{_BEFORE}{_OTHER}{EVIDENCE}](?:"
    f"(?<=[\x80-\x84\x86-\x9f])|(?<=[\xc2\xc3])[ ]|(?<=[{_BEFORE}])(?:[{_AFTER}]|[@-~][\xa1-\xf9])"
    f"|(?=.{{0,3}}[{_OTHER}{EVIDENCE}]))"
)
_LATIN_EVIDENCE = re.compile(
    f"[\x80-\x9f]|[\xc2\xc3][ ]|[{_BEFORE}](?:[{_AFTER}]|[@-~][\xa1-\xf9])"
    # UTF-8 read as cp1251: the second byte is no letter of Russian
    "|[\u0410-\u044f][\u0402-\u040f\u0452-\u045f\u0490\u0491\x80-\xbf\u2013-\u203a\u20ac\u2116\u2122]"
)
_HAN_EVIDENCE = re.compile(f"[{_OTHER}{EVIDENCE}](?=.{{0,3}}[{_OTHER}{EVIDENCE}])")
_ORDINARY = 6.0
_NOT_PLAIN_BIG5 = 8.0  # the two differ in a few rows; Python and Windows write the plain one
_ROUNDS = 4


def find_mojibake(text: str, _options: Options) -> Iterator[Span]:
    done = 0
    while (match := _TRIGGER.search(text, done)) is not None:
        if not _is_odd(text, match):
            done = match.start() + 1
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        done = len(text) if end < 0 else end
        yield from _repair_line(text[start:done], start)


def _is_odd(text: str, match: re.Match[str]) -> bool:
    """A cheap look at the place before the whole line is read anew: is it unlike any text?"""
    start = match.start()
    place = text[max(0, start - 1) : start + 6]
    return _LATIN_EVIDENCE.search(place) is not None or natural(place) < _ORDINARY


def _repair_line(line: str, offset: int) -> Iterator[Span]:
    """Repair until nothing is left to repair: a text may have been misread twice."""
    gaps: list[Gap] = []
    repaired = line
    for _ in range(_ROUNDS):
        spans = _find_in(repaired)
        if not spans:
            break
        repaired = splice(repaired, spans)
        gaps = compose(gaps, spans, "mojibake")
    for gap in gaps:
        new = repaired[gap.start : gap.end]
        if new != line[gap.original_start : gap.original_end]:
            yield offset + gap.original_start, offset + gap.original_end, new, ", ".join(gap.notes)


def _find_in(line: str) -> list[Span]:
    latin = _LATIN_EVIDENCE.search(line)
    if latin and (spans := list(find_single_byte(line))):
        return spans
    if _HAN_EVIDENCE.search(line) and (spans := _find_double_byte(line)):
        return spans
    return list(find_european(line)) if latin else []


def _find_double_byte(line: str) -> list[Span]:
    readings = (
        (find_utf8_as(line, "gb18030"), 0.0),
        (find_utf8_as(line, "big5hkscs"), 0.0),
        (find_crossed(line, "gb18030", "big5"), 0.0),
        (find_crossed(line, "gb18030", "big5hkscs"), _NOT_PLAIN_BIG5),
        (find_crossed(line, "big5hkscs", "gb18030"), 0.0),
    )
    best: list[Span] = []
    most = 0.0
    for found, handicap in readings:
        spans = list(found)
        if (gain := _gain(line, spans) - handicap) > most:
            best, most = spans, gain
    return best


def _gain(line: str, spans: list[Span]) -> float:
    return sum(chinese(span[2]) - natural(line[span[0] : span[1]]) for span in spans)


STAGE = Stage("mojibake", _TRIGGER, find_mojibake)
