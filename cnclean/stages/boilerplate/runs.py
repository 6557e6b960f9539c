"""Lines of one shape below each other: the rows of a table, the fields of a data sheet, the items of a list, a lyric.

A row that is known for a page's own may be the header of a table, a field the last of a sheet. The lines beside it
tell: where most of a run say nothing of the page, and nothing that has gone announces them, the run is the text's.
"""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import FIELD
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import Reading

_GAP = compile_later(r" {2,}|\u3000+")
_MARK = compile_later(r"(?P<item>[-*+•]) |\[(?P<time>\d\d:)|(?P<quoted>>)|(?P<prompt>[$>#]) [a-z]")
_PRICED = compile_later(r"(?:[¥￥$]\s?\d[\d.,]*|\d\s?元(?:\s?[/／每]\s?\S{1,3})?)(?:\s?[（(][^（()）]*[)）])?$")
_NUMBER = compile_later(r"^[（(]?[一二三四五六七八九十\d]{1,3}[、.．)）]\s*")
_REACH: Final = 16
_SAYS: Final = 3.0
_OWN: Final = 1.0
_RUN: Final = 3
_SILENT: Final = 2
"""So many lines that say nothing of the page make a run the text's."""

_ROW: Final = 1.5
"""What a row weighs of which too little is known."""
_ROWS: Final = frozenset({"navigation", "related", "share", "pager"})
"""Kinds of what stands beside rows of links."""
_MANY: Final = 3


def is_lone_row(page: Page, reading: Reading) -> bool:
    """Short parts that say nothing, where few lines have gone and none of them is a row: a score, an exercise."""
    is_row = reading.kind == "navigation" and reading.weight <= _ROW and not reading.rest
    return is_row and len(page.struck) < _MANY and _ROWS.isdisjoint(page.struck.values())


def in_run(page: Page, at: int) -> bool:
    """Whether a line stands among lines of its own shape most of which are the text's."""
    shape = _shape(page.lines[at])
    if not shape:
        return False
    run = [at]
    for step in (-1, 1):
        run += _reach(page, at, step, shape)
    silent = sum(_is_silent(page, near) for near in run)
    if len(run) < _RUN or silent < _SILENT or _is_announced(page, min(run)):
        return False
    return 2 * sum(_is_silent(page, near) or _is_common(page, near) for near in run) > len(run)


def _shape(line: str) -> str:
    """What lines of one shape have in common: how they are parted, or how they begin."""
    line = line.strip(" \u3000")
    if _PRICED.search(line):
        return "price"
    if (bars := line.count("|") + line.count("｜")) > 1:
        return "|" * bars
    if tabs := line.count("\t"):
        return "\t" * tabs
    if gaps := len(_GAP.findall(line)):
        return " " * gaps
    if mark := _MARK.match(line):
        return mark.lastgroup or ""
    return "field" if FIELD.match(_NUMBER.sub("", line)) else ""


def _reach(page: Page, at: int, step: int, shape: str) -> list[int]:
    """The lines of the run on one side; one other line may stand between two of them."""
    run: list[int] = []
    last = at
    for near in range(at + step, at + _REACH * step, step):
        if abs(near - last) > 2 or not 0 <= near < len(page.lines) or near in page.struck:
            break
        if _shape(page.lines[near]) == shape:
            run.append(near)
            last = near
    return run


def _is_silent(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    if reading is None or reading.labelled:
        return reading is None or reading.claim < 0
    return reading.claim < _SAYS or reading.weight <= _ROW


def _is_common(page: Page, at: int) -> bool:
    """A label that a data sheet has as well: 地址, 开放时间."""
    reading = page.readings.get(at)
    return reading is not None and reading.labelled and reading.weight < _OWN


def _is_announced(page: Page, at: int) -> bool:
    """Below the text, directly under a line that has gone."""
    return at - 1 in page.struck and next(iter(page.body), at) < at
