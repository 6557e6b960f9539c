"""Lines that go where they stand: a time in the head, a date or a name below the title, what the foot closes in."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.forms import in_form, opens_section
from cnclean.stages.boilerplate.line_shapes import HASH
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading

_DIRTY: Final = 2
_BELOW_TITLE: Final = frozenset({"meta", "byline", "share"})
_DATE: Final = 2.0
_NAME: Final = 8
"""A dateline's date weighs so much, and so much may stand beside it unexplained."""

_ENDING: Final = compile_later(
    r"\W*(?:(?:[点點][击擊]|戳)\W*(?:文末|左下角|下方)?\W*[阅閱][读讀]\W*原文\W*[，,]|(?:免[责責]|版[权權]|[侵][权權])[声聲]明\s?[:：])"
)
"""How a call or a notice begins that ends a page, in sentences of any length: `点击阅读原文，查看全部报告。`"""
_SURE: Final = 5.0

_BESIDE: Final = 20
"""So much may stand beside a time of day."""


def claims_by_place(page: Page, at: int, reading: Reading, demand: float, *, tail: bool) -> bool:
    """What goes where it stands, whatever may be doubtful about its place."""
    if tail and reading.weight >= _SURE and not page.kept(at, 1) and _ENDING.match(page.lines[at]):
        return True
    if reading.weight + 2.0 < demand:
        return False
    is_known = reading.weight + 1.5 >= demand
    closed_in = page.is_below_text(at) and page.is_enclosed(at)
    if is_known and reading.weight >= 2 and closed_in and not says_nothing(reading):
        return True
    if is_stamp(reading) and (page.prose or reading.rest) and not (tail or in_form(page, at)):
        return True  # a time of day in the head is the page's, whoever stands beside it
    if tail or at == page.first_kept() or HASH.match(page.lines[at]):
        return False
    return _opens_text(page, at, reading, is_known=is_known) and not in_form(page, at)


def _opens_text(page: Page, at: int, reading: Reading, *, is_known: bool) -> bool:
    """A date, a name with a number of readers: beside lines that have gone, or between the title and the text."""
    is_bare = reading.bare_date and reading.rest <= 1 and at < page.head and not page.is_chronicle
    is_name = reading.weight >= _DATE and reading.rest <= _NAME and reading.kind in _BELOW_TITLE
    if page.beside(at) and ((is_known and _is_dateline(reading)) or is_bare):
        return True
    if at >= page.head or len(page.struck) < _DIRTY or not ((is_name and is_known) or is_bare):
        return False
    return opens_section(page, at)


def is_stamp(reading: Reading) -> bool:
    """A time of day with little beside it."""
    return reading.stamped and reading.kind == "meta" and reading.rest <= _BESIDE


def _is_dateline(reading: Reading) -> bool:
    """A date with a name or two."""
    return reading.dated and reading.kind == "meta" and reading.weight >= _DATE and reading.rest <= _NAME
