"""Generate `restoration_clues.py` from `restoration_anchors.py` and the lexicon.

    python -m cnclean.stages.restoration.build_clues

What is known of pairs of characters is decided here, once for all: a first look then needs no lexicon.
"""

import textwrap
from collections import defaultdict
from pathlib import Path
from typing import Final

from cnclean import tables
from cnclean.lexicon.neighbours import neighbours
from cnclean.lexicon.ngrams import log_probability, lookup_pair, symbols
from cnclean.stages.restoration.page import bigram
from cnclean.tables.restoration_anchors import ANCHORS

RARE: Final = -3.0
"""log10 of the probability below which a character is odd behind another."""

LEVELS: Final = 8
_PER_LEVEL: Final = 0.25
"""log10 of how much likelier a term makes a pair for each level, from a tenth as likely on: a rough model."""

FIRST: Final = {"定": "规义", "全": "安完", "无": "法论"}
"""The neighbours of a term that show its absence in most texts, where they are not the first of `ANCHORS`."""

WIDTH: Final = 56

_MARKS: Final = "、。《》（），：；！？“”…—·"


def main() -> None:
    path = Path(tables.__file__).with_name("restoration_clues.py")
    head, _, _ = path.read_text("utf8").partition("{\n")
    rows = "".join(f'    "{term}": """\n{rows_of(term)}\n""",\n' for term in ANCHORS)
    path.write_text(head + "{\n" + rows + "}\n", "utf8")


def rows_of(term: str) -> str:
    """One paragraph for each neighbour of a term."""
    first = FIRST.get(term, "")
    anchors = sorted(ANCHORS[term], key=lambda anchor: first.find(anchor[1]) if anchor[1] in first else len(first))
    return "\n\n".join(textwrap.fill(anchor + clues(term, anchor), WIDTH) for anchor in anchors)


def clues(term: str, anchor: str) -> str:
    """What shows a term's absence where it stands beside its neighbour: a level, then all characters of that level."""
    behind, char = anchor[0] == "+", anchor[1]
    usual = neighbours(char)[not behind]
    levels: dict[int, list[str]] = defaultdict(list)
    for other in sorted(symbols()):
        if ("\u4e00" <= other <= "\u9fff" or other in _MARKS) and other not in usual:
            level = _level(other + char, term, other + term) if behind else _level(char + other, term, term + other)
            if level > 0:
                levels[min(level, LEVELS)].append(other)
    return "".join(str(level) + "".join(levels[level]) for level in sorted(levels, reverse=True))


def _level(pair: str, term: str, beside: str) -> int:
    """How much likelier a term makes a pair; nothing where it is not odd, or the model never saw `beside`."""
    if lookup_pair(beside) is None or bigram(pair) >= RARE:
        return 0
    likelier = log_probability(pair[0] + term) + log_probability(pair[0] + term + pair[1]) - log_probability(pair)
    return round((1 + likelier) / _PER_LEVEL)


if __name__ == "__main__":
    main()
