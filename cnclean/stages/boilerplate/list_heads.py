"""What announces other articles: `相关阅读`, `你可能还喜欢`, `看过本文的人还看了`."""

import re
from functools import lru_cache
from typing import Final

from cnclean.folding import unfold
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of, words
from cnclean.stages.boilerplate.wording.lists import (
    LIST_DONE,
    LIST_ENDS,
    LIST_FIRST,
    LIST_HEADS,
    LIST_LAST,
    LIST_READERS,
    LIST_WANTED,
)

_SECTION_NUMBER = compile_later(r"\d{1,2}[.,)](?!\s?(?:往期|历史文章))")
"""A section: `2.3 其他案例`, `5. 相关链接`; but `8.往期回顾` is none of the text's."""

_NUMBER: Final = "0123456789.,) "


def opens_list(plain: str) -> bool:
    """Whether a line, stripped of its decoration, announces other articles."""
    if plain[-1:] not in list_ends() or _SECTION_NUMBER.match(plain):
        return False
    plain = plain.lstrip(_NUMBER)
    return plain in _heads() or (plain.endswith(_ends()) and bool(_composed().match(plain)))


@lru_cache(maxsize=1)
def list_ends() -> frozenset[str]:
    """The last characters of what announces other articles, in all spellings."""
    return frozenset(spelling for word in (*_heads(), *_ends()) for spelling in unfold(word[-1]))


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(words(LIST_HEADS))


@lru_cache(maxsize=1)
def _ends() -> tuple[str, ...]:
    return tuple(words(LIST_LAST, LIST_WANTED, LIST_ENDS))


@lru_cache(maxsize=1)
def _composed() -> re.Pattern[str]:
    first, last, wanted, done, readers = map(any_of, (LIST_FIRST, LIST_LAST, LIST_WANTED, LIST_DONE, LIST_READERS))
    shapes = (
        rf"{first}{first}?的?[{HAN}]{{0,2}}?{last}{last}?",  # 本周热门文章
        rf"[你您](?:可能|也许|或许|大概)[还也会]{{0,3}}{wanted}[了的]?(?:这些|以下)?{last}?",  # 你可能也喜欢这些文章
        rf"看?更多[\s{HAN}]{{0,6}}(?:[a-z0-9]{{1,10}}\s?[{HAN}]{{0,4}})?{last}",  # 更多 nba 新闻
        rf"(?:更多)?关于[^:,]{{1,12}}的(?:更多)?{last}",  # 更多关于某某的新闻
        rf"[{HAN}·]{{0,10}}的?(?:其[他它]|更多|近期|最新|热门)的?{last}",  # 林远的其他文章
        rf"(?:看|读|阅读)(?:过|了|完)[{HAN}]{{1,8}}的?(?:人|读者|网友|用户)[{HAN}]{{0,6}}",  # 看过本文的人还看了
        rf"{readers}们?(?:最近|此刻)?[还也都正]?在?{done}[了过着的]?(?:这些|什么)?{last}?",  # 网友们都在看
        rf"[你您]?[还也]?(?:可能|也许|或许)[还也会]{{0,3}}(?:关注|在看|在找|在搜|想问|想买|需要)(?:的?{last})?",
        rf"[^:]{{2,40}}[\]》\"]的?(?:相关|其[他它]|更多){last}",  # 《老街》的相关视频
        rf"[^:,了在有是]{{2,24}}(?:(?<!的)相关|的?其[他它]|延伸|热门){last}",  # 青岚老街相关新闻
    )
    return re.compile(f"(?:{'|'.join(shapes)})$")
