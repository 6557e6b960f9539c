"""The window of a text around a doubtful phrase: as much as has to do with it, and no more."""

from typing import Final

from cnclean.stages.script.words import KNOWN_LOG, straddled

_AROUND: Final = 8
"""Characters before and behind a phrase that take part in the decision."""


def start_of_window(text: str, at: int, done: int, inside: set[int]) -> int:
    """Where, at or before `at`, a word and a phrase may begin that nothing before has to do with."""
    earliest = at - _AROUND
    while at > done and (at in inside or (at > earliest and straddled(text, at, KNOWN_LOG))):
        at -= 1
    return at


def end_of_window(text: str, at: int, inside: set[int]) -> int:
    """Where, at or behind `at`, they may end."""
    latest = at + _AROUND
    while at in inside or (at < latest and straddled(text, at, KNOWN_LOG)):
        at += 1
    return at
