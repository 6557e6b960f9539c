"""The cheap first look: is there any sign that a character is missing?"""

from collections.abc import Iterator
from typing import Final

from cnclean.lexicon.neighbours import telling
from cnclean.lexicon.ngrams import lookup
from cnclean.stages.restoration.evidence import log_odds

ANCHORS: Final = 4
"""How many of a character's most telling neighbours are looked at."""

ENOUGH: Final = 3.0
"""Log odds of all the odd places together."""

MOST: Final = 12
"""How many occurrences of a neighbour are looked at, so that the look stays cheap in long texts."""

RARE: Final = -3.4
"""log10 of the probability below which a character is odd behind another."""

_FIRST: Final = "\u4e00"
_LAST: Final = "\u9fff"


def seems_missing(text: str, char: str) -> bool:
    """Whether the telling neighbours of `char` stand where they make no sense without it.

    Most of this is `str.find` of single characters, which costs next to nothing.
    """
    strength = 0.0
    for place in _odd_places(text, char):
        odds = log_odds(text[max(0, place - 4) : place], "", char, text[place : place + 4])
        if odds is not None and odds > 0:
            strength += odds
            if strength >= ENOUGH:
                return True
    return False


def _odd_places(text: str, char: str) -> Iterator[int]:
    """The places between a telling neighbour and one that the model has seen beside `char`, but never beside it."""
    for marked in telling(char)[:ANCHORS]:
        precedes, anchor = marked[0] == "-", marked[1]
        at = -1
        for _ in range(MOST):
            at = text.find(anchor, at + 1)
            if at < 0:
                break
            place = at + precedes
            pair = text[place - 1 : place + 1]
            if len(pair) == 2 and ((found := lookup(pair)) is None or found[0] < RARE):
                beside = pair[precedes]
                if _FIRST <= beside <= _LAST and lookup(char + beside if precedes else beside + char):
                    yield place
