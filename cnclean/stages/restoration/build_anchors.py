"""Generate `restoration_anchors.py`: `python -m cnclean.stages.restoration.build_anchors FOLDER`.

FOLDER holds texts, one JSON object `{"text": ...}` a line, xz-compressed, in the files of `WEIGHTS`: wikipedia_hans
(cmrc2018, CC BY-SA), wikipedia_hant (DRCD, CC BY-SA 3.0; converted to Simplified), laws (LawRefBook, statutes),
wechat_raw (wxvl, MIT) and dialogue_kdconv (KdConv, Apache-2.0). Only single characters leave the texts.

Each term is dropped where it stands in the texts; of the places that become clearly likelier with it put back, the
neighbours are chosen that tell most at the least cost of looking for them in a text that lacks nothing.
"""

import functools
import json
import lzma
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import opencc

from cnclean import tables
from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.restoration.build_clues import RARE
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.page import bigram
from cnclean.stages.restoration.terms import LOOKED_FOR, LOOKED_FOR_IN_NEWS

WEIGHTS: Final = {"wikipedia_hans": 1.0, "wikipedia_hant": 1.0, "laws": 0.7, "wechat_raw": 1.0, "dialogue_kdconv": 0.5}
SIZE: Final = 400_000
"""Characters of each kind of text."""

PLACES: Final = 400
"""Places of a character in each kind of text, at most."""

CLEAR: Final = 1.5
"""Log odds from which a place tells."""

MOST: Final = 5
"""Neighbours of a term."""

_SHORTLIST: Final = 40
WIDTH: Final = 108

Cover = dict[str, dict[str, float]]
"""A neighbour with its side: the pairs of characters that show the gap beside it, and how many places have each."""


def main(folder: str) -> None:
    kinds = {name: "\n".join(_sample(Path(folder) / f"{name}.jsonl.xz")) for name in WEIGHTS}
    together = "\n".join(kinds.values())

    @functools.cache
    def cost(anchor: str) -> float:
        behind, char = anchor[0] == "+", anchor[1]
        pieces, usual = together.split(char), {"", "\n", *neighbours(char)[not behind]}
        beside = [piece[-1:] for piece in pieces[:-1]] if behind else [piece[:1] for piece in pieces[1:]]
        return 3 + (0.15 * len(beside) + sum(other not in usual for other in beside)) * 4000 / len(together)

    rows = []
    for char in LOOKED_FOR + LOOKED_FOR_IN_NEWS:
        cover: Cover = defaultdict(lambda: defaultdict(float))
        for name, text in kinds.items():
            _count(text, char, WEIGHTS[name] * SIZE / len(text), cover)
        chosen = list(_choose(cover, cost))
        if chosen:
            rows.append(char + "".join(chosen))
    path = Path(tables.__file__).with_name("restoration_anchors.py")
    head, _, tail = path.read_text("utf8").partition("_ROWS: Final = (\n")
    path.write_text(head + "_ROWS: Final = (\n" + "".join(_lines(rows)) + tail[tail.index(")\n") :], "utf8")


def _texts(path: Path) -> list[str]:
    """The Simplified texts of a file in an order that is the same each time."""
    with lzma.open(path, "rt", encoding="utf8") as lines:
        found = [str(json.loads(line)["text"]) for line in lines]
    if path.name.startswith("wikipedia_hant"):
        convert = opencc.OpenCC("t2s").convert
        found = [convert(text) for text in found]
    found = [text for text in found if sum("\u4e00" <= char <= "\u9fff" for char in text) > len(text) * 0.6]
    random.Random(1).shuffle(found)  # noqa: S311 - a sample, the same each time
    return found


def _sample(path: Path) -> Iterator[str]:
    size = 0
    for text in _texts(path):
        yield text[:3000]
        size += len(text[:3000])
        if size > SIZE:
            return


def _count(text: str, char: str, weight: float, cover: Cover) -> None:
    places = [match.start() for match in re.finditer(char, text)]
    if len(places) > PLACES:
        weight *= len(places) / PLACES
        places = random.Random(char).sample(places, PLACES)  # noqa: S311 - the same each time
    for place in places:
        left = text[max(0, place - 4) : place].replace(char, "")
        right = text[place + 1 : place + 8].replace(char, "")[:4]
        pair = left[-1:] + right[:1]
        if len(pair) < 2 or bigram(pair) >= RARE or (log_odds(left, "", char, right) or 0.0) < CLEAR:
            continue
        before, after = pair[0], pair[1]
        if "\u4e00" <= before <= "\u9fff" and after not in neighbours(before)[1]:
            cover["-" + before][pair] += weight
        if "\u4e00" <= after <= "\u9fff" and before not in neighbours(after)[0]:
            cover["+" + after][pair] += weight


def _choose(cover: Cover, cost: Callable[[str], float]) -> Iterator[str]:
    """Greedily, what tells most of the places that those before it do not tell."""
    told: set[str] = set()
    for _ in range(MOST):
        shortlist = sorted(cover, key=lambda anchor: (-sum(cover[anchor].values()), anchor))[:_SHORTLIST]
        worth = {
            anchor: sum(min(places, 30.0) for pair, places in cover[anchor].items() if pair not in told) / cost(anchor)
            for anchor in shortlist
        }
        best = max(shortlist, key=worth.__getitem__, default="")
        if not best or worth[best] <= 0:
            return
        yield best
        told.update(cover.pop(best))


def _lines(rows: list[str]) -> Iterator[str]:
    line, width = "", 0
    for row in rows:
        columns = sum(1 if char in "+-" else 2 for char in row) + 1
        if line and width + columns > WIDTH:
            yield f'    "{line}"\n'
            line, width = "", 0
        line += row + " "
        width += columns
    yield f'    "{line}"\n'


if __name__ == "__main__":
    main(sys.argv[1])
