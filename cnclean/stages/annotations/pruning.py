"""What the search for the text of a broken run keeps: of the states that are one, the best, and its rivals."""

from collections.abc import Iterable
from typing import Final

from cnclean.stages.annotations.states import Rival, State

_WORSE: Final = 3.5
"""A state that is less likely than the best by so many orders of magnitude is given up."""
_BEAM: Final = 50
_CLOSE: Final = 3.0
_RIVALS: Final = 12
"""So many other readings are remembered, and only those that are so close."""


def pruned(states: Iterable[State], token: int) -> list[State]:
    """The best of the states that what follows cannot tell apart, each with its rivals; hopeless ones dropped."""
    merged: dict[tuple[int, str, str], State] = {}
    for state in states:
        key = state.pending, state.history, state.last
        rival = merged.get(key)
        if rival is None:
            merged[key] = state
            continue
        better, worse = (state, rival) if state.cost < rival.cost else (rival, state)
        if worse.cost - better.cost < _CLOSE and better.text != worse.text:
            better = better._replace(rivals=_rivals(better, worse, token))
        merged[key] = better
    kept = sorted(merged.values())[:_BEAM]
    worst = kept[0].cost + _WORSE if kept else 0.0
    # `_replace` takes four times as long
    return [tuple.__new__(State, (*state[:5], _at(state, token), *state[6:])) for state in kept if state.cost <= worst]


def _rivals(better: State, worse: State, token: int) -> tuple[Rival, ...]:
    lead, length, at = worse.cost - better.cost, len(better.text), _at(worse, token)
    nested = (
        Rival(lead + each.lead, length, each.text + worse.text[each.length :], each.at + at[each.length :])
        for each in worse.rivals
    )
    return tuple(sorted((*better.rivals, Rival(lead, length, worse.text, at), *nested))[:_RIVALS])


def _at(state: State, token: int) -> tuple[int, ...]:
    return state.at + (token,) * (len(state.text) - len(state.at))
