"""The spans in which a repaired run differs from what it was."""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Span

_ASCII = compile_later("([\x00-\x7f]+)")


def differences(old: str, new: str, offset: int, note: str) -> Iterator[Span]:
    """One span for each part that changed where the ASCII between the parts is the same; else one for all of it."""
    old_parts, new_parts = _ASCII.split(old), _ASCII.split(new)
    if old_parts[1::2] != new_parts[1::2]:
        old_parts, new_parts = [old], [new]
    for before, after in zip(old_parts, new_parts, strict=True):
        if before != after:
            yield offset, offset + len(before), after, note
        offset += len(before)
