"""Read a broken run again: all texts whose bytes, damaged as the pages were, give what stands there; the likeliest.

The damaged bytes were read in wrong pairs. A state of the search is a text read so far and, where the true pairs lie
across those on the page, the first byte of the next true character. A character on the page adds its bytes; a lost
byte is guessed, and so is, if the text makes no sense without, a pair that the decoder dropped. States that can no
longer differ in what follows are merged; by how much the better one won is remembered, and the smallest such lead is
the margin of the run.
"""

import itertools
import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.octets import is_widened
from cnclean.stages.annotations.pruning import pruned
from cnclean.stages.annotations.states import DOUBLED, ODD, Page, State, Token, emit
from cnclean.stages.annotations.steps import grow

_DROPPING: Final = 2
"""Dropped pairs are guessed in so many of the best states,"""
_PLAUSIBLE: Final = 4.75
"""and not at all if all neighbours in the text without are likelier than that;"""
_UNLIKELY: Final = 5.5
"""else only beside neighbours that are less likely than this."""
_FEWER: Final = 500
"""After so many new answers of the language model, they are guessed in the best state only."""
_ASKED: Final = 1_200
"""A run that needs more of them than this is given up, and so is"""
_EFFORT: Final = 5_000
"""one that needs more states, and"""
_LONGEST: Final = 120
"""one of more tokens."""


class Reading(NamedTuple):
    """What a run may have been: the text, and for each character, as a code point, the token that completed it."""

    cost: float
    text: str
    at: str


class Run(NamedTuple):
    end: int  # the token behind the run
    readings: tuple[Reading, ...]  # the likeliest first
    gain: float  # by how many orders of magnitude it is likelier than the text; 0 if readings prove the damage
    worst: float  # by how many orders of magnitude its two unlikeliest neighbours are; infinite if it was given up


def reread(tokens: Sequence[Token], history: str, last: str, page: Page) -> Run | None:
    """The likeliest readings from the first token to where all agree again; `None` if there are none.

    The last token is the last of its line.
    """
    begin = State(0.0, 0, history, last)
    literal = _search(tokens, begin, page, frozenset())
    if literal is not None and literal.worst < _PLAUSIBLE:
        return literal
    senseless = _senseless(literal, begin, page) if literal is not None else frozenset(range(len(tokens)))
    if not senseless:
        return literal
    found = _search(tokens, begin, page, senseless)
    if found is None and literal is not None:
        return literal._replace(worst=math.inf)
    return found


def _senseless(run: Run, state: State, page: Page) -> frozenset[int]:
    """The tokens at which the best reading has two unlikely neighbours."""
    best = run.readings[0]
    found: set[int] = set()
    for i, char in enumerate(best.text):
        new = emit(state, char, page, noted=True)
        if state.price + new.price >= _UNLIKELY:
            found.update(map(ord, best.at[max(0, i - 1) : i + 1]))
        state = new
    return frozenset(found)


def _search(tokens: Sequence[Token], begin: State, page: Page, senseless: frozenset[int]) -> Run | None:
    states = [begin]
    stop = min(len(tokens), _LONGEST)
    effort = 0
    asked = page.language.asked()
    for i in range(stop):
        dropping = 0 if i not in senseless else _DROPPING if page.language.asked() < asked + _FEWER else 1
        grown = list(itertools.islice(grow(states, tokens, i, page, dropping), _EFFORT))
        effort += len(grown)
        states = pruned(grown, i)
        if not states or effort > _EFFORT or page.language.asked() > asked + _ASKED:
            return None
        annotated = i + 1 < stop and tokens[i + 1].kind == "annotation"
        if i > 1 and len(states) == 1 and not states[0].pending and not annotated:
            return _run(states[0], tokens[: i + 1], begin.history, page)
    complete = [_ended(state, page) for state in states if not state.pending]
    if stop < len(tokens) or not complete:
        return None
    return _run(pruned(complete, stop - 1)[0], tokens[:stop], begin.history, page)


def _ended(state: State, page: Page) -> State:
    """The state at the end of the line, where all states are one."""
    cost = state.cost + page.language.extend(state.history, "\n")[0]
    if state.last in DOUBLED and not state.text.endswith(2 * state.last):
        cost += ODD
    return state._replace(cost=cost, history="", last="")


def _run(best: State, tokens: Sequence[Token], history: str, page: Page) -> Run:
    others = (
        Reading(rival.lead, rival.text + best.text[rival.length :], rival.at + best.at[rival.length :])
        for rival in best.rivals
    )
    readings = (Reading(0.0, best.text, best.at), *others)
    gain = 0.0 if page.annotated else _price(tokens, history, page) - best.cost
    return Run(len(tokens), readings, gain, best.worst)


def _price(tokens: Sequence[Token], history: str, page: Page) -> float:
    """What the text as it stands costs."""
    total = 0.0
    for token in tokens:
        for char in "?" + token.text + ")" if token.kind == "straddle" else token.text:
            price, history = page.language.extend(history, char)
            total += price + (ODD if is_widened(char) else 0)
    return total
