"""GB 18030 read as Big5 or Big5 as GB 18030: two bytes a character in both, so each character becomes another one."""

import functools
from collections.abc import Iterator, Sequence

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, natural_weights, pairs, weights
from cnclean.patterns import compile_later
from cnclean.stages.mojibake.shifted import LOST, likely_text, realign

# What a change between clean and misread costs: inside a phrase it is seldom, at ASCII and at the ends common.
_SWITCH, _SWITCH_AT_MARK, _SWITCH_AT_ASCII = 10.0, 7.0, 7.0
_MARKS = frozenset("　、。「」『』（）《》〈〉【】，：；？！“”‘’…—")
_UNREADABLE = -12.0
# r: readable, -: not readable, a: ASCII. One unreadable character may be a byte that was lost.
_STRETCH = compile_later("r(?:[ra]|-(?=r))*")


def find_crossed(line: str, wrote: str, read: str) -> Iterator[tuple[int, int, str]]:
    """The runs of `line` that were written in one encoding and read in the other, and what they were."""
    new = realign(line, [_reread(character, wrote, read) for character in line], wrote, read)
    marks = "".join("a" if old < "\x80" else "r" if again else "-" for old, again in zip(line, new, strict=True))
    for stretch in _STRETCH.finditer(marks):
        first, last = stretch.span()
        for start, end in _misread_runs(line[first:last], new[first:last]):
            old = line[first + start : first + end]
            text = likely_text(old, new[first + start : first + end])
            # What is left of a character at the end, and U+FFFD behind it, are one character.
            halves = text.endswith(LOST) and line.startswith(LOST, first + end)
            if text != old:
                yield first + start, first + end + halves, text


def reread(text: str, wrote: str, read: str) -> str:
    """All that can be read of `text`, as it was written."""
    return "".join(_reread(character, wrote, read) for character in text)


def _misread_runs(line: str, new: Sequence[str]) -> list[tuple[int, int]]:
    """The likeliest division of the line into clean and misread runs (Viterbi over the two states)."""
    old_weight, new_weight, common = natural_weights(), weights(), pairs()
    clean, misread = 0.0, 0.0
    came_from: list[tuple[bool, bool]] = []  # whether the best way into clean, into misread, comes from misread
    old_before = new_before = ""
    for old, again in zip(line, new, strict=True):
        ascii_here = old < "\x80"
        if ascii_here or not old_before:
            switch = _SWITCH_AT_ASCII
        else:
            switch = _SWITCH_AT_MARK if old in _MARKS or old_before in _MARKS else _SWITCH
        from_misread = (misread - switch > clean, misread > clean - switch)
        came_from.append(from_misread)
        clean, misread = max(clean, misread - switch), max(misread, clean - switch)
        if ascii_here:
            old_before = new_before = ""
            continue
        clean += old_weight[old]
        misread += new_weight[again] if again else _UNREADABLE
        if old_before:
            clean += COMMON_PAIR if old_before + old in common else OTHER_PAIR
            misread += COMMON_PAIR if new_before + again in common else OTHER_PAIR
        old_before, new_before = old, again
    return _trace(came_from, misread > clean)


def _trace(came_from: Sequence[tuple[bool, bool]], ends_misread: bool) -> list[tuple[int, int]]:  # noqa: FBT001 - a state
    runs: list[tuple[int, int]] = []
    state, end = ends_misread, len(came_from)
    for index in range(len(came_from) - 1, -1, -1):
        before = came_from[index][state]
        if before != state:
            if state:
                runs.append((index, end))
            else:
                end = index
            state = before
    if state:
        runs.append((0, end))
    return runs[::-1]


@functools.lru_cache(maxsize=20_000)
def _reread(character: str, wrote: str, read: str) -> str:
    """The character that the bytes are in the encoding in which they were written; empty where there is none."""
    if character < "\x80":
        return character
    try:
        return character.encode(read).decode(wrote)
    except UnicodeError:
        return ""
