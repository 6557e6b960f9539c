"""The characters of the two scripts as the annotating converter maps them, one to one."""

import functools
from typing import Final

from cnclean.conversion import convert
from cnclean.stages.script.engine import converter

KEPT: Final = frozenset("么于云后咨干并征愿涌游群范采里")
"""Simplified characters that are Traditional ones too and that the converter left alone."""

_GBK: Final = "".join(map(chr, range(0x4E00, 0x9FA6)))


def simplify(text: str) -> str:
    """Traditional to Simplified, with the context that characters of two meanings need; keeps the length."""
    try:
        converted = _by_opencc(text, "tw2s")
    except UnicodeEncodeError:  # lone surrogates
        converted = convert(text, "tw2s")
    if len(converted) != len(text):
        converted = "".join(map(simplified, text))
    return converted.replace("幺", "么")


def simplified(character: str) -> str:
    """The Simplified form of one character without any context."""
    return _simplified().get(character, character)


def is_converted(character: str) -> bool:
    """Whether `character` is a Traditional form that Simplified text does not have."""
    return character in _simplified()


def traditional(character: str) -> str:
    """What the converter makes of a Simplified character."""
    return _traditional().get(character, character)


def _by_opencc(text: str, configuration: str) -> str:
    """As `convert`, without its arrays: to make them takes longer than OpenCC takes for thousands of pages."""
    return converter(configuration, rare=True).convert(text)


@functools.cache
def unconverted() -> frozenset[str]:
    """Simplified characters that the converter leaves nowhere."""
    return frozenset(_traditional())


@functools.cache
def _traditional() -> dict[str, str]:
    pairs = zip(_GBK, _by_opencc("\n".join(_GBK), "s2tw").split("\n"), strict=True)
    return {char: converted for char, converted in pairs if char != converted and char not in KEPT}


@functools.cache
def _simplified() -> dict[str, str]:
    pairs = zip(_GBK, _by_opencc("\n".join(_GBK), "tw2s").split("\n"), strict=True)
    table = {char: simple for char, simple in pairs if char != simple and len(simple) == 1 and char not in KEPT}
    return table | {"著": "着"}
