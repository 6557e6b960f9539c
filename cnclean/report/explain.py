"""Every edit in its place: grouped by stage, with line and column, before and after, and a little context."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from cnclean.edits import Edit, Result
from cnclean.report.color import BOLD, DIM, GREEN, RED, paint
from cnclean.report.summary import stages_of

_CONTEXT = 10
_LONGEST = 60  # of a replaced text; more is shortened in the middle
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def render(name: str, text: str, result: Result, *, color: bool) -> Iterator[str]:
    """Lines about one text, each with its line end."""
    groups: dict[str, list[Edit]] = {}
    for edit in result.edits:
        groups.setdefault(stages_of(edit), []).append(edit)
    sizes = f"{len(text):,} → {len(result.text):,} characters" if groups else f"{len(text):,} characters"
    yield paint(f"{name}: {_count(len(result.edits), 'edit')}, {sizes}", BOLD, color=color) + "\n"
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    for stages, edits in groups.items():
        yield "\n" + paint(f"{stages}: {_count(len(edits), 'edit')}", BOLD, color=color) + "\n"
        for edit in edits:
            line = bisect_right(starts, edit.start)
            place = f"{line}:{edit.start - starts[line - 1] + 1}"
            yield f"{place:>8}  {_in_context(text, edit, color=color)}\n"
    if groups:
        yield "\n"


def visible(text: str) -> str:
    """`text` with the characters that nobody would see, or that a terminal would obey, by their numbers."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def shortened(text: str) -> str:
    """A long text without its middle."""
    if len(text) <= _LONGEST:
        return visible(text)
    half = _LONGEST // 2
    return f"{visible(text[:half])} …{len(text) - 2 * half:,} characters… {visible(text[-half:])}"


def _visible(char: str) -> str:
    if char == "\n":
        return "⏎"
    if char != " " and unicodedata.category(char) in _UNSEEN:
        return f"<U+{ord(char):04X}>"
    return char


def _in_context(text: str, edit: Edit, *, color: bool) -> str:
    before = text[max(0, edit.start - _CONTEXT) : edit.start].rpartition("\n")[2]
    after = text[edit.end : edit.end + _CONTEXT].partition("\n")[0]
    notes = paint(f"  ({', '.join(_notes(edit))})", DIM, color=color) if _notes(edit) else ""
    return visible(before) + _change(edit, color=color) + visible(after) + notes


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
