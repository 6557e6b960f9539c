"""The characters that most often and most tellingly stand beside a character."""

import functools
from importlib.resources import files


def neighbours(char: str) -> tuple[str, str]:
    """Up to 32 characters that stand before `char`, and up to 32 that stand behind it, the most usual ones first."""
    before, after, _ = _rows().get(char, _NONE)
    return before, after


def telling(char: str) -> list[str]:
    """Up to six neighbours that seldom go without `char`: `+` and one that follows it, `-` and one that precedes it."""
    marked = _rows().get(char, _NONE)[2]
    return [marked[i : i + 2] for i in range(0, len(marked), 2)]


_NONE = ("", "", "")


@functools.cache
def _rows() -> dict[str, tuple[str, str, str]]:
    content = (files("cnclean.lexicon") / "neighbours.bin").read_bytes()
    lines = content[content.index(b"\n\n") + 2 :].decode("utf8").split("\n")
    rows = {}
    for line in lines:
        before, after, marked = line[1:].split("\t")
        rows[line[0]] = before, after, marked
    return rows
