"""The line ends of a file: which it has, and where its edits are in a text that has `\\n` for them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from cnclean.edits import Edit


def line_end_of(text: str, *, both: bool) -> str:
    """CRLF where most lines end so, or all of them, if line ends of `both` kinds are to stay as they are."""
    pairs = text.count("\r\n")
    singles = text.count("\n") - pairs
    return "\n" if pairs <= singles or (singles and both) else "\r\n"


def edits_of_file(edits: Sequence[Edit], text: str, original: str, mark: int, line_end: str) -> tuple[Edit, ...]:
    """The edits of `text` in offsets of `original`, which begins with a byte order mark of the length `mark`."""
    if line_end == "\n":
        return tuple(edit._replace(start=edit.start + mark, end=edit.end + mark) for edit in edits)
    pairs = [end - 1 for end in accumulate(len(line) + 1 for line in original[mark:].split(line_end))]
    moved = []
    for edit in [*edits, *_line_feeds(edits, text, pairs)]:
        start, end = (at + mark + bisect_left(pairs, at) for at in (edit.start, edit.end))
        old, new = original[start:end], edit.new.replace("\n", line_end)
        if old != new:
            moved.append(edit._replace(start=start, end=end, old=old, new=new))
    return tuple(sorted(moved))


def _line_feeds(edits: Sequence[Edit], text: str, pairs: list[int]) -> Iterator[Edit]:
    """The lone line feeds of `text` that no edit covers, replaced by themselves: that makes pairs of them."""
    spans = iter(edits)
    edit = next(spans, None)
    for at in sorted({*_offsets(text)}.difference(pairs)):
        while edit and edit.end <= at:
            edit = next(spans, None)
        if edit is None or at < edit.start:
            yield Edit(at, at + 1, "\n", "\n", ("newlines",))


def _offsets(text: str) -> Iterator[int]:
    """Where its line feeds are."""
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)
