"""Word boundaries in a clause: where the likeliest cut has them, and what it costs to have a phrase instead.

`lexicon.segment` gives one cut; here phrases that no word list has compete with the words, and the margin counts.
"""

import math
from collections.abc import Set
from typing import Final, NamedTuple

from cnclean.lexicon.words import words_from

LONGEST: Final = 4
"""Characters of a word. Longer entries of word lists are phrases, whose own words decide."""

NUMERALS: Final = frozenset("第零〇一二三四五六七八九十百千万亿两几")
SEEN: Final = math.log10(10)
"""Words of fewer occurrences cast no doubt on a phrase: 官方网 (3 times) on 网志."""

_UNIT: Final = math.log10(60_101_967)  # of the frequencies: what a word of one occurrence costs
_FAR: Final = -1e9


class Cut(NamedTuple):
    """`bounds`: where words begin and end. `losses`: by how much (log10) the cut is likelier than one with a phrase.

    `score`: log10 of the probability of the whole.
    """

    bounds: frozenset[int]
    losses: dict[tuple[int, int], float]
    score: float


def straddled(text: str, at: int) -> bool:
    """Whether some word stands on both sides of `at`."""
    for start in range(max(0, at - LONGEST + 1), at):
        words = words_from(text[start])
        for end in range(at + 1, min(len(text), start + LONGEST) + 1):
            log = words.get(text[start:end])
            if log is None:
                break
            if log >= SEEN:
                return True
    return False


def cut(text: str, phrases: Set[tuple[int, int]] = frozenset()) -> Cut:
    """Cut `text` into words, among which `phrases` may be; words that end in one are taken apart: 五千里."""
    size = len(text)
    edges = _edges(text, phrases)
    best, following = [0.0] * (size + 1), [0] * (size + 1)
    for start in range(size - 1, -1, -1):
        best[start], following[start] = max((score + best[end], end) for end, score in edges[start].items())
    reached = [0.0] + [_FAR] * size
    for start in range(size):
        for end, score in edges[start].items():
            reached[end] = max(reached[end], reached[start] + score)
    bounds, at = [0], 0
    while at < size:
        at = following[at]
        bounds.append(at)
    losses = {(s, e): best[0] - reached[s] - edges[s][e] - best[e] for s, e in phrases}
    return Cut(frozenset(bounds), losses, best[0])


def _is_around(start: int, end: int, phrases: Set[tuple[int, int]]) -> bool:
    return any(start < s and e <= end for s, e in phrases) and (start, end) not in phrases


def _edges(text: str, phrases: Set[tuple[int, int]]) -> list[dict[int, float]]:
    """For each start the ends of the words that begin there, with their scores."""
    edges = []
    for start, first in enumerate(text):
        words = words_from(first)
        found = {start + 1: max(words.get(first, 0.0), 0.0) - _UNIT}
        for end in range(start + 2, min(len(text), start + LONGEST) + 1):
            word = text[start:end]
            log = words.get(word)
            if log is None:
                break
            if log >= 0 and not NUMERALS.issuperset(word) and not _is_around(start, end, phrases):
                found[end] = log - _UNIT
        edges.append(found)
    for start, end in phrases:
        edges[start].setdefault(end, -_UNIT)
    return edges
