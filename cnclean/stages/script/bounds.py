"""Where a clause is to be cut before its regional words are converted, so that none is taken out of two."""

import functools
from collections.abc import Iterable, Iterator
from typing import Final

from cnclean.stages.script.exact import convert_pieces
from cnclean.stages.script.words import cut, cuts_words

DECIDED: Final = 0.6
"""Another cut must be four times as probable (log10) as one with the word."""

SEEN: Final = 1.5
"""A term that the lexicon lacks may have 30 occurrences (log10): 线程, 字段."""

WordsByPair = dict[str, list[str]]
"""Words by their first two characters, the longest first."""


def word_bounds(clause: str, words: WordsByPair) -> set[int]:
    """Where `clause`, in Simplified, is to be cut so that none of `words` is taken out of two: 大多数组件 has 数组."""
    found = frozenset(_find(clause, words))
    if not any(cuts_words(clause, start, end) for start, end in found):
        return set()
    bounds, losses, _ = cut(clause, found, SEEN)
    return {
        at
        for start, end in found
        if not {start, end} <= bounds and losses[start, end] >= DECIDED
        for at in bounds
        if start < at < end
    }


def _find(clause: str, words: WordsByPair) -> Iterator[tuple[int, int]]:
    """The longest word at each place, also those that overlap."""
    for at in range(len(clause) - 1):
        for word in words.get(clause[at : at + 2], ()):
            if clause.startswith(word, at):
                yield at, at + len(word)
                break


@functools.cache
def mainland_words() -> WordsByPair:
    """Those with another word in Taiwan or Hong Kong."""
    from cnclean.tables.script_phrases import MAINLAND  # noqa: PLC0415 - large

    return _by_pair(MAINLAND.split())


@functools.cache
def taiwan_words() -> WordsByPair:
    """In Simplified characters."""
    from cnclean.tables.script_phrases import TAIWAN  # noqa: PLC0415 - large

    return _by_pair(convert_pieces([word for word in TAIWAN.split() if len(word) > 1], "tw2s"))


def _by_pair(words: Iterable[str]) -> WordsByPair:
    found: WordsByPair = {}
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[:2], []).append(word)
    return found
