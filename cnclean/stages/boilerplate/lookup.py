"""The wording tables, made ready for look-up: what a look-up costs does not depend on how many entries there are."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cnclean.han import HAN
from cnclean.stages.boilerplate.fold import space
from cnclean.stages.boilerplate.labels import LABELS
from cnclean.stages.boilerplate.wording import COLUMNS, PHRASES
from cnclean.stages.boilerplate.wording.lists import HARMLESS, LIST_FIRST, LIST_HEADS, LIST_LAST


class Phrase(NamedTuple):
    word: str
    weight: float
    kind: str


class Label(NamedTuple):
    kind: str
    value: str
    weight: float


LONGEST_LABEL: Final = 13


def telling_phrases() -> list[str]:
    """What a line must hold to be worth reading: a phrase that says something alone, or a list head."""
    return words(*(sure for sure, _, _ in PHRASES.values()), LIST_HEADS)


def edge_phrases() -> list[str]:
    """What makes a line at the edge of the page worth reading: any phrase but the hints."""
    likely = words(*(likely for _, likely, _ in PHRASES.values()))
    return [word for word in (*telling_phrases(), *likely) if len(word) > 1]


@lru_cache(maxsize=1)
def phrases() -> dict[str, list[Phrase]]:
    """All phrases by their first two characters, the longest first."""
    index: dict[str, list[Phrase]] = {}
    for phrase in _all_phrases():
        index.setdefault(phrase.word[:2], []).append(phrase)
    for bucket in index.values():
        bucket.sort(key=lambda phrase: (-len(phrase.word), -phrase.weight))
    return index


@lru_cache(maxsize=1)
def labels() -> dict[str, Label]:
    table: dict[str, Label] = {}
    for kind, value, weight, column in LABELS:
        for word in words(column):
            table.setdefault(word, Label(kind, value, weight))
    return table


def opens_list(plain: str) -> bool:
    """Whether a line, stripped of its decoration, announces other articles: `相关阅读`, `你可能还喜欢`."""
    heads, pattern = _list_heads()
    return plain in heads or bool(pattern.match(plain))


@lru_cache(maxsize=1)
def _list_heads() -> tuple[frozenset[str], re.Pattern[str]]:
    first, last = ("|".join(words(column)) for column in (LIST_FIRST, LIST_LAST))
    made = rf"(?:{first})(?:{first})?的?[{HAN}]{{0,2}}?(?:{last})(?:{last})?"
    maybe = rf"[你您]可能[还也会]{{0,3}}(?:喜欢|感兴趣|想看|错过)的?(?:这些|以下)?(?:{last})?"
    more = rf"更多[\s{HAN}]{{0,6}}(?:{last})"
    others = rf"[{HAN}·]{{0,10}}的?(?:其[他它]|更多|近期|最新|热门)的?(?:{last})"
    return frozenset(words(LIST_HEADS)), re.compile(f"(?:{made}|{maybe}|{more}|{others})$")


def _all_phrases() -> list[Phrase]:
    found = [Phrase(word, 0.0, "") for word in words(HARMLESS)]
    for kind, columns in PHRASES.items():
        for weight, column in zip(COLUMNS, columns, strict=True):
            found += [Phrase(word, weight, kind) for word in words(column)]
    return found


def words(*columns: str) -> list[str]:
    return [space(word.replace("_", " ")) for column in columns for word in column.split()]
