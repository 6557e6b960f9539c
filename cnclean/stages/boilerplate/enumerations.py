"""Lines that stay because each is one of several: rows of a table, answers to choose from, weeks of a plan, books.

`日期 播放 点赞 收藏` above figures is no row of buttons; nor is `B. 转发` below `A. 点赞` a button, or `例2：点赞`.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, takewhile
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later

_CELLS: Final = 3
_ROWS: Final = 3
"""So many cells and rows make a table;"""
_TABS: Final = 2
"""so many with tabs."""
_NAME = compile_later(r"[^\W\d_]{1,8}$")
"""Of a column."""
_VALUE = compile_later(r"[+-]?[¥$]?\d[\d.,:/%-]*[^\W\d_]{0,2}$|[有无無是否√×○●✓✗]$")
_ANSWER = compile_later(r"\s*(?:[(（]([A-Ha-h])[)）]|([A-Ha-h])\s?[.．、:：)）])\s?\S")

_EXAMPLE = compile_later(r"\s*[（(\[【]?例\s?[一二三四五六七八九十\d]{1,2}[）)\]】]?\s?[:：.．、)]\s?\S")

_PARTED = compile_later(r"\s*[/／|｜]\s*")
_LATIN = compile_later(r"[A-Za-z][A-Za-z' -]*$")
_CHINESE = compile_later(rf"[{HAN}]+$")
_ENTRIES: Final = 4
_LONGEST_ENTRY: Final = 60
_ORDINAL = compile_later(r"\s*第(?:[一二三四五六七八九十]{1,3}|\d{1,3})([周週讲講课課天日节節步回])")
_SERIES: Final = 3

_WORK: Final = compile_later(r"[^\w《]*(?:\d{1,2}\W*)?(《[^《》]{1,40}》)[\s*]*$")
"""Of a list of books, films or poems: a title alone, with a number or a mark of its own."""

_FIELD: Final = compile_later(rf"[\s*>-]*([{HAN}]{{2,4}})[\s*]*[:：]\s?\S")


def find_enumerations(lines: Sequence[str]) -> set[int]:
    """The lines of all kinds of enumerations."""
    finders = (_find_tables, _find_glossaries, _find_answers, _find_examples, _find_series, _find_works)
    return set[int]().union(*(find(lines) for find in finders))


def _find_tables(lines: Sequence[str]) -> set[int]:
    """The rows of tables: below the head, which has no values, a column of them."""
    found: set[int] = set()
    counts = [len(line.split()) for line in lines]
    for cells, group in groupby(range(len(lines)), counts.__getitem__):
        places = [*group] if cells >= _CELLS else []
        if len(places) >= _TABS and _is_table([lines[at] for at in places]):
            found.update(places)
    return found


def _find_glossaries(lines: Sequence[str]) -> set[int]:
    """Words side by side in several languages, a line each: `登录 / 登入 / Log in`."""
    found: set[int] = set()
    words = [_PARTED.split(line.strip()) if len(line) <= _LONGEST_ENTRY else [] for line in lines]
    for cells, group in groupby(range(len(lines)), lambda at: len(words[at])):
        places = [*group] if cells > 1 else []
        if len(places) >= _ENTRIES and _is_glossary([words[at] for at in places]):
            found.update(places)
    return found


def _find_answers(lines: Sequence[str]) -> set[int]:
    """The answers to choose from, a line each, from A or (A) on."""
    letters = [_letter(line) for line in lines]
    found: set[int] = set()
    for first in [at for at, letter in enumerate(letters) if letter == "a"]:
        last = first
        while last < len(lines) and letters[last] == chr(ord("a") + last - first):
            last += 1
        if last - first > 1:
            found.update(range(first, last))
    return found


def _find_examples(lines: Sequence[str]) -> set[int]:
    """The examples of a lesson."""
    return {at for at, line in enumerate(lines) if _EXAMPLE.match(line)}


def _find_series(lines: Sequence[str]) -> set[int]:
    """The rows of a plan, each beside one of its kind: `第三周　点赞与转发`."""
    units = [match[1] if (match := _ORDINAL.match(line)) else "" for line in lines]
    found: set[int] = set()
    for unit, group in groupby(range(len(lines)), units.__getitem__):
        places = [*group] if unit else []
        if len(places) >= _SERIES:
            found.update(places)
    return found


def _find_works(lines: Sequence[str]) -> set[int]:
    """What each work of a list has below its title, a line each: `作者：…`, `字数：…`."""
    fields: dict[str, list[int]] = {}
    for at, match in [(at, match) for at, line in enumerate(lines) if (match := _WORK.match(line))]:
        fields[match[1]] = [*takewhile(lambda near: _FIELD.match(lines[near]), range(at + 1, len(lines)))]
    count = Counter(name for places in fields.values() for name in {_field(lines[at]) for at in places})
    return {at for places in fields.values() for at in places if count[_field(lines[at])] > 1}


def _field(line: str) -> str:
    match = _FIELD.match(line)
    return match[1] if match else ""


def _is_glossary(rows: Sequence[Sequence[str]]) -> bool:
    columns = list(zip(*rows, strict=True))
    return any(all(map(_CHINESE.match, column)) for column in columns) and any(
        all(map(_LATIN.match, column)) for column in columns
    )


def _is_table(rows: Sequence[str]) -> bool:
    head, *others = (row.split() for row in rows)
    if not all(map(_NAME.match, head)) or (len(rows) < _ROWS and "\t" not in rows[0]):
        return False
    return any(all(map(_VALUE.match, column)) for column in list(zip(*others, strict=True))[1:])


def _letter(line: str) -> str:
    match = _ANSWER.match(line)
    return (match[1] or match[2]).lower() if match else ""
