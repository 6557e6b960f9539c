"""The characters of the two scripts as the annotating converter maps them, one to one."""

import functools
from collections.abc import Callable
from typing import Final

KEPT: Final = frozenset("么于云后咨干并征愿涌游群范采里")
"""Simplified characters that are Traditional ones too and that the converter left alone."""

_GBK: Final = "".join(map(chr, range(0x4E00, 0x9FA6)))


@functools.cache
def simplify() -> Callable[[str], str]:
    """Traditional to Simplified, with the context that characters of two meanings need; keeps the length."""
    from opencc import OpenCC  # noqa: PLC0415 - slow to load, and rarely needed

    converter = OpenCC("tw2s")

    def convert(text: str) -> str:
        converted: str = converter.convert(text)
        if len(converted) != len(text):
            converted = "".join(map(simplified, text))
        return converted.replace("幺", "么") if "幺" in converted else converted

    return convert


def simplified(character: str) -> str:
    """The Simplified form of one character without any context."""
    return _simplified().get(character, character)


def is_converted(character: str) -> bool:
    """Whether `character` is a Traditional form that Simplified text does not have."""
    return character in _simplified()


@functools.cache
def unconverted() -> frozenset[str]:
    """Simplified characters that the converter leaves nowhere."""
    from opencc import OpenCC  # noqa: PLC0415

    pairs = zip(_GBK, OpenCC("s2tw").convert("\n".join(_GBK)).split("\n"), strict=True)
    return frozenset(char for char, traditional in pairs if char != traditional) - KEPT


@functools.cache
def _simplified() -> dict[str, str]:
    from opencc import OpenCC  # noqa: PLC0415

    pairs = zip(_GBK, OpenCC("tw2s").convert("\n".join(_GBK)).split("\n"), strict=True)
    table = {char: simple for char, simple in pairs if char != simple and len(simple) == 1 and char not in KEPT}
    return table | {"著": "着"}
