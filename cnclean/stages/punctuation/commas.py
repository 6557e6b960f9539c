"""Whether `,` or `;` is a Chinese mark: one beside Chinese, or one behind Latin that ends a Chinese clause."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.prose.chinese import CHINESE
from cnclean.stages.punctuation.judge import Judge
from cnclean.stages.punctuation.line_end import ENDS_LINE

_YEAR = compile_later("[0-9]{1,4}年")
_LATIN_BEHIND = compile_later(" [A-Za-z]")
_LATIN_LINE = compile_later(r"[ \t>]*(?:[A-Za-z`]|[0-9]++(?![.、)）．]))")
_UNITS: Final = "%％℃‰°"
_FAR: Final = 44
# `Linux, Windows` before `, 和` or `,` at a line's end: a list of English words. A second run sees what the first saw.
_LISTED = compile_later(r"[A-Za-z0-9\"'`*_%\]}>][,，] ?(?!\))[!-~][^，。；：,;:]{0,40}\Z")

# `（Point Of Interest,POI）`, `（t=4.48,P<0.01）`
_ASIDE_GOES_ON: Final = r"[A-Z][A-Za-z0-9-]{1,9} ?[)）]|[A-Za-z]\w{0,3} ?[=＝<＜>＞]"
_NAME_IN_CHINESE: Final = f"[A-Z][A-Za-z0-9]+[{CHINESE}]"
LATIN_JOINED: Final = f"(?:{_ASIDE_GOES_ON}|{_NAME_IN_CHINESE})"
"""What may stand right behind a Chinese comma between Latin words, where English would have a blank."""

_IS_ASIDE_GOING_ON = compile_later(_ASIDE_GOES_ON)
_IS_NAME_IN_CHINESE = compile_later(_NAME_IN_CHINESE)
_IS_LATIN_JOINED = compile_later(LATIN_JOINED)
_WORD_IN_CHINESE = compile_later(f"[{CHINESE}][A-Za-z][A-Za-z0-9]+\\Z")  # `用Python,Java写`


def is_chinese_comma(judge: Judge, at: int, end: int) -> bool:
    text = judge.text
    left, right = text[at - 1], text[end : end + 1]
    if (left.isdigit() and right.isdigit()) or judge.is_emoticon(at):
        return False
    if left == " ":
        return True  # Chinese stands behind it
    if _LATIN_BEHIND.match(text, end) and judge.lines.is_english(at):
        return False
    if left == "]" and judge.ends_gloss(at):
        return judge.chinese_after(end)
    if judge.chinese_before(at) or judge.chinese_after(end) or (right in ")）,，;；" and judge.opens_chinese(at - 1)):
        return True
    return not judge.lines.marks_are_kept and _ends_clause(judge, at, end)


def _ends_clause(judge: Judge, at: int, end: int) -> bool:
    """Whether a comma behind Latin, or a sign, is one of the Chinese sentence."""
    text = judge.text
    left, right = text[at - 1], text[end : end + 1]
    if not judge.lines.chinese_before(at):
        return False
    if _IS_LATIN_JOINED.match(text, end):
        return _joins_latin(judge, at, end)
    if left.isalpha() and (_YEAR.match(text, end) or (right in (")", "）") and judge.is_in_aside(at))):
        return True  # `in China,2010年`, `林远(Lin Yuan,)`
    if _LISTED.search(text, max(judge.lines.bounds(at)[0], at - _FAR), at):
        return False
    if line_end := ENDS_LINE.match(text, end):
        return not _LATIN_LINE.match(text, line_end.end())  # that goes on with English
    return judge.chinese_after(end + 1) if right == " " else left in _UNITS


def _joins_latin(judge: Judge, at: int, end: int) -> bool:
    """Whether a comma without a blank between Latin words is Chinese: where English would have one."""
    text = judge.text
    if _IS_ASIDE_GOING_ON.match(text, end):
        return (text[at - 1].isalnum() or text[at - 1] in _UNITS) and judge.is_in_aside(at)
    return bool(_WORD_IN_CHINESE.search(text, max(at - 24, 0), at) and _IS_NAME_IN_CHINESE.match(text, end))
