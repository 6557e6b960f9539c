"""Where a neighbour of a missing term stands beside what makes no sense there: 迟迟法 without 无."""

import functools
from collections.abc import Mapping
from typing import Final, NamedTuple

from cnclean.stages.restoration.scripts import Script
from cnclean.tables.restoration_clues import ROWS

PLACES: Final = 36
"""At how many places of a character to look."""

_NARROW: Final = str.maketrans("，：；！？（）", ",:;!?()")


class Look(NamedTuple):
    """A neighbour of a term, whether it stands behind the term, and what tells on its other side, with the level."""

    char: str
    behind: bool
    clues: Mapping[str, int]
    script: Script


@functools.cache
def looks_at(term: str, script: Script) -> list[Look]:
    """The neighbours of a term that show its absence, the most telling ones first."""
    return [_look(paragraph, script) for paragraph in ROWS.get(term, "").split("\n\n")]


def beside(text: str, look: Look) -> dict[str, int]:
    """The telling pairs of a neighbour with what stands there, and their levels."""
    char, behind, clues, script = look
    found: dict[str, int] = {}
    place = text.find(char)  # passes over what is between ten times as fast as `str.split`
    for _ in range(PLACES):
        if place < 0:
            break
        other = text[place - 1 : place] if behind else text[place + 1 : place + 2]
        level = clues.get(script.simplified(other))
        if level:
            found[other + char if behind else char + other] = level
        place = text.find(char, place + 1)
    return found


def _look(paragraph: str, script: Script) -> Look:
    row = paragraph.replace("\n", "")
    clues: dict[str, int] = {}
    level = 0
    for other in row[2:]:
        if other.isdecimal():
            level = int(other)
        else:
            clues[other] = clues[other.translate(_NARROW)] = level
    return Look(script.written(row[1]), row[0] == "+", clues, script)
