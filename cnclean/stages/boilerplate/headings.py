"""What speaks against a line that may head something of the text, or stand in a list or a quotation of it."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.line_shapes import BUTTON, CODE, HASH, HEADING, ends_sentence, introduces, is_body
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.ties import doubt_colon

# fmt: off
_SECTIONS: Final = frozenset({
    "navigation", "related", "share", "follow", "contact", "ad", "app", "preview", "disclaimer", "copyright", "licence",
    "meta",
})
# fmt: on
"""Kinds whose words head a section of an article too: 常见问题."""

_ASKED: Final = compile_later(r"[？！?!]\s*$")
_BOLD: Final = compile_later(r"\s*\*\*[^*]+\*\*\s*$")
_BRACKETED: Final = compile_later(rf"\s*【[{HAN}]{{2,8}}】\s*$")
_POINT: Final = compile_later(r"\s*- .*[^\s-]\s*$")
_HEADING: Final = compile_later(r"\s*#{1,6} ")
_INTRODUCTION: Final = 9
_ANNOUNCEMENT: Final = 4
_INTRODUCED: Final = 12
"""No list that a sentence introduces is longer."""

_CLEAR: Final = 6.0
"""What says so much and nothing else is no sentence of the text's."""
_LITTLE: Final = 2.0
_BUTTON: Final = 2.0
"""What a word of a button weighs at most."""


def doubt_heading(page: Page, at: int, reading: Reading, *, tail: bool) -> float:
    doubt = 0.0
    if not tail and reading.weight <= _LITTLE and 2 * reading.rest >= reading.size:
        doubt += 1.0  # 登入框对抗: one word of a button in it
    if reading.row and reading.weight <= _BUTTON and _heads_rest(page, at):
        doubt += 2.0
    if reading.row and not page.struck:
        doubt += 2.0 if reading.weight <= 2 else 1.0 if reading.weight < 3 else 0.0  # alone it proves little
    if reading.kind in _SECTIONS and _heads_section(page, at):
        doubt += 3.0
    else:
        doubt += doubt_colon(page, at, reading)
    if _BOLD.match(page.lines[at]) and not (reading.labelled or page.beside(at)):
        inside = reading.weight <= _LITTLE and page.head < at < page.last_text()
        heads = inside and _heads_text(page, at)
        doubt += 3.0 if heads or _heads_code(page, at) else 1.0  # 技术支持
    if (reading.opens_list or _is_bracketed(page, at, reading)) and _heads_text(page, at):
        doubt += 4.0  # its own content follows
    if reading.opens_list and HASH.match(page.kept(at, 1)) and not HASH.match(page.lines[at]):
        doubt += 3.0  # sections follow
    if (_POINT.match(page.lines[at]) and not page.beside(at)) or (
        _HEADING.match(page.lines[at]) and (reading.weight < 1 or (not reading.opens_list and _has_section(page, at)))
    ):
        doubt += 3.0  # a point of a list, a word for a heading
    if _is_quoted(page, at) or _is_sentence_of_text(page, at, reading):
        doubt += 4.0
    return doubt + 9.0 * _is_shown(page, at)


def _heads_section(page: Page, at: int) -> bool:
    """A word or two above a paragraph, below another line, where nothing has gone: a section's title."""
    if not HEADING.match(page.lines[at]) or BUTTON.match(page.lines[at]) or page.beside(at):
        return False
    return at != page.first_kept() and bool(page.kept(at, -1)) and _heads_text(page, at)


def _heads_rest(page: Page, at: int) -> bool:
    """A word of Han above what stays: 目录, 引言 and 背景 are buttons too."""
    return at < page.tail and at + 1 not in page.struck and bool(HEADING.match(page.lines[at].strip("* ")))


def _heads_code(page: Page, at: int) -> bool:
    return bool(HEADING.match(page.lines[at].strip("* ")) and CODE.match(page.neighbour(at)))


def _has_section(page: Page, at: int) -> bool:
    """Whether something of its own stays below one of Markdown's headings."""
    if at + 1 == len(page.lines) or at + 1 in page.struck:
        return False
    return not HASH.match(page.lines[at + 1]) and not ADDRESS.search(page.lines[at + 1])


def _is_bracketed(page: Page, at: int, reading: Reading) -> bool:
    """`【后期】` may head how it is done."""
    return reading.weight <= _LITTLE and bool(_BRACKETED.match(page.lines[at])) and not page.beside(at)


def _heads_text(page: Page, at: int) -> bool:
    """Whether a heading is followed by its own paragraph, not by titles."""
    return _is_text(page.kept(at, 1))


def _is_quoted(page: Page, at: int) -> bool:
    """Whether a sentence above introduces the line, or the list it stands in: 右上角有四个按钮："""
    for near in range(at - 1, max(at - _INTRODUCED, 0) - 1, -1):
        above = page.lines[near].rstrip()
        if near not in page.struck and len(above) >= _INTRODUCTION:
            return introduces(above)
    return False


def _is_shown(page: Page, at: int) -> bool:
    """What a line of the text announces, with more of the text below: `页脚这样写：`, and below it a footer."""
    above = page.neighbour(at, -1).rstrip("* ")
    announces = len(above) >= _ANNOUNCEMENT and introduces(above)
    return announces and at < page.end and says_nothing(page.readings.get(at - 1))


def _is_sentence_of_text(page: Page, at: int, reading: Reading) -> bool:
    """A paragraph between two others: a clause of a law about reprints. Or a sentence: a step in an app."""
    around = page.kept(at, -1), page.kept(at, 1)
    if at in page.body:
        return all(map(is_body, around))
    if reading.labelled or (reading.weight >= _CLEAR and not reading.rest):
        return False
    ends = ends_sentence(page.lines[at]) or bool(_ASKED.search(page.lines[at]))
    return ends and not page.beside(at) and all(map(ends_sentence, around))


def _is_text(line: str) -> bool:
    return is_body(line) or ends_sentence(line) or bool(CODE.match(line))
