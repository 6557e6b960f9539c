"""Generate `common_characters.py` from the lexicon: `python -m cnclean.stages.restoration.build_characters`."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cnclean import tables
from cnclean.lexicon import words
from cnclean.tables.character_frequency import LEVELS

MOST: Final = 1600
"""Characters, the least common of which would be lacked by nearly any text."""

WIDTH: Final = 54


def main() -> None:
    path = Path(tables.__file__).with_name("common_characters.py")
    head, _, _ = path.read_text("utf8").partition("(\n    ")
    characters = "".join(common_characters())
    rows = (f'    "{characters[start : start + WIDTH]}"\n' for start in range(0, len(characters), WIDTH))
    path.write_text(f"{head}(\n{''.join(rows)})\n", "utf8")


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
