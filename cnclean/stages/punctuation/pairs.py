"""Brackets of either width that are matched: pairs in one line with Chinese that are not full-width yet."""

from collections.abc import Iterable, Iterator
from typing import Final

from cnclean.edits import Bounds
from cnclean.patterns import compile_later
from cnclean.prose.chinese import IS_CHINESE
from cnclean.prose.lines import Lines

Pair = tuple[int, int]

_LONGEST: Final = 400

_NO_SMILEY: Final = r"(?<![:;]-[()])(?<!\s[:;][()])"
_PAIR = compile_later(rf"\({_NO_SMILEY}[^()（）\n]{{0,{_LONGEST - 1}}}\){_NO_SMILEY}")

_HALF = compile_later(r"\("), compile_later(r"\)")
# None of a smiley's. The target of a link, and a pair that is full-width, are passed over as one.
_BRACKET = compile_later(rf"[()（）](?:(?<=\]\()[!-'*-~]*\)|(?<=（)[^()（）\n]*）|{_NO_SMILEY})")


def find_plain_pairs(text: str) -> list[Pair] | None:
    """The pairs of a text in which no brackets stand in one another; None for another text, and one with smileys."""
    pairs = [(match.start(), match.end() - 1) for match in _PAIR.finditer(text)]
    if text.count("(") != len(pairs) or text.count(")") != len(pairs):
        return None
    return [pair for pair in pairs if text[pair[0] - 1] != "]"]  # but for the targets of links


def find_half_brackets(text: str, lines: Lines) -> Iterator[Bounds]:
    """The brackets of lines that have half-width ones."""
    line_end = -1
    for at in sorted(match.start() for half in _HALF for match in half.finditer(text)):
        if at > line_end:
            start, line_end = lines.bounds(at)
            for match in _BRACKET.finditer(text, start, line_end):
                if match.end() == match.start() + 1:
                    yield match.span()


def matched(brackets: Iterable[Bounds], text: str, lines: Lines) -> Iterator[Pair]:
    """Brackets matched line by line; no pairs that are full-width already."""
    opened: list[int] = []
    line_end, may_be_prose = -1, False
    for at, _ in brackets:
        if at > line_end:
            opened.clear()
            start, line_end = lines.bounds(at)
            may_be_prose = IS_CHINESE.search(text, start, line_end) is not None
        if not may_be_prose:
            continue
        if text[at] in "(（":
            opened.append(at)
        elif opened:
            start = opened.pop()
            if at - start <= _LONGEST and not (text[start] == "（" and text[at] == "）"):
                yield start, at
