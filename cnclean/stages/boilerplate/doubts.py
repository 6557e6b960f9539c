"""What speaks against striking a line out because of its place: a title, a form, a table, a quotation, a section."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.forms import (
    among_fields,
    in_chronicle,
    in_form,
    in_table,
    is_item,
)
from cnclean.stages.boilerplate.line_shapes import (
    BUTTON,
    CLAUSE,
    COURT,
    HASH,
    HEADING,
    PIECE,
    ends_sentence,
    is_body,
)
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.ties import doubt_address, doubt_colon, doubt_ties
from cnclean.stages.boilerplate.titles import doubt_title

# fmt: off
_SECTIONS: Final = frozenset({
    "navigation", "related", "share", "follow", "contact", "ad", "app", "preview", "disclaimer", "copyright", "licence",
    "meta",
})
# fmt: on
"""Kinds whose words head a section of an article too: 常见问题."""

_NEED_PROSE: Final = frozenset({"byline", "meta", "credit", "pager", "navigation", "contact", "tags"})
"""Labels that verses, forms and lists have too; beside prose they are the page's."""

_ASKED: Final = compile_later(r"[？！?!]\s*$")
_URGING: Final = frozenset({"app", "follow", "navigation", "share"})
_BOLD: Final = compile_later(r"\s*\*\*[^*]+\*\*\s*$")
_POINT: Final = compile_later(r"\s*- .*[^\s-]\s*$")
_HEADING: Final = compile_later(r"\s*#{1,6} ")
_LABELS: Final = frozenset({"byline", "meta", "credit", "tags", "preview"})
"""Kinds of what has a value, in a list of the text too."""

_INTRODUCTION: Final = 9
_INTRODUCED: Final = 12
"""No list that a sentence introduces is longer."""

_HEADED: Final = 3.0

_DIRTY: Final = 2
"""A page without prose that has lost so many lines has furniture: what looks like more of it is."""


def doubt_place(page: Page, at: int, reading: Reading, *, tail: bool) -> float:
    doubt = -1.0 if page.beside(at) else 0.0
    if not page.prose and (reading.kind in _NEED_PROSE or reading.row):
        doubt += 0.5 if len(page.struck) >= _DIRTY and reading.kind != "byline" else 2.0
    if in_form(page, at):
        doubt += 2.0
    if among_fields(page, at):
        doubt += 5.0
    doubt += _heading_doubt(page, at, reading) + doubt_ties(page, at, reading)
    if reading.row and COURT.match(page.lines[at]):
        doubt += 2.0
    doubt += 4.0 * (in_table(page, at) or bool(PIECE.match(page.lines[at]))) + 2.0 * is_item(page, at)
    if page.has_clauses and CLAUSE.match(page.lines[at]):
        doubt += 9.0  # nobody may reprint: what a contract says
    if at == page.first_kept():
        doubt += doubt_title(page, at, reading)
    doubt += doubt_address(page, at, reading)
    if reading.kind == "pager" and reading.weight < 1 and "pager" not in page.beside(at):
        doubt += 3.0  # a number alone
    if reading.kind == "related" and reading.weight < _HEADED and not (reading.opens_list or reading.labelled or tail):
        doubt += 2.0  # 专家问答 春天怎样养肝 is a title
    if reading.dated and reading.kind == "meta" and (tail or in_chronicle(page, at, reading)):
        doubt += 2.0  # a letter ends with its date
    return doubt


def _is_text(line: str) -> bool:
    return is_body(line) or ends_sentence(line)


def _heading_doubt(page: Page, at: int, reading: Reading) -> float:
    doubt = 0.0
    if reading.row and not page.struck:
        doubt += 2.0 if reading.weight <= 2 else 1.0 if reading.weight < 3 else 0.0  # alone it proves little
    if reading.kind in _SECTIONS and _heads_section(page, at):
        doubt += 3.0
    else:
        doubt += doubt_colon(page, at, reading)
    if _BOLD.match(page.lines[at]) and not (reading.labelled or page.beside(at)):
        doubt += 1.0
    if reading.opens_list and _heads_text(page, at):
        doubt += 4.0  # its own content follows
    if reading.opens_list and HASH.match(page.kept(at, 1)) and not HASH.match(page.lines[at]):
        doubt += 3.0  # sections follow
    if (_POINT.match(page.lines[at]) and not page.beside(at)) or (
        _HEADING.match(page.lines[at])
        and (
            reading.weight < 1
            or ((reading.weight < _HEADED or reading.rest or reading.kind in _URGING) and _heads_text(page, at))
        )
    ):
        doubt += 3.0  # a point of a list, a word for a heading
    if _is_quoted(page, at) or _is_sentence_of_text(page, at):
        doubt += 4.0
    return doubt


def _heads_section(page: Page, at: int) -> bool:
    """A word or two above a paragraph, below another line, where nothing has gone: a section's title."""
    if not HEADING.match(page.lines[at]) or BUTTON.match(page.lines[at]) or page.beside(at):
        return False
    return at != page.first_kept() and bool(page.kept(at, -1)) and _heads_text(page, at)


def _heads_text(page: Page, at: int) -> bool:
    """Whether a heading is followed by its own paragraph, not by titles."""
    return _is_text(page.kept(at, 1))


def _is_quoted(page: Page, at: int) -> bool:
    """Whether a sentence above introduces the line, or the list it stands in: 右上角有四个按钮："""
    for near in range(at - 1, max(at - _INTRODUCED, 0) - 1, -1):
        above = page.lines[near].rstrip()
        if near not in page.struck and len(above) >= _INTRODUCTION:
            return above.endswith((":", "："))
    return False


def _is_sentence_of_text(page: Page, at: int) -> bool:
    """A paragraph between two others: a clause of a law about reprints. Or a sentence: a step in an app."""
    around = page.kept(at, -1), page.kept(at, 1)
    if page.body[at]:
        return all(map(is_body, around))
    ends = ends_sentence(page.lines[at]) or bool(_ASKED.search(page.lines[at]))
    return ends and not page.beside(at) and all(map(ends_sentence, around))
