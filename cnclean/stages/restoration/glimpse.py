"""The cheap first look: is there any sign that a common term is missing?"""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.patterns import compile_later
from cnclean.stages.restoration.anchors import ANCHORS
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.page import bigram
from cnclean.stages.restoration.presence import expected
from cnclean.stages.restoration.scripts import SIMPLIFIED, Script
from cnclean.stages.restoration.terms import LOOKED_FOR, LOOKED_FOR_IN_LONG, LOOKED_FOR_IN_SHORT

HEAD: Final = 4000
"""Where the look ends: a filter that hits a text hits its beginning."""

CLOSELY: Final = 5
BRIEFLY: Final = 3
"""At how many neighbours to look."""

ENOUGH: Final = 3.5
"""Sum of the log odds, over different neighbours, from which the text is read closely."""

MIDDLING: Final = 2200
"""A shorter text may well lack some of what is looked for."""

LONG: Final = 5000
"""A text from this length on may be expected to hold some more."""

RARE: Final = -3.0
"""log10 of the probability below which a character is odd behind another."""

_NAME_WITHOUT_ENDS: Final = compile_later("近(?<![最附接]近)(?=[总總][书書]|同志|主席|[强強][调調]|指出)")
"""习近平 without its first and last character; 附近, 最近."""


def is_suspicious(text: str, script: Script) -> bool:
    """Whether a common term is absent, and a few of its telling neighbours stand where they make no sense without it.

    Nearly all of this is a search for single characters, which costs next to nothing.
    """
    head = text[:HEAD]
    found = any(_seems_missing(head, term, looks, script) for term, looks in looked_for(text, script))
    return found or _seems_replaced(text, script)


def looked_for(text: str, script: Script) -> Iterator[tuple[str, int]]:
    """The terms that a text of this length should hold, and does not; and at how many of their neighbours to look."""
    listed = LOOKED_FOR if len(text) >= (MIDDLING if script is SIMPLIFIED else LONG) else LOOKED_FOR_IN_SHORT
    for term in listed + LOOKED_FOR_IN_LONG if len(text) >= LONG else listed:
        if script.written(term) not in text:
            yield term, CLOSELY
    if script is SIMPLIFIED:
        yield from ((term, BRIEFLY) for term in expected(text) if term not in listed)


def _seems_missing(text: str, term: str, looks: int, script: Script) -> bool:
    strength = 0.0
    seen = set()
    for place in _odd_places(text, term, looks, script):
        start = max(0, place - 4)
        around = script.simplified(text[start : place + 4])
        left, right = around[: place - start], around[place - start :]
        pair = left[-1:] + right[:1]
        if pair not in seen and bigram(pair) < RARE:
            seen.add(pair)
            strength += max(0.0, log_odds(left, "", term, right) or 0.0)
            if strength >= ENOUGH:
                return True
    return False


def _odd_places(text: str, term: str, looks: int, script: Script) -> Iterator[int]:
    for anchor in ANCHORS.get(term, ())[:looks]:
        yield from odd_gaps(text, anchor, script)


def odd_gaps(text: str, anchor: str, script: Script) -> Iterator[int]:
    """The gaps beside an anchor where what is usual there does not stand (`-毫`: behind it)."""
    char, behind, usual = _look(anchor, script)
    at = text.find(char)  # a search for one character is many times as fast as a pattern
    while at >= 0:
        place = at + behind
        if 0 < place < len(text) and text[place - 1 + behind] not in usual:
            yield place
        at = text.find(char, at + 1)


@functools.cache
def _look(anchor: str, script: Script) -> tuple[str, int, str]:
    behind = anchor[0] == "-"
    return script.written(anchor[1]), int(behind), script.written(neighbours(anchor[1])[behind]) + "\n"


def _seems_replaced(text: str, script: Script) -> bool:
    if "最" not in text and text.count(script.written("比较")) > 1:
        return script is not SIMPLIFIED or _strength_of_swap(text) >= ENOUGH
    return "近平" not in text and _NAME_WITHOUT_ENDS.search(text) is not None


def _strength_of_swap(text: str) -> float:
    strength, place = 0.0, text.find("比较")
    while place >= 0:
        odds = log_odds(text[max(0, place - 4) : place], "比较", "最", text[place + 2 : place + 6])
        strength += max(0.0, odds or 0.0)
        place = text.find("比较", place + 2)
    return strength
