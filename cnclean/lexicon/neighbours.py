"""The characters that most tellingly stand beside a character."""

import functools

from cnclean.lexicon.content import content_of


def neighbours(char: str) -> tuple[str, str]:
    """Up to 32 characters that stand before `char`, and up to 32 that stand behind it, the most telling ones first."""
    before, _, after = _rows().get(char, "").partition("\t")
    return before, after


@functools.cache
def _rows() -> dict[str, str]:
    lines = content_of("neighbours.bin").decode("utf8").split("\n")
    return {line[0]: line[1:] for line in lines}
