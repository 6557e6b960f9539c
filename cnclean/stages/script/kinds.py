"""Which kinds of characters a text and its lines have: what has none of a kind need not be searched for it."""

import functools
import operator
from typing import TYPE_CHECKING, Final, NamedTuple

from cnclean.stages.script import bits
from cnclean.stages.script.bits import bits_of
from cnclean.stages.script.evidence import NOTHING, Evidence, weigh, with_words
from cnclean.stages.script.japanese import has_japanese_word

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LONG: Final = 40
"""Shorter texts are searched before an array is made of them."""

_COUNTED: Final = (
    bits.HAN,
    bits.KANA,
    bits.SIMPLIFIED,
    bits.TRADITIONAL,
    bits.JAPANESE,
    bits.UNJAPANESE,
    bits.GRAMMAR,
)
"""In the order of `Evidence`."""

_KINDS: Final = (
    bits.SIMPLIFIED,
    bits.TRADITIONAL,
    bits.FOREIGN,
    bits.SIGN,
    bits.UNTOUCHED,
    bits.NOT_TAIWAN,
    bits.NOT_HONGKONG,
)
"""In the order of `Kinds`."""
_ALL: Final = sum(_KINDS)


class Kinds(NamedTuple):
    """Kinds of characters that decide how a text is to be converted, and whether it has some.

    `foreign`         kana, Hangul, reduced forms that only Japanese has
    `sign`            what code, markup and paths with Chinese in them are known by
    `untouched`       what OpenCC must not see
    `not_taiwan`      Traditional forms of another standard than Taiwan's
    """

    simplified: bool
    traditional: bool
    foreign: bool
    sign: bool
    untouched: bool
    not_taiwan: bool
    not_hongkong: bool


def kinds_of(text: str) -> Kinds:
    """The kinds of characters in `text`."""
    marked = bits_of(text) if len(text) > _LONG else None
    if marked is None:
        return _kinds(functools.reduce(operator.or_, map(_kind_of, set(text)), 0) & _ALL)
    import numpy as np  # noqa: PLC0415 - see `bits_of`

    return _kinds(int(np.bitwise_or.reduce(marked)) & _ALL)


_kind_of = functools.cache(bits.kind_of)


@functools.cache
def _kinds(found: int) -> Kinds:
    return Kinds(*(bool(found & bit) for bit in _KINDS))


def has_japanese_line(text: str) -> bool:
    """Whether a line is Japanese by its words, though no character of it is."""
    marked = bits_of(text) if len(text) > _LONG else None
    if marked is None:
        return has_japanese_word(text)
    import numpy as np  # noqa: PLC0415 - see `bits_of`

    starts = _starts(marked)
    lines = np.bitwise_or.reduceat(marked, starts)
    doubtful = starts[lines & (bits.HAN | bits.UNJAPANESE | bits.GRAMMAR) == bits.HAN].tolist()
    ends = ((start, text.find("\n", start)) for start in doubtful)
    return any(has_japanese_word(text[start : end if end >= 0 else None]) for start, end in ends)


def weigh_lines(text: str) -> list[Evidence]:
    """`weigh` of each line of `text`."""
    lines = text.split("\n")
    marked = bits_of(text) if len(text) > _LONG else None
    if marked is None:
        return [weigh(line) for line in lines]
    import numpy as np  # noqa: PLC0415 - see `bits_of`

    starts = _starts(marked)
    columns = [np.add.reduceat(marked & mark != 0, starts, dtype=np.intp) for mark in _COUNTED]
    rows = [*map(Evidence._make, zip(*(column.tolist() for column in columns), strict=True)), NOTHING]
    return [_exactly(line, row) for line, row in zip(lines, rows, strict=False)]


def _starts(marked: "npt.NDArray[np.uint16]") -> "npt.NDArray[np.intp]":
    """Where the lines begin, but for one that has nothing and is the last."""
    import numpy as np  # noqa: PLC0415 - see `bits_of`

    return np.concatenate(([0], (marked[:-1] & bits.NEWLINE).nonzero()[0] + 1))


def _exactly(line: str, counted: Evidence) -> Evidence:
    if not line or not (counted.han or counted.kana):
        return NOTHING
    return weigh(line) if counted.simplified and counted.traditional else with_words(counted, line)
