"""`,` `;` `:` `?` `!` and the final `.`: full-width beside Chinese.

A mark looks to both sides, past quotes and brackets; a space before it, unless Chinese follows at once, or a pair of
digits around it, says that it is no Chinese mark. `?` before another mark is left of a broken character (`?；`,
`?!睂`), not a question.
"""

import re
from collections.abc import Callable
from typing import Final

from cnclean.han import CLOSERS, OPENERS
from cnclean.patterns import compile_later
from cnclean.prose.chinese import IS_CHINESE
from cnclean.prose.lines import Lines
from cnclean.stage import Span
from cnclean.stages.punctuation.brackets import Brackets
from cnclean.stages.punctuation.colons import is_chinese_colon
from cnclean.stages.punctuation.commas import LATIN_JOINED, is_chinese_comma
from cnclean.stages.punctuation.judge import Judge
from cnclean.stages.punctuation.line_end import BEFORE_QUOTE, LINE_END
from cnclean.stages.punctuation.sentence_ends import is_chinese_question, is_chinese_stop

# What stands between words of ASCII (`x, y`, `"a": "b"`) is most of what a document with code has.
_BETWEEN_ASCII: Final = (
    r"(?:(?<=[A-Za-z0-9].)|(?<=[A-Za-z0-9][\"'\]].))(?:[A-Za-z\\]| [(\[{*_`~]{0,7}(?:[!-')+-Z\\-^a-z|}]|(?<=: )[!-~]))"
)
_WIDE: Final = str.maketrans("?!", "？！")

_WORD = compile_later("[A-Za-z0-9]")
_CALLED = compile_later("[(（][逗顿頓分冒问問叹嘆点點句][号號][)）]")  # `,（逗号）`
_NAMED = compile_later("[号號点點符键鍵][(（]\\Z")
_TOO_LITTLE: Final = 5
_LABELS: Final = {";": _TOO_LITTLE, ".": 3}  # in a line of fewer letters it may be anything, and so may a run `!!`


def find_marks(text: str, lines: Lines, brackets: Brackets) -> list[Span]:
    """The marks, one kind after the other."""
    judge = Judge(text, lines, brackets)
    found: list[Span] = []
    for mark in _MARKS:
        if mark in text:
            # In an annotated text `?` may be a lost byte anywhere.
            is_sure = mark != "?" or "(" not in text or not judge.annotated
            found += _find(mark, judge, is_sure=is_sure)
    return found


def _find(mark: str, judge: Judge, *, is_sure: bool) -> list[Span]:
    pattern, wide, _ = _MARKS[mark]
    text, lines = judge.text, judge.lines
    found: list[Span] = []
    judged_end, is_prose = -1, False
    line_end, may_be_prose = -1, False
    for match in pattern.finditer(text):
        at, end = match.span()
        if not (is_sure and match.lastindex):
            if at > line_end:
                start, line_end = lines.bounds(at)
                may_be_prose = IS_CHINESE.search(text, start, line_end) is not None
            if not may_be_prose or not _is_chinese(judge, at, end):
                continue
        # To judge a line costs more than to judge a mark, and nearly all marks that a clean text has stay.
        if at > judged_end:
            is_prose, judged_end = lines.is_prose_to(at)
        if is_prose:
            found.append((at, end, wide if end - at == 1 else match[0].translate(_WIDE)))
    return found


def _is_chinese(judge: Judge, at: int, end: int) -> bool:
    """Whether a mark in Chinese prose is a Chinese mark."""
    text, mark = judge.text, judge.text[at:end]
    if text[at - 1] in "\"'" and (_WORD.match(text, end) or text[at - 1] == text[end : end + 1]):
        return False  # `包含了":443"`: the quote opens; `以":"结尾`: the mark itself is meant
    if text[at - 1] in "(（" and _NAMED.search(text, max(at - 3, 0), at) and text[end : end + 1] in (")", "）"):
        return False  # `分号(;)`
    if _CALLED.match(text, end):
        return False
    if text[at - 1] == " " and (judge.lines.is_label(at, _TOO_LITTLE) or not judge.may_close_chinese(at - 2)):
        return False
    size = _LABELS.get(mark, 3 if end - at > 1 else 0)
    is_chinese = _MARKS[mark[0]][2]
    return is_chinese(judge, at, end) and not (size and judge.lines.is_label(at, size))


_HAN: Final = "\u4e00-\u9fff"
_LEFT: Final = f"{_HAN}{CLOSERS}"
_RIGHT: Final = f"(?=[{_HAN}“「『《【])"
_OUTSIDE_NUMBER: Final = "(?!(?<=[0-9].)[0-9])"
# Each with its pattern, what it becomes, and its rule. The pattern decides at once, for speed, what is true of nearly
# all marks in Chinese (the empty group) and what never is a Chinese mark: one behind a blank, if no Chinese follows,
# beside its like, or of an operator (`即!=0`).
_MARKS: Final[dict[str, tuple[re.Pattern[str], str, Callable[[Judge, int, int], bool]]]] = {
    ",": (
        compile_later(
            rf",(?:(?<=[^\s?,;，；],)(?:(?<=[{_LEFT}],)(?! [A-Za-z])()|(?<![\"'],)(?=[{_HAN}])()"
            rf"|{_OUTSIDE_NUMBER}(?:(?!{_BETWEEN_ASCII})|(?={LATIN_JOINED}|\))))|(?<=[{_LEFT})A-Za-z0-9%] ,){_RIGHT})"
        ),
        "，",
        is_chinese_comma,
    ),
    ";": (
        compile_later(rf";(?:(?<=[^\s?,;，；}}];){_OUTSIDE_NUMBER}(?!{_BETWEEN_ASCII})|(?<=[{_LEFT})] ;){_RIGHT})"),
        "；",
        is_chinese_comma,
    ),
    ":": (
        compile_later(
            rf":(?:(?<=[^\s?:：]:)(?![:：=]|//)"
            rf"(?:(?<=[{_LEFT}]:)(?!(?<=[时時分]:)[分秒])(?=[{_HAN}\s0-9{OPENERS}]|\Z)()|{_OUTSIDE_NUMBER}(?!{_BETWEEN_ASCII}))"
            rf"|(?<=[{_LEFT})] :){_RIGHT})"
        ),
        "：",
        is_chinese_colon,
    ),
    "?": (
        compile_later(
            rf"\?(?<=[^\s?!$]\?)(?!(?<=”.)”)(?:(?<=[{_LEFT}]\?)(?![A-Za-z_.?!！,，:：;；、操运運通萬])()|[?!]*)"
        ),
        "？",
        is_chinese_question,
    ),
    "!": (
        compile_later(
            rf"!(?<=[^\s?!$]!)(?!=|~[A-Za-z0-9(（/]|\[\[|\[[^\[\]\n]{{0,80}}\]\()(?:(?<=[{_LEFT}]!)(?![.?!操运運通萬])()|[?!]*)"
        ),
        "！",
        is_chinese_question,
    ),
    ".": (
        compile_later(rf"\.(?<=[^\s?!？！]\.)(?:(?={LINE_END})|(?<=[{_HAN}]\.)(?={BEFORE_QUOTE}))"),
        "。",
        is_chinese_stop,
    ),
}
