"""OpenCC's output byte for byte, by the fastest way: its own, or a table with OpenCC for the rest."""

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cnclean.stages.script.arrays import Place, character_table
from cnclean.stages.script.engine import converter

_LONG: Final = {"s2tw": 70, "s2twp": 70, "s2hk": 70, "s2hkp": 70, "tw2sp": 130, "tw2s": 170, "t2s": 400}
_LONG_OTHERWISE: Final = 250
"""Shorter texts OpenCC has converted before arrays are made of them; it is the slower the longer its chain is."""

_REMEMBERED: Final = 50_000
_SAMPLED: Final = 64
_MOST: Final = 0.6
_NEARLY_ALL: Final = 0.96
"""OpenCC skips ASCII faster than any table is read: where there is so much of it, nothing is to be gained."""


def convert_whole(text: str, configuration: str, *, rare: bool = False) -> str:
    """What OpenCC makes of `text`, which must not have lone surrogates."""
    return convert_and_show(text, configuration, rare=rare)[0]


def convert_and_show(text: str, configuration: str, *, rare: bool = False) -> tuple[str, list[Place]]:
    """The same, and the places outside of which each character was converted by itself."""
    found = by_table(text, configuration, rare=rare)
    if found is None:
        return converter(configuration, rare=rare).convert(text), [(0, len(text))]
    mapped, places = found
    new = convert_pieces([text[start:end] for start, end in places], configuration, rare=rare)
    return "".join(_put(mapped, places, new)), places


def convert_pieces(pieces: Sequence[str], configuration: str, *, rare: bool = False) -> list[str]:
    """What OpenCC makes of each of many pieces, which must not have line ends."""
    if not pieces:
        return []
    known = _known(configuration, rare=rare)
    found = [known.get(piece) for piece in pieces]
    unknown = list(dict.fromkeys(piece for piece, new in zip(pieces, found, strict=True) if new is None))
    if unknown:
        converted = converter(configuration, rare=rare).convert("\n".join(unknown)).split("\n")
        asked = dict(zip(unknown, converted, strict=True))
        if len(known) > _REMEMBERED:
            known.clear()
        known.update(asked)
    return [asked[piece] if new is None else new for piece, new in zip(pieces, found, strict=True)]


@functools.cache
def _known(configuration: str, *, rare: bool) -> dict[str, str]:  # noqa: ARG001 - the key of the cache
    """What was asked before: the same phrases come again and again."""
    return {}


def by_table(text: str, configuration: str, *, rare: bool) -> tuple[str, list[Place]] | None:
    """`text` converted character by character, and the places that are OpenCC's; `None` where that does not pay."""
    share = _share_of_ascii(text) if _is_long(text, configuration) and "\0" not in text else 1.0
    table = character_table(configuration, rare=rare) if share < _NEARLY_ALL else None
    return None if table is None else table.convert(text, sparse=share > _MOST)


def _is_long(text: str, configuration: str) -> bool:
    return len(text) >= _LONG.get(configuration, _LONG_OTHERWISE)


def _share_of_ascii(text: str) -> float:
    """Of a sample of `text`."""
    sample = text[:: max(1, len(text) // (_SAMPLED * 16))]
    return len(sample.encode("ascii", "ignore")) / len(sample)


def _put(text: str, places: Iterable[Place], new: Iterable[str]) -> Iterator[str]:
    done = 0
    for (start, end), piece in zip(places, new, strict=True):
        yield text[done:start]
        yield piece
        done = end
    yield text[done:]
