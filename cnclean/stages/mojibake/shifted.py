"""Two-byte text behind a byte that was lost: each character is the second byte of one and the first of the next.

A decoder that meets a pair it does not know gives U+FFFD for its first byte and goes on with the second. From there to
the next ASCII character, or to the next pair like that, it reads the right bytes in wrong pairs.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cnclean.edits import Bounds
from cnclean.encoding.likelihood import chinese
from cnclean.patterns import compile_later

LOST: Final = "\ufffd"

_PARTS: Final = compile_later(f"(?<={LOST})[^\\x00-\\x7f{LOST}]{{2,}}")
_BETTER: Final = 1.0
"""So much more a character the reading in the other pairs must score."""


def realign(line: str, new: Sequence[str], wrote: str, read: str) -> list[str]:
    """What each character of the line is, where `new` has what it is if none stands behind a lost byte."""
    again = list(new)
    for start, end in _parts(line):
        shifted = _in_other_pairs(line[start:end], wrote, read)
        if shifted and chinese("".join(shifted)) - _score(again[start:end]) > _BETTER * len(shifted):
            again[start:end] = shifted
    return again


def likely_text(old: str, new: Sequence[str]) -> str:
    """The reading of a run. Where bytes were lost in it, what would be no Chinese stays as it was."""
    if LOST not in old:
        return "".join(character or LOST for character in new)
    ends = [at for at, character in enumerate(old) if character == LOST]
    parts: list[str] = []
    for before, end in pairwise([-1, *ends, len(old)]):
        part = new[before + 1 : end]
        parts += [_likely(old[before + 1 : end], part), old[end : end + 1]]
    return "".join(parts).replace(2 * LOST, LOST)


def apart_from_lost(start: int, old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The parts of a run between lost characters, which stay; all of it where those are others."""
    ours, theirs = old.split(LOST), new.split(LOST)
    if len(ours) != len(theirs):
        ours, theirs = [old], [new]
    for part, reading in zip(ours, theirs, strict=True):
        if reading != part:
            yield start, start + len(part), reading
        start += len(part) + 1


def _likely(old: str, new: Sequence[str]) -> str:
    return "".join(character or LOST for character in new) if _score(new) >= 0 else old


def _parts(line: str) -> Iterator[Bounds]:
    if LOST in line:
        yield from (match.span() for match in _PARTS.finditer(line))


def _in_other_pairs(part: str, wrote: str, read: str) -> list[str]:
    """The characters that the bytes are without the first one, and a lost one for the last; none where one is none."""
    try:
        data = b"".join(character.encode(read) for character in part)
        text = data[1:-1].decode(wrote)
    except UnicodeError:
        return []
    return [*text, LOST] if len(text) == len(part) - 1 else []


def _score(new: Sequence[str]) -> float:
    return chinese("".join(character or LOST for character in new))
