"""Ellipsis, dash and middle dot, where dots and dashes of other kinds stand in for them between Chinese characters."""

import re
from collections.abc import Iterator

from cnclean.han import HAN
from cnclean.stage import Span
from cnclean.stages.punctuation.brackets import Brackets
from cnclean.stages.punctuation.lines import CHINESE, Lines

_SIGNS = ("..", "…", "⋯", "。。", "--", "―", "─", " — ", "‧", "•", "・")
_DASH_SIDE = "(?![-―─—A-Za-z0-9])"
_SIGN = re.compile(
    # ellipsis: three to six dots, once more after a space, Chinese full stops, the single character
    r"\.(?<![.…]\.)\.{2,5}(?:[ ]\.{3,6})?(?!\.)"
    "|(?<![…⋯.])(?:…[ ]…|…(?!…)|⋯{1,2})(?![…⋯.])"
    "|(?<!。)。{3,6}(?!。)"
    # dash
    f"|--{_DASH_SIDE}|[―─]{{2,3}}{_DASH_SIDE}|—(?<= —)(?= )"
    # middle dot
    f"|[‧•・](?=[{HAN}])(?<=[{HAN}].)"
)
_IS_CHINESE = re.compile(f"[{CHINESE}”’」』》】“‘「『《【]").match

_IS_HAN = re.compile(f"[{HAN}]").match
_MAY_PRECEDE_DASH = re.compile(f"[{HAN}”」』》）)]").match
_MAY_FOLLOW_DASH = re.compile(f"[{HAN}“「『《（(]").match


def find_signs(text: str, lines: Lines, brackets: Brackets) -> Iterator[Span]:
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _SIGN.finditer(text):
        start, end, first = match.start(), match.end(), match[0][0]
        if first in "‧•・":
            yield start, end, "·"
        elif first in "-―─—":
            if _is_dash(text, start, end, lines):
                yield start, end, "——"
        elif _is_ellipsis(text, start, end, lines, brackets):
            yield start, end, "……"


def _is_dash(text: str, start: int, end: int, lines: Lines) -> bool:
    """Between Chinese on both sides, with a space on both or on neither."""
    left, right = start - 1, end
    if text[left : left + 1] == " " == text[right : right + 1]:
        left, right = left - 1, right + 1
    elif text[start] == "—":
        return False
    if left < 0 or not (_MAY_PRECEDE_DASH(text, left) and _MAY_FOLLOW_DASH(text, right)):
        return False
    return bool(_IS_HAN(text, left) or _IS_HAN(text, right)) and lines.is_prose(start)


def _is_ellipsis(text: str, start: int, end: int, lines: Lines, brackets: Brackets) -> bool:
    if text[start] == "。":
        return bool(_IS_CHINESE(text[max(start - 4, 0) : start].rstrip(" ")[-1:] or " ")) and lines.is_prose(start)
    left, right = text[start - 1 : start], text[end : end + 1]
    if left.isascii() and left.isalnum():
        return False
    if end - start == 3 and right.isascii() and right.isalnum():
        return False
    before = bool(left) and bool(_IS_CHINESE(left) or start - 1 in brackets.chinese)
    after = bool(right) and bool(_IS_CHINESE(right) or end in brackets.chinese)
    if not before and not after:
        return False
    if not lines.is_prose(start):
        return False
    return not lines.is_label(start, 3)
