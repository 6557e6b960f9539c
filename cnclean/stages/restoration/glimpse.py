"""The cheap first look: is there any sign that a common term is missing?"""

from typing import Final

from cnclean.lexicon.ngrams import widened
from cnclean.patterns import compile_later
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.expected import looked_for
from cnclean.stages.restoration.looks import bonds, looks_at
from cnclean.stages.restoration.scripts import SIMPLIFIED, Script, script_of
from cnclean.stages.restoration.weigh import COUNTS_FROM

HEAD: Final = 4000
"""Where the first look ends: a filter that hits a text hits its beginning."""

BEGINNING: Final = 800
"""Where it tells in which script a text is."""

FURTHER: Final = 8000
"""Where the second one ends."""

PLACES: Final = 12
"""At how many places of each neighbour to look first."""

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
    for term, neighbours in looked_for(text, script).items():
        if _seems_missing(text, head, term, neighbours, script):
            return True
    return _seems_replaced(text, head, script)


def _seems_missing(text: str, head: str, term: str, neighbours: int, script: Script) -> bool:
    found = looks_at(term, script)
    for look in found[:neighbours]:
        if look.char in head and bonds(head, look, CLOSE, PLACES):
            break
    else:
        return False
    head = text[:FURTHER]
    pairs: dict[str, float] = {}
    for look in found:
        pairs |= bonds(head, look, LOOSE)
    likeliest = sorted(pairs, key=lambda pair: -pairs[pair])
    if sum(pairs[pair] for pair in likeliest[:2]) < BOTH:
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
    if replacement[1] in head and "最" not in text and text.count(replacement) > 1:
        return script is not SIMPLIFIED or _strength_of_swap(text) >= REPLACED
    return "近" in head and _NAME_WITHOUT_ENDS.search(head) is not None and "近平" not in text


def _strength_of_swap(text: str) -> float:
    strength, place = 0.0, text.find("比较")
    while place >= 0:
        odds = log_odds(text[max(0, place - 4) : place], "比较", "最", text[place + 2 : place + 6])
        strength += max(0.0, odds or 0.0)
        place = text.find("比较", place + 2)
    return strength
