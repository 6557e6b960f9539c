"""The characters that most often and most tellingly stand beside a character."""

import functools
from importlib.resources import files


def neighbours(char: str) -> tuple[str, str]:
    """Up to 32 characters that stand before `char`, and up to 32 that stand behind it, the most usual ones first."""
    before, after, _ = _row(char)
    return before, after


def telling(char: str) -> list[str]:
    """Up to six neighbours that seldom go without `char`: `+` and one that follows it, `-` and one that precedes it."""
    marked = _row(char)[2]
    return [marked[i : i + 2] for i in range(0, len(marked), 2)]


def _row(char: str) -> list[str]:
    return _rows().get(char, "\t\t").split("\t")


@functools.cache
def _rows() -> dict[str, str]:
    content = (files("cnclean.lexicon") / "neighbours.bin").read_bytes()
    lines = content[content.index(b"\n\n") + 2 :].decode("utf8").split("\n")
    return {line[0]: line[1:] for line in lines}
