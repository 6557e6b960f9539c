"""By which two neighbouring characters a phrase is best found: those that stand side by side least often."""

from functools import lru_cache
from typing import NamedTuple

from cnclean.folding import fold
from cnclean.stages.boilerplate.lookup import edge_phrases


class RarestPair(NamedTuple):
    """Two neighbours in a phrase, and which of them is the rare one."""

    word: str
    rarity: int
    """Its level in the frequency table; -1 where every pair of the phrase is common."""
    pair: str
    at: int


@lru_cache(maxsize=1)
def rarest_pairs() -> list[RarestPair]:
    """Of all phrases for the edges of a page, those of the longest ones first."""
    from cnclean.tables.character_frequency import LEVELS, PAIRS  # noqa: PLC0415 - only when a text is read

    ranks: dict[str, int] = {}
    for level, chars in enumerate(LEVELS):
        for char in fold(chars):
            ranks.setdefault(char, level)
    common = {line[0] + char for line in fold(PAIRS).split() for char in line[1:]}
    found: list[RarestPair] = []
    for word in sorted({*edge_phrases()}, key=lambda word: (-len(word), word)):
        rarities = [-1 if char < "\u0100" else ranks.get(char, len(LEVELS)) for char in word]
        pairs = [at for at in range(len(word) - 1) if word[at : at + 2] not in common and " " not in word[at : at + 2]]
        at = max(pairs, key=lambda at: max(rarities[at : at + 2]), default=len(word) - 2)
        second = int(rarities[at + 1] >= rarities[at])
        found.append(RarestPair(word, rarities[at + second] if pairs else -1, word[at : at + 2], second))
    return found
