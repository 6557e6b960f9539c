"""Whether a bracket pair belongs to Chinese.

Half-width brackets after a space are a style of their own (`阿里巴巴 (BABA.N) 旗下`) and stay, unless only Latin words
have a space before them (`用 Linux (或别的)系统(免费)`). Left alone: calls (`f(x)`), link targets, an unmatched `1)`,
emoticons, pinyin notes (`业(yè)`).
"""

from functools import cached_property
from typing import Final

from cnclean.han import CLOSERS, HAN
from cnclean.patterns import compile_later
from cnclean.prose.chinese import CHINESE, IS_CHINESE
from cnclean.prose.lines import Lines
from cnclean.stages.punctuation.asides import holds_readings, is_chemical, is_reading, is_symbol, is_toneless
from cnclean.stages.punctuation.faces import is_face
from cnclean.stages.punctuation.items import is_item

# Chinese, a Latin name or a year right behind Chinese: most pairs, at a glance.
_CLEAR = compile_later(
    rf"\((?<=[{CHINESE}]\()"
    rf"(?:[{HAN}][^()（）\n]*|[A-Z][A-Za-z]+(?:[ .'-]{{1,2}}[A-Za-z]+)*|[0-9]{{2,4}}年?)\)(?![A-Za-z0-9-]|\.[a-z])"
)

_LATIN_AND_SPACE = compile_later("[A-Za-z0-9] ")
_SPACE_BEHIND = compile_later(r" +[^ \n]")  # at a line's end `blank_lines` will take it away
_TIGHT = compile_later(f"[(（](?<=[{CHINESE}].)")
_SPACED = compile_later(rf"\((?<=[{CHINESE}] .)")

_CLOSERS: Final = CLOSERS.replace("）", "")  # a pair right behind a pair is judged by itself
_FOLLOWERS: Final = frozenset("，。；：、,;:")
# What extraction leaves of `鳄鱼泪（Crocodile Tears）是`; a call goes on otherwise: `函数()返回`.
_AFTER_EMPTY: Final = _FOLLOWERS | {"是"}
_WORD_BEFORE = compile_later("[A-Za-z][A-Za-z0-9 .+-]{2}|.[A-Z]{2}")

_PERCENT = compile_later("[0-9][%％]")
_STOPS: Final = frozenset("。！？；!?;")
_FUNCTION = compile_later("函数|函數|函式|方法")
_EMPTY_CALL = compile_later(r"\(\)(?<=[A-Za-z0-9_]\(\))")

_PATTERN_SIGNS: Final = frozenset("@*+?!$")
_OPTION = compile_later("-[a-z]")
_SECTION = compile_later("[1-8]")  # 内建命令(7), beside bash(1)
_MANUAL_PAGE = compile_later(r"\((?<=[a-z]\()[1-8]\)")
_STRING_IN_CALL = compile_later(r"\((?<=[a-z0-9_]\()[\"']")
_FILE_ENDING = compile_later(r"\.[a-z][a-z0-9]{1,3}(?![A-Za-z0-9.])")
_DASH = compile_later(rf"[{CHINESE}{CLOSERS})]--(?=[(（])")  # also behind a pair that will be full-width
_RANGE = compile_later(rf"[{CHINESE}][(（][^()（）\n]{{1,12}}[)）][~～–—]\Z")  # 公式(1)~(3)
_REACH: Final = 20
_NAME = compile_later("[A-Z][^()+*=<>/]+")


class PairJudge:
    """What tells the Chinese pairs of one text from the others."""

    def __init__(self, text: str, lines: Lines) -> None:
        self._text, self._lines = text, lines

    def is_chinese(self, start: int, end: int) -> bool:
        if _CLEAR.match(self._text, start):
            return self._lines.at(start).is_prose and not is_face(self._text[start + 1 : end])
        around = self._text[max(start - 1, 0) : end + 2]
        goes_on = around[-1] not in _FOLLOWERS and not self._text.startswith("...", end + 1)
        if around.isascii() and around[0] not in "()\n " and goes_on:
            return False  # a call
        if _STRING_IN_CALL.match(self._text, start) or _FILE_ENDING.match(self._text, end + 1):
            return False  # `print("结果:"+甲)`, `报告(终稿).docx`
        before = self._text[start - 1 : start]
        if before in _PATTERN_SIGNS and not self._text[max(start - 2, 0) : start - 1].strip():
            return False  # a shell's pattern: `@(甲|乙)`
        if before in ("]", "-") and not _DASH.match(self._text, max(start - 3, 0)):
            return False  # a link's target; a chemical name: 3-(4-氟苯基)-戊烷
        # The line is judged last: it costs most, and most brackets of a document with code are those of calls.
        return self._is_aside(start, end) and self._lines.at(start).is_prose

    def _is_aside(self, start: int, end: int) -> bool:
        text, inside = self._text, self._text[start + 1 : end]
        if text[start] == "（" or text[end] == "）":
            return True
        holds_chinese = IS_CHINESE.search(inside) is not None
        is_apart = text[start - 1 : start] == " " and not self._begins_line(start) and text[start - 2] not in _STOPS
        if is_apart and not (
            holds_chinese and not _SPACE_BEHIND.match(text, end + 1) and self._is_space_of_latin(start)
        ):
            return False
        if holds_chinese:
            return not _OPTION.match(inside) and not is_face(inside)
        return self._joins_chinese(start, end, inside)

    def _is_space_of_latin(self, start: int) -> bool:
        """Whether the space before a bracket is there for the Latin word before it: after Chinese there is none."""
        return _LATIN_AND_SPACE.match(self._text, start - 2) is not None and self._are_tight

    @cached_property
    def _names_manual_pages(self) -> bool:
        return _MANUAL_PAGE.search(self._text) is not None

    @cached_property
    def _holds_readings(self) -> bool:
        return holds_readings(self._text)

    @cached_property
    def _names_functions(self) -> bool:
        return _EMPTY_CALL.search(self._text) is not None

    @cached_property
    def _are_tight(self) -> bool:
        return _TIGHT.search(self._text) is not None and _SPACED.search(self._text) is None

    def _begins_line(self, start: int) -> bool:
        indent = start - self._lines.bounds(start)[0]
        return indent <= 20 and not self._text[start - indent : start].strip()

    def _joins_chinese(self, start: int, end: int, inside: str) -> bool:
        """Whether a pair without Chinese inside belongs to the Chinese around it."""
        left, right = self._text[start - 1 : start], self._text[end + 1 : end + 2]
        if right == "-" and self._text.startswith("--", end + 1):
            right = "—"  # as it may be in a second run
        after_chinese = left != "" and (IS_CHINESE.match(left) is not None or left in _CLOSERS)
        if not inside.strip("，；、：,;: "):
            return after_chinese and (inside.strip() != "" or self._is_left(start, right))
        if is_symbol(inside, right):
            return False
        if after_chinese or _PERCENT.match(self._text, start - 2):
            return not self._is_reading(inside) and not (_SECTION.fullmatch(inside) and self._names_manual_pages)
        if is_item(self._text, start, inside, right) or _RANGE.search(self._text, max(0, start - _REACH), start):
            return True
        return left not in " \n、:;" and self._explains_latin(start, inside, right)

    def _is_reading(self, inside: str) -> bool:
        return is_reading(inside) or (is_toneless(inside) and self._holds_readings)

    def _is_left(self, start: int, right: str) -> bool:
        """Whether extraction has emptied a pair behind Chinese, which is none of a function's."""
        if right in _AFTER_EMPTY:
            return True
        if not IS_CHINESE.match(right) or _FUNCTION.search(self._text, max(start - 2, 0), start):
            return False
        return not self._names_functions

    def _explains_latin(self, start: int, inside: str, right: str) -> bool:
        """Whether a Latin word in Chinese, right before a pair, is explained there: `进程ID(Process)号`."""
        if not _WORD_BEFORE.fullmatch(self._text, max(start - 3, 0), start) or not _NAME.fullmatch(inside):
            return False
        if not right or is_chemical(inside) or self._lines.marks_are_kept:
            return False
        return bool(IS_CHINESE.match(right)) or (right in _FOLLOWERS and self._lines.chinese_before(start))
