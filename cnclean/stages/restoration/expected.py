"""Which terms a text of some length should hold and does not, and how closely to look for what they leave behind."""

import functools
from typing import Final

from cnclean.stages.restoration.scripts import SIMPLIFIED, Script
from cnclean.stages.restoration.terms import (
    LOOKED_FOR,
    LOOKED_FOR_IN_LONG,
    LOOKED_FOR_IN_NEWS,
    LOOKED_FOR_IN_SHORT,
)

MIDDLING: Final = 2200
"""A shorter text may well lack some of what is looked for."""

LONG: Final = 5000
"""A text from this length on may be expected to hold some more."""

LOOKS: Final = 10
"""At how many neighbours of terms to look in all: where much is absent, the subject is narrow, and little is told."""

LOOKS_IN_LONG: Final = 6
"""The same for a long text, in which any look takes long."""

NEIGHBOURS: Final = 3
"""At how many neighbours of a term to look at most."""

NEIGHBOURS_IN_LONG: Final = 2

ALL: Final = 5
"""At how many to look in short texts, and for what hardly any long text lacks."""

NARROW: Final = 2
"""A long text that lacks more of `LOOKED_FOR_IN_NEWS` is no news: a filter hits one or two terms."""


def looked_for(text: str, script: Script) -> dict[str, int]:
    """The terms that are absent, and at how many of their neighbours to look."""
    if len(text) < (MIDDLING if script is SIMPLIFIED else LONG):
        terms = LOOKED_FOR_IN_SHORT
    else:
        terms = LOOKED_FOR if len(text) < LONG else LOOKED_FOR_IN_LONG
    absent = _absent(terms, text, script)
    looks = LOOKS if len(text) < LONG else LOOKS_IN_LONG
    most = ALL if len(text) < MIDDLING else NEIGHBOURS if len(text) < LONG else NEIGHBOURS_IN_LONG
    found = dict.fromkeys(absent[:looks], min(most, max(1, looks // max(1, len(absent)))))
    if len(text) >= LONG:
        absent = _absent(LOOKED_FOR_IN_NEWS, text, script, NARROW + 1)
        found |= dict.fromkeys(absent if len(absent) <= NARROW else (), ALL)
    return found


def _absent(terms: str, text: str, script: Script, most: int = 99) -> list[str]:
    absent = []
    for term, written in _written(terms, script):
        if written not in text:
            absent.append(term)
            if len(absent) == most:
                break
    return absent


@functools.cache
def _written(terms: str, script: Script) -> list[tuple[str, str]]:
    return [(term, script.written(term)) for term in terms]
