"""Word boundaries before phrases: where OpenCC's longest match would take a phrase out of two words.

OpenCC reads a clause from the left and takes the longest phrase each time: in 被发明 that is 被发 (被髮, with hair let
down), and 发明 is never seen. A clause in which a phrase competes with a word is cut into words here and converted in
pieces: a phrase across a boundary is found in no piece, one that is itself a word or several is found in its own.
"""

import math
import re
from typing import Final, NamedTuple

from cnclean.stages.script.words import cut, straddled

DECIDED: Final = math.log10(4)
"""Another cut must be four times as probable as one with the phrase, or OpenCC's choice stands."""


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

    def bars(self, clause: str, converted: str) -> set[int]:
        """Where to cut `clause` before it is converted; `converted` is what it becomes uncut."""
        phrases = self._phrases(clause)
        if not any(self._is_doubtful(clause, converted, phrase) for phrase in phrases):
            return set()
        bounds, losses, _ = cut(clause, {(phrase.start, phrase.end) for phrase in phrases})
        bars: set[int] = set()
        done = 0
        for phrase in sorted(phrases, key=lambda phrase: (phrase.start, -phrase.end)):
            if phrase.start < done:
                continue
            crossed = {at for at in bounds if phrase.start < at < phrase.end}
            if not crossed or {phrase.start, phrase.end} <= bounds:
                bars |= {phrase.start, phrase.end}
                done = phrase.end
            elif losses[phrase.start, phrase.end] >= DECIDED:
                bars |= crossed
        return bars

    def _phrases(self, clause: str) -> set[Phrase]:
        found = set()
        for match in self._ambiguous.finditer(clause):
            at = match.start()
            for pair in (clause[at : at + 2], clause[at - 1 : at + 1] if at else ""):
                for offset, phrase in self._by_pair.get(pair, ()):
                    start = at - offset
                    if start >= 0 and clause.startswith(phrase, start):
                        found.add(Phrase(start, start + len(phrase), at))
        return found

    def _is_doubtful(self, clause: str, converted: str, phrase: Phrase) -> bool:
        """A word crosses an end of the phrase, or something has kept OpenCC from seeing the phrase."""
        if clause[phrase.start : phrase.end] in self._guarding:
            return False
        return (
            converted[phrase.at] == self._alone[clause[phrase.at]]
            or straddled(clause, phrase.start)
            or straddled(clause, phrase.end)
        )
