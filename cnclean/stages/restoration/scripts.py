"""How terms are written in the script of a text: the lexicon is Simplified, texts may be Traditional."""

import functools
from collections.abc import Callable
from typing import Final, NamedTuple

from cnclean.conversion import convert

_USUAL: Final = "這會國來"
"""What hardly any Traditional text lacks, and no Simplified text has."""


class Script(NamedTuple):
    """From the lexicon's script to the text's, and back."""

    written: Callable[[str], str]
    simplified: Callable[[str], str]


def script_of(text: str) -> Script:
    """The script in which terms would stand in `text`."""
    for char in _USUAL:
        if char in text:
            return TRADITIONAL
    return SIMPLIFIED


def _same(text: str) -> str:
    return text


@functools.lru_cache(maxsize=1 << 12)
def _traditional(text: str) -> str:
    return convert(text, "s2t")


def _simplified(text: str) -> str:
    return "".join(map(_simplified_character, text))  # by characters: as long as before, and fast for a few of them


@functools.lru_cache(maxsize=1 << 13)
def _simplified_character(char: str) -> str:
    return convert(char, "t2s")


SIMPLIFIED: Final = Script(_same, _same)
TRADITIONAL: Final = Script(_traditional, _simplified)
