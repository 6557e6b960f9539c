"""The lines of a text: which are Chinese prose, which code or data, and how long they are."""

from functools import cached_property
from itertools import islice
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.punctuation.code import is_code
from cnclean.stages.punctuation.prose import CHINESE, IS_CHINESE, is_chinese, is_english, is_usual
from cnclean.stages.punctuation.rows import is_row

_LETTER = compile_later(r"\w")
_SHORT: Final = 30
_THREE_LETTERS = compile_later(r"\w\W*+\w\W*+\w")

_WIDE_MARK = compile_later("[，：；？！（]")
_NARROW_MARK = compile_later(rf"[,;:?!(](?:(?<=[{CHINESE}].)|(?<!\()(?=[{CHINESE}]))")

_SENTENCE_END = compile_later("[！？!?]|(?<!。)。(?!。)")
_FAR: Final = 60
_KANA = compile_later("[\u3041-\u30fa]")


class Lines:
    """The lines of one text, each judged once, when a mark in it first asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start, self._end, self._prose, self._code = 0, -1, False, False
        self._known: dict[int, tuple[int, bool, bool]] = {}
        self._japanese: dict[int, bool] = {}
        self._english: dict[int, bool] = {}
        self._letters: dict[int, int] = {}  # five at most

    def is_prose(self, at: int) -> bool:
        """Whether the line around `at` is Chinese prose. Asked in any order; usually for the same line again."""
        if not self._start <= at <= self._end:
            self._look_up(at)
        return self._prose

    def judged(self, at: int) -> tuple[bool, int]:
        """Whether the line around `at` is Chinese prose, and where it ends."""
        if not self._start <= at <= self._end:
            self._look_up(at)
        return self._prose, self._end

    def is_code(self, at: int) -> bool:
        """Whether the line around `at` is code or data."""
        self.is_prose(at)
        return self._code

    def is_japanese(self, at: int) -> bool:
        """Whether kana stand in the line around `at`."""
        start = self.start(at)
        if start not in self._japanese:
            self._japanese[start] = _KANA.search(self._text, start, self._end) is not None
        return self._japanese[start]

    def is_english(self, at: int) -> bool:
        """Whether the line around `at`, Chinese as it may begin, is an English sentence about Chinese names."""
        start = self.start(at)
        if start not in self._english:
            self._english[start] = is_english(self._text[start : self._end])
        return self._english[start]

    def start(self, at: int) -> int:
        self.is_prose(at)
        return self._start

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
        """Where the line around `at` starts and ends."""
        if not self._start <= at <= self._end:
            return self._text.rfind("\n", 0, at) + 1, self._end_of(at)
        return self._start, self._end

    def is_label(self, at: int, size: int) -> bool:
        """Whether the line around `at` has fewer than `size` letters and digits: too little to judge a mark by."""
        start = self.start(at)
        if start not in self._letters:
            found = _LETTER.finditer(self._text, start, self._end)
            self._letters[start] = sum(1 for _ in islice(found, 5))
        return self._letters[start] < size

    def chinese_before(self, at: int) -> bool:
        """Whether the sentence that `at` stands in has been Chinese so far."""
        start = max(self.bounds(at)[0], at - _FAR)
        for stop in _SENTENCE_END.finditer(self._text, start, at):
            start = stop.end()
        return IS_CHINESE.search(self._text, start, at) is not None

    def _look_up(self, at: int) -> None:
        start = self._text.rfind("\n", 0, at) + 1
        if start in self._known:
            self._start = start
            self._end, self._prose, self._code = self._known[start]
            return
        end = self._text.find("\n", at)
        if end < 0:
            end = len(self._text)
        line = self._text[start:end]
        usual = is_usual(line)
        self._start, self._end = start, end
        self._code = (not usual and is_code(line)) or is_row(self._text, start, end)
        self._prose = not self._code and (usual or is_chinese(line))
        self._known[start] = self._end, self._prose, self._code

    def _end_of(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end
