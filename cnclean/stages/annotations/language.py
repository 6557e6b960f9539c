"""How likely the next character is: the lexicon's character model, asked in its symbols."""

import functools
from typing import Final

from cnclean.lexicon import ngrams
from cnclean.stages.annotations.octets import WIDE
from cnclean.stages.annotations.script import simplified

UNKNOWN: Final = 7.0
"""Orders of magnitude that a character costs which the model does not know."""
_QUOTES: Final = str.maketrans("‘’", "“”")


@functools.lru_cache(maxsize=1 << 14)
def symbol(character: str) -> str:
    """The model's symbol for a character: Simplified, full-width; one for all letters, one for all digits."""
    if character in "\u3000 \t":
        return ""
    if "！" <= character <= "～" and character not in "！（），：；？":
        character = chr(ord(character) - 0xFEE0)
    if character.isascii() and character.isalnum():
        return "0" if character.isdigit() else "A"
    return simplified(character.translate(WIDE).translate(_QUOTES))


def extend(history: str, character: str) -> tuple[float, str]:
    """What `character` costs after `history`, in orders of magnitude, and the history behind it."""
    new = symbol(character)
    if not new or (new in "0A" and history.endswith(new)):
        return 0.0, history
    history += new
    return cost(history), history[-3:]


@functools.lru_cache(maxsize=1 << 16)
def cost(symbols: str) -> float:
    """The cost of the last of at most four symbols."""
    if not is_known(symbols[-1]):
        return UNKNOWN
    return -ngrams.log_probability(symbols)


@functools.lru_cache(maxsize=1 << 14)
def is_known(new: str) -> bool:
    return ngrams.lookup(new) is not None
