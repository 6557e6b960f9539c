"""The two neighbouring characters by which each phrase is found: a search costs the same for any number.

A phrase's anchor is its rarest character and a neighbour. One class skips to the rare characters, a look-around of
classes sees whether a neighbour of any of them stands beside it, a dictionary says which phrases that may be.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
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
    """The pairs in all spellings with their phrases, the longest first, and what finds and captures a pair."""

    phrases: dict[str, list[str]]
    pattern: re.Pattern[str]
    """At the rare character of what may be a pair."""
    cores: dict[str, list[str]]
    """The pairs with what stands beside them in their phrases."""
    doubtful: frozenset[str]
    """Pairs that are captured where the one before may be meant: of what is rare in pairs of both kinds. For `hold`."""

    def hold(self, text: str) -> bool:
        """Whether `find` finds anything: mostly not, and then at the price of `re` alone."""
        found = self.pattern.findall(text)
        if self.phrases.keys().isdisjoint(found) and self.doubtful.isdisjoint(found):
            return False
        return any(True for _ in self.find(text))

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Where a pair stands, and the pair, if what stands beside it is as in one of its phrases."""
        found = -1
        for match in self.pattern.finditer(text):
            at = match.start()
            if (pair := text[at : at + 2]) in self.phrases:
                found = at
            elif found != at - 1 and (pair := text[at - 1 : at + 1]) in self.phrases:
                at -= 1
            else:
                continue
            near = fold(text[max(0, at - 1) : at + 3])
            for core in self.cores[pair]:
                if core in near:
                    yield at, pair
                    break


@lru_cache(maxsize=1)
def rare_anchors() -> Anchors:
    """Of the phrases that say something alone; where nothing rare is in one, its line is found by what else it says."""
    anchors = _anchors()
    rare = {word: anchors[word] for word in anchors.keys() & telling_phrases() if anchors[word].rarity >= _RARE}
    return _index(rare, holds=True)


@lru_cache(maxsize=1)
def edge_anchors() -> Anchors:
    """Of all phrases, less rare ones too: for the lines at the edges, which are few."""
    return _index({word: anchor for word, anchor in _anchors().items() if anchor.rarity >= _SCARCE}, holds=False)


def _index(anchors: dict[str, _Anchor], *, holds: bool) -> Anchors:
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    cores: defaultdict[str, set[str]] = defaultdict(set)
    for word, (_, pair, at) in sorted(anchors.items(), key=lambda item: (-len(item[0]), item[0])):
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        phrases[pair].append(word)
        cores[pair].add(_core(word, word.index(pair)))
    both = ahead.keys() & behind.keys()
    after_both = _values({char: ahead[char] for char in both})
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    kinds = (
        f"(?<={_class(both)}){_class(after_both)}" if both else "(?!)",
        f"(?<={_class(_values(behind))}{_class(behind)})",
        f"(?<={_class(ahead)}){_class(_values(ahead))}",
    )
    return Anchors(
        {spelling: words for pair, words in phrases.items() for spelling in _spellings(pair)},
        re.compile(f"{_class({*ahead, *behind})}(?=(?:{'|'.join(kinds)})(?<=(..)))"),
        {spelling: sorted(beside, key=len) for pair, beside in cores.items() for spelling in _spellings(pair)},
        frozenset(map("".join, product(_spelled(both), _spelled(after_both)))) if holds else frozenset(),
    )


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


def _core(word: str, at: int) -> str:
    """A pair with its neighbours in a phrase, but for blanks and what is no Han: there a text may be spaced."""
    start = at - (at > 0 and word[at - 1] > "\u2fff")
    return word[start : at + 2 + (word[at + 2 : at + 3] > "\u2fff")]


def _spellings(pair: str) -> list[str]:
    return [first + second for first in unfold(pair[0]) for second in unfold(pair[1])]


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return f"[{re.escape(_spelled(sorted(chars)))}]"


def _spelled(chars: Iterable[str]) -> str:
    return "".join(map(unfold, chars))
