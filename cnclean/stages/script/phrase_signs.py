"""Where in an array of characters a phrase of OpenCC's may say otherwise than its characters by themselves.

Such a phrase betrays itself by two or three neighbours (`tables/script_bigrams.py`, whose test says why this is exact).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Codes: TypeAlias = npt.NDArray[np.uint32]
    Places: TypeAlias = npt.NDArray[np.intp]

TAIL: Final = "+"
"""In the table of phrases: the rare pair is the last of three characters."""

_PAIR, _WITH_NEXT, _WITH_LAST = 1, 2, 4
"""Of a pair: whether it is a sign by itself, with the character behind it, or with the one before it."""

_BUCKETS: Final = 1 << 20
_BLOCK: Final = 1 << 14
"""Arrays of this length stay in the processor's cache."""

_MANY: Final = 100
"""Fewer places are looked at one by one."""


class Signs:
    """The signs of one configuration: pairs, and three characters of which the first two are the rarer pair.

    Behind `TAIL` it is the last two. `alone`: characters that are signs by themselves.
    """

    def __init__(self, signs: Iterable[str], alone: str) -> None:
        import numpy as np  # noqa: PLC0415 - optional, and large

        self._np = np
        self._signs = {*signs, *alone}
        self._tails = {sign[1:] for sign in self._signs if sign[0] == TAIL}
        self._pairs = np.zeros(_BUCKETS, dtype=np.uint8)
        self._triples = np.zeros(_BUCKETS, dtype=np.bool)
        self._enter([sign for sign in self._signs if len(sign) == 2], _PAIR)
        self._enter([sign[:2] for sign in self._signs if len(sign) == 3], _WITH_NEXT)
        self._enter([sign[1:] for sign in self._tails], _WITH_LAST)
        first, second, third = self._columns([sign.lstrip(TAIL) for sign in self._signs if len(sign) > 2], 3)
        self._triples[_bucket(_bucket(first, second), third)] = True

    def _enter(self, pairs: list[str], kind: int) -> None:
        self._np.bitwise_or.at(self._pairs, _bucket(*self._columns(pairs, 2)), kind)

    def _columns(self, strings: list[str], length: int) -> "Codes":
        return self._np.frombuffer("".join(strings).encode("utf-32-le"), self._np.uint32).reshape(-1, length).T

    def characters(self) -> set[str]:
        return set("".join(self._signs)) - {TAIL}

    def find(self, codes: "Codes") -> "Places":
        """Where there may be a sign of several characters, and a few other places."""
        blocks = (codes[start : start + _BLOCK + 1] for start in range(0, len(codes), _BLOCK))
        found = [self._pairs.take(_bucket(block[:-1], block[1:])).nonzero()[0] for block in blocks]
        places = found[0]
        if len(found) > 1:
            places = self._np.concatenate([place + number * _BLOCK for number, place in enumerate(found)])
        return self._likely(codes, places) if len(places) > _MANY else places

    def _likely(self, codes: "Codes", at: "Places") -> "Places":
        """Those where also the rest is of a sign that is longer."""
        last, first, second, third = (codes.take(at + step, mode="clip") for step in (-1, 0, 1, 2))
        kinds = self._pairs.take(_bucket(first, second))
        with_next = self._triples.take(_bucket(_bucket(first, second), third)) & (kinds & _WITH_NEXT != 0)
        with_last = self._triples.take(_bucket(_bucket(last, first), second)) & (kinds & _WITH_LAST != 0)
        found: Places = at[with_next | with_last | (kinds & _PAIR != 0)]
        return found

    def is_at(self, text: str, at: int) -> bool:
        """Whether there really is one in the text."""
        return (
            text[at : at + 2] in self._signs
            or text[at : at + 3] in self._signs
            or text[max(0, at - 1) : at + 2] in self._tails
            or text[at] in self._signs
        )


def _bucket(first: "Codes", second: "Codes") -> "Codes":
    """Signs that share a bucket cost a look that was not needed, nothing else."""
    return cast("Codes", (first * 40503 + second) & (_BUCKETS - 1))
