"""The characters that a byte may have belonged to, the commonest first."""

import functools
from collections.abc import Iterable

from cnclean.stages.annotations.language import UNKNOWN, rarity
from cnclean.stages.annotations.octets import character


@functools.lru_cache(maxsize=256)
def common(trail: int) -> tuple[str, ...]:
    """The characters with this second byte that the language model knows."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> tuple[str, ...]:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


def _known(characters: Iterable[str]) -> tuple[str, ...]:
    found = {char: rarity(char) for char in characters if char}
    return tuple(sorted((char for char in found if found[char] < UNKNOWN), key=lambda char: found[char]))
