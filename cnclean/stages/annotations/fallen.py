"""Pairs that fell out of a broken run: what the decoder could not read as any character, it dropped.

The first byte of such a pair ended a true character, the second began the next one. All that is known of the two are
their other bytes and how likely they are.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.octets import character, is_widened, octets, vanishing
from cnclean.stages.annotations.readings import windows_of
from cnclean.stages.annotations.states import Page, State, Token, emit
from cnclean.stages.annotations.symbols import UNKNOWN, likelihood, rarity

_LIKELY: Final = 2.5
"""No pair fell out where the text goes on so well without."""
_LOOKED_AT: Final = 32
"""So many characters that a fallen pair may have ended are weighed by all that is before them;"""
_ENDED: Final = 8
"""so many are tried,"""
_WORSE: Final = 2.5
"""unless they are less likely than the best by so much;"""
_FALLEN: Final = 8
"""with the character that it began, in all so many ways in which the text may go on."""
_WEIGHED: Final = 16
"""Of these so many are weighed by all that is before them, the rest by pairs of characters only."""
_ENDED_TWICE: Final = 5
"""Before two fallen pairs so many are tried;"""
_MIDDLES: Final = 12
"""so many, with the character that fell out whole;"""
_FALLEN_TWICE: Final = 6
"""and in all so many ways to go on."""

_Head = tuple[float, str, int, str]
"""What ends before a fallen pair: its price; the characters; the first byte of the pair; the history behind it."""
_Way = tuple[float, str, str]
"""How the text may go on over fallen pairs: its price; the characters that end; the one that began."""


class Clues(NamedTuple):
    """What a token and those behind it tell of what fell out before it; empty where they tell nothing."""

    annotated: str  # the characters that the token ends: one of them was annotated
    ahead: str  # the character that begins with the second byte of the token, if nothing fell out there too


def undrop(state: State, token: Token, clues: Clues, page: Page, *, twice: bool) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another. Or, if `twice`, two pairs did."""
    code = octets(token.text)
    plain = character(state.pending, code[0]) if code else ""
    likely = plain and not is_widened(plain) and page.language.extend(state.history, plain)[0] < _LIKELY
    if not code or likely:
        return
    heads = _heads(state, page)
    ways = _best(_once(heads, code[0], page), clues.ahead, _FALLEN)
    if twice:
        middles = _middles(heads[:_ENDED_TWICE], clues.annotated, page)
        ways += _best(_twice(middles, code[0], page, clues.ahead), clues.ahead, _FALLEN_TWICE)
    for _, chars, last in ways:
        new = state
        for char in chars[:-1]:
            new = emit(new, char, page)
        yield emit(new, chars[-1], page, pending=octets(last)[0])


def _best(ways: Iterable[_Way], ahead: str, most: int) -> list[_Way]:
    """The likeliest ways; half of the places are for those that go best with what is ahead."""
    found = sorted(ways)
    if not ahead:
        return found[:most]
    ahead_too = sorted(found, key=lambda way: way[0] + likelihood(way[2], ahead))
    return list(dict.fromkeys((*found[: most // 2], *ahead_too[: most // 2])))


def _once(heads: Sequence[_Head], trail: int, page: Page) -> Iterator[_Way]:
    """One pair fell out before a character with the second byte `trail`."""
    ways = [
        (price + likelihood(head, last), price, head, last, history)
        for price, head, lead, history in heads
        for last in page.followers.begun(head, lead, trail)
    ]
    for _, price, head, last, history in sorted(ways)[:_WEIGHED]:
        yield price + page.language.extend(history, last)[0], head, last


def _twice(middles: Sequence[_Head], trail: int, page: Page, ahead: str) -> Iterator[_Way]:
    """Two pairs fell out before a character with the second byte `trail`, and with them a whole character."""
    ways = [
        (so_far + likelihood(chars[-1], last), so_far, chars, last, history)
        for so_far, chars, lead, history in middles
        for last in page.followers.begun(chars[-1], lead, trail)
    ]
    ways.sort(key=lambda way: way[0] + likelihood(way[3], ahead) if ahead else way[0])
    for _, so_far, chars, last, history in ways[:_MIDDLES]:
        yield so_far + page.language.extend(history, last)[0], chars, last


def _middles(heads: Sequence[_Head], annotated: str, page: Page) -> list[_Head]:
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
    for _, price, head, middle, history in sorted(ways)[:_MIDDLES]:
        cost, longer = page.language.extend(history, middle)
        found.append((price + cost, head + middle, octets(middle)[1], longer))
    return found


def undrop_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """A pair fell out before the annotated character: it ended one true character and began that one. Or two did."""
    likely = windows_of(reading)
    twice = _middles(_heads(state, page)[:_ENDED_TWICE], likely, page)[:_FALLEN_TWICE]
    for chars, lead in (*_ended(state.pending), *((chars, lead) for _, chars, lead, _ in twice)):
        new = functools.reduce(lambda so_far, char: emit(so_far, char, page), chars, state)
        for annotated in likely:
            if octets(annotated)[0] in vanishing()[lead]:
                yield emit(new, annotated, page, noted=True)


def _heads(state: State, page: Page) -> list[_Head]:
    """The characters that the first byte of a fallen pair may have ended, the likeliest first."""
    found = []
    likely = sorted(_ended(state.pending), key=lambda each: likelihood(state.last, each[0]))
    for char, lead in likely[:_LOOKED_AT]:
        price, history = page.language.extend(state.history, char)
        found.append((price, char, lead, history))
    found.sort()
    return [each for each in found[:_ENDED] if each[0] < found[0][0] + _WORSE]


@functools.lru_cache(maxsize=256)
def _ended(pending: int) -> tuple[tuple[str, int], ...]:
    found = ((character(pending, lead), lead) for lead in vanishing())
    return tuple((char, lead) for char, lead in found if char and not is_widened(char) and rarity(char) < UNKNOWN)
