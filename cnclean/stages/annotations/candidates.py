"""The characters that a byte may have belonged to, the commonest first."""

import functools
import itertools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from cnclean.lexicon import ngrams
from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.annotations.converted import traditional
from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
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

ByTrail = Mapping[int, str]
"""Characters by their second byte."""


class Followers:
    """What may follow a character of the document: what often does so in any text, and what does so in this one.

    It remembers what it was asked, in the script of the document; the answers never change.
    """

    def __init__(self, pairs: Callable[[], Mapping[str, int]], *, converted: bool) -> None:
        self._pairs = pairs
        self._converted = converted
        self._all: dict[str, tuple[ByTrail, ByTrail]] = {}
        self._begun: dict[tuple[str, int, int], str] = {}
        self._between: dict[tuple[str, int], str] = {}

    @functools.cached_property
    def _own(self) -> Mapping[str, str]:
        pairs = self._pairs()
        own: defaultdict[str, str] = defaultdict(str)
        for pair in sorted(pairs, key=pairs.__getitem__, reverse=True) if len(pairs) > _MANY else pairs:
            own[pair[0]] += pair[1]
        return own

    def begun(self, char: str, lead: int, trail: int) -> str:
        """Those whose second byte is `trail`, and whose first fell out with `lead` before it."""
        key = char, lead, trail
        found = self._begun.get(key)
        if found is None:
            often, here = self._ending(char)
            likely = _beginning(often.get(trail, "") + here.get(trail, ""), lead)
            found = self._begun[key] = "".join(dict.fromkeys(likely + _usual_beginning(lead, trail)))
        return found

    def between(self, char: str, lead: int) -> str:
        """Those that stand between two fallen pairs, the first one with `lead` before it; only those that are usual."""
        key = char, lead
        found = self._between.get(key)
        if found is None:
            likely = "".join(ending[trail] for ending in self._ending(char) for trail in ending.keys() & vanishing())
            found = self._between[key] = "".join(dict.fromkeys(_beginning(likely, lead) + _usual_between(lead)))
        return found

    def _ending(self, char: str) -> tuple[ByTrail, ByTrail]:
        """The followers of `char` by their second byte: those in any text, and those in this one."""
        found = self._all.get(char)
        if found is None:
            before = symbol(char)
            own = _by_trail(self._own.get(before, "")[:_OWN], converted=self._converted)
            found = self._all[char] = following(before, converted=self._converted), own
        return found


def _beginning(characters: str, lead: int) -> str:
    """Those whose first byte may have fallen out with `lead` before it."""
    firsts = map(operator.itemgetter(0), map(octets, characters))
    return "".join(itertools.compress(characters, map(vanishing()[lead].__contains__, firsts)))


@functools.lru_cache(maxsize=4096)
def following(symbol: str, *, converted: bool) -> ByTrail:
    """What often follows a character in any text, by the second byte."""
    return _by_trail(neighbours(symbol)[1] or ngrams.followers(symbol)[:_BEHIND_MARKS], converted=converted)


def _by_trail(characters: Iterable[str], *, converted: bool) -> ByTrail:
    found: dict[int, str] = {}
    for each in characters:
        written = traditional(each) if converted else each
        pair = octets(written)
        if len(pair) == 2:
            found[pair[1]] = found.get(pair[1], "") + written
    return found


@functools.lru_cache(maxsize=256)
def common(trail: int) -> str:
    """The characters with this second byte that the language model knows."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> str:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


@functools.lru_cache(maxsize=1 << 14)
def _usual_beginning(lead: int, trail: int) -> str:
    """The commonest characters with the second byte `trail` whose first may have fallen out with `lead` before it."""
    return _beginning(common(trail)[:_USUAL], lead)


@functools.lru_cache(maxsize=256)
def _usual_between(lead: int) -> str:
    """The commonest characters and marks whose second byte can begin a pair that falls out, as the first did."""
    found = [char for trail in vanishing() for char in common(trail)[:_USUAL]]
    return _beginning("".join(sorted(found, key=rarity)[:_MIDDLE]), lead)


def _known(characters: Iterable[str]) -> str:
    found = {char: rarity(char) for char in characters if char and not is_widened(char)}
    return "".join(sorted((char for char in found if found[char] < UNKNOWN), key=found.__getitem__))
