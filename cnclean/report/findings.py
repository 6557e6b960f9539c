"""What `--check` found, file by file, with line and column: what all formats show."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from cnclean.command.document import Report
from cnclean.edits import Edit
from cnclean.report.explain import shortened


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
    text = report.document.original
    # The first line begins behind the byte order mark: nobody counts that as a column.
    starts = [len(report.document.mark), *accumulate(len(line) + 1 for line in text.split("\n"))]
    for edit in report.document.edits(report.result):
        breaks = len(edit.old) - len(edit.old.lstrip("\r\n")) if edit.old.strip() else 0
        places = (_place(text, starts, at) for at in (edit.start, edit.end, edit.start + breaks))
        yield Finding(edit, *places)


def _place(text: str, starts: list[int], at: int) -> Place:
    line = bisect_right(starts, at)
    before = text[starts[line - 1] : at]
    return Place(line, len(before) + 1, len(before.encode("utf-8", "surrogateescape")) + 1)
