"""The cheap first look: is there any sign that a common term is missing?"""

from typing import Final

from cnclean.lexicon.ngrams import widened
from cnclean.patterns import compile_later
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.expected import MIDDLING, looked_for
from cnclean.stages.restoration.looks import beside, looks_at
from cnclean.stages.restoration.scripts import Script, script_of
from cnclean.stages.restoration.weigh import COUNTS_FROM

HEAD: Final = 8000
"""Where the first look ends: a filter that hits a text hits its beginning."""

_BEGINNING: Final = 800
"""Where it tells in which script a text is."""

_NAMED: Final = 4000
"""Where a name or a superlative stands first that a text is about."""

_NEIGHBOURS: Final = 3
"""At how many neighbours of a term to look before it is given up, where they stand nowhere oddly."""

_NEIGHBOURS_IN_SHORT: Final = 2
"""The same in a short text, which lacks more."""

_PROMISING: Final = 4
"""The levels of all telling pairs of a term, from which they are weighed."""

TRIES: Final = 3
"""How many of them are weighed; those that do not count lose their levels."""

ENOUGH: Final = 1.5
"""Log odds over all pairs, above what counts, from which the text is read closely."""

REPLACED: Final = 3.5
"""The same for a replaced term."""

_BEHIND_NAME: Final = "总總同主强強指"
_NAME_WITHOUT_ENDS: Final = compile_later("近(?<![最附接]近)(?=[总總][书書]|同志|主席|[强強][调調]|指出)")
"""习近平 without its first and last character; 附近, 最近."""


def is_suspicious(text: str) -> bool:
    """Whether a common term is absent, and a few of its telling neighbours stand where they make no sense without it.

    Nearly all of this is a search for single characters, which costs next to nothing.
    """
    beginning, head = text[:_BEGINNING], text[:HEAD]
    script = script_of(beginning)
    for term in looked_for(text, script):
        if _seems_missing(head, term, script):
            return True
    return ("最" not in beginning and _seems_replaced(text, script)) or _lacks_its_ends(text)


def _seems_missing(head: str, term: str, script: Script) -> bool:
    looks = looks_at(term, script)
    pairs: dict[str, int] = {}
    for look in looks[: _NEIGHBOURS_IN_SHORT if len(head) < MIDDLING else _NEIGHBOURS]:
        if look.char in head:
            pairs |= beside(head, look)
    if not pairs:
        return False
    for look in looks:
        pairs |= beside(head, look)
    strength, promise = 0.0, sum(pairs.values())
    for pair in sorted(pairs, key=lambda pair: -pairs[pair])[:TRIES]:
        if promise < _PROMISING:
            break
        odds = _odds_between(pair, head, term, script) - COUNTS_FROM
        strength += max(0.0, odds)
        if strength >= ENOUGH:
            return True
        promise -= pairs[pair] if odds <= 0 else 0
    return False


def _odds_between(pair: str, text: str, term: str, script: Script) -> float:
    """The log odds that `term` is missing where a pair stands first."""
    place = text.index(pair) + 1
    start = max(0, place - 4)
    around = widened(script.simplified(text[start : place + 4]))
    return log_odds(around[: place - start], "", term, around[place - start :]) or 0.0


def _seems_replaced(text: str, script: Script) -> bool:
    replacement = script.written("比较")
    places = _places(text, replacement)
    if len(places) < 2 or "最" in text:
        return False
    strength = 0.0
    for place in places:
        left, right = script.simplified(text[max(0, place - 4) : place]), script.simplified(text[place + 2 : place + 6])
        strength += max(0.0, log_odds(left, "比较", "最", right) or 0.0)
    return strength >= REPLACED


def _places(text: str, word: str) -> list[int]:
    """Where a word of two characters stands, found by its second one: ten times as fast as `str.find` of both."""
    found: list[int] = []
    place = text.find(word[1], 0, _NAMED)
    while place >= 0:
        if text[place - 1 : place] == word[0]:
            found.append(place - 1)
        place = text.find(word[1], place + 1)
    return found


def _lacks_its_ends(text: str) -> bool:
    """Whether the name 习近平 stands without its first and last character."""
    place = text.find("近", 0, _NAMED)
    while place >= 0:
        behind = text[place + 1 : place + 2]
        if behind == "平":
            return False
        if behind in _BEHIND_NAME and _NAME_WITHOUT_ENDS.match(text, place):
            return "近平" not in text
        place = text.find("近", place + 1, _NAMED)
    return False
