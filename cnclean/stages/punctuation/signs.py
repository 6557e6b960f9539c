"""Ellipsis, dash and middle dot, where dots and dashes of other kinds stand in for them between Chinese characters."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from cnclean.han import CLOSERS, HAN, OPENERS
from cnclean.patterns import compile_later
from cnclean.prose.chinese import IS_CHINESE
from cnclean.prose.lines import Lines
from cnclean.stage import Options, Span
from cnclean.stages.punctuation.brackets import Brackets

_IS_HAN = compile_later(f"[{HAN}]")


def find_signs(text: str, lines: Lines, brackets: Brackets, options: Options, *, damaged: bool) -> Iterator[Span]:
    """Ellipses in any text; dashes and dots, which may be an author's choice, only in one that is `damaged`, in which
    half-width marks were found."""
    for first, begin, signs in _IN_DAMAGED if damaged else _IN_ANY:
        # To look for one character costs a tenth of looking for two, and nearly all of them are nowhere.
        if first not in text or begin not in text:
            continue
        for literal, pattern, is_sign, new in signs:
            if literal not in text or (new == "……" and "ellipsis" in options.keep):
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if match[0] == new or not is_sign(text, start, end, brackets) or not lines.at(start).is_prose:
                    continue
                if new != "……" or not lines.is_label(start, 3):
                    yield start, end, new


def _is_ellipsis(text: str, start: int, end: int, brackets: Brackets) -> bool:
    """Beside Chinese, and not on the English side of it: `Loading...的`, `他说...and`."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if (left.isascii() and left.isalnum()) or (left and left in "(（[" and right and right in ")）]"):
        return False  # `(...)` is what was left out, or the sign itself
    if end - start == 3 and right.isascii() and right.isalnum():
        return False
    before = bool(left) and (bool(IS_CHINESE.match(left)) or left in CLOSERS or _is_bracket(text, start - 1, brackets))
    return before or (
        bool(right) and (IS_CHINESE.match(right) is not None or right in OPENERS or _is_bracket(text, end, brackets))
    )


def _is_bracket(text: str, at: int, brackets: Brackets) -> bool:
    return text[at] in "()（）" and brackets.are_chinese(at)


def _ends_chinese(text: str, start: int, _end: int, brackets: Brackets) -> bool:
    """After Chinese; past spaces, which the next stage may remove."""
    near = max(start - 4, 0)
    at = near + len(text[near:start].rstrip(" ")) - 1
    return at >= near and (
        IS_CHINESE.match(text[at]) is not None or text[at] in CLOSERS or _is_bracket(text, at, brackets)
    )


def _is_dash(text: str, start: int, end: int, _brackets: Brackets) -> bool:
    """Between Chinese on both sides."""
    return _joins(text[start - 1 : start], text[end : end + 1])


def _is_spaced_dash(text: str, start: int, end: int, _brackets: Brackets) -> bool:
    """With a space on both sides, between Chinese."""
    return _joins(text[max(start - 2, 0) : start - 1], text[end + 1 : end + 2])


def _joins(left: str, right: str) -> bool:
    if not left or not right:
        return False
    before, after = _IS_HAN.match(left), _IS_HAN.match(right)
    if not before and not after:
        return False
    return bool(before or left in CLOSERS + ")") and bool(after or right in OPENERS + "(")


def _joins_chinese_names(text: str, start: int, end: int, brackets: Brackets) -> bool:
    """Between ideographs, and not in Japanese, where ・ is the right dot."""
    return _joins_han(text, start, end, brackets) and not brackets.lines.is_japanese(start)


def _joins_han(text: str, start: int, end: int, _brackets: Brackets) -> bool:
    return start > 0 and _IS_HAN.match(text, start - 1) is not None and _IS_HAN.match(text, end) is not None


_Sign = tuple[str, re.Pattern[str], Callable[[str, int, int, Brackets], bool], str]
# What stands for the sign begins with a literal that most texts do not have.
_ELLIPSES: Final[tuple[_Sign, ...]] = (
    ("...", compile_later(r"\.\.\.(?<![.…]\.\.\.)\.{0,3}(?:[ ]\.{3,6})?(?!\.)"), _is_ellipsis, "……"),
    ("…", compile_later("…(?<![…⋯.]…)(?:[ ]…)?(?![…⋯.])"), _is_ellipsis, "……"),
    ("⋯", compile_later("⋯(?<![…⋯.]⋯)⋯?(?![…⋯.])"), _is_ellipsis, "……"),
    ("。。。", compile_later("。。。(?<!。。。。)。{0,3}(?!。)"), _ends_chinese, "……"),
)
_DASHES_AND_DOTS: Final[tuple[_Sign, ...]] = (
    ("--", compile_later("--(?<=[^!-(*-~]--)(?=[^!-')-~])"), _is_dash, "——"),  # no `---`, no `--option`
    ("――", compile_later("――(?<!―――)―?(?!―)"), _is_dash, "——"),
    ("──", compile_later("──(?<!───)─?(?!─)"), _is_dash, "——"),
    ("-- ", compile_later("--(?<= --)(?= )"), _is_spaced_dash, "——"),
    ("―― ", compile_later("――(?<= ――)(?= )"), _is_spaced_dash, "——"),
    ("── ", compile_later("──(?<= ──)(?= )"), _is_spaced_dash, "——"),
    ("— ", compile_later("—(?<= —)(?= )"), _is_spaced_dash, "——"),
    ("‧", compile_later("‧"), _joins_han, "·"),
    ("•", compile_later("•"), _joins_han, "·"),
    ("・", compile_later("・"), _joins_chinese_names, "·"),
)


def _by_begin(signs: Iterable[_Sign]) -> tuple[tuple[str, str, list[_Sign]], ...]:
    """By their first character and the first two."""
    found: dict[str, list[_Sign]] = {}
    for sign in signs:
        found.setdefault(sign[0][:2], []).append(sign)
    return tuple((begin[0], begin, group) for begin, group in found.items())


_IN_ANY: Final = _by_begin(_ELLIPSES)
_IN_DAMAGED: Final = _by_begin((*_ELLIPSES, *_DASHES_AND_DOTS))
