"""The two neighbouring characters by which each phrase is found: a search costs the same for any number.

A phrase's anchor is its rarest character and a neighbour. One class skips to the rare characters, a look-around of
classes sees whether a neighbour of any of them stands beside it, a dictionary says which phrases that may be.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from cnclean.stages.boilerplate.fold import fold, unfold
from cnclean.stages.boilerplate.lookup import edge_phrases, telling_phrases

_RARE: Final = 12
"""The first level of the frequency table whose characters, below one in 4,000, are worth a look at each."""

_SCARCE: Final = 9
"""The same for lines at the edges: below one in 900."""


class _Anchor(NamedTuple):
    """The rarest two neighbours of a phrase, and which of them is the rare one."""

    rarity: int
    pair: str
    at: int


class Anchors(NamedTuple):
    """The pairs in all spellings with their phrases, the longest first, and what finds the rare one of a pair."""

    phrases: dict[str, list[str]]
    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a pair stands, and the pair."""
        found = -1
        for match in self.pattern.finditer(text):
            at = match.start()
            if (pair := text[at : at + 2]) in self.phrases:
                found = at
                yield at, pair
            elif found != at - 1 and (pair := text[at - 1 : at + 1]) in self.phrases:
                yield at - 1, pair


@lru_cache(maxsize=1)
def rare_anchors() -> Anchors:
    """Of the phrases that say something alone; where nothing rare is in one, its line is found by what else it says."""
    anchors = _anchors()
    return _index({word: anchors[word] for word in anchors.keys() & telling_phrases() if anchors[word].rarity >= _RARE})


@lru_cache(maxsize=1)
def edge_anchors() -> Anchors:
    """Of all phrases, less rare ones too: for the lines at the edges, which are few."""
    return _index({word: anchor for word, anchor in _anchors().items() if anchor.rarity >= _SCARCE})


def _index(anchors: dict[str, _Anchor]) -> Anchors:
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for word, (_, pair, at) in sorted(anchors.items(), key=lambda item: (-len(item[0]), item[0])):
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        phrases[pair].append(word)
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    rare = _class({*ahead, *behind})
    before = f"(?<={_class(_values(behind))}{_class(behind)})"
    after = f"(?<={_class(ahead)})(?={_class(_values(ahead))})"
    spelled = {spelling: words for pair, words in phrases.items() for spelling in _spellings(pair)}
    return Anchors(spelled, re.compile(f"{rare}(?:{before}|{after})"))


@lru_cache(maxsize=1)
def _anchors() -> dict[str, _Anchor]:
    from cnclean.tables.character_frequency import LEVELS, PAIRS  # noqa: PLC0415 - only when a text is read

    ranks: dict[str, int] = {}
    for level, chars in enumerate(LEVELS):
        for char in fold(chars):
            ranks.setdefault(char, level)
    common = {line[0] + char for line in fold(PAIRS).split() for char in line[1:]}
    anchors: dict[str, _Anchor] = {}
    for word in set(edge_phrases()):
        rarities = [-1 if char < "\u0100" else ranks.get(char, len(LEVELS)) for char in word]
        pairs = [at for at in range(len(word) - 1) if word[at : at + 2] not in common and " " not in word[at : at + 2]]
        at = max(pairs, key=lambda at: max(rarities[at : at + 2]), default=len(word) - 2)
        second = int(rarities[at + 1] >= rarities[at])
        anchors[word] = _Anchor(rarities[at + second] if pairs else -1, word[at : at + 2], second)
    return anchors


def _spellings(pair: str) -> list[str]:
    return [first + second for first in unfold(pair[0]) for second in unfold(pair[1])]


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return "[" + "".join(re.escape(spelling) for char in sorted(chars) for spelling in unfold(char)) + "]"
