"""What `--check` found, file by file, with line and column: what all formats show."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from cnclean.command.document import Report
from cnclean.edits import Edit
from cnclean.report.visible import shortened


class Place(NamedTuple):
    """Line and column, both from 1; the column counts characters. `in_bytes` counts those of UTF-8."""

    line: int
    column: int
    in_bytes: int


class Finding(NamedTuple):
    """An edit of the file as it is, with its line ends and its byte order mark, and where it begins and ends.

    `seen` is where a person looks for it: a line that goes does so with the line end before it.
    """

    edit: Edit
    start: Place
    end: Place
    seen: Place

    @property
    def message(self) -> str:
        """What to do, in one line."""
        old, new = shortened(self.edit.old), shortened(self.edit.new)
        change = f"remove “{old}”" if not new else f"insert “{new}”" if not old else f"“{old}” → “{new}”"
        return f"{change} ({', '.join(self.edit.notes)})" if self.edit.notes else change


def findings_of(report: Report) -> Iterator[Finding]:
    """What would change in one file, in order."""
    counter = _Counter(report.document.original, len(report.document.mark))
    for edit in report.document.edits(report.result):
        breaks = len(edit.old) - len(edit.old.lstrip("\r\n")) if edit.old.strip() else 0
        start, seen, end = map(counter.place, (edit.start, edit.start + breaks, edit.end))
        yield Finding(edit, start, end, seen)


class _Counter:
    """Counts lines, columns and bytes in one pass: a line may be a whole file, so places must come in their order.

    The first line begins behind a byte order mark: nobody counts that as a column.
    """

    def __init__(self, text: str, mark: int) -> None:
        self._text = text
        self._starts = [mark, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._at = mark  # so far
        self._bytes = 0  # from the beginning of the line

    def place(self, at: int) -> Place:
        line = bisect_right(self._starts, at)
        start = self._starts[line - 1]
        if start > self._at:
            self._at, self._bytes = start, 0
        self._bytes += len(self._text[self._at : at].encode("utf-8", "surrogateescape"))
        self._at = at
        return Place(line, at - start + 1, self._bytes + 1)
