"""Spans, edits and results."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

Bounds = tuple[int, int]  # start, end
Span = tuple[int, int, str] | tuple[int, int, str, str]
"""Start, end, replacement and, where a stage tells kinds of findings apart, a note that names the kind.

Offsets are code points of the text in which the span was found. A stage yields spans sorted and disjoint. They are
raw tuples because building them is most of what a stage does beyond its regex; `Edit` is for results only.
"""
Place = TypeVar("Place", bound=Span | Bounds)


class Edit(NamedTuple):
    """One change, in code-point offsets of the original text: `original[start:end] == old` became `new`.

    `stages` are those that made it, the last one last; `notes` say what they found, in the order of the places.
    """

    start: int
    end: int
    old: str
    new: str
    stages: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A cleaned text and all that was done to it: `splice(original, result.edits) == result.text`.

    The edits are sorted, disjoint and never touch: between two of them at least one original character survives.

    `suspects` are edits that were not made: places that look damaged, but no repair was clearly the best. `new` is the
    best guess, or `old` again where there is none. Sorted; suspects of different stages may overlap.
    """

    text: str
    edits: tuple[Edit, ...]
    suspects: tuple[Edit, ...] = ()


def splice(text: str, spans: Iterable[Span | Edit]) -> str:
    """Put the replacements of sorted, disjoint spans (or edits) into `text`."""
    pieces, done = [], 0
    for span in spans:
        pieces.append(text[done : span[0]])
        pieces.append(span.new if isinstance(span, Edit) else span[2])
        done = span[1]
    pieces.append(text[done:])
    return "".join(pieces)


def apart(places: Iterable[Place], others: Sequence[Span | Bounds]) -> Iterator[Place]:
    """The places that overlap none of the others; both sorted and disjoint."""
    if not others:
        yield from places
        return
    i = 0
    for place in places:
        while i < len(others) and others[i][1] <= place[0]:
            i += 1
        if i == len(others) or place[1] <= others[i][0]:
            yield place
