"""How a reading of a broken run goes on with the next token of the page."""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Final

from cnclean.stages.annotations.ahead import Clues, known_ahead
from cnclean.stages.annotations.converted import is_converted
from cnclean.stages.annotations.effort import Effort
from cnclean.stages.annotations.fallen import undrop, undrop_across
from cnclean.stages.annotations.lost import ALONE, guess
from cnclean.stages.annotations.octets import octets
from cnclean.stages.annotations.readings import fits, windows, windows_of
from cnclean.stages.annotations.states import ODD, Page, State, Token, emit, feed, read

_GUESSES: Final = 20
"""So many characters are tried for a lost second byte, the commonest,"""
_FEWER: Final = 6
"""and so many in all but the best readings."""
_HOPELESS: Final = 2.0
"""No pair is guessed to have fallen out of a reading that is less likely than the best by so much."""


def grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page, effort: Effort) -> Iterator[State]:
    """The states behind token `i`; out of the best ones a pair may have fallen before it."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    noted = following is not None and following.kind == "annotation"
    shifted = [state for state in states if state.pending and not state.restarted][: effort.states]
    shifted = [state for state in shifted if state.cost < shifted[0].cost + _HOPELESS]
    if token.kind == "char" and shifted:
        clues, once = _clues(tokens, i), effort._replace(twice=0)
        fallen = (
            undrop(state, token, clues, page, effort if rank < effort.twice else once)
            for rank, state in enumerate(shifted)
        )
        states = [*states, *itertools.chain.from_iterable(fallen)]
    for rank, state in enumerate(states):
        if token.kind == "char":
            yield from read(state, token.text, page, noted=noted)
        elif token.kind == "annotation":
            yield from _skip(state, tokens[i - 1].text if i else "", token.text, page)
        elif token.kind == "straddle":
            yield from _read_across(state, token.text, page)
            if state in shifted:
                yield from undrop_across(state, token.text, page, effort)
        else:
            yield from guess(state, tokens, i, page, _GUESSES if rank < 4 else _FEWER)
            if following is not None and noted and state in shifted:
                found = undrop_across(state, following.text, page, effort)
                yield from (new for new in found if octets(new.last)[1] == ALONE)


def _clues(tokens: Sequence[Token], i: int) -> Clues:
    code = octets(tokens[i].text)
    if len(code) < 2:
        annotated = code and i + 1 < len(tokens) and tokens[i + 1].kind == "annotation"
        likely = windows_of(tokens[i + 1].text) if annotated else ()
        return Clues(sum(code), "".join(char for char in likely if octets(char)[1:] == code))
    return Clues(code[0], ahead=known_ahead(tokens, i))


def _skip(state: State, before: str, reading: str, page: Page) -> Iterator[State]:
    """An annotation stands behind the two bytes that it annotates, whether or not they are one true character.

    The second of them may be an ASCII letter: 因為L had the bytes of 長.
    """
    across = state.pending or "@" <= state.last <= "~"
    if fits(before if across else state.last, reading) and (across or is_converted(state.last)):
        yield state
    elif not state.pending:
        for char in f"({reading})":
            state = emit(state, char, page)
        yield state._replace(cost=state.cost + ODD, worst=math.inf)


def _read_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """The lost byte and the one before it are the annotated character."""
    before = state.pending or (octets(state.last) or b"\0")[-1]
    for char, known in windows(before, reading):
        new = feed(state, octets(char)[1], page)
        if new is not None:
            yield new if known else new._replace(cost=new.cost + ODD)
    if not state.pending:
        for char in f"?{reading})":
            state = emit(state, char, page)
        yield state._replace(cost=state.cost + 3 * ODD)
