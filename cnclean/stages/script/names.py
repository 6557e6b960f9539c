"""Names of people: in a name a character of two readings mostly stays as it is written (白岩松, 于宏, 徐乾學)."""

import re
from collections.abc import Iterator
from typing import Final

from cnclean.lexicon.words import words_from

_SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛奚范彭郎鲁韦马苗凤方俞"
    "任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米戴谈宋庞熊纪舒"
    "屈项祝董梁杜阮蓝闵季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包诸左石崔吉龚程嵇"
    "邢裴陆荣翁甄曲段侯谷车宁仇祖武刘詹龙叶白蒲卓蔺屠池乔阴闻党翟谭劳冉郦桑桂牛寿边燕尚农温庄晏柴瞿阎慕连"
    "茹艾向古易廖耿满匡文关尧涂游岳朴郁种"
)
_NOT_GIVEN: Final = frozenset("的了是在和与及或也都就又很不没有说对为被把给让向从到等个们这那其之而但")
_BOTH_SCRIPTS: Final = "岩杰岳郁范征游采于里准筑余党朴涂种"
"""Characters of names that conversion to Traditional would change, though Traditional has them too."""

_NAME = re.compile(f"[{_SURNAMES}]")
_KEPT = re.compile(f"[{_BOTH_SCRIPTS}]")
_KEPT_TRADITIONAL = re.compile("[乾徵昇祕甦]")


def kept_in_names(clause: str) -> list[int]:
    """Where a Simplified clause has such characters in a name."""
    return _in_names(clause, _KEPT, clause)


def kept_in_traditional_names(clause: str, simplified: str) -> list[int]:
    """The same in a Traditional one, whose conversion without vocabulary is `simplified`: 乾 in 徐乾學."""
    return _in_names(clause, _KEPT_TRADITIONAL, simplified)


def _in_names(clause: str, kept: re.Pattern[str], simplified: str) -> list[int]:
    found = [match.start() for match in kept.finditer(clause)]
    if not found:
        return []
    names = list(_names(simplified))
    return [at for at in found if any(start <= at < end for start, end in names)]


def _names(clause: str) -> Iterator[tuple[int, int]]:
    """A surname and one or two characters that form no word among themselves or with what stands around."""
    for match in _NAME.finditer(clause):
        start = match.start()
        # 于 is a preposition nearly everywhere; a name beginning with it is believed at the start of a clause only.
        if start and (clause[start] == "于" or _is_word(clause[start - 1 : start + 1])):
            continue
        for end in (start + 3, start + 2):
            if end <= len(clause) and _is_name(clause, start, end):
                yield start, end
                break


def _is_name(clause: str, start: int, end: int) -> bool:
    given = clause[start + 1 : end]
    if not _NOT_GIVEN.isdisjoint(given):
        return False
    return not any(_is_word(clause[at : at + 2]) for at in range(start, min(end, len(clause) - 1))) and not any(
        _is_word(clause[at : at + 3]) for at in range(start, end - 1) if at + 3 > end or at > start
    )


def _is_word(text: str) -> bool:
    return len(text) > 1 and words_from(text[0]).get(text, -1.0) > 0.5
