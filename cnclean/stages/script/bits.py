"""Bits for the kinds of characters, and a table of them with numpy, which marks a whole text at once."""

import functools
import re
from typing import TYPE_CHECKING, Final

from cnclean.han import KANA_LETTERS
from cnclean.patterns import compile_later
from cnclean.stages.script.arrays import SIZE
from cnclean.stages.script.evidence import evidence_classes
from cnclean.stages.script.standards import forms

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FOREIGN_LETTER: Final = compile_later(f"[{KANA_LETTERS}\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
SPOILED: Final = compile_later("[\0\u2ff0-\u2fff\uf900-\ufaff\U0002f800-\U0002fa1f\ud800-\udfff]+")
"""Lone surrogates, on which OpenCC raises; NUL, at which it stops; compatibility ideographs; described characters."""
_NEWLINE: Final = compile_later("\n")
_SIGN: Final = compile_later("[`\"'<{$\\\\/\\]]")

SIMPLIFIED, TRADITIONAL, FOREIGN, SIGN, UNTOUCHED, NOT_TAIWAN, NOT_HONGKONG = (1 << i for i in range(7))
HAN, KANA, JAPANESE, UNJAPANESE, GRAMMAR, NEWLINE = (128 << i for i in range(6))


def kind_of(character: str) -> int:
    """The bits of a character."""
    return sum({bit for bit, pattern in _patterns() if pattern.match(character)})


def bits_of(text: str) -> "npt.NDArray[np.uint16] | None":
    """The bits of each character, or `None` where there is no numpy."""
    table = _table()
    if table is None:
        return None
    import numpy as np  # noqa: PLC0415 - see `_table`

    return table.take(np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32), mode="clip")


def _patterns() -> list[tuple[int, re.Pattern[str]]]:
    known = evidence_classes()
    return [
        (SIMPLIFIED, known.simplified),
        (TRADITIONAL, known.traditional),
        (FOREIGN, FOREIGN_LETTER),
        (FOREIGN, known.japanese),
        (SIGN, _SIGN),
        (UNTOUCHED, SPOILED),
        (NOT_TAIWAN, forms("t2tw").others),
        (NOT_HONGKONG, forms("t2hk").others),
        (HAN, known.han),
        (KANA, known.kana),
        (JAPANESE, known.japanese),
        (UNJAPANESE, known.unjapanese),
        (GRAMMAR, known.grammar),
        (NEWLINE, _NEWLINE),
    ]


@functools.cache
def _table() -> "npt.NDArray[np.uint16] | None":
    """The bits of each code point."""
    try:
        import numpy as np  # noqa: PLC0415 - optional, and large
    except ModuleNotFoundError:
        return None
    table = np.zeros(SIZE, np.uint16)
    characters = "".join(map(chr, range(SIZE)))
    for bit, pattern in _patterns():
        for match in pattern.finditer(characters):
            table[match.start() : match.end()] |= bit
    return table
