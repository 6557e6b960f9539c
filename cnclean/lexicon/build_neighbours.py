"""The layout of `neighbours.bin`: the characters that tell most about what stands beside them."""

import math
from collections import defaultdict
from typing import Final

from cnclean.lexicon.build_model import Model

MOST: Final = 32
"""Neighbours of a character on each side."""


def neighbours_table(model: Model, characters: dict[str, float]) -> bytes:
    """One line per character: it, those before it, those behind it."""
    before: dict[str, list[tuple[float, str]]] = defaultdict(list)
    after: dict[str, list[tuple[float, str]]] = defaultdict(list)
    known = sorted(char for char, share in characters.items() if "\u4e00" <= char <= "\u9fff" and share >= 1e-6)
    for gram, (logp, _) in model.items():
        if len(gram) != 2 or gram[0] not in characters or gram[1] not in characters:
            continue
        first, second = gram[0], gram[1]
        joint, information = characters[first] * 10**logp, logp - math.log10(characters[second])
        if information > 0:
            after[first].append((-joint * information, second))
            before[second].append((-joint * information, first))
    rows = (char + _most(before[char]) + "\t" + _most(after[char]) for char in known)
    return "\n".join(rows).encode("utf8")


def _most(found: list[tuple[float, str]]) -> str:
    return "".join(other for _, other in sorted(found)[:MOST])
