"""What of a run is beyond doubt although the whole is not: what all likely readings have in common."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cnclean.stages.annotations.lattice import Reading
from cnclean.stages.annotations.states import Token


class Part(NamedTuple):
    """Some tokens of a run and what they were; by how much that is likelier than the next reading."""

    start: int
    end: int
    text: str
    margin: float
    sure: bool


def parts(ranked: Sequence[Reading], tokens: Sequence[Token], clearly: float) -> Iterator[Part]:
    """The parts of a run, of which `ranked` are the readings, the best first.

    One part, and sure, if the best reading is `clearly` likelier than all others. Else what begins and what ends all
    likely readings, and between them the doubt: at least one token, whose characters stay as they are. All of it is in
    doubt if nothing can be clear enough.
    """
    best = ranked[0]
    margin = ranked[1].cost - best.cost if len(ranked) > 1 else math.inf
    if margin >= clearly < math.inf:
        yield Part(tokens[0].start, tokens[-1].end, best.text, margin, sure=True)
        return
    if clearly == math.inf:
        yield Part(tokens[0].start, tokens[-1].end, best.text, margin, sure=False)
        return
    likely = [list(zip(each.text, each.at, strict=True)) for each in ranked if each.cost < best.cost + clearly]
    left, right = _common(likely)
    first = min(ord(best.at[left - 1]) + 1 if left else 0, len(tokens) - 1)
    while left and ord(best.at[left - 1]) >= first:
        left -= 1
    right = max(right, left)
    while right < len(best.at) and ord(best.at[right]) <= first:
        right += 1
    last = ord(best.at[right]) if right < len(best.at) else len(tokens)
    while last > first + 1 and tokens[last - 1].kind == "annotation":
        last -= 1
    begin, end = tokens[first].start, tokens[last - 1].end
    if first:
        yield Part(tokens[0].start, begin, best.text[:left], margin, sure=True)
    yield Part(begin, end, best.text[left:right], margin, sure=False)
    if last < len(tokens):
        yield Part(end, tokens[-1].end, best.text[right:], margin, sure=True)


def _common(readings: Sequence[Sequence[tuple[str, str]]]) -> tuple[int, int]:
    """How long the beginning is that all share, and where in the first of them the end begins that all share."""
    shortest = min(map(len, readings))
    left = 0
    while left < shortest and len({each[left] for each in readings}) == 1:
        left += 1
    right = 0
    while right < shortest - left and len({each[-1 - right] for each in readings}) == 1:
        right += 1
    return left, len(readings[0]) - right
