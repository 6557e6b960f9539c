"""Where a neighbour of a missing term stands beside something that makes no sense there: 迟迟法 without 无."""

import functools
from typing import Final, NamedTuple

from cnclean.lexicon.neighbours import neighbours
from cnclean.lexicon.ngrams import widened
from cnclean.stages.restoration.anchors import ANCHORS
from cnclean.stages.restoration.page import NEVER, bigram
from cnclean.stages.restoration.scripts import Script

RARE: Final = -3.0
"""log10 of the probability below which a character is odd behind another."""


class Look(NamedTuple):
    """A neighbour of a term, whether it stands behind the term, and what else usually stands before it (or behind)."""

    term: str
    char: str
    behind: bool
    usual: frozenset[str]
    script: Script


@functools.cache
def looks_at(term: str, script: Script) -> list[Look]:
    """The neighbours of a term that show its absence, the most telling ones first."""
    return [look_at(term, anchor, script) for anchor in ANCHORS.get(term, ())]


def look_at(term: str, anchor: str, script: Script) -> Look:
    """What to look for beside an anchor (`+论`: behind the term)."""
    side, char = anchor[0], anchor[1]
    usual = script.written(neighbours(char)[side == "-"])
    return Look(term, script.written(char), side == "+", frozenset(["", "\n", *usual]), script)


def bonds(text: str, look: Look, least: float, most: int = -1) -> dict[str, float]:
    """The odd pairs beside the first `most` of a neighbour that the term makes likelier by `least` (log10) or more."""
    pieces = text.split(look.char, most)  # many times as fast as a pattern
    if len(pieces) == 1:
        return {}
    found = {piece[-1:] for piece in pieces[:-1]} if look.behind else {piece[:1] for piece in pieces[1:]}
    found -= look.usual
    pairs = [other + look.char for other in found] if look.behind else [look.char + other for other in found]
    return {pair: bond for pair in pairs if (bond := _bond(pair, look.term, look.script)) > least}


@functools.lru_cache(maxsize=1 << 14)
def _bond(pair: str, term: str, script: Script) -> float:
    """How much likelier (log10) `term` makes a pair, where it makes no sense side by side."""
    pair = widened(script.simplified(pair))
    link = bigram(pair)
    return bigram(pair[0] + term) + bigram(term + pair[1]) - link if link < RARE else NEVER
