"""Which two characters stand side by side in words: most that meet in a text do so in none."""

import functools
import zlib
from typing import Final

from cnclean.lexicon.content import content_of

LONGEST: Final = 4
"""Characters of a word. Longer entries of word lists are phrases, whose own words decide."""

KNOWN: Final = 4
SEEN: Final = 10
"""Occurrences in 60 million words. Most of a word list's words have three, which nobody has counted: 官方网."""


@functools.cache
def followers() -> dict[str, tuple[str, str]]:
    """By character, what follows it in words of two characters that are seen, and what else in known ones."""
    lines = zlib.decompress(content_of("pairs.bin")).decode("utf8").split("\n")
    rows = (line.split("\t") for line in lines)
    return {words[0]: (words[1:], parts) for words, parts in rows}
