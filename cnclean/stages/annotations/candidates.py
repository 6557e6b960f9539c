"""The characters that a byte may have belonged to, the commonest first."""

import functools
from collections.abc import Iterable
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.annotations.language import UNKNOWN, rarity, symbol
from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
from cnclean.stages.annotations.script import traditional

_USUAL: Final = 16
"""So many of the commonest characters may follow any other, marks among them."""

_MIDDLE: Final = 40
"""So many of the commonest characters may stand between two fallen pairs."""


class Followers:
    """What may follow a character of the document: what often does so in any text, and what does so in this one.

    It remembers what it was asked, in the script of the document; the answers never change.
    """

    def __init__(self, pairs: Iterable[str], *, converted: bool) -> None:
        self._written = traditional if converted else str
        self._own: dict[str, list[str]] = {}
        for pair in pairs:
            self._own.setdefault(pair[0], []).append(pair[1])
        self._all: dict[str, dict[int, list[str]]] = {}
        self._begun: dict[tuple[str, int, int], list[str]] = {}

    def begun(self, char: str, lead: int, trail: int) -> list[str]:
        """Those whose second byte is `trail`, and whose first fell out with `lead` before it."""
        key = char, lead, trail
        found = self._begun.get(key)
        if found is None:
            trails = vanishing()[lead]
            likely = dict.fromkeys((*self._ending(char).get(trail, ()), *common(trail)[:_USUAL]))
            found = self._begun[key] = [each for each in likely if octets(each)[0] in trails]
        return found

    def between(self, char: str, lead: int) -> list[str]:
        """Those that stand between two fallen pairs, the first one with `lead` before it; only those that are usual."""
        key = char, lead, 0
        found = self._begun.get(key)
        if found is None:
            trails, ending = vanishing()[lead], self._ending(char)
            likely = dict.fromkeys(each for trail in vanishing() for each in ending.get(trail, ()))
            likely.update(dict.fromkeys(_usual_between()))
            found = self._begun[key] = [each for each in likely if octets(each)[0] in trails]
        return found

    def _ending(self, char: str) -> dict[int, list[str]]:
        """The followers of `char` by their second byte."""
        found = self._all.get(char)
        if found is None:
            found = self._all[char] = {}
            before = symbol(char)
            for each in dict.fromkeys((*neighbours(before)[1], *self._own.get(before, ()))):
                written = self._written(each)
                pair = octets(written)
                if len(pair) == 2:
                    found.setdefault(pair[1], []).append(written)
        return found


@functools.lru_cache(maxsize=256)
def common(trail: int) -> tuple[str, ...]:
    """The characters with this second byte that the language model knows."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> tuple[str, ...]:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


@functools.cache
def _usual_between() -> tuple[str, ...]:
    """The commonest characters and marks whose second byte can begin a pair that falls out."""
    found = [char for trail in vanishing() for char in common(trail)[:_USUAL]]
    return tuple(sorted(found, key=rarity)[:_MIDDLE])


def _known(characters: Iterable[str]) -> tuple[str, ...]:
    found = {char: rarity(char) for char in characters if char and not is_widened(char)}
    return tuple(sorted((char for char in found if found[char] < UNKNOWN), key=lambda char: found[char]))
