"""The two neighbouring characters by which each phrase is found: a search costs the same for any number.

A phrase's anchor is its rarest character and a neighbour. One class skips to the rare characters, a look-around of
classes sees whether a neighbour of any of them stands beside it, a dictionary says which phrases that may be.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from cnclean.folding import fold, space, unfold
from cnclean.stages.boilerplate.lookup import telling_phrases
from cnclean.stages.boilerplate.rare_pairs import RarestPair, rarest_pairs

_RARE: Final = 12
"""The first level of the frequency table whose characters are worth a look each: one in 6,000 there, and less."""

CLAUSE_ENDS: Final = ":：,，"
"""What ends so introduces what follows, or goes on there: all of it must be known."""

_SCARCE: Final = 7
"""The same for lines at the edges: one in 500, and less."""


class Anchors(NamedTuple):
    """The pairs in all spellings with their phrases, the longest first, and what finds and captures a pair."""

    phrases: dict[str, list[str]]
    reach: dict[str, int]
    """How much phrases explain at most where a pair is captured: this one, or the one before that ends as it begins."""
    spaced: frozenset[str]
    """The pairs of phrases with a space; for the others spaces in a line make no difference."""
    pattern: re.Pattern[str]
    """At the rare character of what may be a pair, and at the end of a line."""

    def telling(self, lines: Sequence[str], per_character: int) -> list[str]:
        """The lines of which phrases make up enough. Most hold no pair, and cost what `re` takes to pass them."""
        reach = self.reach
        found = self.pattern.findall("\n".join([*lines, ""]))  # empty where a line ends
        if reach.keys().isdisjoint(found):
            return []
        told: list[str] = []
        rest = iter(lines)
        pairs: list[str] = []
        for pair in found:
            if pair in reach:
                pairs.append(pair)
            elif not pair:
                line = next(rest)
                if pairs:
                    if self._make_up(line, pairs, per_character / 2 if line[-1] in CLAUSE_ENDS else per_character):
                        told.append(line)
                    pairs = []
        return told

    def _make_up(self, line: str, found: Collection[str], per_character: float) -> bool:
        """Whether the phrases whose pairs were found in a line are there, and make up enough of it."""
        phrases = self.phrases
        if len(line) > per_character * sum(map(self.reach.__getitem__, found)):
            return False
        if not phrases.keys() >= {*found}:
            places = [line.find(pair) for pair in found]
            found = {line[near : near + 2] for at in places for near in (at - 1, at, at + 1)}
        words = [phrases[pair] for pair in found if pair in phrases]
        slack = sum([len(same[0]) for same in words]) - len(line) / per_character
        return slack >= 0 and _are_there(words, fold(line if self.spaced.isdisjoint(found) else space(line)), slack)


@lru_cache(maxsize=1)
def rare_anchors() -> Anchors:
    """Of the phrases that say something alone; where nothing rare is in one, its line is found by what else it says."""
    telling = {*telling_phrases()}
    return _index([anchor for anchor in rarest_pairs() if anchor.rarity >= _RARE and anchor.word in telling])


@lru_cache(maxsize=1)
def edge_anchors() -> Anchors:
    """Of all phrases, less rare ones too: for the lines at the edges, which are few."""
    return _index([anchor for anchor in rarest_pairs() if anchor.rarity >= _SCARCE])


def _index(anchors: Iterable[RarestPair]) -> Anchors:
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    phrases: defaultdict[str, list[str]] = defaultdict(list)
    longest_behind: dict[str, int] = {}
    for word, _, pair, at in anchors:
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        if at:
            longest_behind.setdefault(pair[1], len(word))
        for spelling in map("".join, product(*map(unfold, pair))):
            phrases[spelling].append(word)
    both = ahead.keys() & behind.keys()
    after_both = _values({char: ahead[char] for char in both})
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    kinds = (
        f"(?<={_class(both)}){_class(after_both)}" if both else "(?!)",
        f"(?<={_class(_values(behind))}{_class(behind)})",
        f"(?<={_class(ahead)}){_class(_values(ahead))}",
    )
    reach = {pair: len(longest) for pair, (longest, *_) in phrases.items()}
    for char in both:
        for pair in map("".join, product(unfold(char), _spelled(after_both))):
            reach[pair] = reach.get(pair, 0) + longest_behind[char]
    rare = _class({*ahead, *behind, "\n"})
    pattern = re.compile(rf"{rare}(?:(?<=\n)|(?=(?:{'|'.join(kinds)})(?<=(..))))")
    spaced = frozenset(pair for pair, words in phrases.items() if any(" " in word for word in words))
    return Anchors(dict(phrases), reach, spaced, pattern)


def _are_there(phrases: Iterable[list[str]], folded: str, slack: float) -> bool:
    """Whether of each list the longest phrase is in a line, or others of which no more than `slack` is missing."""
    for same in phrases:
        longest = len(same[0])
        for phrase in same:
            if longest - len(phrase) > slack:
                return False
            if phrase in folded:
                slack -= longest - len(phrase)
                break
        else:
            slack -= longest
    return slack >= 0


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return f"[{re.escape(_spelled(sorted(chars)))}]"


def _spelled(chars: Iterable[str]) -> str:
    return "".join(map(unfold, chars))
