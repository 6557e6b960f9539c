"""How a cell of the wording tables is read.

A cell's entries are parted by blanks. An entry is one piece or several: `+` joins pieces that touch, `…` pieces with a
few characters between them. A piece is one word or some, parted by `|`; `<name>` stands for a class of words, `_` for
a space. `长按|扫描…<码>` is `长按识别下方二维码` and `扫描左侧小程序码` and all that lies between.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from cnclean.folding import space
from cnclean.stages.boilerplate.wording import CLASSES

_COMPOSED = re.compile(r"[+|…<]")
_LATIN = re.compile("[a-z0-9]")


class Part(NamedTuple):
    words: tuple[str, ...]
    apart: bool
    """Whether other words may stand before it."""

    begins: frozenset[str]
    """The first two characters of each word."""


def pieces(entry: str) -> list[Part]:
    """The pieces of a table's entry; the first has nothing before it."""
    if not _COMPOSED.search(entry):
        return [_part((spaced(entry),), apart=False)]
    return [
        _part(_alternatives(piece), apart=number > 0)
        if "+" not in piece
        else _part(_alternatives(tight), apart=number > 0 and not first)
        for number, piece in enumerate(entry.split("…"))
        for first, tight in enumerate(piece.split("+"))
    ]


@lru_cache(maxsize=4096)
def _part(words: tuple[str, ...], *, apart: bool) -> Part:
    return Part(words, apart, frozenset(word[:2] for word in words))


@lru_cache(maxsize=4096)
def _alternatives(piece: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in piece.split("|"):
        found += CLASSES[word[1:-1]].split() if word.startswith("<") and word.endswith(">") else [word]
    return tuple(sorted({spaced(word) for word in found}, key=lambda word: (-len(word), word)))


def words(*columns: str) -> list[str]:
    return [spaced(word) for column in columns for word in column.split()]


def spaced(word: str) -> str:
    """A word of a table as it stands in a folded line."""
    return space(word.replace("_", " ")) if _LATIN.search(word) else word.replace("_", " ")


def any_of(column: str) -> str:
    """A pattern of a column's words."""
    return f"(?:{choices(column)})"


def choices(column: str) -> str:
    """The same for a pattern that has more of them: only in one list does `re` skip to where one can begin."""
    return "|".join(map(re.escape, sorted(words(column), key=len, reverse=True)))
