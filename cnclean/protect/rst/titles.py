"""Titles of reStructuredText: whether the adornment is long enough for what full-width marks make of its title."""

import unicodedata

from cnclean.patterns import compile_later

ADORNMENT = compile_later(r"([!-/:-@\[-`{-~])\1{1,}[ \t]*$")
_HALF_WIDTH_RUN = compile_later(r"[!-/:-@\[-`{-~]|[A-Za-z0-9]+")


def may_become_short(adornment: str, title: str) -> bool:
    return len(adornment.rstrip()) < _columns(title.rstrip()) + 2 * len(_HALF_WIDTH_RUN.findall(title))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char) for char in text)
