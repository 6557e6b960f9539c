"""Which lines are worth reading: one pass of two character classes over the whole text.

Nearly every text is read here and nowhere else, so it must be cheap whatever the tables hold. Every phrase gives the
two characters by which it is found: its rarest one and a neighbour. Where a rare character meets a neighbour a
dictionary look-up follows; a line where enough of them meet for its length is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from cnclean.stages.boilerplate.fold import unfold
from cnclean.stages.boilerplate.reading import phrases

_EDGE: Final = 5
"""So many lines at both ends are looked at by their shape too."""

_PER_WEIGHT: Final = 14
"""A line is too long for its evidence where a unit of weight stands for more characters than this."""

_RARE: Final = 12
"""The first level of the frequency table whose characters, below one in 4,000, are worth a look at each."""

_SHAPE = re.compile(r"[:：|｜丨/／·©>»#@★▼]|\d\d|[A-Za-z]{3}")
_SHORT: Final = 80
_ENDED: Final = "。！？!?…”」；"
_LINE_END = re.compile("\n(?<=[!-~）】〕 \u3000]\n)")


def candidates(text: str) -> set[int]:
    """The starts of the lines that may say something."""
    return {*_by_phrase(text), *_by_shape(text)}


def ends(text: str) -> Iterator[tuple[int, int]]:
    """The lines that end in a bracket, a blank or ASCII: where a part in brackets or noise may stand."""
    for match in _LINE_END.finditer(text):
        yield text.rfind("\n", 0, match.start()) + 1, match.start()
    if text and (text[-1] < "\x7f" or text[-1] in "）】〕\u3000") and text[-1] != "\n":
        yield text.rfind("\n") + 1, len(text)


def _by_phrase(text: str) -> Iterator[int]:
    pairs, pattern = _pairs()
    start = end = -1
    weight = 0.0
    for match in pattern.finditer(text):
        at = match.start()
        found = pairs.get(text[at : at + 2]) or pairs.get(text[at - 1 : at + 1])
        if found is None:
            continue
        if at > end:
            if end - start <= weight * _PER_WEIGHT:
                yield start
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            weight = 0.0
        weight += found
    if weight and end - start <= weight * _PER_WEIGHT:
        yield start


def _by_shape(text: str) -> Iterator[int]:
    for start, end in {*_first_lines(text), *_last_lines(text)}:
        if end - start <= _SHORT and text[end - 1] not in _ENDED and _SHAPE.search(text, start, end):
            yield start


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    start, left = 0, _EDGE
    while left and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            left -= 1
            yield start, end
        start = end + 1


def _last_lines(text: str) -> Iterator[tuple[int, int]]:
    end, left = len(text), _EDGE
    while left and end >= 0:
        start = text.rfind("\n", 0, end) + 1
        if end > start:
            left -= 1
            yield start, end
        end = start - 1


@lru_cache(maxsize=1)
def _pairs() -> tuple[dict[str, float], re.Pattern[str]]:
    """The pairs in all spellings with their weight, and the pattern that finds a rare character beside a neighbour."""
    from cnclean.tables.character_frequency import LEVELS, PAIRS  # noqa: PLC0415 - only when a text is read

    levels = {char: level for level, chars in enumerate(LEVELS) for char in chars}
    common = {line[0] + char for line in PAIRS.split() for char in line[1:]}
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    weights: dict[str, float] = {}
    for word, weight in phrases():
        found = max(_anchors(word, levels, common), default=None)
        if found is None or found[0] < _RARE:
            continue  # nothing rare in it: its line is found by its other phrases or by its shape
        _, pair, at = found
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        for spelling in _pair_spellings(pair):
            weights[spelling] = max(weight, weights.get(spelling, 0.0))
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    rare = _class({*ahead, *behind})
    before, after = f"(?<={_class(_values(behind))}{_class(behind)})", f"(?<={_class(ahead)})(?={_class(_values(ahead))})"
    return weights, re.compile(f"{rare}(?:{before}|{after})")


def _anchors(word: str, levels: dict[str, int], common: set[str]) -> Iterator[tuple[int, str, int]]:
    """How rare, a pair of neighbours in the phrase, and which of the two is the rare one."""
    for first, second in pairwise(word):
        if common.isdisjoint(_pair_spellings(first + second)):
            yield max((_rarity(first, levels), first + second, 0), (_rarity(second, levels), first + second, 1))


def _pair_spellings(pair: str) -> set[str]:
    return {first + second for first in unfold(pair[0]) for second in unfold(pair[1])}


def _rarity(char: str, levels: dict[str, int]) -> int:
    return -1 if char < "\u0100" else min(levels.get(spelling, len(levels)) for spelling in unfold(char))


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return "[" + "".join(re.escape(spelling) for char in sorted(chars) for spelling in unfold(char)) + "]"
