"""What of a run is beyond doubt although the whole is not: what all likely readings have in common."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.lattice import Reading
from cnclean.stages.annotations.states import Token

_NEARLY_ALL: Final = 0.9
"""What is sure of a run in doubt is what readings with so much of all probability share: the right one is among them
in half of such runs only."""


class Part(NamedTuple):
    """Some tokens of a run and what they were."""

    start: int
    end: int
    text: str
    sure: bool


def parts(ranked: Sequence[Reading], tokens: Sequence[Token], enough: float) -> Iterator[Part]:
    """The parts of a run, of which `ranked` are the readings, the best first; costs are orders of magnitude.

    One part, and sure, if the best reading has `enough` of all probability. Else what begins and what ends all those
    that together have nearly all, and between them the doubt: at least one token, whose characters stay as they are.
    All of it is in doubt if nothing can be enough.
    """
    best = ranked[0]
    shares = _shares(ranked)
    if shares[0] >= enough or enough > 1:
        yield Part(tokens[0].start, tokens[-1].end, best.text, sure=enough <= 1)
        return
    so_far = (0.0, *itertools.accumulate(shares))
    likely = [
        list(zip(each.text, each.at, strict=True))
        for each, before in zip(ranked, so_far, strict=False)
        if before < max(enough, _NEARLY_ALL)
    ]
    left, right, first, last = _in_doubt(best, tokens, *_common(likely))
    begin, end = tokens[first].start, tokens[last - 1].end
    if first:
        yield Part(tokens[0].start, begin, best.text[:left], sure=True)
    yield Part(begin, end, best.text[left:right], sure=False)
    if last < len(tokens):
        yield Part(end, tokens[-1].end, best.text[right:], sure=True)


def _in_doubt(best: Reading, tokens: Sequence[Token], left: int, right: int) -> tuple[int, int, int, int]:
    """The bounds of the characters and of the tokens in doubt: whole tokens, with the characters `left` to `right`."""
    known, unknown = best.at[left - 1] + 1 if left else 0, min((*best.at[left : left + 1], len(tokens) - 1))
    first = min(known, unknown)
    while first < unknown and tokens[first].kind == "annotation":
        first += 1
    while left and best.at[left - 1] >= first:
        left -= 1
    right = max(right, left)
    while right < len(best.at) and best.at[right] <= first:
        right += 1
    last = best.at[right] if right < len(best.at) else len(tokens)
    while last > first + 1 and tokens[last - 1].kind == "annotation":
        last -= 1
    return left, right, first, last


def _shares(ranked: Sequence[Reading]) -> list[float]:
    weights = [10 ** (ranked[0].cost - each.cost) for each in ranked]
    return [weight / sum(weights) for weight in weights]


def _common(readings: Sequence[Sequence[tuple[str, int]]]) -> tuple[int, int]:
    """How long the beginning is that all share, and where in the first of them the end begins that all share."""
    shortest = min(map(len, readings))
    left = 0
    while left < shortest and len({each[left] for each in readings}) == 1:
        left += 1
    right = 0
    while right < shortest - left and len({each[-1 - right] for each in readings}) == 1:
        right += 1
    return left, len(readings[0]) - right
