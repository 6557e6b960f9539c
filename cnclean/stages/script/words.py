"""Word boundaries in a clause: where the likeliest cut has them, and what it costs to have a phrase instead.

`lexicon.segment` gives one cut; here phrases that no word list has compete with the words, and the margin counts.
"""

import functools
import math
from typing import Final, NamedTuple

from cnclean.lexicon.pairs import KNOWN, LONGEST, SEEN, followers
from cnclean.lexicon.words import LOG_TOTAL, word_log, words_at

NUMERALS: Final = frozenset("第零〇一二三四五六七八九十百千万亿两几")
KNOWN_LOG: Final = math.log10(KNOWN)
_SEEN_LOG: Final = math.log10(SEEN)

# fmt: off
_UNLISTED: Final = {
    "天后": 2.0, "歌后": 2.0, "影后": 2.0, "线程": 3.5, "虚拟机": 3.5, "高清": 3.0, "硬体": 3.0, "网路": 3.5,
}
# fmt: on
"""Words that the lexicon lacks or hardly has, with log10 of the occurrences that they might have."""

_FAR: Final = -1e9


class Cut(NamedTuple):
    """`bounds`: where words begin and end. `losses`: by how much (log10) the cut is likelier than one with a phrase.

    `score`: log10 of the probability of the whole.
    """

    bounds: frozenset[int]
    losses: dict[tuple[int, int], float]
    score: float


def straddled(text: str, at: int, least: float = _SEEN_LOG) -> bool:
    """Whether some word of so many occurrences (log10) stands on both sides of `at`."""
    if not 0 < at < len(text):
        return False
    words, others = followers().get(text[at - 1], ("", ""))
    second = text[at]
    return second in words or (second in others and _in_longer_word(text, at, least))


def cuts_words(text: str, start: int, end: int) -> bool:
    """Whether a word stands on both sides of `start` or of `end`: what is between them is taken out of two words."""
    return straddled(text, start) or straddled(text, end)


def _in_longer_word(text: str, at: int, least: float) -> bool:
    spans = (
        (start, end) for start in range(max(0, at - LONGEST + 1), at) for end in range(at + 1, start + LONGEST + 1)
    )
    return any(word_log(text[start:end]) >= least for start, end in spans)


@functools.lru_cache(maxsize=1 << 12)
def cut(text: str, phrases: frozenset[tuple[int, int]] = frozenset(), seen: float = 0.0) -> Cut:
    """Cut `text` into words, among which `phrases` may be; words that end in one are taken apart: 五千里.

    `seen`: log10 of the occurrences that a phrase may be believed to have if the lexicon lacks it.
    """
    size = len(text)
    edges = _edges(text, phrases, seen)
    best, following = [0.0] * (size + 1), [0] * (size + 1)
    for start in range(size - 1, -1, -1):
        most = _FAR
        for end, score in edges[start].items():
            total = score + best[end]
            if total > most:
                most, following[start] = total, end
        best[start] = most
    bounds, at = [0], 0
    while at < size:
        at = following[at]
        bounds.append(at)
    return Cut(frozenset(bounds), _losses(phrases, edges, best, frozenset(bounds)), best[0])


def _losses(
    phrases: frozenset[tuple[int, int]], edges: list[dict[int, float]], best: list[float], bounds: frozenset[int]
) -> dict[tuple[int, int], float]:
    if all(start in bounds and end in bounds for start, end in phrases):
        return dict.fromkeys(phrases, 0.0)
    reached = [0.0] + [_FAR] * len(edges)
    for start, words in enumerate(edges):
        so_far = reached[start]
        for end, score in words.items():
            if so_far + score > reached[end]:  # noqa: PLR1730 - `max` takes three times as long
                reached[end] = so_far + score
    return {(s, e): best[0] - reached[s] - edges[s][e] - best[e] for s, e in phrases}


def _edges(text: str, phrases: frozenset[tuple[int, int]], seen: float) -> list[dict[int, float]]:
    """For each start the ends of the words that begin there, with their scores."""
    edges = []
    for start, first in enumerate(text):
        words = words_at(text[start : start + 2])
        found = {start + 1: max(words.get(first, 0.0), 0.0) - LOG_TOTAL}
        for end in range(start + 2, min(len(text), start + LONGEST) + 1):
            log = words.get(text[start:end], None)
            if log is None:
                break
            if log >= 0 and not (first in NUMERALS and NUMERALS.issuperset(text[start:end])):
                found[end] = log - LOG_TOTAL
        edges.append(found)
    for start, end in phrases:
        for after in range(end, start + LONGEST):
            for before in range(max(0, after - LONGEST), start):
                if (before, after) not in phrases:
                    edges[before].pop(after, None)
        listed = edges[start].get(end, seen - LOG_TOTAL)
        edges[start][end] = max(listed, _UNLISTED.get(text[start:end], 0.0) - LOG_TOTAL)
    return edges
