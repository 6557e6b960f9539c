"""Whole annotated pages: which kind of damage, which pieces are sure, the spans that undo it."""

import itertools
import operator
from collections.abc import Callable, Iterator
from typing import Final

from cnclean.protect import protected
from cnclean.stage import Options, Span
from cnclean.stages.annotations.converted import simplify
from cnclean.stages.annotations.evidence import converter_page, is_machine_made, is_traditional, page_of
from cnclean.stages.annotations.glosses import read_glosses
from cnclean.stages.annotations.pieces import Piece
from cnclean.stages.annotations.runs import may_be_broken, read_page

_CERTAIN: Final = 6.0
"""By how many orders of magnitude runs must have gained to prove, without any annotation, that they are broken."""

_HIDDEN: Final = str.maketrans("(（?？", "____")
"""What makes no annotation and no broken run."""


def find_annotations(text: str, options: Options) -> Iterator[Span]:
    pieces, machine_made = _read(_unprotected(text, options))
    if any(piece.sure for piece in pieces):
        yield from _spans(text, pieces, simplify if machine_made else str)


def suspect_annotations(text: str, options: Options) -> Iterator[Span]:
    pieces, machine_made = _read(_unprotected(text, options))
    for piece in pieces:
        if not piece.sure:
            yield piece.start, piece.end, simplify(piece.text) if machine_made else piece.text, piece.note


def _unprotected(text: str, options: Options) -> str:
    """Without the brackets and marks of what markup protects: an example of damage in a code block is no evidence.

    Not where there is no markup: there some damage looks like the end of a path or of an address.
    """
    if options.markup == "none":
        return text
    parts, done = [], 0
    for start, end in protected(text, options):
        if end > done:
            parts += [text[done:start], text[max(start, done) : end].translate(_HIDDEN)]
            done = end
    return "".join([*parts, text[done:]])


def _read(text: str) -> tuple[list[Piece], bool]:
    """The pieces of a damaged page, and whether it was Simplified before; no pieces if it is no damaged page."""
    if page := converter_page(text):
        return list(read_page(text, page)), True
    if pieces := read_glosses(text):
        return pieces, is_traditional(text)
    if not may_be_broken(text):
        return [], False
    page = page_of(text)
    pieces = [piece for piece in read_page(text, page, enough=0.75) if piece.note == "broken run"]
    if sum(piece.gain for piece in pieces if piece.sure) >= _CERTAIN:
        return pieces, page.traditional and is_machine_made(text)
    return [], False


def _spans(text: str, pieces: list[Piece], convert: Callable[[str], str]) -> Iterator[Span]:
    """The pieces that are sure, and whatever else `convert`, which keeps the length, changes outside of all."""
    parts, done = [], 0
    for piece in pieces:
        parts += [text[done : piece.start], piece.text]
        done = piece.end
    simple = convert("".join([*parts, text[done:]]))
    done = at = 0  # in `text` and in `simple`
    for piece in pieces:
        stop = at + piece.start - done
        yield from _changed(text, done, simple[at:stop])
        done, at = piece.end, stop + len(piece.text)
        new = simple[stop:at]
        if piece.sure and new != text[piece.start : piece.end]:
            yield piece.start, piece.end, new, piece.note
    yield from _changed(text, done, simple[at:])


def _changed(text: str, start: int, new: str) -> Iterator[Span]:
    """The characters of `text` from `start` on that are others in `new`."""
    end = start + len(new)
    for at in itertools.compress(range(start, end), map(operator.ne, text[start:end], new)):
        yield at, at + 1, new[at - start], "script"
