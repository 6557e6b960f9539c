"""Which kinds of characters a text and its lines have: what has none of a kind need not be searched for it."""

import functools
import operator
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from cnclean.patterns import compile_later
from cnclean.stages.script.evidence import KANA_LETTERS, NOTHING, Evidence, evidence_classes, weigh, with_words
from cnclean.stages.script.standards import forms

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_LONG: Final = 200
"""Shorter texts are searched before an array is made of them."""

_SIZE: Final = 0x33480


class Kinds(NamedTuple):
    """Kinds of characters that decide how a text is to be converted, and whether it has some.

    `foreign`      kana, Hangul, reduced forms that only Japanese has
    `sign`         what code, markup and paths with Chinese in them are known by
    `untouched`    what OpenCC must not see
    `not_taiwan`   Traditional forms of another standard than Taiwan's
    """

    simplified: bool
    traditional: bool
    foreign: bool
    sign: bool
    untouched: bool
    not_taiwan: bool
    not_hongkong: bool


FOREIGN_LETTER: Final = compile_later(f"[{KANA_LETTERS}\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
UNTOUCHED: Final = compile_later("[\0\u2ff0-\u2fff\uf900-\ufaff\U0002f800-\U0002fa1f\ud800-\udfff]+")
"""Lone surrogates, on which OpenCC raises; NUL, at which it stops; compatibility ideographs; described characters."""
_SIGN: Final = compile_later("[`\"'<{$\\\\/\\]]")


def kinds_of(text: str) -> Kinds:
    """The kinds of characters in `text`."""
    kinds = _table() if len(text) > _LONG else None
    if kinds is None:
        return _KINDS[functools.reduce(operator.or_, map(_kind_of, set(text)), 0)]
    import numpy as np  # noqa: PLC0415 - see `_table`

    return _KINDS[int(np.bitwise_or.reduce(kinds.take(_codes(text), mode="clip"))) & _ALL]


@functools.cache
def _kind_of(character: str) -> int:
    return functools.reduce(operator.or_, (kind for kind, pattern in _patterns() if pattern.match(character)), 0)


def weigh_lines(text: str) -> list[Evidence]:
    """`weigh` of each line of `text`."""
    lines = text.split("\n")
    kinds = _table() if len(text) > _LONG else None
    if kinds is None:
        return [weigh(line) for line in lines]
    import numpy as np  # noqa: PLC0415 - see `_table`

    codes = _codes(text)
    marks = kinds.take(codes, mode="clip")
    starts = np.concatenate(([0], np.flatnonzero(codes == ord("\n")) + 1))
    columns = [
        np.add.reduceat(marks & mark != 0, starts.clip(None, len(codes) - 1), dtype=np.intp) for mark in _COUNTED
    ]
    rows = zip(lines, map(Evidence._make, zip(*(column.tolist() for column in columns), strict=True)), strict=True)
    return [_exactly(line, row) for line, row in rows]


def _exactly(line: str, counted: Evidence) -> Evidence:
    if not line or not (counted.han or counted.kana):
        return NOTHING
    return weigh(line) if counted.simplified and counted.traditional else with_words(counted, line)


def _codes(text: str) -> "npt.NDArray[np.uint32]":
    import numpy as np  # noqa: PLC0415 - see `_table`

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


_SIMPLIFIED, _TRADITIONAL, _FOREIGN, _SIGNS, _UNTOUCHED, _NOT_TAIWAN, _NOT_HONGKONG = (1 << i for i in range(7))
_ALL: Final = 127
_KINDS: Final = [Kinds(*(bool(kinds >> i & 1) for i in range(7))) for kinds in range(_ALL + 1)]
_HAN, _KANA, _JAPANESE, _UNJAPANESE, _GRAMMAR = (128 << i for i in range(5))
_COUNTED: Final = (_HAN, _KANA, _SIMPLIFIED, _TRADITIONAL, _JAPANESE, _UNJAPANESE, _GRAMMAR)
"""In the order of `Evidence`."""


def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    known = evidence_classes()
    return [
        (_SIMPLIFIED, known.simplified),
        (_TRADITIONAL, known.traditional),
        (_FOREIGN, FOREIGN_LETTER),
        (_FOREIGN, known.japanese),
        (_SIGNS, _SIGN),
        (_UNTOUCHED, UNTOUCHED),
        (_NOT_TAIWAN, forms("t2tw").others),
        (_NOT_HONGKONG, forms("t2hk").others),
    ]


@functools.cache
def _table() -> "npt.NDArray[np.uint16] | None":
    """The kinds of each code point, or `None` where there is no numpy."""
    try:
        import numpy as np  # noqa: PLC0415 - optional, and large
    except ModuleNotFoundError:
        return None
    kinds = np.zeros(_SIZE, np.uint16)
    characters = "".join(map(chr, range(_SIZE)))
    known = evidence_classes()
    counted = [
        (_HAN, known.han),
        (_KANA, known.kana),
        (_JAPANESE, known.japanese),
        (_UNJAPANESE, known.unjapanese),
        (_GRAMMAR, known.grammar),
    ]
    for kind, pattern in (*_patterns(), *counted):
        for match in pattern.finditer(characters):
            kinds[match.start() : match.end()] |= kind
    return kinds
