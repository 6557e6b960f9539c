"""The bytes behind the characters: GBK as the damaged pages were written in it, and what its decoder lets vanish."""

import functools
import struct
from typing import Final

from cnclean.remembered import remembered

WIDE: Final = str.maketrans(",:;?!()", "，：；？！（）")


@remembered(most=1 << 14)
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


def is_widened(character: str) -> bool:
    """Whether `character` is the full-width form of a letter, of a digit or of a mark that Chinese does not use."""
    return "＂" <= character <= "～" and character not in "（），：；？"


def character(lead: int, trail: int) -> str:
    """The character of two bytes, empty if they are none."""
    return _pairs().get(lead << 8 | trail, "")


@functools.cache
def vanishing() -> dict[int, frozenset[int]]:
    """Pairs that the decoder drops, being nobody's character or a user-defined one: the second bytes of each first.

    Of the second bytes only those that can begin the next pair.
    """
    known = _pairs()
    found = {lead: frozenset(t for t in range(0x81, 0xFF) if lead << 8 | t not in known) for lead in range(0x81, 0xFF)}
    return {lead: trails for lead, trails in found.items() if trails}


@functools.cache
def _pairs() -> dict[int, str]:
    """The characters of GBK by their two bytes."""
    data = "".join(map(chr, (*range(0x80, 0x3400), *range(0x4E00, 0xA000), *range(0xE000, 0x10000)))).encode(
        "gbk", "ignore"
    )
    codes = struct.unpack(f">{len(data) // 2}H", data)
    return dict(zip(codes, data.decode("gbk"), strict=True))
