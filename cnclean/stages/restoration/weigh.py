"""How much speaks for a term's being missing from a whole text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from cnclean.stages.restoration.evidence import Site
from cnclean.stages.restoration.page import Page

_PER_NEIGHBOUR: Final = 5.0
"""What all places before, or behind, the same character may add."""

COUNTS_FROM: Final = 2.0
"""Log odds above which a place speaks for the term; below it, any text has such places."""


class Finding(NamedTuple):
    """A term, what stands in its place (often nothing), where, how much speaks for it, between how many pairs."""

    term: str
    replacement: str
    sites: list[Site]
    strength: float
    support: int

    @property
    def kind(self) -> str:
        """What the filter did: `nothing for 腾`, `比较 for 最`."""
        return f"{self.replacement or 'nothing'} for {self.term}"


def weigh(page: Page, found: Iterable[Site], term: str, replacement: str = "") -> Finding:
    """Sum up the evidence for a term, little from each neighbour: one name or one word of the trade is no evidence.

    In a text on registers, 值 stands everywhere where the lexicon expects 价值; in one about 腾讯, 讯 does.
    """
    found = sorted(found, key=lambda site: -site.odds)
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    pairs: set[str] = set()
    strength = 0.0
    for place, odds in found:
        if odds <= COUNTS_FROM:
            break
        before, after = page.symbols[place - 1 : place], page.symbols[place + len(replacement) :][:1]
        share = max(0.0, min(odds - COUNTS_FROM, _PER_NEIGHBOUR - left[before], _PER_NEIGHBOUR - right[after]))
        left[before] += share
        right[after] += share
        strength += share
        if share > 0:
            pairs.add(before + after)
    return Finding(term, replacement, found, strength, len(pairs))
