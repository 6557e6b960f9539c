"""Which characters that a text lacks would mend its odd places: one pass over the gaps for all of them."""

from collections import defaultdict
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.restoration.evidence import Site, log_odds_at
from cnclean.stages.restoration.page import Page, bigram

ODD: Final = -2.6
"""log10 of the probability below which a character is odd behind another."""

SELDOM: Final = -4.0
"""The bigram of a character with a neighbour that is not one of its usual ones."""

BETTER: Final = -1.5
"""As in `evidence`, but more: this only finds the terms, not all their places."""

Usual = dict[str, dict[str, float]]
"""By character: what usually stands on one side of it and the text lacks, with the bigram of both."""


def candidates(page: Page, absent: frozenset[str]) -> dict[str, list[Site]]:
    """The characters of `absent` with places that they would mend."""
    follow: Usual = {}
    precede: Usual = {}
    found: dict[str, list[Site]] = defaultdict(list)
    for before, after, link in page.gaps:
        if link < ODD:
            pair = before + after
            for char in explaining(pair, link + BETTER, absent, follow, precede):
                for place in page.pairs[pair]:
                    odds = log_odds_at(page, place, char)
                    if odds is not None and odds > 0:
                        found[char].append(Site(place, odds))
    return found


def explaining(pair: str, above: float, absent: frozenset[str], follow: Usual, precede: Usual) -> list[str]:
    """The characters of `absent` whose bigrams with both sides of the gap are likelier than `above`."""
    before, after = pair[0], pair[1]
    if before not in follow:
        follow[before] = {char: bigram(before + char) for char in absent.intersection(neighbours(before)[1])}
    if after not in precede:
        precede[after] = {char: bigram(char + after) for char in absent.intersection(neighbours(after)[0])}
    left, right = follow[before], precede[after]
    return [char for char in left.keys() | right.keys() if left.get(char, SELDOM) + right.get(char, SELDOM) > above]
