"""The cheap first look: is there any sign that a character is missing?"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.lexicon.neighbours import telling
from cnclean.lexicon.ngrams import lookup
from cnclean.stages.restoration.evidence import log_odds

class Look(NamedTuple):
    """How closely to look: at how many neighbours, how often at each, and the log odds that are enough."""

    neighbours: int
    times: int
    enough: float


FIRST: Final = Look(4, 12, 3.0)
SECOND: Final = Look(6, 60, 5.0)
"""Hardly a clean text in a hundred gets this second look, and one in a thousand is searched."""

RARE: Final = -3.4
"""log10 of the probability below which a character is odd behind another."""

NEVER: Final = -5.0
"""log10 of the probability of a character behind another behind which the model has never seen it, roughly."""

BETTER: Final = -1.5
"""log10 of how much likelier the two bigrams with the missing character must be than the one without."""

_HAN_FROM: Final = "\u4e00"
_HAN_TO: Final = "\u9fff"


def seems_missing(text: str, char: str, look: Look) -> bool:
    """Whether the telling neighbours of `char` stand where they make no sense without it.

    Most of this is `str.find` of single characters, which costs next to nothing.
    """
    strength = 0.0
    for place in _odd_places(text, char, look):
        odds = log_odds(text[max(0, place - 4) : place], "", char, text[place : place + 4])
        if odds is not None and odds > 0:
            strength += odds
            if strength >= look.enough:
                return True
    return False


def _odd_places(text: str, char: str, look: Look) -> Iterator[int]:
    """The places between a telling neighbour and a character that seldom stands beside it, but often beside `char`."""
    for marked in telling(char)[: look.neighbours]:
        precedes, anchor = marked[0] == "-", marked[1]
        at = -1
        for _ in range(look.times):
            at = text.find(anchor, at + 1)
            if at < 0:
                break
            place = at + precedes
            if 0 < place < len(text) and _HAN_FROM <= text[at - 1 + 2 * precedes] <= _HAN_TO:
                before, after = text[place - 1], text[place]
                found = lookup(before + after)
                apart = found[0] if found else NEVER
                if apart < RARE and _bigram(before + char) + _bigram(char + after) > apart + BETTER:
                    yield place


def _bigram(pair: str) -> float:
    found = lookup(pair)
    return found[0] if found else NEVER
