"""Which characters that a text lacks would mend its odd places: one pass over the gaps for all of them."""

from collections import defaultdict
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.restoration.evidence import Site, log_odds_at
from cnclean.stages.restoration.page import Page, bigram
from cnclean.stages.restoration.weigh import COUNTS_FROM

ODD: Final = -2.6
"""log10 of the probability below which a character is odd behind another."""

_SELDOM: Final = -4.0
"""The bigram of a character with a neighbour that is not one of its usual ones."""

BETTER: Final = -1.0
"""As in `evidence`, but more: this only finds the terms, not all their places."""

TRIES: Final = 2
"""How many pairs that a character mends best are weighed before it is given up of which none counts."""

Usual = dict[str, dict[str, float]]
"""By character: what usually stands on one side of it and the text lacks, with the bigram of both."""


def candidates(page: Page, absent: frozenset[str]) -> dict[str, list[Site]]:
    """The characters of `absent` with the places that they would mend, where some speak for them."""
    follow: Usual = {}
    precede: Usual = {}
    pairs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for before, after, link in page.gaps:
        if link < ODD:
            pair = before + after
            for char, bond in explaining(pair, link + BETTER, absent, follow, precede).items():
                pairs[char].append((link - bond, pair))
    found = {char: _places(page, char, sorted(mended)) for char, mended in pairs.items() if len(mended) > 1}
    return {char: places for char, places in found.items() if places}


def _places(page: Page, char: str, mended: list[tuple[float, str]]) -> list[Site]:
    """The places of the pairs that a character mends, the best ones first; none where none of the best counts."""
    found: list[Site] = []
    for tried, (_, pair) in enumerate(mended, 1):
        for place in page.pairs[pair]:
            odds = log_odds_at(page, place, char)
            if odds is not None and odds > 0:
                found.append(Site(place, odds))
        if tried == TRIES and all(site.odds <= COUNTS_FROM for site in found):
            return []
    return found


def explaining(pair: str, above: float, absent: frozenset[str], follow: Usual, precede: Usual) -> dict[str, float]:
    """The characters of `absent` whose bigrams with both sides of the gap are likelier than `above`."""
    before, after = pair[0], pair[1]
    if before not in follow:
        follow[before] = {char: bigram(before + char) for char in absent.intersection(neighbours(before)[1])}
    if after not in precede:
        precede[after] = {char: bigram(char + after) for char in absent.intersection(neighbours(after)[0])}
    left, right = follow[before], precede[after]
    return {
        char: bond
        for char in left.keys() | right.keys()
        if (bond := left.get(char, _SELDOM) + right.get(char, _SELDOM)) > above
    }
