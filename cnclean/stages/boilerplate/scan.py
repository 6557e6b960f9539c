"""Which lines are worth reading: one pass of two character classes over the whole text.

Nearly every text is read here and nowhere else, so it must be cheap whatever the tables hold. Every phrase gives the
two characters by which it is found: a rare one (`COMMON` knows the others) and its neighbour. A place where a rare
character meets a neighbour costs a dictionary look-up; a line where enough of them meet for its length is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from cnclean.stages.boilerplate.fold import unfold
from cnclean.stages.boilerplate.reading import LONGEST, phrases
from cnclean.tables.common_characters import COMMON

EDGE: Final = 5
"""So many lines at both ends are looked at by their shape too."""

_PER_WEIGHT: Final = 14
"""A line is too long for its evidence where a unit of weight stands for more characters than this."""

_SHAPE = re.compile(r"[:：|｜丨/／·©>»#@★▼]|\d\d|[A-Za-z]{3}")
_ENDED: Final = tuple("。！？!?…”」；")


def candidates(text: str) -> set[int]:
    """The starts of the lines that may say something."""
    return set(_by_phrase(text)) | set(_by_shape(text))


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
            if weight and end - start <= weight * _PER_WEIGHT:
                yield start
            start = text.rfind("\n", 0, at) + 1
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            weight = 0.0
        weight += found
    if weight and end - start <= weight * _PER_WEIGHT:
        yield start


def _by_shape(text: str) -> Iterator[int]:
    for start, end in (*_first_lines(text), *_last_lines(text)):
        if end - start <= 80 and _SHAPE.search(text, start, end) and not text[start:end].rstrip().endswith(_ENDED):
            yield start


def _first_lines(text: str) -> Iterator[tuple[int, int]]:
    start, left = 0, EDGE
    while left and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            left -= 1
            yield start, end
        start = end + 1


def _last_lines(text: str) -> Iterator[tuple[int, int]]:
    end, left = len(text), EDGE
    while left and end >= 0:
        start = text.rfind("\n", 0, end) + 1
        if end > start:
            left -= 1
            yield start, end
        end = start - 1


@lru_cache(maxsize=1)
def _pairs() -> tuple[dict[str, float], re.Pattern[str]]:
    """The pairs in all spellings with their weight, and the pattern that finds a rare character beside a neighbour."""
    forward, backward = defaultdict(set), defaultdict(set)
    weights: dict[str, float] = {}
    for word, weight in phrases():
        at = min(range(len(word)), key=lambda at: (word[at] in COMMON or word[at] < "\u0100", at))
        if word[at] in COMMON or word[at] < "\u0100" or len(word) < 2:
            continue  # nothing rare in it: its line is found by other phrases or by its shape
        ahead = at + 1 < len(word)
        pair = word[at : at + 2] if ahead else word[at - 1 : at + 1]
        (forward if ahead else backward)[word[at]].add(word[at + 1] if ahead else word[at - 1])
        for first in unfold(pair[0]):
            for second in unfold(pair[1]):
                weights[first + second] = max(weight, weights.get(first + second, 0.0))
    return weights, re.compile("|".join((_meeting(forward, "{0}(?={1})"), _meeting(backward, "{0}(?<={1}.)"))))


def _meeting(table: dict[str, set[str]], form: str) -> str:
    rare, beside = _spellings(table), _spellings(char for chars in table.values() for char in chars)
    return form.format(f"[{rare}]", f"[{beside}]")


def _spellings(chars: Iterable[str]) -> str:
    return "".join(sorted({re.escape(spelling) for char in chars for spelling in unfold(char)}))
