"""The wording tables, made ready for look-up: what a look-up costs does not depend on how many entries there are."""

import re
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from cnclean.folding import unfold
from cnclean.han import HAN
from cnclean.stages.boilerplate.cells import pieces, spaced, words
from cnclean.stages.boilerplate.wording import PHRASES
from cnclean.stages.boilerplate.wording.buttons import BUTTONS
from cnclean.stages.boilerplate.wording.labels import ENDINGS, LABELS
from cnclean.stages.boilerplate.wording.lists import LIST_FIRST, LIST_HEADS, LIST_LAST
from cnclean.stages.boilerplate.wording.names import SITE_ENDS

_SECTION = re.compile(r"\d{1,2}[.,)]")
"""The number of a section: `2.3 其他案例`, `5. 相关链接`."""


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


def opens_list(plain: str) -> bool:
    """Whether a line, stripped of its decoration, announces other articles: `相关阅读`, `你可能还喜欢`."""
    heads, ends, pattern = _list_heads()
    if _SECTION.match(plain):
        return False
    return plain in heads or (plain.endswith(ends) and bool(pattern.match(plain)))


@lru_cache(maxsize=1)
def list_ends() -> frozenset[str]:
    """The last characters of what announces other articles, in all spellings."""
    heads, ends, _ = _list_heads()
    return frozenset(spelling for word in (*heads, *ends) for spelling in unfold(word[-1]))


@lru_cache(maxsize=1)
def _list_heads() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    first, last = ("|".join(words(column)) for column in (LIST_FIRST, LIST_LAST))
    like = "喜欢|感兴趣|想看|想读|错过|需要|关心"
    act = "(?:看|听|读|搜|问|买|逛|聊|刷|追|关注|浏览|阅读|搜索|收藏|喜欢)"
    shapes = (
        rf"(?:{first})(?:{first})?的?[{HAN}]{{0,2}}?(?:{last})(?:{last})?",
        rf"[你您](?:可能|也许|或许|大概)[还也会]{{0,3}}(?:{like})[了的]?(?:这些|以下)?(?:{last})?",
        rf"更多[\s{HAN}]{{0,6}}(?:[a-z0-9]{{1,10}}\s?[{HAN}]{{0,4}})?(?:{last})",
        rf"[{HAN}·]{{0,10}}的?(?:其[他它]|更多|近期|最新|热门)的?(?:{last})",
        rf"(?:看|读|阅读)(?:过|了|完)[{HAN}]{{1,8}}的?(?:人|读者|网友|用户)[{HAN}]{{0,6}}",
        rf"(?:大家|其[他它]人|别人|他们|她们|读者|网友|用户|听众|观众|同学|朋友)们?(?:最近|此刻)?[还也都正]?在?{act}[了过着的]?(?:这些|什么)?(?:{last})?",
        rf"[你您]?[还也]?(?:可能|也许|或许)[还也会]{{0,3}}(?:关注|在看|在找|在搜|想问|想买|需要)(?:的?(?:{last}))?",
        rf"[^:]{{2,40}}[\]》\"]的?(?:相关|其[他它]|更多)(?:{last})",
        rf"[^:,了在有是]{{2,24}}(?:(?<!的)相关|的?其[他它]|延伸|热门)(?:{last})",
    )
    ends = (
        *words(LIST_LAST),
        *like.split("|"),
        "这些",
        "以下",
        "看",
        "看了",
        "看过",
        "读",
        "读了",
        "喜欢",
        "在看",
        "听",
        "听了",
        "搜",
        "问",
        "关注",
        "了",
        "过",
    )
    return frozenset(words(LIST_HEADS)), ends, re.compile(f"(?:{'|'.join(shapes)})$")
