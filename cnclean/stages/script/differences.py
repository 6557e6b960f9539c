"""The spans in which converted passages differ from what they were."""

import difflib
import itertools
import operator
from collections.abc import Iterable, Iterator

from cnclean.edits import Span
from cnclean.stages.script.letters import Part


def differences(text: str, converted: Iterable[Part]) -> Iterator[Span]:
    """The spans of `text` that really change; `converted` are passages with what they become."""
    for start, end, new in converted:
        yield from _differences(start, text[start:end], new)


def _differences(offset: int, old: str, new: str) -> Iterator[Span]:
    """The runs in which `old` and `new` differ. Most conversion is character by character."""
    if old == new:
        return
    if len(old) != len(new):
        for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield offset + i, offset + j, new[k:m]
        return
    start = end = -1
    for at in itertools.compress(itertools.count(), map(operator.ne, old, new)):
        if at != end:
            if start >= 0:
                yield offset + start, offset + end, new[start:end]
            start = at
        end = at + 1
    yield offset + start, offset + end, new[start:end]
