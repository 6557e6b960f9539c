"""The annotations and the broken runs of a page, each with what stood there."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cnclean.stages.annotations.doubt import parts
from cnclean.stages.annotations.lattice import Reading, Run, reread
from cnclean.stages.annotations.pieces import Piece, strip
from cnclean.stages.annotations.rank import ranked
from cnclean.stages.annotations.readings import ANNOTATION, SYLLABLE, normalized
from cnclean.stages.annotations.states import Page, Token
from cnclean.stages.annotations.symbols import likelihood

_ENOUGH: Final = 0.4
"""So much of all probability a reading must have;"""
_ENOUGH_OF_GUESSES: Final = 0.7
"""so much if it guesses pairs that fell out;"""
_ENOUGH_OF_NONSENSE: Final = ((8.0, 0.95), (6.0, 0.8))
"""so much if it still has neighbours that are so unlikely: then the right one is often not among the readings. Of those
that have less, more are wrong than right, or nearly: counted in 5,000 broken runs of real text."""

BREAK: Final = re.compile(rf"\?(?:{SYLLABLE}[)）]|(?=[!！?？;；。,，]))")
_RESTART: Final = re.compile("\\?([!！?？;；。,，])([\u4e00-\u9fff])(.)")
_UNLIKELY: Final = 6.0
_TOKEN: Final = re.compile(rf"\?({SYLLABLE})[)）]|[(（]({SYLLABLE})[)）]|.", re.DOTALL)
_NEARBY: Final = 300


@dataclass(slots=True)
class _Reader:
    """Reads the lines of a page. It gives up reading runs, not naming them, when too many have proved unreadable."""

    page: Page
    enough: float
    patience: int


def read_page(text: str, page: Page, enough: float = _ENOUGH) -> Iterator[Piece]:
    """All pieces of the page, sorted and disjoint; sure is a reading that has `enough` of all probability."""
    dense = sum(1 for _ in BREAK.finditer(text)) > min(50 + len(text) // 30, 1500 + len(text) // 200)
    reader = _Reader(page, enough, 0 if dense else 20)
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _read_line(text, start, end, reader)
        start = end + 1


def may_be_broken(text: str) -> bool:
    """Whether some lost byte before a mark is followed by characters that hardly ever stand together. Cheap."""
    for match in _RESTART.finditer(text):
        mark, first, second = match.groups()
        if likelihood(mark, first) + likelihood(first, second) > _UNLIKELY:
            return True
    return False


def _read_line(text: str, start: int, end: int, reader: _Reader) -> Iterator[Piece]:
    page = reader.page
    at = start
    before = ""  # the end of what the line was so far
    while match := BREAK.search(text, at, end):
        begin = match.start()
        yield from strip(text, at, begin, page)
        before = (before + ANNOTATION.sub("", text[max(at, begin - _NEARBY) : begin]))[-_NEARBY:]
        tokens = list(_tokens(text, begin, end)) if reader.patience > 0 else []
        run = reread(tokens, page.language.history(before[-16:]), before[-1:], page) if tokens else None
        if run is None:
            reader.patience -= 1
            yield Piece(begin, match.end(), match[0], "unreadable", sure=False)
            at = match.end()
            continue
        at = tokens[run.end - 1].end
        likeliest = ranked(before, run.readings, ANNOTATION.sub("", text[at : min(end, at + _NEARBY)]), page.language)
        before += likeliest[0].text
        for part in parts(likeliest, tokens[: run.end], _enough(likeliest[0], run, reader.enough)):
            if part.text != text[part.start : part.end]:
                yield Piece(part.start, part.end, part.text, "broken run", part.sure, run.gain if part.sure else 0.0)
    yield from strip(text, at, end, page)


def _enough(best: Reading, run: Run, enough: float) -> float:
    """The share of all probability that a run's reading needs; none is enough where the search was given up."""
    if run.worst == math.inf:
        return math.inf
    guesses = len(set(best.at)) < len(best.at)
    nonsense = next((share for worst, share in _ENOUGH_OF_NONSENSE if run.worst > worst), 0.0)
    return max(enough, nonsense, _ENOUGH_OF_GUESSES if guesses else 0.0)


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, min(end, start + 1000)):
        if match[1]:
            yield Token(match.start(), match.end(), "straddle", normalized(match[1]))
        elif match[2]:
            yield Token(match.start(), match.end(), "annotation", normalized(match[2]))
        else:
            yield Token(match.start(), match.end(), "lost" if match[0] == "?" else "char", match[0])
