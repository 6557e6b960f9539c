"""The symbols in which the language model reads a text, and what it says of one or two of them."""

import functools
from typing import Final

from cnclean.encoding.likelihood import weights
from cnclean.lexicon import ngrams
from cnclean.remembered import remembered
from cnclean.stages.annotations.converted import simplified
from cnclean.stages.annotations.octets import WIDE

UNKNOWN: Final = 7.0
"""Orders of magnitude that a character costs which the model does not know."""

_QUOTES: Final = str.maketrans("‘’「」『』", "“”“”“”")


@remembered(most=1 << 14)
def symbol(character: str) -> str:
    """The model's symbol for a character: Simplified, full-width; one for all letters, one for all digits."""
    if character in "\u3000 \t":
        return ""
    if "！" <= character <= "～" and character not in "！（），：；？":
        character = chr(ord(character) - 0xFEE0)
    if character.isascii() and character.isalnum():
        return "0" if character.isdigit() else "A"
    return simplified(character.translate(WIDE).translate(_QUOTES))


@remembered(most=1 << 14)
def is_known(new: str) -> bool:
    return ngrams.lookup(new) is not None


def likelihood(first: str, second: str) -> float:
    """What `second` costs right behind `first`."""
    return _likelihood(first + second)


@remembered(most=1 << 14)
def rarity(character: str) -> float:
    """How rare a character is, for the order only; `UNKNOWN` if the model does not know it."""
    new = symbol(character)
    return -weights()[new] if new and is_known(new) else UNKNOWN


@functools.cache
def symbol_table() -> "_Symbols":
    """`symbol` of every character, as a table for `str.translate`."""
    return _Symbols({10: "\n"})


class _Symbols(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = found = symbol(chr(code))
        return found


@remembered(most=1 << 16)
def _likelihood(pair: str) -> float:
    symbols = "".join(map(symbol, pair))
    return -ngrams.log_probability(symbols) if symbols else 0.0
