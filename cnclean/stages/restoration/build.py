"""Generate `presence.py`'s table from the lexicon: `python -m cnclean.stages.restoration.build` prints it."""

import sys
from collections.abc import Iterator
from typing import Final

from cnclean.lexicon import words
from cnclean.tables.character_frequency import LEVELS

MOST: Final = 1600
"""Characters, the least common of which would be lacked by nearly any text."""

WIDTH: Final = 54


def main() -> None:
    characters = "".join(common_characters())
    for start in range(0, len(characters), WIDTH):
        sys.stdout.write(f'    "{characters[start : start + WIDTH]}"\n')


def common_characters() -> Iterator[str]:
    """The most common characters, by their counts in the words of jieba's dict.txt.

    Without those that running text does not have: the dictionary counts misread commas (`锛`, `紝`) as words.
    """
    counts: dict[str, float] = {}
    for first in words.first_characters():
        for rest, level in words.levels_after(first).items():
            for char in first + rest:
                counts[char] = counts.get(char, 0.0) + 10 ** words.LOGS[level]
    written = {char for level in LEVELS for char in level if "\u4e00" <= char <= "\u9fff"}
    yield from (char for char in sorted(counts, key=lambda char: -counts[char])[:MOST] if char in written)


if __name__ == "__main__":
    main()
