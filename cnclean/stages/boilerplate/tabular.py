"""Lines that stay for the shape that they share: a table whose cells blanks part, answers to choose from, examples.

`日期 播放 点赞 收藏` above figures is no row of buttons; nor is `B. 转发` below `A. 点赞` a button, or `例2：点赞`.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

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


def find_tables(lines: Sequence[str]) -> set[int]:
    """The rows of tables: below the head, which has no values, a column of them."""
    found: set[int] = set()
    counts = [len(line.split()) for line in lines]
    for cells, group in groupby(range(len(lines)), counts.__getitem__):
        places = [*group] if cells >= _CELLS else []
        if len(places) >= _TABS and _is_table([lines[at] for at in places]):
            found.update(places)
    return found


def find_answers(lines: Sequence[str]) -> set[int]:
    """The answers to choose from, a line each, from A or (A) on, and the examples of a lesson."""
    letters = [_letter(line) for line in lines]
    found = {at for at, line in enumerate(lines) if _EXAMPLE.match(line)}
    for first in [at for at, letter in enumerate(letters) if letter == "a"]:
        last = first
        while last < len(lines) and letters[last] == chr(ord("a") + last - first):
            last += 1
        if last - first > 1:
            found.update(range(first, last))
    return found


def _is_table(rows: Sequence[str]) -> bool:
    head, *others = (row.split() for row in rows)
    if not all(map(_NAME.match, head)) or (len(rows) < _ROWS and "\t" not in rows[0]):
        return False
    return any(all(map(_VALUE.match, column)) for column in list(zip(*others, strict=True))[1:])


def _letter(line: str) -> str:
    match = _ANSWER.match(line)
    return (match[1] or match[2]).lower() if match else ""
