"""Word boundaries before phrases: where OpenCC's longest match would take a phrase out of two words.

OpenCC reads a clause from the left and takes the longest phrase each time: in 被发明 that is 被发 (被髮, with hair let
down), and 发明 is never seen. A clause in which a phrase competes with a word is cut into words here and converted in
pieces: a phrase across a boundary is found in no piece, one that is itself a word or several is found in its own.
"""

import itertools
import math
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cnclean.lexicon import word_frequency
from cnclean.patterns import compile_later
from cnclean.stages.script.arrays import Place
from cnclean.stages.script.words import cut, straddled

DECIDED: Final = math.log10(4)
"""Another cut must be four times as probable as one with the phrase, or OpenCC's choice stands."""

CLEAR: Final = math.log10(300)
"""So much likelier, a cut may also make a character change for the sake of a rare word or none."""

AROUND: Final = 8
"""Characters before and behind a phrase that take part in the decision."""

SHORT: Final = 8
REMEMBERED: Final = 50_000

FREQUENT: Final = 20_000
COMMON: Final = 100
"""Occurrences in 60 million words."""

_HAN = compile_later("[\u3400-\u9fff]")


class Phrase(NamedTuple):
    """A phrase in a clause, and the place of a character that it decides for."""

    start: int
    end: int
    at: int


class Guard:
    """Cuts clauses for one configuration of OpenCC.

    `deciding`  phrases with the characters that they become
    `guarding`  longer phrases in which those must not be found
    `alone`     what each character becomes by itself
    """

    def __init__(self, deciding: dict[str, str], guarding: list[str], alone: dict[str, str]) -> None:
        self._alone = alone
        self._guarding = frozenset(guarding)
        self._known: dict[str, tuple[Phrase, ...]] = {}
        self._by_pair: dict[str, list[tuple[int, str]]] = {}
        ambiguous = set()
        for phrase, value in deciding.items():
            for at, (old, new) in enumerate(zip(phrase, value, strict=True)):
                if new != alone[old]:
                    ambiguous.add(old)
                    self._enter(phrase, at)
        for phrase in guarding:
            for at, character in enumerate(phrase):
                if character in ambiguous:
                    self._enter(phrase, at)
        self._ambiguous = re.compile(f"[{''.join(sorted(ambiguous))}]")

    def _enter(self, phrase: str, at: int) -> None:
        pair = phrase[at : at + 2] if at + 1 < len(phrase) else phrase[at - 1 : at + 1]
        self._by_pair.setdefault(pair, []).append((at, phrase))

    def doubtful(self, text: str, converted: str, places: Iterable[Place]) -> Iterator[Place]:
        """The windows of `text` that must be cut before conversion; `converted` is what it becomes uncut.

        `places` are where its phrases are.
        """
        done = 0
        for start, end in places:
            for phrase in self._phrases(text[start:end]):
                first, last, at = start + phrase.start, start + phrase.end, start + phrase.at
                if at >= done and self._is_doubtful(text, converted, Phrase(first, last, at)):
                    window = _start_of_han(text, max(done, first - AROUND), first)
                    done = self._end_of_phrase(text, _end_of_han(text, last, min(len(text), last + AROUND)))
                    yield window, done

    def _end_of_phrase(self, text: str, at: int) -> int:
        """`at`, or the end of a phrase that is on both sides of it: a window must not take 干|预 apart."""
        base = max(0, at - SHORT)
        ends = (base + p.end for p in self._find(text[base : at + SHORT]) if base + p.start < at < base + p.end)
        return max(ends, default=at)

    def pieces(self, window: str) -> list[str]:
        """The pieces in which to convert a window."""
        return [window[start:end] for start, end in itertools.pairwise(sorted({0, len(window)} | self.bars(window)))]

    def bars(self, window: str) -> set[int]:
        """Where a window is to be cut before conversion."""
        phrases = self._phrases(window)
        if not phrases:
            return set()
        bounds, losses, _ = cut(window, frozenset((phrase.start, phrase.end) for phrase in phrases))
        bars: set[int] = set()
        done = 0
        for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
            if phrase.start < done:
                continue
            crossed = {at for at in bounds if phrase.start < at < phrase.end}
            if {phrase.start, phrase.end} <= bounds:
                if not crossed:
                    bars |= {phrase.start, phrase.end}
                done = phrase.end
                continue
            loss = losses[phrase.start, phrase.end] if crossed else 0.0
            decided = loss >= DECIDED
            if decided and (loss >= CLEAR or not self._is_astray(window, phrase.at, bounds)):
                bars |= crossed
            elif phrase.start in bounds and (not decided or self._alone[window[phrase.at]] == window[phrase.at]):
                bars.add(phrase.start)  # OpenCC may begin to read before it: 传统制茶 has 统制
        return bars

    def _is_astray(self, clause: str, at: int, bounds: frozenset[int]) -> bool:
        """Whether a character would change for the sake of a rare word or none: 奉天|后 is less likely than 奉|天后."""
        start, end = max(b for b in bounds if b <= at), min(b for b in bounds if b > at)
        if end - start == 1:
            return self._alone[clause[at]] != clause[at] or word_frequency(clause[at]) < FREQUENT
        return self._alone[clause[at]] != clause[at] and word_frequency(clause[start:end]) < COMMON

    def _phrases(self, text: str) -> tuple[Phrase, ...]:
        """The phrases in `text`; those of short pieces, which come again and again, are remembered."""
        known = self._known.get(text)
        if known is None:
            known = tuple(self._find(text))
            if len(text) <= SHORT and len(self._known) < REMEMBERED:
                self._known[text] = known
        return known

    def _find(self, text: str) -> Iterator[Phrase]:
        by_pair = self._by_pair
        for match in self._ambiguous.finditer(text):
            at = match.start()
            for offset, phrase in by_pair.get(text[at : at + 2], ()):
                if at >= offset and text.startswith(phrase, at - offset):
                    yield Phrase(at - offset, at - offset + len(phrase), at)
            if at:
                for offset, phrase in by_pair.get(text[at - 1 : at + 1], ()):
                    if at >= offset == len(phrase) - 1 and text.startswith(phrase, at - offset):
                        yield Phrase(at - offset, at + 1, at)

    def _is_doubtful(self, clause: str, converted: str, phrase: Phrase) -> bool:
        """A word crosses an end of the phrase, or something has kept OpenCC from seeing the phrase."""
        if clause[phrase.start : phrase.end] in self._guarding:
            return False
        return (
            converted[phrase.at] == self._alone[clause[phrase.at]]
            or straddled(clause, phrase.start)
            or straddled(clause, phrase.end)
        )


def _start_of_han(text: str, earliest: int, latest: int) -> int:
    at = max(earliest, latest)
    while at > earliest and _HAN.match(text, at - 1):
        at -= 1
    return at


def _end_of_han(text: str, earliest: int, latest: int) -> int:
    at = earliest
    while at < latest and _HAN.match(text, at):
        at += 1
    return at
