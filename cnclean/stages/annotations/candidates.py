"""The characters that a byte may have belonged to, the commonest first, and what may have fallen out of a text."""

import functools
from collections.abc import Iterable
from typing import Final

from cnclean.stages.annotations.language import UNKNOWN, likelihood, rarity
from cnclean.stages.annotations.octets import character, octets, vanishing

_TRIED: Final = 30
"""So many characters are tried for the second half of a fallen pair,"""
_KEPT: Final = 12
"""and so many kept behind each character that the first half may have ended."""
_MIDDLES: Final = 16
_MIDDLE: Final = 3.0

Fallen = tuple[float, str, str, int]
"""Its price; the whole character between two fallen pairs, or none; the character after them; its first byte."""


@functools.lru_cache(maxsize=256)
def common(trail: int) -> tuple[str, ...]:
    """The characters with this second byte that the language model knows."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> tuple[str, ...]:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


@functools.lru_cache(maxsize=256)
def ended(pending: int) -> tuple[tuple[str, int], ...]:
    """The characters that the first byte of a fallen pair may have ended, each with that byte."""
    found = ((character(pending, lead), lead) for lead in vanishing())
    return tuple((char, lead) for char, lead in found if char and rarity(char) < UNKNOWN)


@functools.lru_cache(maxsize=1 << 12)
def fallen(char: str, lead: int, first: int) -> tuple[Fallen, ...]:
    """How the text may go on behind `char`, which the first byte `lead` of a fallen pair ended, up to `first`."""
    found = [(likelihood(char, second), "", second, begin) for second, begin in _begun(lead, first)]
    return tuple(sorted(found)[:_KEPT])


@functools.lru_cache(maxsize=1 << 12)
def fallen_twice(char: str, lead: int, first: int) -> tuple[Fallen, ...]:
    """The same where two pairs fell out, and between them a whole character."""
    found: list[Fallen] = []
    for middle in _between(lead):
        price = likelihood(char, middle)
        if price < _MIDDLE:
            thirds = _begun(octets(middle)[1], first)[: _TRIED // 2]
            found += [(price + likelihood(middle, third), middle, third, begin) for third, begin in thirds]
    return tuple(sorted(found)[:_KEPT])


@functools.lru_cache(maxsize=1 << 12)
def _begun(lead: int, trail: int) -> tuple[tuple[str, int], ...]:
    """The characters with the second byte `trail` whose first fell out with `lead` before it, and that byte."""
    trails = vanishing()[lead]
    found = [(char, octets(char)[0]) for char in common(trail) if octets(char)[0] in trails]
    return tuple(found[:_TRIED])


@functools.cache
def _between(lead: int) -> tuple[str, ...]:
    """The commonest characters whose two bytes fell out with another each, the first with `lead` before it."""
    trails = vanishing()[lead]
    found = (char for trail in vanishing() for char in common(trail)[:20] if octets(char)[0] in trails)
    return tuple(sorted(found, key=rarity)[:_MIDDLES])


def _known(characters: Iterable[str]) -> tuple[str, ...]:
    found = {char: rarity(char) for char in characters if char}
    return tuple(sorted((char for char in found if found[char] < UNKNOWN), key=lambda char: found[char]))
