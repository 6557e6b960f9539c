"""`(` `)` as a pair: full-width where they hold Chinese or follow it without a space.

Half-width brackets after a space are a style of their own (`阿里巴巴 (BABA.N) 旗下`) and stay, unless only Latin words
have a space before them (`用 Linux (或别的)系统(免费)`). Left alone: calls (`f(x)`), link targets, an unmatched `1)`,
emoticons, pinyin notes (`业(yè)`).
"""

from collections.abc import Iterator
from functools import cached_property

from cnclean.patterns import compile_later
from cnclean.protect import outside
from cnclean.stage import Options, Span
from cnclean.stages.punctuation.asides import is_face, is_reading, is_symbol
from cnclean.stages.punctuation.lines import CHINESE, Lines

_HALF = compile_later(r"\("), compile_later(r"\)")
_BRACKET = compile_later("[()（）](?<![:;]-[()])(?<!\\s[:;][()])")  # no smiley's
_CHINESE = compile_later(f"[{CHINESE}]")

_LATIN_AND_SPACE = compile_later("[A-Za-z0-9] ")
_TIGHT = compile_later(f"[(（](?<=[{CHINESE}].)")
_SPACED = compile_later(rf"\((?<=[{CHINESE}] .)")

_WIDE = {"(": "（", ")": "）"}
_LONGEST = 400
_CLOSERS = "”’」』》】〉〕"

_FOLLOWERS = frozenset("，。；：、,;:")
# What extraction leaves of `鳄鱼泪（Crocodile Tears）是`; a call goes on otherwise: `函数()返回`.
_AFTER_EMPTY = _FOLLOWERS | {"是"}
_WORD_BEFORE = compile_later("[A-Za-z][A-Za-z0-9 .+-]{2}")

_OPTION = compile_later("-[a-z]")
_LETTER_OR_OPENER = compile_later(r"\w|[“‘「『【《〈〔]")
_NUMBER = compile_later("[0-9]{1,2}")
_DASH = compile_later(f"[{CHINESE}{_CLOSERS}）]--(?=[(（])")
_NAME = compile_later("[A-Z][^()]+")


class Brackets:
    """The bracket pairs of one text, of either width: which of them belong to Chinese."""

    def __init__(self, text: str, lines: Lines, options: Options) -> None:
        self._text, self.lines, self._options = text, lines, options

    def are_chinese(self, at: int) -> bool:
        """Whether the bracket at `at` is full-width, or belongs to a Chinese pair and will be."""
        return self._text[at] in "（）" or at in self.narrow

    @cached_property
    def narrow(self) -> frozenset[int]:
        """Where the half-width brackets of Chinese pairs stand."""
        if "brackets" in self._options.keep or not ("(" in self._text or ")" in self._text):
            return frozenset()
        # Reading the structure of a file costs more than judging its brackets.
        if self._options.markup != "none" and not any(
            self._is_chinese(*pair) for pair in self._pairs(self._brackets())
        ):
            return frozenset()
        # Matched anew, as if those in protected spans were not there.
        pairs = self._pairs(outside(self._brackets(), self._text, self._options))
        chinese = (pair for pair in pairs if self._is_chinese(*pair))
        return frozenset(at for pair in chinese for at in pair if self._text[at] in _WIDE)

    def _brackets(self) -> Iterator[Span]:
        """The brackets of lines that have half-width ones."""
        line_end = -1
        for at in sorted(match.start() for half in _HALF for match in half.finditer(self._text)):
            if at > line_end:
                start, line_end = self.lines.bounds(at)
                for match in _BRACKET.finditer(self._text, start, line_end):
                    yield match.start(), match.end(), ""

    def _pairs(self, brackets: Iterator[Span]) -> Iterator[tuple[int, int]]:
        """Brackets matched line by line; no pairs that are full-width already."""
        opened: list[int] = []
        line_end, may_be_prose = -1, False
        for at, *_ in brackets:
            if at > line_end:
                opened.clear()
                start, line_end = self.lines.bounds(at)
                may_be_prose = _CHINESE.search(self._text, start, line_end) is not None
            if not may_be_prose:
                continue
            if self._text[at] in "(（":
                opened.append(at)
            elif opened:
                start = opened.pop()
                if at - start <= _LONGEST and not (self._text[start] == "（" and self._text[at] == "）"):
                    yield start, at

    def _is_chinese(self, start: int, end: int) -> bool:
        before = self._text[start - 1 : start]
        if before in ("]", "-") and not _DASH.match(self._text, max(start - 3, 0)):
            return False  # a link's target; a chemical name: 3-(4-氟苯基)-戊烷
        # The line is judged last: it costs most, and most brackets of a document with code are those of calls.
        return self._is_aside(start, end) and self.lines.is_prose(start)

    def _is_aside(self, start: int, end: int) -> bool:
        text, inside = self._text, self._text[start + 1 : end]
        if text[start] == "（" or text[end] == "）":
            return True
        holds_chinese = _CHINESE.search(inside) is not None
        is_apart = text[start - 1 : start] == " " and not self._begins_line(start)
        if is_apart and not (holds_chinese and self._is_space_of_latin(start)):
            return False
        if holds_chinese:
            return not _OPTION.match(inside) and not is_face(inside)
        return self._joins_chinese(start, end, inside)

    def _is_space_of_latin(self, start: int) -> bool:
        """Whether the space before a bracket is there for the Latin word before it: after Chinese there is none."""
        return _LATIN_AND_SPACE.match(self._text, start - 2) is not None and self._are_tight

    @cached_property
    def _are_tight(self) -> bool:
        return _TIGHT.search(self._text) is not None and _SPACED.search(self._text) is None

    def _begins_line(self, start: int) -> bool:
        indent = start - self.lines.start(start)
        return indent <= 20 and not self._text[start - indent : start].strip()

    def _joins_chinese(self, start: int, end: int, inside: str) -> bool:
        """Whether a pair without Chinese inside belongs to the Chinese around it."""
        left, right = self._text[start - 1 : start], self._text[end + 1 : end + 2]
        after_chinese = bool(left) and bool(_CHINESE.match(left) or left in _CLOSERS)
        if not inside.strip("，；、：,;: "):
            return after_chinese and (right in _AFTER_EMPTY or inside.strip() != "")
        if is_symbol(inside, right):
            return False
        if after_chinese:
            return not is_reading(inside)
        if left in " \n":
            return bool(_NUMBER.fullmatch(inside)) and bool(_LETTER_OR_OPENER.match(right))
        if not right or not _WORD_BEFORE.fullmatch(self._text, max(start - 3, 0), start) or not _NAME.fullmatch(inside):
            return False
        before = right in _FOLLOWERS and self.lines.chinese_before(start)
        return bool(before or _CHINESE.match(right)) and not self.lines.marks_are_kept


def find_brackets(text: str, brackets: Brackets) -> Iterator[Span]:
    if "(" not in text and ")" not in text:
        return
    for at in sorted(brackets.narrow):
        yield at, at + 1, _WIDE[text[at]]
