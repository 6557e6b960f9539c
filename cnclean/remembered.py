"""Answers that are remembered by the ten thousand, for questions that come again and again.

`functools.lru_cache` keeps a list of links, and whenever Python's garbage collector looks at all objects it goes along
every one of them: with the answers of a corpus of annotated pages that took a tenth of a second each time, a sixth of
the whole run. In a dictionary of strings and numbers it finds next to nothing to follow.
"""

from collections.abc import Callable
from typing import TypeVar

_Question = TypeVar("_Question")
_Answer = TypeVar("_Answer")


def remembered(most: int) -> Callable[[Callable[[_Question], _Answer]], Callable[[_Question], _Answer]]:
    """Make a function of one argument remember up to `most` answers; then it forgets them all and begins anew."""

    def remember(answer: Callable[[_Question], _Answer]) -> Callable[[_Question], _Answer]:
        return _Answers(answer, most).__getitem__

    return remember


class _Answers(dict[_Question, _Answer]):
    def __init__(self, answer: Callable[[_Question], _Answer], most: int) -> None:
        self._answer, self._most = answer, most

    def __missing__(self, question: _Question) -> _Answer:
        if len(self) >= self._most:
            self.clear()
        found = self[question] = self._answer(question)
        return found
