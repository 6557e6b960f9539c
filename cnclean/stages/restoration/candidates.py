"""Which characters that a text lacks would mend its odd places: one pass over the gaps for all of them."""

import functools
from collections import defaultdict
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.restoration.evidence import Site, log_odds
from cnclean.stages.restoration.page import Page, bigram

ODD: Final = -2.6
"""log10 of the probability below which a character is odd behind another."""

SELDOM: Final = -4.0
"""The bigram of a character with a neighbour that is not one of its usual ones."""

BETTER: Final = -1.5
"""As in `evidence`, but more: this only finds the terms, not all their places."""


def candidates(page: Page, absent: frozenset[str]) -> dict[str, list[Site]]:
    """The characters of `absent` with places that they would mend."""
    symbols = page.symbols
    follow = {symbol: _followers(symbol, absent) for symbol in page.places}
    precede = {symbol: _predecessors(symbol, absent) for symbol in page.places}
    found: dict[str, list[Site]] = defaultdict(list)
    for place, link in enumerate(page.links):
        if link < ODD and place:
            left, right = follow[symbols[place - 1]], precede[symbols[place]]
            for char in left.keys() | right.keys():
                if left.get(char, SELDOM) + right.get(char, SELDOM) > link + BETTER:
                    odds = log_odds(symbols[max(0, place - 4) : place], "", char, symbols[place : place + 4])
                    if odds is not None and odds > 0:
                        found[char].append(Site(place, odds))
    return found


@functools.lru_cache(maxsize=1 << 11)
def _followers(symbol: str, absent: frozenset[str]) -> dict[str, float]:
    return {char: bigram(symbol + char) for char in absent.intersection(neighbours(symbol)[1])}


@functools.lru_cache(maxsize=1 << 11)
def _predecessors(symbol: str, absent: frozenset[str]) -> dict[str, float]:
    return {char: bigram(char + symbol) for char in absent.intersection(neighbours(symbol)[0])}
