"""Every edit in its place: grouped by stage, with line and column, before and after, and a little context."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from cnclean.edits import Edit, Result
from cnclean.pipeline import STAGES
from cnclean.report.color import BOLD, DIM, GREEN, RED, YELLOW, paint
from cnclean.report.summary import stages_of
from cnclean.report.visible import shortened, visible

_CONTEXT = 10


def render(name: str, text: str, result: Result, *, color: bool) -> Iterator[str]:
    """Lines about one text, each with its line end."""
    page = _Page(text, [0, *accumulate(len(line) + 1 for line in text.split("\n"))], color)
    order = [stage.name for stage in STAGES]
    # The stages in their order: what was deleted or restored comes before the width of a hundred marks.
    groups = groupby(sorted(result.edits, key=lambda edit: [*map(order.index, edit.stages)]), key=stages_of)
    sizes = f"{len(text):,} → {len(result.text):,} characters" if result.edits else f"{len(text):,} characters"
    yield page.title(f"{name}: {_count(len(result.edits), 'edit')}, {sizes}")
    for stages, group in groups:
        edits = list(group)
        yield "\n"
        yield page.title(f"{stages}: {_count(len(edits), 'edit')}")
        for edit in edits:
            yield page.line(edit, _change(edit, color=color), _notes(edit))
    if result.suspects:
        yield "\n"
        yield page.title(f"left as found: {_count(len(result.suspects), 'place')} that may be damaged")
    for suspect in result.suspects:
        doubt = paint(f"[?{shortened(suspect.old)}?]", YELLOW, color=color)
        yield page.line(suspect, doubt, [*suspect.stages, *_guess(suspect)])
    if result.edits or result.suspects:
        yield "\n"


class _Page(NamedTuple):
    """A text on which edits are shown in their places."""

    text: str
    line_starts: list[int]
    color: bool

    def title(self, title: str) -> str:
        return paint(title, BOLD, color=self.color) + "\n"

    def line(self, edit: Edit, change: str, notes: Sequence[str]) -> str:
        """Line and column, the change with a little of its line around it, the notes."""
        line = bisect_right(self.line_starts, edit.start)
        place = f"{line}:{edit.start - self.line_starts[line - 1] + 1}"
        before = self.text[max(0, edit.start - _CONTEXT) : edit.start].rpartition("\n")[2]
        after = self.text[edit.end : edit.end + _CONTEXT].partition("\n")[0]
        noted = paint(f"  ({', '.join(notes)})", DIM, color=self.color) if notes else ""
        return f"{place:>8}  {visible(before)}{change}{visible(after)}{noted}\n"


def _guess(suspect: Edit) -> list[str]:
    guess = [f"perhaps {shortened(suspect.new)}"] if suspect.new != suspect.old else []
    return [*suspect.notes, *guess]


def _change(edit: Edit, *, color: bool) -> str:
    """As `wdiff` writes it, or in colours."""
    old, new = shortened(edit.old), shortened(edit.new)
    if color:
        return paint(old.replace(" ", "␣"), RED, color=True) + paint(new.replace(" ", "␣"), GREEN, color=True)
    return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")


def _notes(edit: Edit) -> list[str]:
    """The stages' notes and, where old and new look the same, their numbers."""
    notes = list(edit.notes)
    if len(edit.old) == 1 and edit.new and unicodedata.normalize("NFKC", edit.old) == edit.new:
        notes.append(f"U+{ord(edit.old):04X} → " + " ".join(f"U+{ord(char):04X}" for char in edit.new))
    return notes


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
