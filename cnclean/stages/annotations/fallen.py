"""Pairs that fell out of a broken run: what the decoder could not read as any character, it dropped.

The first byte of such a pair ended a true character, the second began the next one. All that is known of the two are
their other bytes and how likely they are.
"""

import functools
import math
from collections.abc import Iterator, Sequence
from typing import Final

from cnclean.stages.annotations.language import UNKNOWN, likelihood, rarity
from cnclean.stages.annotations.candidates import common
from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
from cnclean.stages.annotations.readings import windows_of
from cnclean.stages.annotations.states import Page, State, Token, emit

_LIKELY: Final = 2.0
"""No pair fell out where the text goes on so well without."""
_ENDED: Final = 8
"""So many characters are tried that a fallen pair may have ended,"""
_ENDED_TWICE: Final = 6
"""and so many of them before two fallen pairs;"""
_FALLEN: Final = 12
"""in all so many ways in which the text may go on."""
_MIDDLES: Final = 12
_FALLEN_TWICE: Final = 8
_MID: Final = 24
_Head = tuple[float, str, int, str]
_WORSE: Final = 2.5
"""Characters that are less likely than the best by so much are not tried,"""
_LONGER: Final = -1.0
"""nor two before another where one is likelier by so much."""


def undrop(state: State, token: Token, page: Page) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another. Or two pairs did."""
    code = octets(token.text)
    plain = character(state.pending, code[0]) if code else ""
    likely = plain and not is_widened(plain) and page.language.extend(state.history, plain)[0] < _LIKELY
    if not code or likely:
        return
    options: list[tuple[float, str, str, int]] = []
    heads = _heads(state, page)
    for price, head, lead, history in heads:
        for last in page.followers.begun(head, lead, code[0]):
            cost = price + page.language.extend(history, last)[0]
            options.append((cost, head, last, octets(last)[0]))
    options = sorted(options)[:_FALLEN]
    options += sorted(_twice(heads[:_ENDED_TWICE], code[0], page))[:_FALLEN_TWICE]
    for _, chars, _, begin in options:
        new = state
        for char in chars:
            new = emit(new, char, page)
        yield new._replace(pending=begin)


def _twice(heads: Sequence[_Head], trail: int, page: Page) -> Iterator[tuple[float, str, str, int]]:
    """Two pairs fell out before a character with the second byte `trail`, and with them a whole character."""
    ways = []
    for so_far, head, middle, history in _middles(heads, page):
        for last in page.followers.begun(middle, octets(middle)[1], trail):
            ways.append((so_far + likelihood(middle, last), so_far, head + middle, last, history))
    for _, so_far, chars, last, history in sorted(ways)[:_MIDDLES]:
        yield so_far + page.language.extend(history, last)[0], chars, last, octets(last)[0]


def _middles(heads: Sequence[_Head], page: Page) -> list[tuple[float, str, str, str]]:
    found = []
    for price, head, lead, history in heads:
        for middle in page.followers.between(head, lead):
            cost, longer = page.language.extend(history, middle)
            found.append((price + cost, head, middle, longer))
    return sorted(found)[:_MID]


def undrop_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """A pair fell out before the annotated character: it ended one true character and began that one."""
    for char, lead in _ended(state.pending):
        head = emit(state, char, page)
        for annotated in windows_of(reading):
            if octets(annotated)[0] in vanishing()[lead]:
                yield emit(head, annotated, page, noted=True)
    ways = []
    for so_far, head, middle, history in _middles(_heads(state, page)[:_ENDED_TWICE], page):
        begun = vanishing()[octets(middle)[1]]
        for last in windows_of(reading):
            if octets(last)[0] in begun:
                ways.append((so_far + page.language.extend(history, last)[0], head + middle, last))
    for _, chars, last in sorted(ways)[:_FALLEN_TWICE]:
        new = state
        for each in chars:
            new = emit(new, each, page)
        yield emit(new, last, page, noted=True)


def _heads(state: State, page: Page) -> list[tuple[float, str, int, str]]:
    """The characters that the first byte of a fallen pair may have ended, the likeliest first.

    Before each stands its price, behind it that byte, and the history with it.
    """
    found = []
    for char, lead in _ended(state.pending):
        price, history = page.language.extend(state.history, char)
        found.append((price, char, lead, history))
    found.sort()
    return [each for each in found[:_ENDED] if each[0] < found[0][0] + _WORSE]


@functools.lru_cache(maxsize=256)
def _ended(pending: int) -> tuple[tuple[str, int], ...]:
    found = ((character(pending, lead), lead) for lead in vanishing())
    return tuple((char, lead) for char, lead in found if char and rarity(char) < UNKNOWN)
