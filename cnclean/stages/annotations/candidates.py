"""The characters that a byte may have belonged to, the commonest first."""

import functools
import itertools
import operator
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from cnclean.lexicon import ngrams
from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
from cnclean.stages.annotations.script import traditional
from cnclean.stages.annotations.symbols import UNKNOWN, rarity, symbol

_USUAL: Final = 16
"""So many of the commonest characters may follow any other, marks among them."""
_MIDDLE: Final = 40
"""So many of the commonest characters may stand between two fallen pairs."""
_BEHIND_MARKS: Final = 64
"""So many of those that are likeliest behind a mark; behind a character those that tell most."""
_OWN: Final = 64
"""So many characters that follow another one in the document are known of it,"""
_MANY: Final = 20_000
"""the commonest if the document is long."""


class Followers:
    """What may follow a character of the document: what often does so in any text, and what does so in this one.

    It remembers what it was asked, in the script of the document; the answers never change.
    """

    def __init__(self, pairs: Mapping[str, int], *, converted: bool) -> None:
        self._converted = converted
        self._own: defaultdict[str, str] = defaultdict(str)
        for pair in sorted(pairs, key=pairs.__getitem__, reverse=True) if len(pairs) > _MANY else pairs:
            self._own[pair[0]] += pair[1]
        self._all: dict[str, Mapping[int, Sequence[str]]] = {}
        self._begun: dict[tuple[str, int, int], list[str]] = {}

    def begun(self, char: str, lead: int, trail: int) -> list[str]:
        """Those whose second byte is `trail`, and whose first fell out with `lead` before it."""
        key = char, lead, trail
        found = self._begun.get(key)
        if found is None:
            likely = dict.fromkeys((*self._ending(char).get(trail, ()), *common(trail)[:_USUAL]))
            found = self._begun[key] = _beginning(likely, vanishing()[lead])
        return found

    def between(self, char: str, lead: int) -> list[str]:
        """Those that stand between two fallen pairs, the first one with `lead` before it; only those that are usual."""
        key = char, lead, 0
        found = self._begun.get(key)
        if found is None:
            ending = self._ending(char)
            likely = dict.fromkeys(each for trail in vanishing() for each in ending.get(trail, ()))
            likely.update(dict.fromkeys(_usual_between()))
            found = self._begun[key] = _beginning(likely, vanishing()[lead])
        return found

    def _ending(self, char: str) -> Mapping[int, Sequence[str]]:
        """The followers of `char` by their second byte."""
        found = self._all.get(char)
        if found is None:
            before = symbol(char)
            found = following(before, converted=self._converted)
            if own := self._own.get(before):
                found = dict(found)
                for pair, each in _by_trail(own[:_OWN], converted=self._converted).items():
                    found[pair] = tuple(dict.fromkeys((*found.get(pair, ()), *each)))
            self._all[char] = found
        return found


def _beginning(characters: Collection[str], leads: frozenset[int]) -> list[str]:
    """Those whose first byte is one of `leads`."""
    firsts = map(operator.itemgetter(0), map(octets, characters))
    return list(itertools.compress(characters, map(leads.__contains__, firsts)))


@functools.lru_cache(maxsize=4096)
def following(symbol: str, *, converted: bool) -> Mapping[int, Sequence[str]]:
    """What often follows a character in any text, by the second byte."""
    return _by_trail(neighbours(symbol)[1] or ngrams.followers(symbol)[:_BEHIND_MARKS], converted=converted)


def _by_trail(characters: Iterable[str], *, converted: bool) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for each in characters:
        written = traditional(each) if converted else each
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
