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
from cnclean.stages.mojibake.single_byte import find_single_byte
from cnclean.tables.misread import EVIDENCE

_LATIN = "\x80-\x9f\xa1-\u024f"
_OTHER = "\u0391-\u03c9\u0402-\u045f\u2550-\u2570\u3041-\u30f6\u3105-\u3129\ue000-\uf8ff"
_AFTER = "\x80-\u024f\u02c6-\u02dd\u03a9\u03c0\u2013-\u203a\u2044\u20ac\u2122\u2202-\u2265\u25ca\uf8ff\ufb01\ufb02"
_TRIGGER = re.compile(
    f"[{_LATIN}{_OTHER}{EVIDENCE}\u2030](?:(?<=[{_LATIN}\u2030])(?:[{_AFTER}]|[@-~][\xa1-\xf9])|(?=.{{0,3}}[{_OTHER}{EVIDENCE}]))"
)
_HAN_EVIDENCE = re.compile(f"[{_OTHER}{EVIDENCE}](?=.{{0,3}}[{_OTHER}{EVIDENCE}])")
_ORDINARY = 6.0
_NOT_PLAIN_BIG5 = 8.0  # the two differ in a few rows; Python and Windows write the plain one
_ROUNDS = 3


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
    return natural(text[max(0, start - 1) : start + 6]) < _ORDINARY


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
    if found := list(find_single_byte(line)):
        return found
    if not _HAN_EVIDENCE.search(line):
        return []
    readings = (
        (find_utf8_as(line, "gb18030"), 0.0),
        (find_utf8_as(line, "big5hkscs"), 0.0),
        (find_crossed(line, "gb18030", "big5"), 0.0),
        (find_crossed(line, "gb18030", "big5hkscs"), _NOT_PLAIN_BIG5),
        (find_crossed(line, "big5hkscs", "gb18030"), 0.0),
    )
    best, most = [], 0.0
    for found, handicap in readings:
        spans = list(found)
        if (gain := _gain(line, spans) - handicap) > most:
            best, most = spans, gain
    return best


def _gain(line: str, spans: list[Span]) -> float:
    return sum(chinese(span[2]) - natural(line[span[0] : span[1]]) for span in spans)


STAGE = Stage("mojibake", _TRIGGER, find_mojibake)
