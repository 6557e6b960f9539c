"""Which kinds of characters a text and its lines have: what has none of a kind need not be searched for it."""

import functools
import operator
from typing import Final, NamedTuple

from cnclean.stages.script import marks
from cnclean.stages.script.evidence import NOTHING, Evidence, weigh, with_words
from cnclean.stages.script.japanese import has_japanese_word
from cnclean.stages.script.marks import marks_of

_LONG: Final = 40
"""Shorter texts are searched before an array is made of them."""

_COUNTED: Final = (
    marks.HAN,
    marks.KANA,
    marks.SIMPLIFIED,
    marks.TRADITIONAL,
    marks.JAPANESE,
    marks.UNJAPANESE,
    marks.GRAMMAR,
)
"""In the order of `Evidence`."""

_KINDS: Final = (
    marks.SIMPLIFIED,
    marks.TRADITIONAL,
    marks.FOREIGN,
    marks.SIGN,
    marks.UNTOUCHED,
    marks.NOT_TAIWAN,
    marks.NOT_HONGKONG,
)
"""In the order of `Kinds`."""
_ALL: Final = sum(_KINDS)


class Kinds(NamedTuple):
    """Kinds of characters that decide how a text is to be converted, and whether it has some.

    `foreign`         kana, Hangul, reduced forms that only Japanese has
    `sign`            what code, markup and paths with Chinese in them are known by
    `untouched`       what OpenCC must not see
    `not_taiwan`      Traditional forms of another standard than Taiwan's
    `japanese_words`  lines that are Japanese by their words, though no character of theirs is
    """

    simplified: bool
    traditional: bool
    foreign: bool
    sign: bool
    untouched: bool
    not_taiwan: bool
    not_hongkong: bool
    japanese_words: bool


def kinds_of(text: str) -> Kinds:
    """The kinds of characters in `text`."""
    marked = marks_of(text) if len(text) > _LONG else None
    if marked is None:
        bits = functools.reduce(operator.or_, map(_kind_of, set(text)), 0)
        return _kinds(bits & _ALL, has_japanese_word(text))
    import numpy as np  # noqa: PLC0415 - see `marks_of`

    found = np.bitwise_or.reduceat(marked, _starts(text)).tolist()
    rows = zip(text.split("\n"), found, strict=False)
    japanese = any(_is_without_chinese(bits) and has_japanese_word(line) for line, bits in rows)
    return _kinds(functools.reduce(operator.or_, found) & _ALL, japanese)


_kind_of = functools.cache(marks.kind_of)


def _is_without_chinese(bits: int) -> bool:
    return bits & (marks.HAN | marks.UNJAPANESE | marks.GRAMMAR) == marks.HAN


@functools.cache
def _kinds(bits: int, japanese_words: bool) -> Kinds:  # noqa: FBT001 - one of the kinds
    return Kinds._make([*(bool(bits & bit) for bit in _KINDS), japanese_words])


def weigh_lines(text: str) -> list[Evidence]:
    """`weigh` of each line of `text`."""
    lines = text.split("\n")
    marked = marks_of(text) if len(text) > _LONG else None
    if marked is None:
        return [weigh(line) for line in lines]
    import numpy as np  # noqa: PLC0415 - see `marks_of`

    starts = _starts(text)
    columns = [np.add.reduceat(marked & mark != 0, starts, dtype=np.intp) for mark in _COUNTED]
    rows = [*map(Evidence._make, zip(*(column.tolist() for column in columns), strict=True)), NOTHING]
    return [_exactly(line, row) for line, row in zip(lines, rows, strict=False)]


def _starts(text: str) -> list[int]:
    """Where the lines begin, but for one that has nothing and is the last."""
    starts, start = [0], 0
    while 0 < (start := text.find("\n", start) + 1) < len(text):
        starts.append(start)
    return starts


def _exactly(line: str, counted: Evidence) -> Evidence:
    if not line or not (counted.han or counted.kana):
        return NOTHING
    return weigh(line) if counted.simplified and counted.traditional else with_words(counted, line)
