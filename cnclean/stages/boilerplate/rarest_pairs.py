"""The pair of neighbouring characters by which each phrase is looked for: its rarest character and a neighbour."""

from functools import lru_cache
from typing import NamedTuple

from cnclean.stages.boilerplate.fold import fold
from cnclean.stages.boilerplate.lookup import edge_phrases


class Anchor(NamedTuple):
    """The rarest two neighbours of a phrase, how rare, and which of them is the rare one."""

    word: str
    rarity: int
    pair: str
    at: int


@lru_cache(maxsize=1)
def anchors() -> list[Anchor]:
    """One for each phrase, those of the longest first."""
    from cnclean.tables.character_frequency import LEVELS, PAIRS  # noqa: PLC0415 - only when a text is read

    ranks: dict[str, int] = {}
    for level, chars in enumerate(LEVELS):
        for char in fold(chars):
            ranks.setdefault(char, level)
    common = {line[0] + char for line in fold(PAIRS).split() for char in line[1:]}
    found: list[Anchor] = []
    for word in sorted({*edge_phrases()}, key=lambda word: (-len(word), word)):
        rarities = [-1 if char < "\u0100" else ranks.get(char, len(LEVELS)) for char in word]
        pairs = [at for at in range(len(word) - 1) if word[at : at + 2] not in common and " " not in word[at : at + 2]]
        at = max(pairs, key=lambda at: max(rarities[at : at + 2]), default=len(word) - 2)
        second = int(rarities[at + 1] >= rarities[at])
        found.append(Anchor(word, rarities[at + second] if pairs else -1, word[at : at + 2], second))
    return found
