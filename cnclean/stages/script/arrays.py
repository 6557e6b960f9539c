"""Conversion of whole texts by table, with numpy: OpenCC sees only the places where its phrases decide.

Most of a text is converted character by character: there no phrase of OpenCC's that says otherwise begins or ends. Such
phrases betray themselves by a pair of neighbours (`tables/script_bigrams.py`, whose test says why this is exact).
"""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from cnclean.stages.script.engine import converter, version

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Codes: TypeAlias = npt.NDArray[np.uint32]
    Places: TypeAlias = npt.NDArray[np.intp]

Place = tuple[int, int]

SIZE: Final = 0x33480
"""Code points up to the last of the ideographs; a text with others, as private ones, is left to OpenCC."""

TAIL: Final = "+"
"""In the table of phrases: the rare pair is the last of three characters."""

_ASCII: Final = 0x80
_GROUPS: Final = 15
_ALONE: Final = 1 << 15
_OTHER: Final = 1 << 31
"""In the marks of a character: a bit for each group of pairs that it begins, one for what becomes several characters;
in the upper half a bit for each group of pairs that it ends, one for what leaves a text to OpenCC."""

_BUCKETS: Final = 1 << 20
_BLOCK: Final = 1 << 14
"""Arrays of this length stay in the processor's cache."""


class CharacterTable:
    """What the characters become by themselves in one configuration, and where a phrase may say otherwise."""

    def __init__(self, configuration: str, *, rare: bool) -> None:
        import numpy as np  # noqa: PLC0415 - optional, and large

        from cnclean.tables import script_bigrams as table  # noqa: PLC0415 - large

        self._np = np
        self._becomes = np.arange(SIZE, dtype=np.uint32)
        self._marks = np.zeros(SIZE, dtype=np.uint32)
        self._pairs = np.zeros(_BUCKETS, dtype=np.bool)
        self._enter_characters(configuration, rare=rare)
        layers = {"s2t" if configuration.startswith("s2") else configuration, configuration}
        self._differing = {sign for layer in layers for sign in table.DIFFERING[layer].split()}
        self._joined = {pair for layer in layers for pair in _pairs(table.JOINED[layer])}
        pairs = "".join(sign[-2:] if sign[0] == TAIL else sign[:2] for sign in self._differing)
        codes = np.frombuffer(pairs.encode("utf-32-le"), np.uint32).reshape(-1, 2)
        first, second = codes[:, 0], codes[:, 1]
        self._pairs[_bucket(first, second)] = True
        np.bitwise_or.at(self._marks, first, 1 << first % _GROUPS)
        np.bitwise_or.at(self._marks, second, 1 << first % _GROUPS + 16)
        self._tails = {sign[1:] for sign in self._differing if sign[0] == TAIL}
        self._differing.update(table.ALONE.get(configuration, ""))
        for character in table.ALONE.get(configuration, ""):
            self._marks[ord(character)] |= _ALONE
        self._matters = self._marks != 0
        self._matters[_ASCII:] = True

    def _enter_characters(self, configuration: str, *, rare: bool) -> None:
        opencc = converter(configuration, rare=rare)
        blocks = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0x20000, SIZE))
        characters = "".join(chr(code) for block in blocks for code in block)
        converted = opencc.convert("\n".join(characters)).split("\n")
        for old, new in zip(characters, converted, strict=True):
            if old != new and len(new) == 1:
                self._becomes[ord(old)] = ord(new)
        # Compatibility ideographs are replaced before phrases are looked for; the parts of a described one never are.
        self._marks[0xF900:0xFB00] = self._marks[0x2F800:0x2FA20] = self._marks[0x2FF0:0x3000] = _OTHER
        self._marks[SIZE - 1] = _OTHER  # what is beyond, too

    def convert(self, text: str, *, sparse: bool) -> tuple[str, list[Place]] | None:
        """`text`, not empty, with each character by itself, and the places where OpenCC may say otherwise.

        The places are sorted and disjoint, and each is converted as if it stood alone. `None`: that may be anywhere.
        `sparse`: most of it is ASCII, which is skipped.
        """
        np = self._np
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        kept = np.flatnonzero(self._kept(codes)) if sparse else None
        seen = codes if kept is None else codes.take(kept)
        found: list[int] = []
        for start in range(0, len(seen), _BLOCK):
            block = self._suspects(seen[start : start + _BLOCK + 1])
            if block is None:
                return None
            found += (block + start if kept is None else kept.take(block + start)).tolist()
        mapped = self._becomes.take(seen, mode="clip")
        if kept is not None:
            few, mapped = mapped, codes.copy()
            mapped[kept] = few
        return str(mapped.data, "utf-32-le", "surrogatepass"), list(self._places(text, found))

    def _kept(self, codes: "Codes") -> "npt.NDArray[np.bool]":
        """Which characters are not ASCII, or are letters of phrases, as U盘."""
        kept: npt.NDArray[np.bool] = codes >= _ASCII
        if self._marks[:_ASCII].any():
            kept = self._matters.take(codes, mode="clip")
        return kept

    def _suspects(self, codes: "Codes") -> "Places | None":
        """Where a pair of a phrase may begin; `None` if there are characters that no table can convert."""
        marks = self._marks.take(codes, mode="clip")
        seen = self._np.bitwise_or.reduce(marks)
        if seen & _OTHER:
            return None
        candidates = self._np.flatnonzero(marks[:-1] & marks[1:] >> 16)
        pairs = self._pairs.take(_bucket(codes.take(candidates), codes.take(candidates + 1)))
        found: Places = candidates[pairs]
        if seen & _ALONE:
            found = self._np.union1d(found, self._np.flatnonzero(marks & _ALONE))
        return found

    def _places(self, text: str, found: list[int]) -> Iterator[Place]:
        differing, tails, joined, done = self._differing, self._tails, self._joined, 0
        for at in found:
            if at < done or not (
                text[at : at + 2] in differing
                or text[at : at + 3] in differing
                or text[max(0, at - 1) : at + 2] in tails
                or text[at] in differing
            ):
                continue
            start, end = at, at + 1
            while start > done and text[start - 1 : start + 1] in joined:
                start -= 1
            while text[end - 1 : end + 1] in joined:
                end += 1
            yield start, end
            done = end


def _pairs(groups: str) -> Iterator[str]:
    return (group[0] + second for group in groups.split() for second in group[1:])


def _bucket(first: "Codes", second: "Codes") -> "Codes":
    """Pairs that share a bucket cost a look that was not needed, nothing else."""
    return cast("Codes", (first * 40503 + second) & (_BUCKETS - 1))


@functools.cache
def character_table(configuration: str, *, rare: bool) -> CharacterTable | None:
    """The table, or `None` where there is no numpy, or OpenCC is another version than the phrases are of."""
    from cnclean.tables.script_bigrams import DIFFERING, VERSION  # noqa: PLC0415 - large

    if configuration not in DIFFERING or version() != VERSION:
        return None
    try:
        return CharacterTable(configuration, rare=rare)
    except ModuleNotFoundError:
        return None
