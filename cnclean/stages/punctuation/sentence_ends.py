"""Whether `?`, `!` or a `.` at a line's end ends a Chinese sentence."""

from typing import Final

from cnclean.han import CLOSERS, OPENERS
from cnclean.patterns import compile_later
from cnclean.stages.punctuation.broken import is_broken
from cnclean.stages.punctuation.judge import Judge
from cnclean.stages.punctuation.line_end import ENDS_LINE

_QUERY = compile_later(r"[A-Za-z_][A-Za-z0-9_.-]*=")
_BRAND = compile_later(r"(?:Yahoo|And|Jeopardy|Kahoot|Joomla|Wham|DownThemAll|(?<![A-Za-z])(?:w?qa?|w))\Z")  # `:wq!`
_OPENERS: Final = frozenset(OPENERS + "([")
_CLOSERS: Final = frozenset(CLOSERS + ")]")
_SIGN_NAME = compile_later("(?:操作|運算|运算|通配|萬用)[符字]")


def is_chinese_question(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    right = text[end : end + 1]
    if "?" in text[at:end] and (judge.annotated or is_broken(text, at, end)):
        return False
    if text[at - 1].isdigit() and right == "年":
        return False  # a digit that nobody knows: `193?年`
    if (text[at - 1] in _OPENERS and right not in _CLOSERS) or _SIGN_NAME.match(text, end):
        return False  # `（?代表级别）`, `用!操作符`
    return _ends_chinese(judge, at, end, right)


def _ends_chinese(judge: Judge, at: int, end: int, right: str) -> bool:
    text = judge.text
    if (right == "." and text[end + 1 : end + 2] != ".") or _QUERY.match(text, end):  # `文件?.txt`, `/搜索?q=天气`
        return False
    if judge.chinese_before(at):
        return True
    if _BRAND.search(text, max(0, at - 12), at):
        return False
    if right and right in "”」』’":
        return judge.ends_chinese(at) and judge.speaks_chinese(at)
    if judge.chinese_after(end):
        return not judge.lines.marks_are_kept  # 动画Love Live!学园偶像祭
    return ENDS_LINE.match(text, end) is not None and judge.ends_chinese(at)


def is_chinese_stop(judge: Judge, at: int, _end: int) -> bool:
    return judge.chinese_before(at) and not judge.lines.is_english(at)
