"""Read a broken run again: all texts whose bytes, damaged as the pages were, give what stands there; the likeliest.

The damaged bytes were read in wrong pairs. A state of the search is a text read so far and, where the true pairs lie
across those on the page, the first byte of the next true character. A character on the page adds its bytes; a lost
byte is guessed, and so is, if the text makes no sense without, a pair that the decoder dropped. States that can no
longer differ in what follows are merged; by how much the better one won is remembered, for the judge of all readings.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cnclean.stages.annotations.effort import MUCH, NONE, SPARING, USUAL, Effort
from cnclean.stages.annotations.octets import is_widened
from cnclean.stages.annotations.pruning import pruned
from cnclean.stages.annotations.states import DOUBLED, ODD, Page, State, Token, emit
from cnclean.stages.annotations.steps import grow

_PLAUSIBLE: Final = 4.25
"""Dropped pairs are not guessed at all if all neighbours in the text without are likelier than that;"""
_UNLIKELY: Final = 5.0
"""else only beside neighbours that are less likely than this."""
_SENSELESS: Final = 6.5
"""More is guessed at if neighbours in the text found are still less likely than this."""
_WORK: Final = 2_000
"""A run is given up that needs more states and new answers of the language model than this. In 600 runs of real text
the hundredth part of them needed 1,250, one more than 1,500."""
_AGAIN: Final = 1_400
"""Much is guessed at only if so much is left, and then with"""
_LAST: Final = 450
"""this much: a guess costs more then, in time."""
_SPARING: Final = 1_000
"""With less than this left, dropped pairs are guessed in the best state only."""
_LONGEST: Final = 120
"""So many tokens are read at most."""


class Reading(NamedTuple):
    """What a run may have been: the text, and for each character the token that completed it."""

    cost: float
    text: str
    at: tuple[int, ...]


@dataclass(slots=True)
class _Work:
    effort: Effort = NONE
    left: int = _WORK


class Run(NamedTuple):
    end: int  # the token behind the run
    readings: tuple[Reading, ...]  # the likeliest first
    gain: float  # by how many orders of magnitude it is likelier than the text; 0 if readings prove the damage
    worst: float  # by how many orders of magnitude its two unlikeliest neighbours are; infinite if it was given up


def reread(tokens: Sequence[Token], history: str, last: str, page: Page) -> Run | None:
    """The likeliest readings from the first token to where all agree again; `None` if there are none.

    The last token is the last of its line.
    """
    begin, work = State(0.0, 0, history, last), _Work()
    steps: list[Sequence[State]] = [[begin]]
    literal = _search(tokens, steps, page, frozenset(), work)
    if literal is not None and literal.worst < _PLAUSIBLE:
        return literal
    senseless = _senseless(literal, begin, page) if literal is not None else frozenset((0,))
    if not senseless or work.left < 0:
        return literal
    unknown = range(literal.end if literal is not None else 0, len(tokens))
    found = None
    for work.effort in (USUAL, MUCH):
        more = _search(tokens, steps[: min(senseless) + 1], page, senseless.union(unknown), work)
        found = more or found
        if found is None or found.worst < _SENSELESS or work.left < _AGAIN:
            break
        work.left = _LAST
    return literal._replace(worst=math.inf) if found is None and literal is not None else found


def _senseless(run: Run, state: State, page: Page) -> frozenset[int]:
    """The tokens at which the best reading has two unlikely neighbours."""
    best = run.readings[0]
    found: set[int] = set()
    for i, char in enumerate(best.text):
        new = emit(state, char, page, noted=True)
        if state.price + new.price >= _UNLIKELY:
            found.update(best.at[max(0, i - 1) : i + 1])
        state = new
    return frozenset(found)


def _search(
    tokens: Sequence[Token], steps: list[Sequence[State]], page: Page, senseless: frozenset[int], work: _Work
) -> Run | None:
    """The run that begins with the first of `steps`, searched on from the last; its own steps are added to them."""
    begin, states = steps[0][0], steps[-1]
    stop = min(len(tokens), _LONGEST)
    for i in range(len(steps) - 1, stop):
        effort = _effort(work) if i in senseless else NONE
        asked = page.language.asked()
        grown = list(itertools.islice(grow(states, tokens, i, page, effort), work.left + 1))
        work.left -= len(grown) + page.language.asked() - asked
        if work.left < 0:
            return None
        states = pruned(grown, i)
        if not states:
            return None
        steps.append(states)
        annotated = i + 1 < stop and tokens[i + 1].kind == "annotation"
        if i > 1 and len(states) == 1 and not states[0].pending and not annotated:
            return _run(states[0], tokens[: i + 1], begin.history, page)
    complete = [_ended(state, page) for state in states if not state.pending]
    if stop < len(tokens) or not complete:
        return None
    return _run(pruned(complete, stop - 1)[0], tokens[:stop], begin.history, page)


def _effort(work: _Work) -> Effort:
    return SPARING if work.effort is USUAL and work.left < _SPARING else work.effort


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
