"""Quotation marks as they are asked for: “ ” with ‘ ’ inside, or 「 」 with 『 』 inside. By default they are kept.

Both styles are at home in both scripts, so the script says nothing about them. A table of characters would not do: what
is quoted inside a quotation has the other pair, whatever pair the author took. Pairs are matched within a line. Marks
that have no partner stay, apostrophes too, and quotations without Chinese inside or beside them.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.han import HAN, KANA
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage

_STYLES: Final = {"curly": ("“”", "‘’"), "corner": ("「」", "『』")}
_MARK: Final = compile_later("[“‘「『”’」』]")
_CLOSING: Final = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_CHINESE: Final = compile_later(f"[{HAN}\u3000-\u303f\uff00-\uff65]")
_LETTERS_AROUND: Final = compile_later("(?<=[A-Za-z])’(?=[A-Za-z])")
_JAPANESE: Final = compile_later(f"[{KANA}]{{2}}")


class _Pair(NamedTuple):
    """The places of the two marks of a quotation, and of the one that it stands in."""

    start: int
    end: int
    around: int | None


def find_quotes(text: str, options: Options) -> Iterator[Span]:
    style = _STYLES[options.quotes]
    start = 0
    for line in text.split("\n"):
        if _MARK.search(line) and not _JAPANESE.search(line):
            new = _restyled(line, style)
            yield from ((start + at, start + at + 1, new[at]) for at in sorted(new) if new[at] != line[at])
        start += len(line) + 1


def _restyled(line: str, style: tuple[str, str]) -> dict[int, str]:
    """The marks of a line in the style, by their places."""
    new: dict[int, str] = {}
    for pair in sorted(_pairs(line)):
        outer = new.get(pair.around, line[pair.around]) if pair.around is not None else ""
        own = line[pair.start] + line[pair.end]
        if own in style and own[0] != outer:
            continue
        if own not in style and not _is_chinese(line, pair):
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


def _is_chinese(line: str, pair: _Pair) -> bool:
    outside = line[pair.start - 1 : pair.start] + line[pair.end + 1 : pair.end + 2]
    return bool(_CHINESE.search(outside) or _CHINESE.search(line, pair.start, pair.end))


STAGE = Stage("quotes", _MARK, find_quotes, guarded=True, wanted=lambda options: options.quotes != "keep")
