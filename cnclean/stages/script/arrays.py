"""Conversion of whole texts by table, with numpy: OpenCC sees only the places where its phrases decide.

Most of a text is converted character by character: there no phrase of OpenCC's that says otherwise begins or ends.
"""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from cnclean.stages.script.engine import converter, version
from cnclean.stages.script.phrase_signs import Signs

if TYPE_CHECKING:
    from cnclean.stages.script.phrase_signs import Codes

Place = tuple[int, int]

SIZE: Final = 0x33480
"""Code points up to the last of the ideographs; a text with others, as private ones, is left to OpenCC."""

_ASCII: Final = 0x80
_ALONE: Final = 1 << 30
_OTHER: Final = 1 << 31
"""With what a character becomes: it becomes several, or it leaves a text to OpenCC."""


class CharacterTable:
    """What the characters become by themselves in one configuration, and where a phrase may say otherwise."""

    def __init__(self, configuration: str, *, rare: bool) -> None:
        import numpy as np  # noqa: PLC0415 - optional, and large

        from cnclean.tables import script_bigrams as table  # noqa: PLC0415 - large

        self._np = np
        self._becomes = np.arange(SIZE, dtype=np.uint32)
        self._enter_characters(configuration, rare=rare)
        layers = {"s2t" if configuration.startswith("s2") else configuration, configuration}
        signs = {sign for layer in layers for sign in table.DIFFERING[layer].split()}
        self._joined = {pair for layer in layers for pair in _pairs(table.JOINED[layer])}
        alone = table.ALONE.get(configuration, "")
        self._becomes[[ord(character) for character in alone]] |= _ALONE
        self._signs = Signs(signs, alone)
        self._letters = np.zeros(SIZE, dtype=np.bool)
        self._letters[_ASCII:] = True
        self._letters[[ord(character) for character in self._signs.characters()]] = True

    def _enter_characters(self, configuration: str, *, rare: bool) -> None:
        opencc = converter(configuration, rare=rare)
        blocks = (range(0x2E80, 0xA000), range(0xF900, 0xFB00), range(0x20000, SIZE))
        characters = "".join(chr(code) for block in blocks for code in block)
        converted = opencc.convert("\n".join(characters)).split("\n")
        for old, new in zip(characters, converted, strict=True):
            if old != new and len(new) == 1:
                self._becomes[ord(old)] = ord(new)
        # Compatibility ideographs are replaced before phrases are looked for; the parts of a described one never are.
        for first, end in ((0x2FF0, 0x3000), (0xF900, 0xFB00), (0x2F800, 0x2FA20), (SIZE - 1, SIZE)):
            self._becomes[first:end] |= _OTHER

    def convert(self, text: str, *, sparse: bool) -> tuple[str, list[Place]] | None:
        """`text`, not empty, with each character by itself, and the places where OpenCC may say otherwise.

        The places are sorted and disjoint, and each is converted as if it stood alone. `None`: that may be anywhere.
        `sparse`: most of it is ASCII, which is skipped, but for letters of phrases, as U盘.
        """
        np = self._np
        codes: Codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        kept = np.flatnonzero(self._letters.take(codes, mode="clip")) if sparse else None
        seen = codes if kept is None else codes.take(kept)
        mapped = self._becomes.take(seen, mode="clip")
        kinds = np.bitwise_or.reduce(mapped)
        if kinds & _OTHER:
            return None
        found = self._signs.find(seen)
        if kinds & _ALONE:
            found = np.union1d(found, (mapped & _ALONE).nonzero()[0])
            mapped &= _ALONE - 1
        if kept is not None:
            few, mapped = mapped, codes.copy()
            mapped[kept] = few
            found = kept.take(found)
        return str(mapped.data, "utf-32-le", "surrogatepass"), list(self._places(text, found.tolist()))

    def _places(self, text: str, found: list[int]) -> Iterator[Place]:
        joined, done = self._joined, 0
        for at in found:
            if at < done or not self._signs.is_at(text, at):
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
