"""The cheap first look: is there any sign that a character is missing?"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.lexicon.neighbours import telling
from cnclean.stages.restoration.evidence import bigram, is_plausible, log_odds


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

BETTER: Final = -1.5
"""As in `evidence`, but more: only what is most telling is looked at."""

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
                if bigram(before + after) < RARE and is_plausible(before, char, after, BETTER):
                    yield place
