"""Pairs of quotation marks in a line, and the shapes that a style has for them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.han import KANA
from cnclean.patterns import compile_later
from cnclean.stages.quotes.beside import is_beside_chinese

_STYLES: Final = {"curly": ("“”", "‘’"), "corner": ("「」", "『』")}
_MARK: Final = compile_later("[“‘「『”’」』]")
_CLOSING: Final = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_LETTERS_AROUND: Final = compile_later("(?<=[A-Za-z])’(?=[A-Za-z])")
_JAPANESE: Final = compile_later(f"[{KANA}]{{2}}")


class _Pair(NamedTuple):
    """The places of the two marks of a quotation, and of the one that it stands in."""

    start: int
    end: int
    around: int | None


def restyled(line: str, shape: str) -> dict[int, str]:
    """The marks of a line in the style of a shape, by their places."""
    new: dict[int, str] = {}
    if not _MARK.search(line) or _JAPANESE.search(line):
        return new
    style = _STYLES[shape]
    for pair in sorted(_pairs(line)):
        outer = new.get(pair.around, line[pair.around]) if pair.around is not None else ""
        own = line[pair.start] + line[pair.end]
        if own in style and own[0] != outer:
            continue
        if own not in style and not is_beside_chinese(line, pair.start, pair.end):
            continue
        marks = style[1] if outer == style[0][0] else style[0]
        new[pair.start], new[pair.end] = marks[0], marks[1]
    return new


def _pairs(line: str) -> Iterator[_Pair]:
    apostrophes = {match.start() for match in _LETTERS_AROUND.finditer(line)}
    opened: list[int] = []
    for match in _MARK.finditer(line):
        at = match.start()
        if match[0] in _CLOSING:
            opened.append(at)
        elif opened and _CLOSING[line[opened[-1]]] == match[0] and at not in apostrophes:
            start = opened.pop()
            yield _Pair(start, at, opened[-1] if opened else None)
