"""Edits counted by what made them."""

from collections import Counter
from collections.abc import Iterable

from cnclean.edits import Edit


def summarize(edits: Iterable[Edit]) -> str:
    """`punctuation 10, blank_lines 2`: most frequent first. An edit of several stages counts for all of them once."""
    counts = Counter(stages_of(edit) for edit in edits)
    return ", ".join(f"{stages} {count}" for stages, count in counts.most_common())


def stages_of(edit: Edit) -> str:
    """`characters+punctuation`: the stages that made an edit, in their order."""
    return "+".join(edit.stages)
