"""Pairs that fell out of a broken run: what the decoder could not read as any character, it dropped.

The first byte of such a pair ended a true character, the second began the next one. All that is known of the two are
their other bytes and how likely they are.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cnclean.stages.annotations.ahead import Clues, Way, best, fitting, going_on
from cnclean.stages.annotations.effort import Effort
from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
from cnclean.stages.annotations.readings import windows_of
from cnclean.stages.annotations.states import Page, State, Token, emit
from cnclean.stages.annotations.symbols import UNKNOWN, likelihood, rarity

_LIKELY: Final = 2.5
"""No pair fell out where the text goes on so well without."""
_LOOKED_AT: Final = 32
"""So many characters that a fallen pair may have ended are weighed by all that is before them."""

_Head = tuple[float, str, int, str]
"""What ends before a fallen pair: its price; the characters; the first byte of the pair; the history behind it."""


def undrop(state: State, token: Token, clues: Clues, page: Page, effort: Effort) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another. Or two pairs did."""
    code = octets(token.text)
    plain = character(state.pending, code[0]) if code else ""
    likely = plain and not is_widened(plain) and page.language.extend(state.history, plain)[0] < _LIKELY
    if not code or likely:
        return
    heads = _heads(state, page, effort)
    ways = best(_once(heads, page, clues, effort), clues, effort.fallen)
    if effort.twice:
        middles = _middles(heads[: effort.ended_twice], clues.annotated, page, effort)
        ways += best(_twice(middles, page, clues, effort), clues, effort.fallen_twice)
    for _, chars, last in ways:
        new = state
        for char in chars[:-1]:
            new = emit(new, char, page)
        yield emit(new, chars[-1], page, pending=octets(last)[0])


def _once(heads: Sequence[_Head], page: Page, clues: Clues, effort: Effort) -> Iterator[Way]:
    """One pair fell out before a character with the second byte that is known."""
    ways = [
        (price + likelihood(head, last), price, head, last, history)
        for price, head, lead, history in heads
        for last in _begun(head, lead, page, clues, effort)
    ]
    for _, price, head, last, history in sorted(ways)[: effort.weighed]:
        yield price + page.language.extend(history, last)[0], head, last


def _twice(middles: Sequence[_Head], page: Page, clues: Clues, effort: Effort) -> Iterator[Way]:
    """Two pairs fell out before that character, and with them a whole character."""
    ways = [
        (so_far + likelihood(chars[-1], last), so_far, chars, last, history)
        for so_far, chars, lead, history in middles
        for last in _begun(chars[-1], lead, page, clues, effort)
    ]
    ways.sort(key=lambda way: way[0] + going_on(way[3], clues))
    for _, so_far, chars, last, history in ways[: effort.middles]:
        yield so_far + page.language.extend(history, last)[0], chars, last


def _begun(head: str, lead: int, page: Page, clues: Clues, effort: Effort) -> Iterable[str]:
    found = page.followers.begun(head, lead, clues.trail)
    if not effort.fitting:
        return found
    firsts = vanishing()[lead]
    return dict.fromkeys((*found, *(char for char, first in fitting(clues, effort.fitting) if first in firsts)))


def _middles(heads: Sequence[_Head], annotated: str, page: Page, effort: Effort) -> list[_Head]:
    """The characters that may have fallen out whole, each behind one of `heads`; the likeliest first.

    Likely is also what goes well with the characters that were annotated behind it, where any were.
    """
    ways = [
        (price + likelihood(head, middle), price, head, middle, history)
        for price, head, lead, history in heads
        for middle in page.followers.between(head, lead)
    ]
    if annotated:
        ways = [(way[0] + min(likelihood(way[3], char) for char in annotated), *way[1:]) for way in ways]
    found = []
    for _, price, head, middle, history in sorted(ways)[: effort.middles]:
        cost, longer = page.language.extend(history, middle)
        found.append((price + cost, head + middle, octets(middle)[1], longer))
    return found


def undrop_across(state: State, reading: str, page: Page, effort: Effort) -> Iterator[State]:
    """A pair fell out before the annotated character: it ended one true character and began that one. Or two did."""
    likely = windows_of(reading)
    heads = _heads(state, page, effort)[: effort.ended_twice]
    twice = _middles(heads, likely, page, effort)[: effort.fallen_twice]
    for chars, lead in (*_ended(state.pending), *((chars, lead) for _, chars, lead, _ in twice)):
        new = functools.reduce(lambda so_far, char: emit(so_far, char, page), chars, state)
        for annotated in likely:
            if octets(annotated)[0] in vanishing()[lead]:
                yield emit(new, annotated, page, noted=True)


def _heads(state: State, page: Page, effort: Effort) -> list[_Head]:
    """The characters that the first byte of a fallen pair may have ended, the likeliest first."""
    found = []
    likely = sorted(_ended(state.pending), key=lambda each: likelihood(state.last, each[0]))
    for char, lead in likely[:_LOOKED_AT]:
        price, history = page.language.extend(state.history, char)
        found.append((price, char, lead, history))
    found.sort()
    return [each for each in found[: effort.ended] if each[0] < found[0][0] + effort.worse]


@functools.lru_cache(maxsize=256)
def _ended(pending: int) -> tuple[tuple[str, int], ...]:
    found = ((character(pending, lead), lead) for lead in vanishing())
    return tuple((char, lead) for char, lead in found if char and not is_widened(char) and rarity(char) < UNKNOWN)
