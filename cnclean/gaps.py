"""How the spans of many stages become edits of one original text: by the gaps between what survived of it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cnclean.edits import Edit, Span, splice


class Gap(NamedTuple):
    """A place where the current text no longer is the original: both ranges, and who made it so."""

    original_start: int
    original_end: int
    start: int
    end: int
    stages: tuple[str, ...]
    notes: tuple[str, ...]


def compose(gaps: Sequence[Gap], spans: Sequence[Span], stage: str) -> list[Gap]:
    """Carry `gaps` over to the text that `stage` makes by splicing `spans` in.

    Gaps and spans that overlap or touch become one gap; everything between two gaps has survived unchanged. One pass
    over both lists, whatever the length of the text.
    """
    merged: list[Gap] = []
    behind = 0  # original minus current length of everything passed so far
    ahead = 0  # next minus current length of everything passed so far
    i = j = 0
    while i < len(gaps) or j < len(spans):
        if i < len(gaps) and (j == len(spans) or gaps[i].end < spans[j][0]):  # most gaps are beside no span
            gap, i = gaps[i], i + 1
            behind += (gap.original_end - gap.original_start) - (gap.end - gap.start)
            merged.append(Gap(*gap[:2], gap.start + ahead, gap.end + ahead, gap.stages, gap.notes) if ahead else gap)
            continue
        starts = [gaps[i].start] if i < len(gaps) else []
        if j < len(spans):
            starts.append(spans[j][0])
        start = end = min(starts)
        original_start, next_start = start + behind, start + ahead
        stages: tuple[str, ...] = ()
        notes: tuple[str, ...] = ()
        is_new = False
        while True:
            if i < len(gaps) and gaps[i].start <= end:
                gap, i = gaps[i], i + 1
                end = max(end, gap.end)
                behind += (gap.original_end - gap.original_start) - (gap.end - gap.start)
                stages, notes = _union(stages, gap.stages), _union(notes, gap.notes)
            elif j < len(spans) and spans[j][0] <= end:
                span, j = spans[j], j + 1
                end = max(end, span[1])
                ahead += len(span[2]) - (span[1] - span[0])
                notes, is_new = _union(notes, span[3:]), True
            else:
                break
        stages = _union(stages, (stage,) if is_new else ())  # behind the others: it came after them
        merged.append(Gap(original_start, end + behind, next_start, end + ahead, stages, notes))
    return merged


def edits_of(original: str, text: str, gaps: Iterable[Gap]) -> tuple[Edit, ...]:
    """The gaps between `original` and `text` as edits; a gap that later stages have filled again is none."""
    edits = (_edit(original, text, gap) for gap in gaps)
    return tuple(edit for edit in edits if edit.old != edit.new)


def suspects_of(original: str, text: str, gaps: Iterable[Gap], spans: Sequence[Span], stage: str) -> list[Edit]:
    """What `stage` suspects in `text`, as edits of `original` that nobody made."""
    guessed = splice(text, spans)
    unsigned = [gap._replace(stages=(), notes=()) for gap in gaps]
    return [_edit(original, guessed, gap) for gap in compose(unsigned, spans, stage) if gap.stages]


def standing(suspects: Iterable[Edit], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The suspects that no edit covers: those others were repaired or deleted by a later stage after all."""
    starts = [edit.start for edit in edits]
    kept = []
    for suspect in sorted(suspects):
        i = bisect_right(starts, suspect.start) - 1
        if i < 0 or edits[i].end < suspect.end:
            kept.append(suspect)
    return tuple(kept)


def _edit(original: str, text: str, gap: Gap) -> Edit:
    old, new = original[gap.original_start : gap.original_end], text[gap.start : gap.end]
    return Edit(gap.original_start, gap.original_end, old, new, gap.stages, gap.notes)


def _union(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(name for name in more if name not in known)
