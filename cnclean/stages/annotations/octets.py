"""The bytes behind the characters: GBK as the damaged pages were written in it, and what its decoder lets vanish."""

import functools
from typing import Final

WIDE: Final = str.maketrans(",:;?!()", "，：；？！（）")


@functools.lru_cache(maxsize=1 << 14)
def octets(character: str) -> bytes:
    """The bytes that `character` was decoded from; none if GBK has no such character.

    A half-width mark was full-width when the page was decoded: an ASCII mark within a broken run is impossible.
    """
    try:
        return character.translate(WIDE).encode("gbk")
    except UnicodeEncodeError:
        return b""


def widened(character: str) -> bytes:
    """The bytes of the full-width form of an ASCII character, which somebody may have narrowed since."""
    return bytes((0xA3, ord(character) + 0x80)) if "!" <= character <= "~" else b""


@functools.lru_cache(maxsize=1 << 16)
def character(lead: int, trail: int) -> str:
    """The character of two bytes, empty if they are none."""
    try:
        decoded = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return decoded if len(decoded) == 1 else ""


@functools.cache
def vanishing() -> dict[int, tuple[int, ...]]:
    """Pairs that the decoder drops, being nobody's character or a user-defined one: the second bytes of each first."""
    found = {lead: tuple(t for t in _TRAILS if not character(lead, t)) for lead in range(0x81, 0xFF)}
    return {lead: trails for lead, trails in found.items() if trails}


_TRAILS: Final = (*range(0x81, 0xFF),)
"""Of the second bytes only those that can begin the next pair."""
