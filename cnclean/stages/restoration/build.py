"""Generate `presence.py`'s tables: `python -m cnclean.stages.restoration.build FOLDER`.

FOLDER holds texts, one JSON object `{"text": ...}` a line, xz-compressed, in the files of `WEIGHTS`: wikipedia_hans
(cmrc2018, CC BY-SA), wikipedia_hant (DRCD, CC BY-SA 3.0; converted to Simplified), laws (LawRefBook, statutes),
wechat_raw (wxvl, MIT) and dialogue_kdconv (KdConv, Apache-2.0). Prints the two tables; only counts leave the texts.
"""

import json
import lzma
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

import opencc

from cnclean.lexicon import words

WEIGHTS: Final = {"wikipedia_hans": 1.0, "wikipedia_hant": 2.0, "laws": 0.5, "wechat_raw": 1.5, "dialogue_kdconv": 0.5}
LENGTHS: Final = (600, 800, 1000, 1300, 1700, 2200, 3000, 4000, 5500, 8000)
ABSENT: Final = 0.05
"""The share of texts of a length that may lack a character which such a text is expected to hold."""


def main(folder: str) -> None:
    common = _common_characters()
    kinds = {name: texts(Path(folder) / f"{name}.jsonl.xz")[:600] for name in WEIGHTS}
    lengths: dict[str, int] = {}
    for length in LENGTHS:
        absent: dict[str, float] = defaultdict(float)
        total = 0.0
        for name, found in kinds.items():
            held = [set(text[:length]) for text in found if len(text) >= length]
            if len(held) < 8:
                continue
            total += WEIGHTS[name]
            for char in common:
                absent[char] += WEIGHTS[name] * sum(char not in each for each in held) / len(held)
        for char in common:
            if total and absent[char] / total <= ABSENT:
                lengths.setdefault(char, length)
    for length in LENGTHS:
        print(length, "".join(sorted(char for char in lengths if lengths[char] == length)))
    print("others", "".join(char for char in common if char not in lengths))


def _common_characters() -> list[str]:
    counts: dict[str, float] = {}
    for first in words.first_characters():
        for word, log in words.words_from(first).items():
            for char in word if log >= 0 else "":
                counts[char] = counts.get(char, 0.0) + 10**log
    return [char for char in sorted(counts, key=lambda char: -counts[char])[:1600] if "\u4e00" <= char <= "\u9fff"]


def texts(path: Path) -> list[str]:
    """The Simplified texts of a file in an order that is the same each time."""
    with lzma.open(path, "rt", encoding="utf8") as lines:
        found = [str(json.loads(line)["text"]) for line in lines]
    if path.name.startswith("wikipedia_hant"):
        convert = opencc.OpenCC("t2s").convert
        found = [convert(text) for text in found]
    found = [text for text in found if sum("\u4e00" <= char <= "\u9fff" for char in text) > len(text) * 0.6]
    random.Random(1).shuffle(found)  # noqa: S311 - a sample, the same each time
    return found


if __name__ == "__main__":
    main(sys.argv[1])
