"""`,` `;` `:` `?` `!` and the final `.`: full-width beside Chinese.

A mark looks to both sides, past quotes and brackets; a space before it, unless Chinese follows at once, or a pair of
digits around it, says that it is no Chinese mark. `?` before another mark is left of a broken character (`?；`, `?!睂`), not a question.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.punctuation.brackets import Brackets
from cnclean.stages.punctuation.broken import is_broken
from cnclean.stages.punctuation.judge import Judge
from cnclean.stages.punctuation.lines import CHINESE, Lines

LINE_END = r"[”」』’\"']?[ \t\u3000]*(?:\n|\Z)"

# What stands between words of ASCII (`x, y`, `"a": "b"`) is most of what a document with code has.
_BETWEEN_ASCII: Final = (
    r"(?:(?<=[A-Za-z0-9].)|(?<=[A-Za-z0-9][\"'\]].))(?:[A-Za-z\\]| [(\[{*_`~]{0,7}(?:[!-')+-Z\\-^a-z|}]|(?<=: )[!-~]))"
)
_HAS_CHINESE = compile_later(f"[{CHINESE}]")
_LATIN_LINE = compile_later(r"[ \t>]*(?:[A-Za-z`]|[0-9]++(?![.、)）．]))")
_ENDS_LINE = compile_later(LINE_END)
_WIDE: Final = str.maketrans("?!", "？！")

_YEAR = compile_later("[0-9]{1,4}年")
_LATIN_BEHIND = compile_later(" [A-Za-z]")
_UNITS = "%％℃‰°"
_FAR = 44

_NAMED = compile_later("[号號点點符键鍵][(（]\\Z")
_TOO_LITTLE: Final = 5
_LABELS: Final = {";": _TOO_LITTLE, ".": 3}  # in a line of fewer letters it may be anything, and so may a run `!!`
_WORD = compile_later("[A-Za-z0-9]")
_HEADER = compile_later(r"(?<![A-Za-z0-9-])[A-Z][a-z]+(?:-[A-Za-z]+)+\Z")  # `Reviewed-by:`, `Content-Type:`
_MAIL_HEADER = compile_later(r"(?<![A-Za-z0-9-])(?:From|To|Cc|Bcc|Subject|Fixes)\Z")
# `Linux, Windows` before `, 和` or `,` at a line's end: a list of English words. A second run sees what the first saw.
_LISTED = compile_later(r"[!-~][,，] ?[!-~][^，。；：,]{0,40}\Z")
# `（Point Of Interest,POI）`, `（t=4.48,P<0.01）`; `用Python,Java写`.
_IN_ASIDE: Final = r"[A-Z][A-Za-z0-9-]{1,9} ?[)）]|[A-Za-z]\w{0,3} ?[=＝<＜>＞]"
_CLOSES_ASIDE = compile_later(_IN_ASIDE)
_BEHIND: Final = rf"{_IN_ASIDE}|[A-Z][A-Za-z0-9]+[{CHINESE}]"
_BEHIND_TIGHT = compile_later(_BEHIND)
_WORD_IN_CHINESE = compile_later(f"[{CHINESE}][A-Za-z][A-Za-z0-9]+\\Z")
_NAME_IN_CHINESE = compile_later(f"[A-Z][A-Za-z0-9]+[{CHINESE}]")
_EMOJI_NAME = compile_later(r":[a-z][a-z0-9_+-]+\Z")
_QUERY = compile_later(r"[A-Za-z_][A-Za-z0-9_.-]*=")
_BRAND = compile_later(r"(?:Yahoo|And|Jeopardy|Kahoot|Joomla|Wham)\Z")


def find_marks(text: str, lines: Lines, brackets: Brackets) -> Iterator[Span]:
    """The marks, one kind after the other."""
    judge = Judge(text, lines, brackets)
    for mark, (pattern, wide, _) in _MARKS.items():
        if mark in text:
            # In an annotated text `?` may be a lost byte anywhere.
            yield from _find(pattern, wide, judge, is_sure=mark != "?" or not judge.annotated)


def _find(pattern: re.Pattern[str], wide: str, judge: Judge, *, is_sure: bool) -> Iterator[Span]:
    line_end, may_be_prose = -1, False
    for match in pattern.finditer(judge.text):
        at, end = match.span()
        if not (is_sure and match.lastindex):
            if at > line_end:
                start, line_end = judge.lines.bounds(at)
                may_be_prose = _HAS_CHINESE.search(judge.text, start, line_end) is not None
            if not may_be_prose or not _is_chinese(judge, at, end):
                continue
        # To judge a line costs more than to judge a mark, and nearly all marks that a clean text has stay.
        if judge.lines.is_prose(at):
            yield at, end, wide if end - at == 1 else match[0].translate(_WIDE)


def _is_chinese(judge: Judge, at: int, end: int) -> bool:
    """Whether a mark in Chinese prose is a Chinese mark."""
    text, mark = judge.text, judge.text[at:end]
    if text[at - 1] in "\"'" and (_WORD.match(text, end) or text[at - 1] == text[end : end + 1]):
        return False  # `包含了":443"`: the quote opens; `以":"结尾`: the mark itself is meant
    if text[at - 1] in "(（" and _NAMED.search(text, max(at - 3, 0), at) and text[end : end + 1] in (")", "）"):
        return False  # `分号(;)`
    if text[at - 1] == " " and judge.lines.is_label(at, _TOO_LITTLE):
        return False
    size = _LABELS.get(mark, 3 if end - at > 1 else 0)
    is_chinese = _MARKS[mark[0]][2]
    return is_chinese(judge, at, end) and not (size and judge.lines.is_label(at, size))


def _comma(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    left, right = text[at - 1], text[end : end + 1]
    if (left.isdigit() and right.isdigit()) or judge.is_emoticon(at):
        return False
    if left == " ":
        return True  # Chinese stands behind it
    if _LATIN_BEHIND.match(text, end) and judge.lines.is_english(at):
        return False
    if judge.chinese_before(at) or judge.chinese_after(end) or (right in ")）,，;；" and judge.opens_chinese(at - 1)):
        return True
    return not judge.lines.marks_are_kept and _ends_clause(judge, at, end)


def _ends_clause(judge: Judge, at: int, end: int) -> bool:
    """Whether a comma behind Latin, or a sign, is one of the Chinese sentence."""
    text = judge.text
    left, right = text[at - 1], text[end : end + 1]
    if not judge.lines.chinese_before(at):
        return False
    if _BEHIND_TIGHT.match(text, end):
        return _joins_latin(judge, at, end)
    if left.isalpha() and _YEAR.match(text, end):
        return True
    if _LISTED.search(text, max(judge.lines.bounds(at)[0], at - _FAR), at):
        return False
    if line_end := _ENDS_LINE.match(text, end):
        return not _LATIN_LINE.match(text, line_end.end())  # that goes on with English
    return judge.chinese_after(end + 1) if right == " " else left in _UNITS


def _joins_latin(judge: Judge, at: int, end: int) -> bool:
    """Whether a comma without a blank between Latin words is Chinese: where English would have one."""
    text = judge.text
    if _CLOSES_ASIDE.match(text, end):
        return (text[at - 1].isalnum() or text[at - 1] in _UNITS) and judge.is_in_aside(at)
    return _WORD_IN_CHINESE.search(text, max(at - 24, 0), at) is not None and _NAME_IN_CHINESE.match(text, end) is not None


def _colon(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    left, right, before = text[at - 1], text[end : end + 1], text[max(at - 24, 0) : at]
    if (left.isdigit() and right.isdigit()) or judge.is_emoticon(at):
        return False
    if (":" in before and _EMOJI_NAME.search(before)) or ("-" in before and _HEADER.search(before)):
        return False
    if _MAIL_HEADER.search(text, max(at - 8, 0), at):
        return False
    if left == " " or judge.chinese_before(at) or judge.chinese_after(end):
        return True
    return _ENDS_LINE.match(text, end) is not None and judge.ends_chinese(at)


def _question(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    right = text[end : end + 1]
    if "?" in text[at:end] and (judge.annotated or is_broken(text, at, end)):
        return False
    if (right == "." and text[end + 1 : end + 2] != ".") or _QUERY.match(text, end):  # `文件?.txt`, `/搜索?q=天气`
        return False
    if judge.chinese_before(at):
        return True
    if _BRAND.search(text, max(0, at - 10), at):
        return False
    if right and right in "”」』’":
        return judge.ends_chinese(at) and judge.speaks_chinese(at)
    return judge.chinese_after(end) or (_ENDS_LINE.match(text, end) is not None and judge.ends_chinese(at))


def _stop(judge: Judge, at: int, _end: int) -> bool:
    return judge.chinese_before(at) and not judge.lines.is_english(at)


_HAN: Final = "\u4e00-\u9fff"
_LEFT: Final = f"{_HAN}”’」』）】》〉〕"
_RIGHT: Final = f"(?=[{_HAN}“「『《【])"
_OUTSIDE_NUMBER: Final = "(?!(?<=[0-9].)[0-9])"
# Each with its pattern, what it becomes, and its rule. The pattern decides at once, for speed, what is true of nearly
# all marks in Chinese (the empty group) and what never is a Chinese mark: one behind a blank, if no Chinese follows,
# beside its like, or of an operator (`即!=0`).
_MARKS: Final[dict[str, tuple[re.Pattern[str], str, Callable[[Judge, int, int], bool]]]] = {
    ",": (
        compile_later(
            rf",(?:(?<=[^\s?,;，；],)(?:(?<=[{_LEFT}],)(?! [A-Za-z])()|(?<![\"'],)(?=[{_HAN}])()"
            rf"|{_OUTSIDE_NUMBER}(?:(?!{_BETWEEN_ASCII})|(?={_BEHIND})))|(?<=[{_LEFT}A-Za-z0-9%] ,){_RIGHT})"
        ),
        "，",
        _comma,
    ),
    ";": (
        compile_later(
            rf";(?:(?<=[^\s?,;，；];){_OUTSIDE_NUMBER}(?!{_BETWEEN_ASCII})|(?<=[{_LEFT}] ;){_RIGHT})"
        ),
        "；",
        _comma,
    ),
    ":": (
        compile_later(
            rf":(?:(?<=[^\s?:：]:)(?![:：=]|//)"
            rf"(?:(?<=[{_LEFT}]:)(?=[{_HAN}\s0-9“‘「『（【《〈]|\Z)()|{_OUTSIDE_NUMBER}(?!{_BETWEEN_ASCII}))"
            rf"|(?<=[{_LEFT}] :){_RIGHT})"
        ),
        "：",
        _colon,
    ),
    "?": (
        compile_later(rf"\?(?<=[^\s?!$]\?)(?:(?<=[{_LEFT}]\?)(?![A-Za-z_.?!！,，:：;；、])()|[?!]*)"),
        "？",
        _question,
    ),
    "!": (compile_later(rf"!(?<=[^\s?!$]!)(?!=)(?:(?<=[{_LEFT}]!)(?![.?!])()|[?!]*)"), "！", _question),
    ".": (compile_later(rf"\.(?<=[^\s?!？！]\.)(?={LINE_END})"), "。", _stop),
}
