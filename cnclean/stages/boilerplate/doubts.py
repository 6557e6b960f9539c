"""What speaks against striking a line out because of its place: a title, a form, a table, an address."""

from typing import Final

from cnclean.stages.boilerplate.addresses import doubt_address
from cnclean.stages.boilerplate.forms import (
    among_fields,
    in_chronicle,
    in_form,
    in_table,
    is_item,
)
from cnclean.stages.boilerplate.headings import doubt_heading
from cnclean.stages.boilerplate.line_shapes import CLAUSE, COURT, PIECE
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.runs import is_lone_row
from cnclean.stages.boilerplate.ties import HEADED, doubt_ties
from cnclean.stages.boilerplate.titles import doubt_title

_NEED_PROSE: Final = frozenset({"byline", "meta", "credit", "pager", "navigation", "contact", "tags"})
"""Labels that verses, forms and lists have too; beside prose they are the page's."""

_ASKING: Final = frozenset({"follow", "share"})
_WORD: Final = 4
_DIRTY: Final = 2
"""A page without prose that has lost so many lines has furniture: what looks like more of it is."""


MOST_HELP: Final = 1.0
"""A line beside one that has gone is doubted by so much less; all else adds to the doubt."""


def doubt_place(page: Page, at: int, reading: Reading, *, tail: bool) -> float:
    doubt = -MOST_HELP if page.beside(at) else 0.0
    if not page.prose and (reading.kind in _NEED_PROSE or reading.row):
        doubt += 0.5 if len(page.struck) >= _DIRTY and reading.kind != "byline" else 2.0
    doubt += 2.0 * (in_form(page, at) + _is_verse(page, reading))
    if among_fields(page, at):
        doubt += 5.0
    doubt += doubt_heading(page, at, reading, tail=tail) + doubt_ties(page, at, reading)
    if reading.row and COURT.match(page.lines[at]):
        doubt += 2.0
    doubt += 4.0 * (in_table(page, at) or bool(PIECE.match(page.lines[at]))) + 2.0 * is_item(page, at)
    if page.is_below_text(at) and is_lone_row(page, reading):
        doubt += 3.0
    if page.has_clauses and CLAUSE.match(page.lines[at]):
        doubt += 9.0  # nobody may reprint: what a contract says
    if at == page.first_kept():
        doubt += doubt_title(page, at, reading)
    doubt += doubt_address(page, at, reading)
    doubt += 3.0 * _is_number_alone(page, at, reading)
    if reading.kind == "related" and reading.weight < HEADED and not (reading.opens_list or reading.labelled or tail):
        doubt += 2.0  # 专家问答 春天怎样养肝 is a title
    if reading.dated and reading.kind == "meta" and (tail or in_chronicle(page, at, reading)):
        doubt += 2.0  # a letter ends with its date
    return doubt


def _is_verse(page: Page, reading: Reading) -> bool:
    """A word of a poem, on a page from which nothing has gone: `请扫码`."""
    return not page.prose and not page.struck and reading.size <= _WORD and reading.kind in _ASKING


def _is_number_alone(page: Page, at: int, reading: Reading) -> bool:
    """A page's, or a price, with nothing beside it that has gone: it may be the text's."""
    if reading.kind == "ad":
        return reading.weight <= 1 and not page.beside(at)
    return reading.kind == "pager" and reading.weight < 1 and "pager" not in page.beside(at)
