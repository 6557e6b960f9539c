"""Where in an array of characters a phrase of OpenCC's may say otherwise than its characters by themselves.

Such a phrase betrays itself by two or three neighbours (`tables/script_bigrams.py`, whose test says why this is exact).
"""

from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Codes: TypeAlias = npt.NDArray[np.uint32]
    Places: TypeAlias = npt.NDArray[np.intp]

TAIL: Final = "+"
"""In the table of phrases: the rare pair is the last of three characters."""

_GROUPS: Final = 15
_ALONE: Final = 1 << 15
_OTHER: Final = 1 << 31
"""In the marks of a character: a bit for each group of pairs that it begins, one for what becomes several characters;
in the upper half a bit for each group of pairs that it ends, one for what leaves a text to OpenCC."""

_PAIR, _WITH_NEXT, _WITH_LAST = 1, 2, 4
"""Of a pair: whether it is a sign by itself, with the character behind it, or with the one before it."""

_BUCKETS: Final = 1 << 20
_BLOCK: Final = 1 << 14
"""Arrays of this length stay in the processor's cache."""


class Signs:
    """The signs of one configuration.

    `signs`   pairs, and three characters of which the first two, or behind `TAIL` the last two, are the rarer pair
    `alone`   characters that are signs by themselves
    `others`  ranges of characters that no table can convert
    """

    def __init__(self, signs: set[str], alone: str, others: list[slice], size: int) -> None:
        import numpy as np  # noqa: PLC0415 - optional, and large

        self._np = np
        self._marks = np.zeros(size, dtype=np.uint32)
        self._pairs = np.zeros(_BUCKETS, dtype=np.uint8)
        self._triples = np.zeros(_BUCKETS, dtype=np.bool)
        for characters in others:
            self._marks[characters] = _OTHER
        self._enter([sign for sign in signs if len(sign) == 2], _PAIR)
        self._enter([sign[:2] for sign in signs if len(sign) == 3], _WITH_NEXT)
        self._enter([sign[2:] for sign in signs if sign[0] == TAIL], _WITH_LAST)
        triples = self._codes([sign.lstrip(TAIL) for sign in signs if len(sign) > 2], 3)
        self._triples[_bucket(_bucket(triples[:, 0], triples[:, 1]), triples[:, 2])] = True
        self._marks[[ord(character) for character in alone]] |= _ALONE
        self.characters = "".join(sorted(set("".join(signs)) | set(alone)))

    def _enter(self, pairs: list[str], kind: int) -> None:
        codes = self._codes(pairs, 2)
        first, second = codes[:, 0], codes[:, 1]
        self._np.bitwise_or.at(self._pairs, _bucket(first, second), kind)
        self._np.bitwise_or.at(self._marks, first, 1 << first % _GROUPS)
        self._np.bitwise_or.at(self._marks, second, 1 << first % _GROUPS + 16)

    def _codes(self, strings: list[str], length: int) -> "Codes":
        return self._np.frombuffer("".join(strings).encode("utf-32-le"), self._np.uint32).reshape(-1, length)

    def find(self, codes: "Codes") -> "Places | None":
        """Where there are signs, and a few other places; `None` if there are characters that no table can convert."""
        np = self._np
        pairs, alone = [], []
        for start in range(0, len(codes), _BLOCK):
            block = codes[start : start + _BLOCK + 1]
            marks = self._marks.take(block, mode="clip")
            seen = np.bitwise_or.reduce(marks)
            if seen & _OTHER:
                return None
            pairs.append(np.flatnonzero(marks[:-1] & marks[1:] >> 16) + start)
            if seen & _ALONE:
                alone.append(np.flatnonzero(marks & _ALONE) + start)
        found = self._certain(codes, np.concatenate(pairs) if len(pairs) > 1 else pairs[0])
        return np.unique(np.concatenate((found, *alone))) if alone else found

    def _certain(self, codes: "Codes", at: "Places") -> "Places":
        """Those of the places where really a pair of a sign begins and, where a sign is longer, the rest is there."""
        first, second = codes.take(at), codes.take(at + 1)
        kinds = self._pairs.take(_bucket(first, second))
        some = self._np.flatnonzero(kinds)
        at, first, second, kinds = at.take(some), first.take(some), second.take(some), kinds.take(some)
        last, following = codes.take(at - 1, mode="clip"), codes.take(at + 2, mode="clip")
        with_next = self._triples.take(_bucket(_bucket(first, second), following)) & (kinds & _WITH_NEXT != 0)
        with_last = self._triples.take(_bucket(_bucket(last, first), second)) & (kinds & _WITH_LAST != 0)
        found: Places = at[with_next | with_last | (kinds & _PAIR != 0)]
        return found


def _bucket(first: "Codes", second: "Codes") -> "Codes":
    """Signs that share a bucket cost a look that was not needed, nothing else."""
    return cast("Codes", (first * 40503 + second) & (_BUCKETS - 1))
