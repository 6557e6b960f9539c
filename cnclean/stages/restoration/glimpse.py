"""The cheap first look: is there any sign that a common term is missing?"""

import functools
import re
from collections.abc import Iterator
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.patterns import compile_later
from cnclean.stages.restoration.anchors import ANCHORS
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.page import bigram
from cnclean.stages.restoration.presence import expected
from cnclean.stages.restoration.terms import LOOKED_FOR, LOOKED_FOR_IN_LONG, LOOKED_FOR_IN_SHORT

HEAD: Final = 4000
"""Where the look ends: a filter that hits a text hits its beginning."""

CLOSELY: Final = 7
BRIEFLY: Final = 3
"""At how many neighbours to look."""

ENOUGH: Final = 3.5
"""Sum of the log odds, over different neighbours, from which the text is read closely."""

MIDDLING: Final = 1500
"""A shorter text may well lack some of what is looked for."""

LONG: Final = 5000
"""A text from this length on may be expected to hold some more."""

RARE: Final = -3.0
"""log10 of the probability below which a character is odd behind another."""

_NAME_WITHOUT_ENDS: Final = compile_later("近(?=总书|同志|主席|强调|指出)(?<![最附接])")
"""习近平 without its first and last character; 附近, 最近."""


def is_suspicious(text: str) -> bool:
    """Whether a common term is absent, and a few of its telling neighbours stand where they make no sense without it.

    Nearly all of this is a search for single characters, which costs next to nothing.
    """
    head = text[:HEAD]
    return any(_seems_missing(head, term, looks) for term, looks in looked_for(text)) or _seems_replaced(text)


def looked_for(text: str) -> Iterator[tuple[str, int]]:
    """The terms that a text of this length should hold, and does not; and at how many of their neighbours to look."""
    listed = LOOKED_FOR_IN_SHORT if len(text) < MIDDLING else LOOKED_FOR
    for term in listed + LOOKED_FOR_IN_LONG if len(text) >= LONG else listed:
        if term not in text:
            yield term, CLOSELY
    for term in expected(text):
        if term not in listed:
            yield term, BRIEFLY


def _seems_missing(text: str, term: str, looks: int) -> bool:
    strength = 0.0
    seen = set()
    for place in _odd_places(text, term, looks):
        pair = text[place - 1 : place + 1]
        if pair not in seen and bigram(pair) < RARE:
            seen.add(pair)
            strength += max(0.0, log_odds(text[max(0, place - 4) : place], "", term, text[place : place + 4]) or 0.0)
            if strength >= ENOUGH:
                return True
    return False


def _odd_places(text: str, term: str, looks: int) -> Iterator[int]:
    for anchor, behind, pattern in _looks(term)[:looks]:
        for match in pattern.finditer(text) if anchor in text else ():
            place = match.end() if behind else match.start()
            if 0 < place < len(text):
                yield place


@functools.cache
def _looks(term: str) -> list[tuple[str, bool, re.Pattern[str]]]:
    return [(anchor[1], anchor[0] == "-", looking_for(anchor)) for anchor in ANCHORS.get(term, ())]


def looking_for(anchor: str) -> re.Pattern[str]:
    """Finds an anchor beside what is not usual there (`-毫`: behind it). The literal comes first, for speed."""
    side, char = anchor[0], anchor[1]
    before, after = neighbours(char)
    if side == "-":
        return re.compile(rf"{char}(?![{re.escape(after)}\n])")
    return re.compile(rf"{char}(?<![{re.escape(before)}\n]{char})")


def _seems_replaced(text: str) -> bool:
    if "最" not in text and text.count("比较") > 1:
        return _strength_of_swap(text) >= ENOUGH
    return "习近平" not in text and _NAME_WITHOUT_ENDS.search(text) is not None


def _strength_of_swap(text: str) -> float:
    strength, place = 0.0, text.find("比较")
    while place >= 0:
        odds = log_odds(text[max(0, place - 4) : place], "比较", "最", text[place + 2 : place + 6])
        strength += max(0.0, odds or 0.0)
        place = text.find("比较", place + 2)
    return strength
