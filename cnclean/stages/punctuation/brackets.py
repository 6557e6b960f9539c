"""`(` `)` as a pair: full-width where they hold Chinese or follow it without a space."""

from collections.abc import Iterator
from typing import Final

from cnclean.prose.lines import Lines
from cnclean.protect import outside
from cnclean.stage import Options, Span
from cnclean.stages.punctuation.pair_judge import PairJudge
from cnclean.stages.punctuation.pairs import Pair, find_half_brackets, find_plain_pairs, matched

_WIDE: Final = {"(": "（", ")": "）"}


class Brackets:
    """The bracket pairs of one text, of either width: which of them belong to Chinese."""

    def __init__(self, text: str, lines: Lines, options: Options) -> None:
        self._text, self.lines, self._options = text, lines, options
        self._narrow: frozenset[int] | None = None

    def are_chinese(self, at: int) -> bool:
        """Whether the bracket at `at` is full-width, or belongs to a Chinese pair and will be."""
        return self._text[at] in "（）" or at in self.narrow

    @property
    def narrow(self) -> frozenset[int]:
        """Where the half-width brackets of Chinese pairs stand."""
        if self._narrow is None:  # `cached_property` takes a lock, which costs more than most texts' brackets
            self._narrow = self._find()
        return self._narrow

    def _find(self) -> frozenset[int]:
        text = self._text
        if "brackets" in self._options.keep or not ("(" in text or ")" in text):
            return frozenset()
        plain = find_plain_pairs(text)
        pairs = self._nested() if plain is None else self._unprotected(plain)
        return frozenset(at for pair in pairs for at in pair if text[at] in _WIDE)

    def _unprotected(self, pairs: list[Pair]) -> list[Pair]:
        """The Chinese ones of pairs that do not stand in one another."""
        # To find what is protected costs more than to judge pairs.
        chinese = self._chinese(pairs)
        brackets = [(at, at + 1) for pair in chinese for at in pair]
        free = {at for at, _ in outside(brackets, self._text, self._options)}
        return [pair for pair in chinese if free.issuperset(pair)]

    def _nested(self) -> list[Pair]:
        brackets = list(find_half_brackets(self._text, self.lines))
        if not self._chinese(matched(brackets, self._text, self.lines)):
            return []
        # Matched anew, as if those in protected spans were not there.
        unprotected = outside(brackets, self._text, self._options)
        return self._chinese(matched(unprotected, self._text, self.lines))

    def _chinese(self, pairs: Iterator[Pair] | list[Pair]) -> list[Pair]:
        judge = PairJudge(self._text, self.lines)
        return [pair for pair in pairs if judge.is_chinese(*pair)]


def find_brackets(text: str, brackets: Brackets) -> Iterator[Span]:
    for at in sorted(brackets.narrow):
        yield at, at + 1, _WIDE[text[at]]
