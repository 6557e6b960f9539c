"""How likely the next character is: the lexicon's statistics, and those of the document itself."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from cnclean.lexicon import ngrams
from cnclean.stages.annotations.readings import ANNOTATION
from cnclean.stages.annotations.symbols import UNKNOWN, is_known, symbol, symbol_table

_DOCUMENT: Final = 0.1
"""Weight of the document's own pairs: they cost nothing on common text, and save rare terms."""

_REST: Final = -math.log10(1 - _DOCUMENT)
_CHANCE: Final = 0.3
"""By chance a character stands so often in a document that is too short for it."""

_LONGEST: Final = 200_000
_DAMAGED: Final = re.compile(r"\?[^\n]{0,16}")
_SOUND_ANNOTATION: Final = re.compile(rf"(?<!\?){ANNOTATION.pattern}")
_ENDS: Final = frozenset("。！？，")


class Language:
    """The statistics of one document, counted when first asked for: a page may have no broken run.

    It remembers what it was asked; the answers never change.
    """

    def __init__(self, text: str) -> None:
        self._text = text[:_LONGEST]
        self._costs: dict[str, float] = {}
        self._extended: dict[tuple[str, str], tuple[float, str]] = {}

    @cached_property
    def _sound(self) -> str:
        return _DAMAGED.sub("\n", _SOUND_ANNOTATION.sub("", self._text)).translate(symbol_table())

    @cached_property
    def _pairs(self) -> Mapping[str, int]:
        return Counter(map(str.__add__, self._sound, self._sound[1:]))

    @cached_property
    def _firsts(self) -> Mapping[str, int]:
        return Counter(self._sound)

    @cached_property
    def _foreign(self) -> frozenset[str]:
        return _foreign_quotes(self._text)

    def extend(self, history: str, character: str) -> tuple[float, str]:
        """What `character` costs after `history`, in orders of magnitude, and the history behind it."""
        key = history, character
        found = self._extended.get(key)
        if found is None:
            new = symbol(character)
            if not new or (new in "0A" and history.endswith(new)):  # as `_is_nothing`, which is a call more
                found = 0.0, history
            else:
                longer = history + new
                cost = self._costs.get(longer)
                if cost is None:
                    cost = self._costs[longer] = self._cost(longer)
                found = cost, longer[-3:] if new != "”" else _remembered(longer)
            self._extended[key] = found
        return found

    @staticmethod
    def history(text: str) -> str:
        """The history behind a line's beginning `text`."""
        history = "\n"
        for new in map(symbol, text):
            if not _is_nothing(history, new):
                history = _remembered(history + new)
        return history

    def asked(self) -> int:
        """How much it was asked so far: a measure of work that is the same on every machine."""
        return len(self._costs)

    def pairs(self) -> Mapping[str, int]:
        """The neighbours in what is sound of the document, and how often they are."""
        return self._pairs

    def foreign(self, reading: str) -> int:
        """How many quotes of `reading` are of a kind that the document has not."""
        return sum(map(self._foreign.__contains__, reading))

    def affinity(self, character: str) -> float:
        """By how many orders of magnitude an ideograph is commoner in the document than in others."""
        new = symbol(character)
        if not "\u4e00" <= new <= "\u9fff":
            return 0.0
        usual = len(self._sound) * 10 ** ngrams.log_probability(new)
        return math.log10(1 + self._firsts.get(new, 0) / (usual + _CHANCE))

    def _cost(self, symbols: str) -> float:
        if not is_known(symbols[-1]):
            return UNKNOWN
        log = ngrams.log_probability(symbols)
        pair = symbols[-2:]
        if pair not in self._pairs:  # a symbol alone is none
            return _REST - log
        pairs = self._pairs[pair]
        return -math.log10((1 - _DOCUMENT) * 10**log + _DOCUMENT * pairs / (self._firsts[symbols[-2]] + 1))


def _is_nothing(history: str, new: str) -> bool:
    """Whether a symbol says nothing more: a run of digits, or of letters, is one."""
    return not new or (new in "0A" and history.endswith(new))


def _remembered(history: str) -> str:
    """What of the symbols so far counts for the next one."""
    if history[-1] == "”" and history[-2:-1] in _ENDS:
        history = history[:-1]  # a sentence begins as it does without quotes: 。”于是 as 。于是
    return history[-3:]


def _foreign_quotes(text: str) -> frozenset[str]:
    curly, corner = (frozenset(filter(text.__contains__, quotes)) for quotes in ("“”", "「」『』"))
    return frozenset("「」『』") - corner | (frozenset("“”") if corner and not curly else frozenset())
