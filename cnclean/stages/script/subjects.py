"""What a Simplified text speaks of: of computing it has other words in Taiwan, of other things mostly the same."""

import itertools
from collections.abc import Iterator
from typing import Final, Literal

from cnclean.stages.script.vocabulary import is_mainland_computing

FromMainland = Literal["s2twp", "s2twp general"]

IN_TEXT: Final = (3, 430)
IN_LINE: Final = (1, 52)
"""A Simplified text, or a line, speaks of computing where it has so many words for that, one in so many Han."""


def by_subject(text: str) -> Iterator[tuple[int, int, FromMainland]]:
    """With Taiwan's words; lines not about computing keep 支持, 设备 and 文件, unless the whole text is."""
    if mainland_route(text, IN_TEXT) == "s2twp":
        yield 0, len(text), "s2twp"
        return
    start = 0
    for route, lines in itertools.groupby(text.split("\n"), lambda line: mainland_route(line, IN_LINE)):
        end = start + sum(len(line) + 1 for line in lines)
        yield start, min(end, len(text)), route
        start = end


def mainland_route(text: str, evidence: tuple[int, int]) -> FromMainland:
    """How a Simplified text gets Taiwan's words; `evidence` is `IN_TEXT` or `IN_LINE`."""
    return "s2twp" if is_mainland_computing(text, *evidence) else "s2twp general"
