"""Word boundaries before phrases: where OpenCC's longest match would take a phrase out of two words.

OpenCC reads a clause from the left and takes the longest phrase each time: in 被发明 that is 被发 (被髮, with hair let
down), and 发明 is never seen. A clause in which a phrase competes with a word is cut into words here and converted in
pieces: a phrase across a boundary is found in no piece, one that is itself a word or several is found in its own.
"""

import functools
import itertools
import math
from collections.abc import Iterable, Iterator
from typing import Final

from cnclean.lexicon import word_frequency
from cnclean.stages.script.arrays import Place
from cnclean.stages.script.phrases import REMEMBERED, SHORT, Phrase, Phrases
from cnclean.stages.script.windows import end_of_window, start_of_window
from cnclean.stages.script.words import NUMERALS, cut, cuts_words

DECIDED: Final = math.log10(4)
"""Another cut must be four times as probable as one with the phrase, or OpenCC's choice stands."""

CLEAR: Final = math.log10(300)
"""So much likelier, a cut may also make a character change for the sake of a rare word or none."""

_FREQUENT: Final = 20_000
COMMON: Final = 100
"""Occurrences in 60 million words."""

# OpenCC writes 纔 for 才 in phrases that show it to be the adverb; that a word begins in such a phrase proves nothing.
_ANY_PHRASE: Final = "才"

# 瞭解, 發佈, 儘量, 蒐集 are written 了解, 發布, 盡量, 搜集 as well: nothing is to repair where OpenCC missed them.
_EITHER_WAY: Final = "了布尽搜"

# Their form in phrases is no rarer than the one by themselves: 紫菜乾|污染, 颱風|浪.
_SEVERAL: Final = "干台烟"

# Traditional as it is: 砂礫岩體. OpenCC makes 巖 of it where it knows no phrase.
_STAYING: Final = "岩"


def pieces(clause: str, bars: frozenset[int]) -> list[str]:
    """A clause cut at the bars."""
    return [clause[start:end] for start, end in itertools.pairwise(sorted({0, len(clause)} | bars))]


class Guard:
    """Cuts clauses for one configuration of OpenCC.

    `deciding`  phrases with the characters that they become
    `guarding`  longer phrases in which those must not be found
    `alone`     what each character becomes by itself
    """

    def __init__(self, deciding: dict[str, str], guarding: list[str], alone: dict[str, str]) -> None:
        self._alone = alone
        self._deciding = deciding
        self._known: dict[str, frozenset[int]] = {}
        self._phrases = Phrases(deciding, guarding, alone, _ANY_PHRASE)

    def windows(self, text: str, converted: str, places: Iterable[Place]) -> Iterator[tuple[int, list[str]]]:
        """The windows of `text` that must be cut before conversion: where they start, and their pieces.

        `converted` is what it becomes uncut, `places` are where its phrases are.
        """
        phrases = [(start, *phrase) for start, end in places for phrase in self._phrases.within(text[start:end])]
        inside = {at for offset, start, end, _, _ in phrases for at in range(offset + start + 1, offset + end)}
        done = 0
        for offset, first, last, at, alone in phrases:
            start, end = offset + first, offset + last
            if offset + at < done or not alone:
                continue
            if converted[offset + at] == alone:  # something has kept OpenCC from seeing the phrase
                doubtful = text[offset + at] not in _EITHER_WAY and is_trusted(text[start:end], at - first)
            else:
                doubtful = cuts_words(text, start, end)
            if doubtful:
                start = start_of_window(text, start, done, inside)
                done = end_of_window(text, end, inside)
                if bars := self.bars(text[start:done]):
                    yield start, pieces(text[start:done], bars)

    def bars(self, clause: str) -> frozenset[int]:
        """Where a clause is to be cut before conversion; that of short ones, which come again, is remembered."""
        known = self._known.get(clause)
        if known is None:
            phrases = self._phrases.within(clause)
            known = frozenset(self._bars(clause, phrases) if phrases else ())
            if len(clause) <= SHORT and len(self._known) < REMEMBERED:
                self._known[clause] = known
        return known

    def _bars(self, clause: str, phrases: Iterable[Phrase]) -> set[int]:
        bounds, losses, _ = cut(clause, frozenset((phrase.start, phrase.end) for phrase in phrases))
        bars: set[int] = set()
        done = stands = 0
        for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
            if phrase.start < done or phrase.end <= stands:
                continue
            crossed = {at for at in bounds if phrase.start < at < phrase.end}
            if {phrase.start, phrase.end} <= bounds:
                trusted = is_trusted(clause[phrase.start : phrase.end], phrase.at - phrase.start)
                if not crossed and trusted and clause[phrase.at] not in _EITHER_WAY:
                    bars |= {phrase.start, phrase.end}
                done = phrase.end
                continue
            loss = losses[phrase.start, phrase.end] if crossed else 0.0
            decided = loss >= DECIDED
            if decided and not self._is_astray(clause, phrase, bounds, loss):
                bars |= crossed
            elif (
                phrase.start in bounds
                and phrase.start >= stands  # 相干 stands, though 干的事 is a word
                and (not decided or self._alone[clause[phrase.at]] == clause[phrase.at])
            ):
                bars.add(phrase.start)  # OpenCC may begin to read before it: 传统制茶 has 统制
            if crossed and not decided:
                stands = max(stands, phrase.end)
        return bars

    def _is_astray(self, clause: str, phrase: Phrase, bounds: frozenset[int], loss: float) -> bool:
        """Whether a character would change for the sake of a rare word or none: 奉天|后 is less likely than 奉|天后."""
        at = phrase.at
        character = clause[at]
        changes = self._alone[character] != character
        if changes and character in _STAYING:
            return True
        if loss >= CLEAR:
            return False
        with_phrase = self._deciding.get(clause[phrase.start : phrase.end])
        either = with_phrase is not None and with_phrase[at - phrase.start] != character
        if changes and either and character not in _SEVERAL:
            return False
        start, end = max(b for b in bounds if b <= at), min(b for b in bounds if b > at)
        if end - start == 1:
            return changes or word_frequency(character) < _FREQUENT
        return changes and word_frequency(clause[start:end]) < COMMON


@functools.cache
def is_trusted(phrase: str, at: int) -> bool:
    """Whether a phrase that OpenCC did not see is to be believed: 制茶 in 传统制茶, not 里长 in 专辑里长."""
    if len(phrase) > 2 or word_frequency(phrase[at]) < _FREQUENT or phrase[0] in NUMERALS:  # 十几|里
        return True
    return word_frequency(phrase) >= COMMON
