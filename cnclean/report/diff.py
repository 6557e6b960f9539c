"""A unified diff made from the edits, in one pass: `difflib` is quadratic in what it has not been told."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from cnclean.command.document import Document, Report
from cnclean.command.output import in_color
from cnclean.edits import Edit, Result, splice
from cnclean.report.color import BOLD, GREEN, RED, paint

_CONTEXT = 3


class Change(NamedTuple):
    """The lines `start:end` of the old text become `new`."""

    start: int
    end: int
    new: list[str]


def render(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        yield from diff(report.name, report.document, report.result, color=in_color())


def diff(name: str, document: Document, result: Result, *, color: bool) -> Iterator[str]:
    """The lines of a unified diff, which `patch -p1` and `git apply` accept."""
    old, changes = lines_of(document.original), list(changes_of(document.original, document.edits(result)))
    if not changes:
        return
    yield paint(f"--- a/{name}", BOLD, color=color) + "\n"
    yield paint(f"+++ b/{name}", BOLD, color=color) + "\n"
    shift = 0
    for hunk in _hunks(changes):
        start, end = max(0, hunk[0].start - _CONTEXT), min(len(old), hunk[-1].end + _CONTEXT)
        grown = sum(len(change.new) - (change.end - change.start) for change in hunk)
        yield f"@@ -{_range(start, end - start)} +{_range(start + shift, end - start + grown)} @@\n"
        shift += grown
        done = start
        for change in hunk:
            yield from _lines(" ", old[done : change.start])
            yield from _lines("-", old[change.start : change.end], RED, color=color)
            yield from _lines("+", change.new, GREEN, color=color)
            done = change.end
        yield from _lines(" ", old[done:end])


def changes_of(text: str, edits: Sequence[Edit]) -> Iterator[Change]:
    """The changes of whole lines that the edits of `text` come to, and none of lines that come out as they were."""
    lines = lines_of(text)
    starts = [0, *accumulate(map(len, lines))]
    for first, end, block in _blocks(edits, starts):
        shift = starts[first]
        spans = [(edit.start - shift, edit.end - shift, edit.new) for edit in block]
        yield from _trimmed(first, lines[first:end], lines_of(splice(text[shift : starts[end]], spans)))


def lines_of(text: str) -> list[str]:
    """The lines with their ends. Not `splitlines`: for that, U+2028 and others end lines too."""
    lines = [line + "\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _blocks(edits: Sequence[Edit], starts: Sequence[int]) -> Iterator[tuple[int, int, list[Edit]]]:
    """First line, line after the last and edits of each stretch of lines that edits hold together."""
    block: list[Edit] = []
    first = end = 0
    for edit in edits:
        # An edit that ends at a line start belongs to that line too: what it leaves of its own line is joined to it.
        start_line, end_line = (min(bisect_right(starts, at) - 1, len(starts) - 2) for at in (edit.start, edit.end))
        if block and start_line >= end:
            yield first, end, block
            block = []
        if not block:
            first = start_line
        block.append(edit)
        end = end_line + 1
    if block:
        yield first, end, block


def _trimmed(first: int, old: list[str], new: list[str]) -> Iterator[Change]:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    if old != new:
        yield Change(first + head, first + len(old) - tail, new[head : len(new) - tail])


def _hunks(changes: Sequence[Change]) -> Iterator[list[Change]]:
    hunk = [changes[0]]
    for change in changes[1:]:
        if change.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    yield hunk


def _range(start: int, length: int) -> str:
    return f"{start + 1 if length else start},{length}"


def _lines(mark: str, lines: Sequence[str], code: str = "", *, color: bool = False) -> Iterator[str]:
    for line in lines:
        body = line.removesuffix("\n")
        yield (paint(mark + body, code, color=color) if code else mark + body) + "\n"
        if body == line:
            yield "\\ No newline at end of file\n"
