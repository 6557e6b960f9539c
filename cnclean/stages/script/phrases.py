"""OpenCC's phrases that decide for an ambiguous character, found in a clause wherever they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

SHORT: Final = 8
REMEMBERED: Final = 50_000


class Phrase(NamedTuple):
    """A phrase in a clause, and the place of a character that it decides for.

    `alone`     what the character becomes by itself; nothing if the phrase is there for others not to be found
    """

    start: int
    end: int
    at: int
    alone: str


class Phrases:
    """Finds them.

    `deciding`  phrases with the characters that they become
    `guarding`  longer phrases in which those must not be found
    `alone`     what each character becomes by itself
    `leaving`   characters for which any phrase is good enough
    """

    def __init__(
        self, deciding: Mapping[str, str], guarding: Iterable[str], alone: Mapping[str, str], leaving: str
    ) -> None:
        self._known: dict[str, tuple[Phrase, ...]] = {}
        self._by_pair: dict[str, list[tuple[int, str, str]]] = {}
        ambiguous = set()
        for phrase, value in deciding.items():
            for at, (old, new) in enumerate(zip(phrase, value, strict=True)):
                if new != alone[old] and old not in leaving:
                    ambiguous.add(old)
                    self._enter(phrase, at, alone[old])
        for phrase in guarding:
            for at, character in enumerate(phrase):
                if character in ambiguous:
                    self._enter(phrase, at, "")
        self._ambiguous = re.compile(f"[{''.join(sorted(ambiguous))}]")

    def _enter(self, phrase: str, at: int, alone: str) -> None:
        pair = phrase[at : at + 2] if at + 1 < len(phrase) else phrase[at - 1 : at + 1]
        self._by_pair.setdefault(pair, []).append((at, phrase, alone))

    def within(self, text: str) -> tuple[Phrase, ...]:
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
            for offset, phrase, alone in by_pair.get(text[at : at + 2], ()):
                if at >= offset and text.startswith(phrase, at - offset):
                    yield Phrase(at - offset, at - offset + len(phrase), at, alone)
            if at:
                for offset, phrase, alone in by_pair.get(text[at - 1 : at + 1], ()):
                    if at >= offset == len(phrase) - 1 and text.startswith(phrase, at - offset):
                        yield Phrase(at - offset, at + 1, at, alone)
