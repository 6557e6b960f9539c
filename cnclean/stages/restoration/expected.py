"""Which terms a text of some length should hold and does not."""

import functools
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cnclean.stages.restoration.scripts import SIMPLIFIED, Script
from cnclean.stages.restoration.terms import (
    LOOKED_FOR,
    LOOKED_FOR_IN_NEWS,
    LOOKED_FOR_IN_SHORT,
    LOOKED_FOR_IN_TRADITIONAL,
)

MIDDLING: Final = 2200
"""A shorter text may well lack some of what is looked for."""

LONG: Final = 5000
"""A text from this length on may be expected to hold some more."""

NARROW: Final = 2
"""A long text that lacks more of `LOOKED_FOR_IN_NEWS` is no news: a filter hits one or two terms."""


def looked_for(text: str, script: Script) -> list[str]:
    """The terms that are absent."""
    if len(text) < (MIDDLING if script is SIMPLIFIED else LONG):
        return list(_absent(LOOKED_FOR_IN_SHORT if script is SIMPLIFIED else LOOKED_FOR_IN_TRADITIONAL, text, script))
    absent = list(_absent(LOOKED_FOR, text, script))
    if len(text) < LONG:
        return absent
    of_news = list(islice(_absent(LOOKED_FOR_IN_NEWS, text, script), NARROW + 1))
    return absent + of_news if len(of_news) <= NARROW else absent


def _absent(terms: str, text: str, script: Script) -> Iterator[str]:
    for term, written in _written(terms, script):
        if written not in text:
            yield term


@functools.cache
def _written(terms: str, script: Script) -> tuple[tuple[str, str], ...]:
    return tuple((term, script.written(term)) for term in terms)
