"""People whom texts speak of so often that no statistics are needed: 余秋雨, 于和伟, 干宝."""

import functools
from typing import Final

from cnclean.stages.script.words import cuts_words

_PEOPLE: Final = (
    "余光中 余秋雨 余华 余英时 余文乐 余承东 余则成 余叔岩 余少群 余三胜 余诗曼 余隆 余凯 余敏洪 "
    "于谦 于敏 于丹 于正 于洋 于蓝 于禁 于吉 于漪 于震 于娟 于右任 于成龙 于和伟 于荣光 于凤至 于魁智 于会泳 "
    "于是之 于幼军 于小彤 于朦胧 于文文 于欣源 于海青 "
    "范伟 范曾 范质 范雎 范进 范蠡 范增 范晔 范缜 范宽 范长江 范文澜 范冰冰 范丞丞 范仲淹 范成大 范志毅 "
    "朴树 朴槿惠 朴正熙 朴智星 朴赞郁 朴宝英 朴信惠 朴灿烈 "
    "岳不群 岳灵珊 岳云鹏 张岱岳 郁达夫 郁可唯 干宝 干将莫邪 曹冲 祖冲之 涂磊 涂松岩 涂尔干 "
)
"""With the forms that they have in Simplified, which are those of Traditional too where conversion has others."""


def in_known_name(text: str, at: int) -> bool:
    """Whether the character at `at` belongs to the name of one of them, of which no word takes a part (业余|华人)."""
    for first in (at, at - 1):
        for offset, name in _by_pair().get(text[first : first + 2], ()):
            start = first - offset
            if start >= 0 and text.startswith(name, start) and not cuts_words(text, start, start + len(name)):
                return True
    return False


def known_after(surnames: str) -> str:
    """What follows one of `surnames` in the names of these people."""
    return "".join(sorted({name[1] for name in _PEOPLE.split() if name[0] in surnames}))


@functools.cache
def _by_pair() -> dict[str, list[tuple[int, str]]]:
    """The names by their pairs of neighbours, with the places of those."""
    found: dict[str, list[tuple[int, str]]] = {}
    for name in _PEOPLE.split():
        for offset in range(len(name) - 1):
            found.setdefault(name[offset : offset + 2], []).append((offset, name))
    return found
