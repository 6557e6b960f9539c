"""The wording tables, made ready for look-up: what a look-up costs does not depend on how many entries there are."""

from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from cnclean.stages.boilerplate.cells import pieces, spaced, words
from cnclean.stages.boilerplate.wording import PHRASES
from cnclean.stages.boilerplate.wording.buttons import BUTTONS
from cnclean.stages.boilerplate.wording.labels import ENDINGS, LABELS
from cnclean.stages.boilerplate.wording.lists import LIST_HEADS
from cnclean.stages.boilerplate.wording.names import SITE_ENDS


class Label(NamedTuple):
    kind: str
    value: str
    weight: float


LONGEST_LABEL: Final = 18


@lru_cache(maxsize=1)
def telling_phrases() -> list[str]:
    """What a line must hold to be worth reading: a phrase that says something alone, or a list head."""
    return [*(word for sure, _, _ in PHRASES.values() for word in _searched(sure)), *words(LIST_HEADS)]


@lru_cache(maxsize=1)
def edge_phrases() -> list[str]:
    """What makes a line at the edge of the page worth reading: any phrase but the hints."""
    likely = [word for _, likely, _ in PHRASES.values() for word in _searched(likely)]
    return [word for word in (*telling_phrases(), *likely) if len(word) > 1]


def _searched(column: str) -> list[str]:
    """By what each of a column's entries is found: of its pieces the last of those with the longest shortest word."""
    found: list[str] = []
    for entry in column.split():
        parts = [part.words for part in reversed(pieces(entry)) if "" not in part.words]
        found += max(parts, key=lambda words: min(map(len, words)))
    return found


@lru_cache(maxsize=1)
def labels() -> dict[str, Label]:
    table: dict[str, Label] = {}
    for kind, value, weight, column in LABELS:
        for entry in column.split():
            label = Label(kind, value, weight)
            for word in map("".join, product(*(part.words for part in pieces(entry)))):
                table.setdefault(spaced(word), label)
    table.pop("", None)
    return table


@lru_cache(maxsize=1)
def label_firsts() -> frozenset[str]:
    """The characters with which labels begin."""
    return frozenset(word[0] for word in labels())


@lru_cache(maxsize=1)
def buttons() -> frozenset[str]:
    return frozenset(words(BUTTONS))


@lru_cache(maxsize=1)
def site_ends() -> tuple[str, ...]:
    """What the names of sites end in."""
    return tuple(words(SITE_ENDS))


@lru_cache(maxsize=1)
def whole_lines() -> frozenset[str]:
    """What a line may be all of: the buttons, and each phrase of one piece."""
    cells = [cell for sure, likely, _ in PHRASES.values() for cell in (sure, likely)]
    return buttons().union(word for cell in cells for word in _searched_alone(cell))


def _searched_alone(cell: str) -> list[str]:
    return words(*(entry for entry in cell.split() if not set("+|…<").intersection(entry)))


@lru_cache(maxsize=1)
def endings() -> list[tuple[str, Label]]:
    """What labels that are not listed end in, the longest first."""
    found = [(word, Label(kind, value, weight)) for kind, value, weight, column in ENDINGS for word in words(column)]
    return sorted(found, key=lambda ending: -len(ending[0]))
