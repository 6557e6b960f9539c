"""What ties a line to those beside it: the rest of a sentence, a text below its heading, a value below its label."""

from typing import Final

from cnclean.folding import fold
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of
from cnclean.stages.boilerplate.forms import goes_on, heads_contents, in_footer, is_entry, names_address
from cnclean.stages.boilerplate.line_shapes import (
    HEADING,
    LABEL,
    LINK,
    NAME,
    ends_sentence,
    is_address,
    is_body,
)
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.wording.voices import ADVERTISED, CALLED_FOR

_REST: Final = compile_later(r"[\s*]*(?:即可|即能|就可|就能|便可|方可|中的|中其|[，。、；：”’』」])")
"""How the rest of a sentence begins."""

_QUESTION: Final = compile_later(r"\s*[Qq问問]\d{0,2}\s?[:：.、]")
_COLON: Final = compile_later(r"[:：][\s*]*$")
_CALLED_FOR: Final = compile_later(rf"{any_of(CALLED_FOR)}[我们处办者方]{{0,4}}[。.!:]?\W*$")
_ADVERTISED: Final = compile_later(any_of(ADVERTISED))
_ABOVE: Final = 8
_SOURCES: Final = frozenset({"reprint", "byline", "credit"})
HEADED: Final = 3.0
"""What weighs less may head something of the text's own."""
_COUNT: Final = compile_later(r"\W*\d[\d\W]*\w?\s*$")
_PLAIN: Final = 7
"""A longer line that announces other articles may name one: 某某讲师最新课程."""


def doubt_ties(page: Page, at: int, reading: Reading) -> float:
    line, below = page.lines[at], page.kept(at, 1)
    doubt = 3.5 * is_entry(page, at)
    if not page.beside(at):
        doubt += 2.0 * (goes_on(page, at) or bool(_REST.match(below)) or _is_value(page, at))
        doubt += 2.0 * (reading.opens_list and reading.size > _PLAIN and at < page.tail and not LINK.match(below))
    if heads_contents(page, at):
        doubt += 9.0
    if _QUESTION.match(below) and HEADING.match(line):
        doubt += 9.0  # 常见问题, and below it the questions
    return doubt


def _is_value(page: Page, at: int) -> bool:
    """Below a short label that says nothing of the page: `影响：` and what it is."""
    above = page.lines[at - 1] if at and at - 1 not in page.struck else ""
    return bool(LABEL.match(above)) and says_nothing(page.readings.get(at - 1))


def doubt_colon(page: Page, at: int, reading: Reading) -> float:
    """What stands below a colon stays with it: a text, an address, the short value of a label."""
    below = page.lines[at + 1] if at + 1 < len(page.lines) and at + 1 not in page.struck else ""
    if not below or not _COLON.search(page.lines[at]):
        return 0.0
    if is_address(below):
        return 9.0  # both go, or both stay
    if not reading.labelled:
        return 3.0 if is_body(below) or ends_sentence(below) else 0.0
    text = is_body(below) and not below.isascii()
    near = page.beside(at) and reading.kind != "meta"
    of_item = page.head < at < page.tail and page.copies[page.bare[at]] > 1  # 来源： of each item in a list
    name = bool(NAME.match(below)) and reading.kind != "meta" and not of_item
    return 0.0 if text or near or name or _COUNT.match(below) else 3.0


def doubt_address(page: Page, at: int, reading: Reading) -> float:
    asked = reading.contact and (_CALLED_FOR.search(fold(page.kept(at, -1))) or _is_advertised(page, at))
    doubt = 4.0 if asked else 0.0
    if reading.contact and (page.has_clauses or not in_footer(page, at)):
        doubt += 3.0  # an address may be what the page is for
    if reading.labelled and reading.kind == "reprint" and reading.weight < 1 and not page.is_enclosed(at):
        doubt += 2.0  # 链接：… alone is where something is to be had
    labelled = reading.labelled and reading.kind in _SOURCES
    titled = reading.rest and reading.kind not in _SOURCES and reading.weight < HEADED + 2
    if (titled or reading.weight < HEADED) and not labelled and names_address(page, at):
        doubt += 4.0  # 参考, and below it the links
    return doubt


def _is_advertised(page: Page, at: int) -> bool:
    above = (page.lines[near] for near in range(max(at - _ABOVE, 0), at) if near not in page.struck)
    return any(_ADVERTISED.search(fold(line)) for line in above)
