"""How much is guessed at of the pairs that fell out of a broken run: little first, more where that makes no sense."""

from typing import Final, NamedTuple


class Effort(NamedTuple):
    """How much is guessed at."""

    states: int
    """Pairs may have fallen out of so many of the best states,"""
    twice: int
    """two of them out of so many."""
    ended: int
    """So many characters that a fallen pair may have ended are tried,"""
    worse: float
    """unless they are less likely than the best by so much;"""
    fallen: int
    """with the character that it began, in all so many ways in which the text may go on."""
    weighed: int
    """Of these so many are weighed by all that is before them, the rest by pairs of characters only."""
    ended_twice: int
    """Before two fallen pairs so many are tried;"""
    middles: int
    """so many, with the character that fell out whole;"""
    fallen_twice: int
    """and in all so many ways to go on."""
    fitting: int
    """So many characters may have begun that go well with what is ahead, whatever is before them."""


NONE: Final = Effort(0, 0, 0, 0.0, 0, 0, 0, 0, 0, 0)
SPARING: Final = Effort(1, 1, 8, 2.5, 8, 16, 5, 12, 6, 0)
USUAL: Final = SPARING._replace(states=2)
MUCH: Final = Effort(4, 2, 12, 4.5, 10, 24, 6, 16, 8, 16)
