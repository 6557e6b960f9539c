"""The layout of `pairs.bin`: which characters stand side by side in words."""

import itertools
import zlib
from collections import defaultdict
from typing import Final

from cnclean.lexicon.pairs import KNOWN, LONGEST, SEEN

_LEVEL: Final = 9


def pairs_table(counts: dict[str, int]) -> bytes:
    """One line per character: it, what follows it in words of two characters that are seen, what else in known ones."""
    words: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    for word, count in counts.items():
        if count >= KNOWN and len(word) <= LONGEST:
            found = words if len(word) == 2 and count >= SEEN else parts
            for first, second in itertools.pairwise(word):
                found[first].add(second)
    rows = (
        f"{first}{_joined(words[first])}\t{_joined(parts[first] - words[first])}"
        for first in sorted(words.keys() | parts.keys())
    )
    return zlib.compress("\n".join(rows).encode("utf8"), _LEVEL)


def _joined(characters: set[str]) -> str:
    return "".join(sorted(characters))
