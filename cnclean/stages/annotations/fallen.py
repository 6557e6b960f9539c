"""Pairs that fell out of a broken run: what the decoder could not read as any character, it dropped.

The first byte of such a pair ended a true character, the second began the next one. All that is known of the two are
their other bytes and how likely they are.
"""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.stages.annotations.candidates import common
from cnclean.stages.annotations.language import UNKNOWN, likelihood, rarity
from cnclean.stages.annotations.octets import character, octets, vanishing
from cnclean.stages.annotations.readings import windows_of
from cnclean.stages.annotations.states import Page, State, Token, emit

_LIKELY: Final = 2.0
"""No pair fell out where the text goes on so well without."""
_ENDED: Final = 8
"""So many characters are tried that a fallen pair may have ended,"""
_ENDED_TWICE: Final = 3
"""and so many of them before two fallen pairs;"""
_FALLEN: Final = 12
"""in all so many ways in which the text may go on."""
_TRIED: Final = 30
"""So many characters are tried for the second half of a fallen pair,"""
_KEPT: Final = 12
"""and so many kept behind each character that the first half may have ended."""
_MIDDLES: Final = 16
"""So many whole characters are tried between two fallen pairs,"""
_MIDDLE: Final = 3.0
"""if they are no less likely than this."""

_Fallen = tuple[float, str, str, int]
"""Its price; the whole character between two fallen pairs, or none; the character after them; its first byte."""


def undrop(state: State, token: Token, following: Token | None, page: Page) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another. Or two pairs did."""
    code = octets(token.text)
    plain = character(state.pending, code[0]) if code else ""
    if not code or (plain and page.language.extend(state.history, plain)[0] < _LIKELY):
        return
    next_byte = octets(following.text)[:1] if following is not None and len(code) == 2 else b""
    behind = character(code[1], next_byte[0]) if next_byte else ""
    heads = sorted((emit(state, char, page), lead) for char, lead in _ended(state.pending))
    options: list[tuple[float, str, int, State]] = []
    for rank, (head, lead) in enumerate(heads[:_ENDED]):
        found = _fallen(head.last, lead, code[0])
        if rank < _ENDED_TWICE:
            found += _fallen_twice(head.last, lead, code[0])
        for price, middle, last, begin in found:
            next_price = likelihood(last, behind) if behind else 0.0
            options.append((head.cost + price + next_price, middle, begin, head))
    options.sort(key=_price)
    for _, middle, begin, head in options[:_FALLEN]:
        yield (emit(head, middle, page) if middle else head)._replace(pending=begin)


def _price(option: tuple[float, str, int, State]) -> float:
    return option[0]


def undrop_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """A pair fell out before the annotated character: it ended one true character and began that one."""
    for char, lead in _ended(state.pending):
        head = emit(state, char, page)
        for annotated in windows_of(reading):
            if octets(annotated)[0] in vanishing()[lead]:
                yield emit(head, annotated, page, noted=True)


@functools.lru_cache(maxsize=256)
def _ended(pending: int) -> tuple[tuple[str, int], ...]:
    """The characters that the first byte of a fallen pair may have ended, each with that byte."""
    found = ((character(pending, lead), lead) for lead in vanishing())
    return tuple((char, lead) for char, lead in found if char and rarity(char) < UNKNOWN)


@functools.lru_cache(maxsize=1 << 12)
def _fallen(char: str, lead: int, first: int) -> tuple[_Fallen, ...]:
    """How the text may go on behind `char`, which the first byte `lead` of a fallen pair ended, up to `first`."""
    found = [(likelihood(char, second), "", second, begin) for second, begin in _begun(lead, first)]
    return tuple(sorted(found)[:_KEPT])


@functools.lru_cache(maxsize=1 << 12)
def _fallen_twice(char: str, lead: int, first: int) -> tuple[_Fallen, ...]:
    """The same where two pairs fell out, and between them a whole character."""
    found: list[_Fallen] = []
    for middle in _between(lead):
        price = likelihood(char, middle)
        if price < _MIDDLE:
            thirds = _begun(octets(middle)[1], first)[: _TRIED // 2]
            found += [(price + likelihood(middle, third), middle, third, begin) for third, begin in thirds]
    return tuple(sorted(found)[:_KEPT])


@functools.lru_cache(maxsize=1 << 12)
def _begun(lead: int, trail: int) -> tuple[tuple[str, int], ...]:
    """The characters with the second byte `trail` whose first fell out with `lead` before it, and that byte."""
    trails = vanishing()[lead]
    found = [(char, octets(char)[0]) for char in common(trail) if octets(char)[0] in trails]
    return tuple(found[:_TRIED])


@functools.cache
def _between(lead: int) -> tuple[str, ...]:
    """The commonest characters whose two bytes fell out with another each, the first with `lead` before it."""
    trails = vanishing()[lead]
    found = (char for trail in vanishing() for char in common(trail)[:20] if octets(char)[0] in trails)
    return tuple(sorted(found, key=rarity)[:_MIDDLES])
