"""Words and names of every day with another one in the other region, which OpenCC's tables lack: 圆珠笔, 普京.

A line more is a pair more. Only pairs of which each has one meaning: 機車 is a vehicle, an engine and a mood.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final

from cnclean.stages.script.words import cuts_words

_BOTH_WAYS: Final = """
檔案總管=资源管理器 智慧型手機=智能手机 數位相機=数码相机 數位單眼相機=数码单反相机 區域網路=局域网 網路卡=网卡
行動電源=充电宝 原子筆=圆珠笔 釘書機=订书机 國中生=初中生 飛彈=导弹 公車=公交车
鳳梨=菠萝 芭樂=番石榴 高麗菜=卷心菜 洋芋片=薯片 鮪魚=金枪鱼
川普=特朗普 普丁=普京 柯林頓=克林顿 甘迺迪=肯尼迪 雷根總統=里根总统 希拉蕊=希拉里 柴契爾=撒切尔 梅克爾=默克尔
馬克宏=马克龙 澤倫斯基=泽连斯基 賈伯斯=乔布斯 祖克柏=扎克伯格 貝克漢=贝克汉姆 畢卡索=毕加索 梵谷=凡高 達文西=达芬奇
"""
"""Taiwan's and the Mainland's."""

Word = tuple[int, int, str]
"""A start, an end, and the word of the other region."""


def words_for_taiwan(clause: str) -> Iterator[Word]:
    """Those of the Mainland's in a Simplified clause, with Taiwan's."""
    return _find(clause, clause, from_mainland=True)


def words_for_mainland(clause: str, simple: str) -> Iterator[Word]:
    """Those of Taiwan's in a Traditional clause, with the Mainland's; `simple` is the clause in Simplified."""
    return _find(clause, simple, from_mainland=False)


def _find(clause: str, simple: str, *, from_mainland: bool) -> Iterator[Word]:
    words = everyday_words(from_mainland=from_mainland)
    for match in _pattern(from_mainland=from_mainland).finditer(clause):
        if not cuts_words(simple, *match.span()):
            yield *match.span(), words[match[0]]


@functools.cache
def everyday_words(*, from_mainland: bool) -> dict[str, str]:
    """The words of one region, with those of the other."""
    pairs = [pair.split("=") for pair in _BOTH_WAYS.split()]
    return {there: here for here, there in pairs} if from_mainland else dict(pairs)


@functools.cache
def _pattern(*, from_mainland: bool) -> re.Pattern[str]:
    return re.compile("|".join(sorted(everyday_words(from_mainland=from_mainland), key=len, reverse=True)))
