"""The lines that phrases make up enough of, found by the rarest pair of each: a search costs the same for any number.

A class skips to the rare characters, a look-around of classes sees whether a neighbour of any of them stands beside
it, a dictionary says which phrases that may be.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from cnclean.stages.boilerplate.fold import fold, space, unfold
from cnclean.stages.boilerplate.lookup import telling_phrases
from cnclean.stages.boilerplate.rarest_pairs import Anchor, anchors

_RARE: Final = 12
"""The first level of the frequency table whose characters, below one in 4,000, are worth a look at each."""

CLAUSE_ENDS: Final = ":：,，"
"""What ends so introduces what follows, or goes on there: all of it must be known."""

_SCARCE: Final = 9
"""The same for lines at the edges: below one in 900."""


class Anchors(NamedTuple):
    """The pairs in all spellings with their phrases, the longest first, and what finds a pair in a line."""

    phrases: dict[str, list[str]]
    reach: dict[str, int]
    """How much phrases explain at most where a pair is found: this one, or the one before that ends as it begins."""
    find: Callable[[str], Collection[str]]

    def telling(self, lines: Iterable[str], per_character: int) -> list[str]:
        """The lines of which phrases make up enough. Most hold no pair, or are too long for those they hold."""
        find, pairs = self.find, self.reach.keys()
        return [
            line
            for line in lines
            if (found := find(line))
            and not pairs.isdisjoint(found)
            and self._make_up(line, found, per_character / 2 if line[-1] in CLAUSE_ENDS else per_character)
        ]

    def _make_up(self, line: str, found: Iterable[str], per_character: float) -> bool:
        """Whether the phrases whose pairs were found in a line are there, and make up enough of it."""
        found = [pair for pair in found if pair in self.reach]
        if len(line) > per_character * sum([self.reach[pair] for pair in found]):
            return False
        if not self.phrases.keys() >= {*found}:
            places = [line.find(pair) for pair in found]
            found = {line[near : near + 2] for at in places for near in (at - 1, at, at + 1)}
        words = [self.phrases[pair] for pair in found if pair in self.phrases]
        if len(line) > per_character * sum([len(longest) for longest, *_ in words]):
            return False
        folded = fold(space(line))
        explained = sum([next((len(word) for word in same if word in folded), 0) for same in words])
        return len(line) <= per_character * explained


@lru_cache(maxsize=1)
def rare_anchors() -> Anchors:
    """Of the phrases that say something alone; where nothing rare is in one, its line is found by what else it says.

    Many lines are searched, hence once for both sides of a rare character, with some doubt which one is meant.
    """
    telling = {*telling_phrases()}
    known = [anchor for anchor in anchors() if anchor.rarity >= _RARE and anchor.word in telling]
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    longest_behind: dict[str, int] = {}
    for word, _, pair, at in known:
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        if at:
            longest_behind.setdefault(pair[1], len(word))
    both = ahead.keys() & behind.keys()
    after_both = _values({char: ahead[char] for char in both})
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    kinds = (
        f"(?<={_class(both)}){_class(after_both)}" if both else "(?!)",
        f"(?<={_class(_values(behind))}{_class(behind)})",
        f"(?<={_class(ahead)}){_class(_values(ahead))}",
    )
    pattern = re.compile(f"{_class({*ahead, *behind})}(?=(?:{'|'.join(kinds)})(?<=(..)))")
    phrases = _by_pair(known)
    reach = _longest(phrases)
    for char in both:
        for pair in map("".join, product(unfold(char), _spelled(after_both))):
            reach[pair] = reach.get(pair, 0) + longest_behind[char]
    return Anchors(phrases, reach, pattern.findall)


@lru_cache(maxsize=1)
def edge_anchors() -> Anchors:
    """Of all phrases, less rare ones too: for the lines at the edges, which are few and short, each side on its own."""
    known = [anchor for anchor in anchors() if anchor.rarity >= _SCARCE]
    firsts, seconds = (_sides([anchor for anchor in known if anchor.at == at]) for at in (0, 1))
    ahead = re.compile(f"{firsts[0]}(?={firsts[1]}(?<=(..)))").findall
    behind = re.compile(f"{seconds[1]}(?<=({seconds[0]}.))").findall
    phrases = _by_pair(known)
    return Anchors(phrases, _longest(phrases), lambda line: {*ahead(line), *behind(line)})


def _sides(known: list[Anchor]) -> tuple[str, str]:
    """The classes of what comes first and second in their pairs."""
    return _class({anchor.pair[0] for anchor in known}), _class({anchor.pair[1] for anchor in known})


def _by_pair(known: Iterable[Anchor]) -> dict[str, list[str]]:
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    for anchor in known:
        for spelling in map("".join, product(*map(unfold, anchor.pair))):
            phrases[spelling].append(anchor.word)
    return dict(phrases)


def _longest(phrases: dict[str, list[str]]) -> dict[str, int]:
    return {pair: len(longest) for pair, (longest, *_) in phrases.items()}


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return f"[{re.escape(_spelled(sorted(chars)))}]"


def _spelled(chars: Iterable[str]) -> str:
    return "".join(map(unfold, chars))
