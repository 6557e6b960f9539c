"""Whether a line is Chinese: by its first letter, its grammar, and how much of it is Chinese."""

from typing import Final

from cnclean.han import BOPOMOFO, HAN
from cnclean.patterns import compile_later

CHINESE: Final = f"{HAN}\u3041-\u30fa\u30fc-\u30ff{BOPOMOFO}"
"""Letters of Chinese, and kana: what stands between them is full-width in both languages.

Not ・, which is a mark, nor half-width kana, which stand in faces: (ﾟДﾟ).
"""

IS_CHINESE: Final = compile_later(f"[{CHINESE}]")
_HANS = compile_later(f"[{CHINESE}]+")
_HANGUL: Final = "\uac00-\ud7a3"
_NEAR: Final = 60  # where a Korean line shows that it is one; no mark beside Hangul is Chinese anyway
_IS_HANGUL = compile_later(f"[{_HANGUL}]")
# Greek and Cyrillic to Arabic, Devanagari to Georgian. One letter alone is a sign in Chinese: `α,β`.
_OTHER: Final = "[\u0370-\u06ff\u0900-\u10ff]{2,}"
_FIRST_LETTER = compile_later(f"[{CHINESE}A-Za-z]|{_OTHER}")
_NOT_WORDS = compile_later("https?[:：]//(?:[!-~]|：//)*|<[A-Za-z/][^<>]*>")
_WORD = compile_later(f"[A-Za-z][A-Za-z'’-]*|{_OTHER}")

_GRAMMAR: Final = (
    "a an and are as at be been but by for from had has have he her his i in is it its my not of on or our she that the"
    " their they this to was we were which who whose will with you your"
)
_FUNCTION_WORDS: Final = frozenset(_GRAMMAR.split())
_LONGEST_NAME: Final = 4

# A line that begins with Chinese and has no sign of code, data or Korean: most lines, at a glance. What `is_code` takes
# for a sign stops the run, where it stands as such: a quotation mark behind a bracket, `%s`, `);`, ` = `, `[J]`.
_SIGNS: Final = r":=\"'%;\]{"
_PLAIN: Final = rf"[^\n{_SIGNS}]*+"
_USUAL: Final = rf"{_PLAIN}(?:(?:[\"'](?<![\[(\s].)|%(?![sd])|;(?<!\);)|=(?![ \"])|\](?<![A-Z]\])){_PLAIN})*+"
_BEGINNING: Final = rf"[\u3000 “「『《（【〈]*+(?:[0-9]{{1,4}}[.、)]? ?)?[{CHINESE}]"
_BEGINS_CHINESE = compile_later(rf"{_BEGINNING}(?=[^{_HANGUL}]{{0,{_NEAR}}}+(?![{_HANGUL}]))")
_GOES_ON_USUALLY = compile_later(rf"{_USUAL}(?::{_USUAL})?\Z")

SHORT_LINES: Final = compile_later(rf"(?:{_BEGINNING}[^\n,{_SIGNS}{_HANGUL}]{{0,{_NEAR}}}+(?:\n|\Z)\n*+){{1,8}}+")
"""A few short lines that are Chinese prose too, without the comma that a row of a table has: to judge them all at once
costs no more than to judge one."""


def is_usual(line: str) -> bool:
    """Whether a line surely is Chinese prose."""
    begins = _BEGINS_CHINESE.match(line)
    if begins is None:
        return False
    # `in` passes over a line ten times faster than `re` does with the class of all signs.
    has_sign = (
        ":" in line
        or '"' in line
        or ";" in line
        or "%" in line
        or "'" in line
        or "]" in line
        or "=" in line
        or "{" in line
    )
    return not has_sign or _GOES_ON_USUALLY.match(line, begins.end()) is not None


def is_chinese(line: str) -> bool:
    """Whether the first letter is Chinese, or there are as many Chinese letters as words in others; no Korean."""
    if "<" in line or "//" in line:
        line = _NOT_WORDS.sub("", line)
    if _IS_HANGUL.search(line, 0, _NEAR) and 2 * len(_IS_HANGUL.findall(line)) >= len(IS_CHINESE.findall(line)):
        return False
    first = _FIRST_LETTER.search(line)
    if first is None or IS_CHINESE.match(first[0]):
        return first is not None
    words, runs = _words_and_runs(line)
    return sum(runs) >= len(words) and not _are_english(words, runs)


def is_english(line: str) -> bool:
    """Whether English grammar holds the line together: function words, and Chinese in few letters or in names."""
    return _are_english(*_words_and_runs(line))


def _words_and_runs(line: str) -> tuple[list[str], list[int]]:
    """The words of a line in other letters, and how long its runs of Chinese are."""
    return _WORD.findall(line), [*map(len, _HANS.findall(line))]


def _are_english(words: list[str], runs: list[int]) -> bool:
    if len(_FUNCTION_WORDS.intersection(map(str.lower, words))) < 2:  # one may be part of a title
        return False
    return len(words) > sum(runs) or max(runs) <= _LONGEST_NAME
