"""The cheap first look: is there any sign that a common term is missing?"""

import functools
from typing import Final

from cnclean.lexicon.ngrams import widened
from cnclean.patterns import compile_later
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.looks import bonds, looks_at
from cnclean.stages.restoration.scripts import SIMPLIFIED, Script, script_of
from cnclean.stages.restoration.terms import LOOKED_FOR, LOOKED_FOR_IN_LONG, LOOKED_FOR_IN_SHORT
from cnclean.stages.restoration.weigh import COUNTS_FROM

HEAD: Final = 4000
"""Where the first look ends: a filter that hits a text hits its beginning."""

BEGINNING: Final = 800
"""Where it tells in which script a text is."""

FURTHER: Final = 8000
"""Where the second one ends."""

NEIGHBOURS: Final = 2
"""At how many neighbours of a term to look first, at one where the subject is narrow."""

NEIGHBOURS_IN_SHORT: Final = 4

LOOKS: Final = 12
LOOKS_IN_LONG: Final = 6
PLACES: Final = 6
"""At how many places of each."""

MIDDLING: Final = 2200
"""A shorter text may well lack some of what is looked for."""

LONG: Final = 5000
"""A text from this length on may be expected to hold some more."""

NARROW: Final = 1
"""A long text that lacks more of what is looked for lacks it for its narrow subject: a filter hits one or two terms."""

NARROW_IN_LONG: Final = 2
"""The same for what is looked for in long texts only."""

CLOSE: Final = -1.3
"""log10 of how much likelier the term must make one odd pair of characters; the model of pairs is a rough one."""

LOOSE: Final = -2.0
"""The same for the others, at the second look."""

BOTH: Final = -2.0
"""The same for the two likeliest of them together."""

TRIES: Final = 4
"""How many pairs are weighed before a term is given up of which none of them tells anything."""

ENOUGH: Final = 1.5
"""Log odds over all pairs, above what counts, from which the text is read closely."""

REPLACED: Final = 3.5
"""The same for a replaced term."""

_NAME_WITHOUT_ENDS: Final = compile_later("近(?<![最附接]近)(?=[总總][书書]|同志|主席|[强強][调調]|指出)")
"""习近平 without its first and last character; 附近, 最近."""


def is_suspicious(text: str) -> bool:
    """Whether a common term is absent, and a few of its telling neighbours stand where they make no sense without it.

    Nearly all of this is a search for single characters, which costs next to nothing.
    """
    head = text[:HEAD]
    script = script_of(text[:BEGINNING])
    absent = looked_for(text, script)
    looks, most = (LOOKS, 5) if len(text) < MIDDLING else (LOOKS, 3) if len(text) < LONG else (LOOKS_IN_LONG, 2)
    neighbours = min(most, max(1, looks // max(1, len(absent))))
    for term in absent[:looks]:
        if _seems_missing(text, head, term, neighbours, script):
            return True
    return _seems_replaced(text, head, script)


def looked_for(text: str, script: Script) -> list[str]:
    """The terms that a text of this length should hold, and does not."""
    enough = len(text) >= (MIDDLING if script is SIMPLIFIED else LONG)
    absent = _absent(LOOKED_FOR if enough else LOOKED_FOR_IN_SHORT, text, script)
    if len(text) >= LONG and len(absent) <= NARROW:
        further = _absent(LOOKED_FOR_IN_LONG, text, script)
        if len(further) <= NARROW_IN_LONG:
            absent += further
    return absent


def _absent(terms: str, text: str, script: Script) -> list[str]:
    return [term for term, written in _written(terms, script) if written not in text]


@functools.cache
def _written(terms: str, script: Script) -> list[tuple[str, str]]:
    return [(term, script.written(term)) for term in terms]


def _seems_missing(text: str, head: str, term: str, first: int, script: Script) -> bool:
    found = looks_at(term, script)
    for look in found[:first]:
        if bonds(head, look, CLOSE, PLACES):
            break
    else:
        return False
    head = text[:FURTHER]
    pairs: dict[str, float] = {}
    for look in found:
        pairs |= bonds(head, look, LOOSE)
    likeliest = sorted(pairs, key=lambda pair: -pairs[pair])
    if len(pairs) == 1 or sum(pairs[pair] for pair in likeliest[:2]) < BOTH:
        return False
    strength = 0.0
    for tried, pair in enumerate(likeliest, 1):
        strength += max(0.0, _odds_between(pair, head, term, script) - COUNTS_FROM)
        if strength >= ENOUGH:
            return True
        if tried >= TRIES and not strength:
            return False
    return False


def _odds_between(pair: str, text: str, term: str, script: Script) -> float:
    """The log odds that `term` is missing where a pair stands first."""
    place = text.index(pair) + 1
    start = max(0, place - 4)
    around = widened(script.simplified(text[start : place + 4]))
    return log_odds(around[: place - start], "", term, around[place - start :]) or 0.0


def _seems_replaced(text: str, head: str, script: Script) -> bool:
    replacement = script.written("比较")
    if replacement[1] in head and "最" not in text and head.count(replacement) > 1:
        return script is not SIMPLIFIED or _strength_of_swap(head) >= REPLACED
    return "近" in head and _NAME_WITHOUT_ENDS.search(head) is not None and "近平" not in text


def _strength_of_swap(text: str) -> float:
    strength, place = 0.0, text.find("比较")
    while place >= 0:
        odds = log_odds(text[max(0, place - 4) : place], "比较", "最", text[place + 2 : place + 6])
        strength += max(0.0, odds or 0.0)
        place = text.find("比较", place + 2)
    return strength
