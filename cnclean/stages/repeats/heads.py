"""Titles and leads that the top of a page shows twice."""

from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.repeats.copies import (
    ALIKE,
    CUT,
    NARROW,
    PARAGRAPH,
    SENTENCE,
    STOPS,
    SUMMARIES,
    is_copy,
    key,
    summary_of,
)

HEAD: Final = 8
"""Lines in which a title or a lead is repeated."""

_SEEN: Final = 16
"""So much of a line tells whether another begins with it, but for blanks."""

_BLURRED: Final = frozenset((*CUT, *map(chr, NARROW)))
"""Where others differ, so do the keys of the lines."""

_LABELLED: Final = 8
"""Characters in which a line says that it is a summary."""

_TITLED: Final = 2
"""A title that does not stand first stands below the name of a section."""

_TITLE: Final = 6

_first = itemgetter(0)
_begin = itemgetter(slice(ALIKE))
_SUMMARY = compile_later("|".join(SUMMARIES))
_LABEL_FIRSTS: Final = frozenset(" \t\u3000\u00a0【[内文本新" + "".join(word[0] for word in SUMMARIES))
"""What such a label may begin with, or a line before it."""


def heads_alike(head: Sequence[str]) -> bool:
    """A cheap look: one of the first lines begins with another one, or says that it is a summary."""
    if not _LABEL_FIRSTS.isdisjoint(map(_first, head)) and _SUMMARY.search(
        "\n".join([row[:_LABELLED] for row in head])
    ):
        return True
    if len(set(map(_begin, head))) == len(head):
        return False
    seen: dict[str, list[str]] = {}
    for row in head:
        alike = seen.setdefault(_begin(row), [])
        if any(_may_begin(row, other) for other in alike):
            return True
        alike.append(row)
    return False


def find_heads(lines: Sequence[str], left: Sequence[int]) -> dict[int, str]:
    """Titles and leads among the first lines: the copies, and of the lines above those that say less than a copy."""
    drop: dict[int, str] = {}
    head: list[int] = []
    summaries: dict[int, str] = {}
    for at in left:
        line = lines[at]
        alike = _alike(at, head, lines, left)
        titled = head[:1] if not alike or len(head) != _TITLED or not _is_shown_twice(at, lines, left) else head
        if any(is_copy(line, lines[other], first=other in titled) for other in alike):
            drop[at] = "title" if len(line) < PARAGRAPH else "lead"
            continue
        for other in [other for other in head if other in alike or other in summaries]:
            if other in alike and is_copy(lines[other], line, first=False):
                drop[other] = "title"
                head.remove(other)
            elif other in summaries and len(line) >= PARAGRAPH and line.startswith(summaries[other]):
                drop[other] = "lead"
                head.remove(other)
        head.append(at)
        if summary := summary_of(line):
            summaries[at] = summary
        if len(head) == HEAD:
            break
    return drop


def _alike(at: int, head: Sequence[int], lines: Sequence[str], left: Sequence[int]) -> list[int]:
    """The lines of the head that begin as a line does which may be a copy."""
    alike = [other for other in head if lines[other][:ALIKE] == lines[at][:ALIKE]]
    # The last line stays: without it the line above it would be at an edge, where `boilerplate` saw none.
    # A text that ends as it began has its first line for itself too.
    return [] if alike and (at == left[-1] or _is_refrain(lines[at], lines, left)) else alike


def _is_shown_twice(at: int, lines: Sequence[str], left: Sequence[int]) -> bool:
    """Whether a line as long as a title stands between itself and a sentence: no verse of a song."""
    place = left.index(at)
    above, below = lines[left[place - 1]], lines[left[place + 1]]
    return lines[at] == above and len(above) >= _TITLE and len(below) >= SENTENCE and below.endswith(STOPS)


def _may_begin(row: str, other: str) -> bool:
    """Whether one of two rows begins as the shorter one does. To find where they differ costs less than their keys."""
    for one, two in zip(row[ALIKE:_SEEN], other[ALIKE:_SEEN], strict=False):
        if one != two:
            if one not in _BLURRED and two not in _BLURRED:
                return False
            break
    short, long = (row, other) if len(row) <= len(other) else (other, row)
    return key(long[: 2 * _SEEN]).startswith(key(short[:_SEEN]).rstrip(CUT))


def _is_refrain(line: str, lines: Sequence[str], left: Sequence[int]) -> bool:
    """Whether more than one copy follows a sentence. A title that is shown twice stands above the text."""
    copies = (lines[above] for above, at in pairwise(left) if lines[at] == line)
    return sum(above.endswith(STOPS) for above in copies) > 1
