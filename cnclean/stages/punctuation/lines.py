"""Which lines of a text are Chinese prose, and which are code, data or another language."""

from functools import cached_property
from itertools import islice
from typing import Final

from cnclean.han import BOPOMOFO, HAN
from cnclean.patterns import compile_later
from cnclean.stages.punctuation.code import is_code

CHINESE: Final = f"{HAN}\u3041-\u30fa\u30fc-\u30ff{BOPOMOFO}"
"""Letters of Chinese, and kana (without ・, a mark): what stands between them is full-width in both languages."""

_HAN = compile_later(f"[{CHINESE}]")
_HANS = compile_later(f"[{CHINESE}]+")
_HANGUL = compile_later("[\uac00-\ud7a3]")
_UP_TO_HANGUL = compile_later("[^\uac00-\ud7a3]*+")  # `re` runs through a class twice as fast as it searches one
_FIRST_LETTER = compile_later(f"[{CHINESE}A-Za-z]")
_NOT_WORDS = compile_later("https?[:：]//(?:[!-~]|：//)*|<[A-Za-z/][^<>]*>")
_LETTER = compile_later(r"\w")
_SHORT: Final = 30
_THREE_LETTERS = compile_later(r"\w\W*+\w\W*+\w")
_WORD = compile_later("[A-Za-z][A-Za-z'’-]*")

_LONGEST_NAME: Final = 4
_FUNCTION_WORDS: Final = frozenset(
    "a an and are as at be been but by for from had has have he her his i in is it its my not of on or our she that the"
    " their they this to was we were which who whose will with you your".split()
)

# A line that begins with Chinese and has no sign of code, data or Korean: most lines, at a glance. What `is_code` takes
# for a sign stops the run, where it stands as such: a quotation mark behind a bracket, `%s`, `);`, ` = `, `[J]`.
_PLAIN: Final = r"[^\n:=\"'%;\]{\uac00-\ud7a3]*+"
_USUAL: Final = rf"{_PLAIN}(?:(?:[\"'](?<![\[(\s].)|%(?![sd])|;(?<!\);)|=(?! )|\](?<![A-Z]\])){_PLAIN})*+"
_USUAL_PROSE = compile_later(
    rf"[\u3000 “「『《（【〈]*+(?:[0-9]{{1,4}}[.、)]? ?)?[{CHINESE}]{_USUAL}(?::{_USUAL})?(?=\n|\Z)"
)

_WIDE_MARK = compile_later("[，：；？！（]")
_NARROW_MARK = compile_later(rf"[,;:?!(](?:(?<=[{CHINESE}].)|(?<!\()(?=[{CHINESE}]))")

_SENTENCE_END = compile_later("[！？!?]|(?<!。)。(?!。)")
_FAR = 60
_KANA = compile_later("[\u3041-\u30fa]")

_CELL = compile_later(r"[\s]*(?:[!-+\--~]*)[\s]*")
_QUOTED_CELL = compile_later(r'"(?<![^,]")[^"\n]*"(?=,|$)')
_PROSE_MARK = compile_later("[。！？!?、；;：:“”「」（）]|, ")


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
            self._english[start] = _is_english(self._text[start : self._end])
        return self._english[start]

    def start(self, at: int) -> int:
        self.is_prose(at)
        return self._start

    @cached_property
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
        return _HAN.search(self._text, start, at) is not None

    def _look_up(self, at: int) -> None:
        start = self._text.rfind("\n", 0, at) + 1
        if start in self._known:
            self._start = start
            self._end, self._prose, self._code = self._known[start]
            return
        text, usual = self._text, _USUAL_PROSE.match(self._text, start)
        if usual:
            self._start, self._end = start, usual.end()
            self._code = text.count(",", start, self._end) > 1 and self._is_table(text[start : self._end])
            self._prose = not self._code
        else:
            self._start, self._end = start, self._end_of(at)
            line = text[start : self._end]
            self._code = is_code(line) or self._is_table(line)
            self._prose = not self._code and _is_chinese(line)
        self._known[start] = self._end, self._prose, self._code

    def _end_of(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _is_table(self, line: str) -> bool:
        """A line of comma-separated values: as many commas as its neighbour, short cells, one of them a number."""
        if line.count(",") < 2:
            return False
        line = _without_quoted(line)
        commas = line.count(",")
        if commas < 2 or _PROSE_MARK.search(line):
            return False
        before = self._text[max(self._text.rfind("\n", 0, max(self._start - 1, 0)) + 1, 0) : max(self._start - 1, 0)]
        end = self._text.find("\n", self._end + 1)
        after = self._text[self._end + 1 : end if end >= 0 else None]
        for other in (_without_quoted(before), _without_quoted(after)):
            if other.count(",") == commas and not _PROSE_MARK.search(other):
                return any(_CELL.fullmatch(cell) for cell in f"{line},{other}".split(","))
        return False


def _without_quoted(line: str) -> str:
    return _QUOTED_CELL.sub("", line) if '"' in line else line


def _is_chinese(line: str) -> bool:
    """Whether the first letter is Chinese, or there are as many Chinese letters as Latin words; no Korean."""
    if "<" in line or "://" in line or "：//" in line:
        line = _NOT_WORDS.sub("", line)
    up_to = _UP_TO_HANGUL.match(line)
    if up_to and up_to.end() < len(line) and len(_HANGUL.findall(line)) >= len(_HAN.findall(line)):
        return False
    first = _FIRST_LETTER.search(line)
    if first is None or first[0] > "z":
        return first is not None
    return sum(map(len, _HANS.findall(line))) >= len(_WORD.findall(line)) and not _is_english(line)


def _is_english(line: str) -> bool:
    """Whether English grammar holds the line together: function words, and Chinese in few letters or in names."""
    words = _WORD.findall(line)
    if sum(word.lower() in _FUNCTION_WORDS for word in words) < 2:  # noqa: PLR2004 - one may be part of a title
        return False
    runs = [len(run) for run in _HANS.findall(line)]
    return len(words) > sum(runs) or max(runs) <= _LONGEST_NAME
