"""Pages that a converter made Traditional with the reading behind each converted character: 產(chǎn)業(yè)發(fā)展.

The text was Simplified and comes back so, without the readings. The converter worked on the bytes of GBK: where it
found a character across two others, the bytes behind it were read in wrong pairs (總?cè)藬?shù)達(dá) was 总人数达);
something that makes the decoder begin anew before ！？；。， broke other characters (黨?；馃衢_ was 党校火热开); pairs
that are no character fell out. Such runs are read again, byte by byte, and the likeliest reading is taken if it is
clearly the likeliest; else the run stays and is suspected.

Left alone: a primer's 長(zhǎng)大, a textbook that annotates every character, brackets of any other kind.
"""

import math
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.stage import Options, Span, Stage
from cnclean.stages.annotations.evidence import ANNOTATION, recognise
from cnclean.stages.annotations.lattice import Page, Run, Token, reread
from cnclean.stages.annotations.rank import oddness
from cnclean.stages.annotations.readings import SYLLABLE, fits, normalized
from cnclean.stages.annotations.script import is_converted, simplify

CLEARLY: Final = 0.5
"""By how many orders of magnitude a reading must be likelier than the next."""

_BREAK: Final = re.compile(rf"\?(?:{SYLLABLE}[)）]|(?=[!！?？;；。,，]))")
_TOKEN: Final = re.compile(rf"\?({SYLLABLE})[)）]|[(（]({SYLLABLE})[)）]|.", re.DOTALL)


class Piece(NamedTuple):
    """A part of the text and what it was, still in Traditional characters."""

    start: int
    end: int
    text: str
    note: str
    sure: bool = True


def find_annotations(text: str, _options: Options) -> Iterator[Span]:
    page = recognise(text)
    if page is None:
        return
    pieces = [piece for piece in _pieces(text, page) if piece.sure]
    yield from _spans(text, pieces)


def suspect_annotations(text: str, _options: Options) -> Iterator[Span]:
    page = recognise(text)
    if page is None:
        return
    for piece in _pieces(text, page):
        if not piece.sure:
            yield piece.start, piece.end, simplify()(piece.text), piece.note


def _pieces(text: str, page: Page) -> Iterator[Piece]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield from _pieces_of_line(text, start, end, page)
        start = end + 1


def _pieces_of_line(text: str, start: int, end: int, page: Page) -> Iterator[Piece]:
    at = start
    history, last = "\n", ""
    while match := _BREAK.search(text, at, end):
        begin = match.start()
        yield from _strip(text, at, begin)
        if begin > start:
            history, last = _history(text, max(at, begin - 24), begin, page)
        tokens = list(_tokens(text, begin, end))
        run = reread(tokens, 0, history, last, page)
        if run is None:
            yield Piece(begin, match.end(), match[0], "unreadable", sure=False)
            at = match.end()
            continue
        at = tokens[run.end - 1].end
        best, margin = _best(ANNOTATION.sub("", text[start:begin]), run, ANNOTATION.sub("", text[at:end]))
        if best != text[begin:at]:
            yield Piece(begin, at, best, "broken run", margin >= CLEARLY)
    yield from _strip(text, at, end)


def _best(before: str, run: Run, behind: str) -> tuple[str, float]:
    """The best reading behind `before`, and by how much it is better than the next."""
    ranked = sorted((cost + oddness(before, reading, behind), reading) for cost, reading in run.readings)
    return ranked[0][1], ranked[1][0] - ranked[0][0] if len(ranked) > 1 else math.inf


def _strip(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in ANNOTATION.finditer(text, start, end):
        before = text[match.start() - 1 : match.start()]
        if is_converted(before) and fits(before, normalized(match[1])):
            yield Piece(match.start(), match.end(), "", "annotation")


def _history(text: str, start: int, end: int, page: Page) -> tuple[str, str]:
    history = ""
    plain = ANNOTATION.sub("", text[start:end])
    for char in plain:
        _, history = page.language.extend(history, char)
    return history, plain[-1:]


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, min(end, start + 400)):
        if match[1]:
            yield Token(match.start(), match.end(), "straddle", normalized(match[1]))
        elif match[2]:
            yield Token(match.start(), match.end(), "annotation", normalized(match[2]))
        else:
            yield Token(match.start(), match.end(), "lost" if match[0] == "?" else "char", match[0])


def _spans(text: str, pieces: list[Piece]) -> Iterator[Span]:
    """The pieces, and whatever else was Traditional, in Simplified characters."""
    parts, done = [], 0
    for piece in pieces:
        parts += [text[done : piece.start], piece.text]
        done = piece.end
    parts.append(text[done:])
    simple = simplify()("".join(parts))
    done = at = 0
    for piece in pieces:
        yield from _differences(text, done, piece.start, simple, at)
        at += piece.start - done
        new = simple[at : at + len(piece.text)]
        if new != text[piece.start : piece.end]:
            yield piece.start, piece.end, new, piece.note
        at += len(piece.text)
        done = piece.end
    yield from _differences(text, done, len(text), simple, at)


def _differences(text: str, start: int, end: int, simple: str, at: int) -> Iterator[Span]:
    for i in range(start, end):
        new = simple[at + i - start]
        if text[i] != new:
            yield i, i + 1, new, "script"


STAGE = Stage(
    "annotations",
    re.compile(rf"[(（](?={SYLLABLE}[)）])"),
    find_annotations,
    suspect=suspect_annotations,
)
