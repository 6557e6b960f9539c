"""Names of people: in a name a character of two readings mostly stays as it is written (白岩松, 于宏, 徐乾學)."""

from typing import Final

from cnclean.lexicon.words import word_log
from cnclean.patterns import compile_later
from cnclean.stages.script.people import in_known_name, known_after
from cnclean.stages.script.words import KNOWN_LOG, straddled

SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛奚范彭郎鲁韦马苗凤方俞"
    "任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米戴谈宋庞熊纪舒"
    "屈项祝董梁杜阮蓝闵季贾江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪包诸左石崔吉龚程嵇"
    "邢裴陆荣翁甄曲段侯谷车宁仇祖武刘詹龙叶白蒲卓蔺屠池乔阴闻党翟谭劳冉郦桑桂牛寿边燕尚农温庄晏柴瞿阎慕连"
    "茹艾向古易廖耿满匡文关尧涂游岳朴郁"
)
_SURNAMES: Final = frozenset(SURNAMES)
_NOT_GIVEN: Final = frozenset(
    "的了是在和与及或也都就又很不没有说对为被把给让向从到等个们这那其之而但此是第一二三四五六七八九十"
    "啊吧呢吗呀嘛啦年月日时次前后内外师"
)
_NOT_AS_WRITTEN: Final = frozenset({"张震岳"})
"""People who write themselves as OpenCC does: 張震嶽."""

_SURNAMES_ONLY: Final = frozenset("于余范朴涂")
_DOUBTFUL: Final = frozenset("于余郁岳涂")
"""于 is a preposition nearly everywhere, 余 a number's rest, 郁 and 岳 stand in words (散郁气, 岳寺).

Such a name is believed alone, with a title, or with a word before it that introduces people.
"""

# fmt: off
_TITLES: Final = (
    "先生", "女士", "小姐", "教授", "博士", "老师", "院士", "医生", "律师", "记者", "同志", "经理", "主任", "局长",
    "书记", "部长", "主席", "氏",
)
_INTRODUCING: Final = (
    *_TITLES, "作家", "诗人", "导演", "演员", "学者", "歌手", "画家", "校长", "院长", "市长", "省长", "总统", "总理",
    "叫", "叫做", "叫作", "姓名", "姓名：", "姓名:",
)
# fmt: on
_HAN = compile_later("[\u4e00-\u9fff]")
_HAN_ONLY = compile_later("[\u4e00-\u9fff]+")
_LAST_INTRODUCING: Final = "".join(sorted({word[-1] for word in _INTRODUCING}))
# What is asked about: 于 only where no word stands before it, one that introduces people, or a person is known to
# follow; 朴 not where it may be a given name (趙樸初); what is no surname only where one stands before it.
_TO_TRADITIONAL = compile_later(
    f"[岩岳郁冲于余范朴干涂](?:(?<=[岳郁余范涂])|(?<![{SURNAMES}]朴)(?<=朴)|(?=[{known_after('于干')}])"
    f"|(?<![^\\W_]于)(?<![》」』”]于)(?<=于)|(?<=[{_LAST_INTRODUCING}][于朴])|(?<=[{SURNAMES}][岩冲])|(?<=[{SURNAMES}].[岩冲干]))"
)
_IN_NAMES: Final = {"冲": "沖"}
_KNOWN_ONLY: Final = frozenset("干")
"""A given name mostly has 幹: 劉承幹."""

_ALONE: Final = frozenset("冲")
"""Characters that stand in names only where nothing follows: 王冲进了屋."""
KEPT_IN_NAMES: Final = "乾徵昇祕甦"
"""Characters of names that conversion would change, though the other script has them too."""
_TO_SIMPLIFIED = compile_later(f"[{KEPT_IN_NAMES}]")


def kept_in_simplified(text: str, converted: str) -> list[tuple[int, str]]:
    """Where a Simplified `text` has such a character in a name, and what it becomes there."""
    found = []
    for match in _TO_TRADITIONAL.finditer(text):
        at, character = match.start(), match[0]
        form = _IN_NAMES.get(character, character)
        if converted[at] != form and (
            in_known_name(text, at) or (character not in _KNOWN_ONLY and _is_in_name(text, at, character))
        ):
            found.append((at, form))
    return found


def kept_in_traditional(text: str, converted: str) -> list[int]:
    """Where a Traditional one has."""
    return [
        at
        for at in (match.start() for match in _TO_SIMPLIFIED.finditer(text))
        if converted[at] != text[at] and _is_in_name(converted, at, text[at])
    ]


def _is_in_name(text: str, at: int, character: str) -> bool:
    for start in (at,) if character in _SURNAMES_ONLY else (at, at - 1, at - 2):
        if start >= 0 and text[start] in _SURNAMES and at < _end_of_name(text, start, character):
            return True
    return False


def _end_of_name(text: str, start: int, character: str) -> int:
    """The end of a surname and one or two characters that form no word among themselves or with what is around."""
    before = text[start - 1 : start]
    doubtful = text[start] in _DOUBTFUL
    introduced = doubtful and text.endswith(_INTRODUCING, 0, start)
    inside = doubtful and not introduced and before.isalnum()
    if (inside and text[start] == "于") or _is_word(before + text[start]):
        return 0
    if text.startswith(_TITLES, start + 1):
        return start + 1
    if inside:
        return 0
    alone = character in _ALONE or (doubtful and not (introduced and text[start] != "于"))
    for end in (start + 3, start + 2):
        if end > len(text) or not _HAN_ONLY.fullmatch(text, start, end) or (alone and not _is_alone(text, end, before)):
            continue
        if _is_name(text, start, end, introduced=introduced):
            return end
    return 0


def _is_alone(text: str, end: int, before: str) -> bool:
    """Whether a title follows, or nothing; ，于隔年 is no name, were it followed by nothing."""
    return text.startswith(_TITLES, end) or (before not in ("，", ",") and not _HAN.match(text, end))


def _is_name(text: str, start: int, end: int, *, introduced: bool) -> bool:
    if text[start:end] in _NOT_AS_WRITTEN or not _NOT_GIVEN.isdisjoint(text[start + 1 : end]):
        return False
    if introduced:  # 叫于红梅
        return not _is_word(text[start : start + 2]) and not straddled(text, end)
    pairs = (text[at : at + 2] for at in range(start, end))
    triples = (text[at : at + 3] for at in range(start, end - 1) if at + 3 > end or at > start)
    return not any(map(_is_word, pairs)) and not any(map(_is_word, triples))


def _is_word(text: str) -> bool:
    return len(text) > 1 and word_log(text) >= KNOWN_LOG
