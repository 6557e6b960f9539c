"""The lines of a text: which are Chinese prose, which code or data, and how long they are."""

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Final

from cnclean.patterns import compile_later
from cnclean.prose.chinese import CHINESE, IS_CHINESE, SHORT_LINES, is_chinese, is_english, is_usual
from cnclean.prose.code_lines import is_code
from cnclean.prose.rows import is_row

_LETTER = compile_later(r"\w")
_SHORT: Final = 30
_THREE_LETTERS = compile_later(r"\w\W*+\w\W*+\w")

_WIDE_MARK = compile_later("[，：；？！（]")
_NARROW_MARK = compile_later(rf"[,;:?!(](?:(?<=[{CHINESE}].)|(?<!\()(?<![A-Za-z][?!])(?=[{CHINESE}]))")

_SENTENCE_END = compile_later("[！？!?]|(?<!。)。(?!。)")
_FAR: Final = 60
_KANA = compile_later("[\u3041-\u30fa]")  # without ー, which some take for a dash


@dataclass(slots=True)
class Line:
    """Where a line starts and ends, whether it is Chinese prose, and whether it is code or data."""

    start: int
    end: int
    is_prose: bool
    is_code: bool


_NOWHERE: Final = Line(0, -1, is_prose=False, is_code=False)


class Lines:
    """The lines of one text, each judged once, when a mark in it first asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line = _NOWHERE  # the last one that was asked for
        self._known: dict[int, Line] = {}  # by their starts, as what else is known of them
        self._japanese: dict[int, bool] = {}
        self._english: dict[int, bool] = {}
        self._letters: dict[int, int] = {}  # five at most

    def at(self, at: int) -> Line:
        """The line around `at`. Asked in any order; usually for the same line again."""
        line = self._line
        if not line.start <= at <= line.end:
            start = self._text.rfind("\n", 0, at) + 1
            if start not in self._known:
                self._known[start] = self._judged(start)
            line = self._line = self._known[start]
        return line

    def is_prose_to(self, at: int) -> tuple[bool, int]:
        """Whether the line around `at` is Chinese prose, and up to where this holds of the lines behind it too."""
        line = self._line
        if not line.start <= at <= line.end:
            short = SHORT_LINES.match(self._text, self._text.rfind("\n", 0, at) + 1)
            if short:
                return True, short.end() - 1
            line = self.at(at)
        return line.is_prose, line.end

    def is_japanese(self, at: int) -> bool:
        """Whether kana stand in the line around `at`."""
        line = self.at(at)
        if line.start not in self._japanese:
            self._japanese[line.start] = _KANA.search(self._text, line.start, line.end) is not None
        return self._japanese[line.start]

    def is_english(self, at: int) -> bool:
        """Whether the line around `at`, Chinese as it may begin, is an English sentence about Chinese names."""
        line = self.at(at)
        if line.start not in self._english:
            self._english[line.start] = is_english(self._text[line.start : line.end])
        return self._english[line.start]

    def are_too_few(self) -> bool:
        """Whether the whole text is a word of one or two letters (`确定?`), which does not say whose mark it has."""
        return len(self._text) <= _SHORT and _THREE_LETTERS.search(self._text) is None

    @cached_property
    def marks_are_kept(self) -> bool:
        """Whether the author writes full-width marks and nothing has damaged them: no half-width one touches Chinese.

        What stands behind a Latin word (`支持Linux:` at a line's end) then is the author's own.
        """
        return _WIDE_MARK.search(self._text) is not None and _NARROW_MARK.search(self._text) is None

    def bounds(self, at: int) -> tuple[int, int]:
        """Where the line around `at` starts and ends, which costs less than to judge it."""
        line = self._line
        if line.start <= at <= line.end:
            return line.start, line.end
        return self._text.rfind("\n", 0, at) + 1, self._end_of(at)

    def is_label(self, at: int, size: int) -> bool:
        """Whether the line around `at` has fewer than `size` letters and digits: too little to judge a mark by."""
        line = self.at(at)
        if line.start not in self._letters:
            found = _LETTER.finditer(self._text, line.start, line.end)
            self._letters[line.start] = sum(1 for _ in islice(found, 5))
        return self._letters[line.start] < size

    def chinese_before(self, at: int) -> bool:
        """Whether the sentence that `at` stands in has been Chinese so far."""
        start = max(self.bounds(at)[0], at - _FAR)
        for stop in _SENTENCE_END.finditer(self._text, start, at):
            start = stop.end()
        return IS_CHINESE.search(self._text, start, at) is not None

    def _judged(self, start: int) -> Line:
        end = self._end_of(start)
        line = self._text[start:end]
        usual = is_usual(line)
        code = (not usual and is_code(line)) or (("," in line or ";" in line) and is_row(self._text, start, end))
        return Line(start, end, not code and (usual or is_chinese(line)), code)

    def _end_of(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end
