"""How likely the next character is: the lexicon's statistics, and those of the document itself."""

import functools
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from cnclean.encoding.likelihood import weights
from cnclean.lexicon import ngrams
from cnclean.stages.annotations.octets import WIDE
from cnclean.stages.annotations.script import simplified

UNKNOWN: Final = 7.0
"""Orders of magnitude that a character costs which the model does not know."""

_DOCUMENT: Final = 0.1
"""Weight of the document's own pairs: they cost nothing on common text, and save rare terms."""

_LONGEST: Final = 200_000
_DAMAGED: Final = re.compile(r"\?[^\n]{0,16}|[(（][a-zü]{0,5}[à-ǜ][a-z]{0,4}[)）]")
_ENDS: Final = frozenset("。！？，")
_QUOTES: Final = str.maketrans("‘’", "“”")


class Language:
    """The statistics of one document. It remembers what it was asked; the answers never change."""

    def __init__(self, text: str) -> None:
        self._pairs, self._firsts = _count(text[:_LONGEST])
        self._costs: dict[str, float] = {}

    def extend(self, history: str, character: str) -> tuple[float, str]:
        """What `character` costs after `history`, in orders of magnitude, and the history behind it."""
        new = symbol(character)
        if not new or (new in "0A" and history.endswith(new)):
            return 0.0, history
        history += new
        cost = self._costs.get(history)
        if cost is None:
            cost = self._costs[history] = self._cost(history)
        if new == "”" and history[-2:-1] in _ENDS:
            history = history[:-1]  # a sentence begins as it does without quotes: 。”于是 as 。于是
        return cost, history[-3:]

    def asked(self) -> int:
        """How much it was asked so far: a measure of work that is the same on every machine."""
        return len(self._costs)

    def pairs(self) -> Iterable[str]:
        """The neighbours in what is sound of the document."""
        return self._pairs

    def _cost(self, symbols: str) -> float:
        if not is_known(symbols[-1]):
            return UNKNOWN
        probability = (1 - _DOCUMENT) * 10 ** ngrams.log_probability(symbols)
        if len(symbols) > 1:
            probability += _DOCUMENT * self._pairs.get(symbols[-2:], 0) / (self._firsts.get(symbols[-2], 0) + 1)
        return -math.log10(probability)


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


@functools.lru_cache(maxsize=1 << 14)
def is_known(new: str) -> bool:
    return ngrams.lookup(new) is not None


@functools.lru_cache(maxsize=1 << 16)
def likelihood(first: str, second: str) -> float:
    """What `second` costs right behind `first`."""
    pair = symbol(first) + symbol(second)
    return -ngrams.log_probability(pair) if pair else 0.0


@functools.lru_cache(maxsize=1 << 14)
def rarity(character: str) -> float:
    """How rare a character is, for the order only; `UNKNOWN` if the model does not know it."""
    new = symbol(character)
    return -weights()[new] if new and is_known(new) else UNKNOWN


def _count(text: str) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How often each pair stands in what is sound of the text, and how often each character begins one."""
    pairs: dict[str, int] = defaultdict(int)
    firsts: dict[str, int] = defaultdict(int)
    symbols = [symbol(char) for char in _DAMAGED.sub("\n", text)]
    for first, second in pairwise(symbols):
        if first and second:
            pairs[first + second] += 1
            firsts[first] += 1
    return pairs, firsts
