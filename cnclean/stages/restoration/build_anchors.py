"""Generate `anchors.py`: `python -m cnclean.stages.restoration.build_anchors FOLDER`; the folder of `build.py`.

Each character is dropped where it stands in the texts; of the places that become clearly likelier with it put back, the
neighbours are chosen that tell most at the least cost of looking for them in a text that lacks nothing.
"""

import functools
import random
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from cnclean.lexicon.neighbours import neighbours
from cnclean.stages.restoration.build import texts
from cnclean.stages.restoration.evidence import log_odds
from cnclean.stages.restoration.glimpse import BRIEFLY, CLOSELY, RARE, odd_gaps
from cnclean.stages.restoration.page import bigram
from cnclean.stages.restoration.presence import ALMOST_SURE
from cnclean.stages.restoration.scripts import SIMPLIFIED
from cnclean.stages.restoration.terms import DROPPED, LOOKED_FOR, LOOKED_FOR_IN_LONG

WEIGHTS: Final = {"wikipedia_hans": 1.0, "wikipedia_hant": 1.0, "laws": 0.7, "wechat_raw": 1.0, "dialogue_kdconv": 0.5}
SIZE: Final = 400_000
"""Characters of each kind of text."""

PLACES: Final = 400
"""Places of a character in each kind of text, at most."""

CLEAR: Final = 1.5
"""Log odds from which a place tells."""

SHORTLIST: Final = 40
WIDTH: Final = 108

Cover = dict[str, dict[str, float]]
"""A neighbour with its side: the pairs of characters that show the gap beside it, and how many places have each."""


def main(folder: str) -> None:
    kinds = {name: "\n".join(_sample(Path(folder) / f"{name}.jsonl.xz")) for name in WEIGHTS}
    together = "\n".join(kinds.values())

    @functools.cache
    def cost(anchor: str) -> float:
        per_text = 4000 / len(together)
        odd = sum(1 for _ in odd_gaps(together, anchor, SIMPLIFIED))
        return 3 + (0.15 * together.count(anchor[1]) + odd) * per_text

    listed = dict.fromkeys("".join(row[0] for row in DROPPED if len(row[0]) == 1) + LOOKED_FOR + LOOKED_FOR_IN_LONG)
    rows = []
    for char in dict.fromkeys([*listed, *"".join(ALMOST_SURE.values())]):
        cover: Cover = defaultdict(lambda: defaultdict(float))
        for name, text in kinds.items():
            _count(text, char, WEIGHTS[name] * SIZE / len(text), cover)
        chosen = list(_choose(cover, cost, CLOSELY if char in listed else BRIEFLY))
        if chosen:
            rows.append(char + "".join(chosen))
    path = Path(__file__).with_name("anchors.py")
    head, _, tail = path.read_text("utf8").partition("_ROWS: Final = (\n")
    path.write_text(head + "_ROWS: Final = (\n" + "".join(_lines(rows)) + tail[tail.index(")\n") :], "utf8")


def _sample(path: Path) -> Iterator[str]:
    size = 0
    for text in texts(path):
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


def _choose(cover: Cover, cost: Callable[[str], float], most: int) -> Iterator[str]:
    """Greedily, what tells most of the places that those before it do not tell."""
    told: set[str] = set()
    for _ in range(most):
        shortlist = sorted(cover, key=lambda anchor: (-sum(cover[anchor].values()), anchor))[:SHORTLIST]
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
