"""Lines that go because of what has gone around them: rules, scraps of prompts, names, whatever a footer holds.

Below the last line of the text a page has little else than boilerplate; how little a line there needs to say for
itself depends on how much has gone around it. What may be the author's (a note, a signature, a last sentence) stays.
"""

from collections.abc import Sequence
from typing import Final

from cnclean.folding import fold
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of
from cnclean.stages.boilerplate.line_shapes import BULLET, HASH, HEADING, RULE, is_row
from cnclean.stages.boilerplate.list_items import HEADLINE, is_listed_title
from cnclean.stages.boilerplate.loose import is_loose, says, speaks_to_reader
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.page_head import strike_head
from cnclean.stages.boilerplate.reading import KNOWN
from cnclean.stages.boilerplate.runs import is_lone_row
from cnclean.stages.boilerplate.wording.lists import LIST_WORDS

_HEAD: Final = compile_later(any_of(LIST_WORDS))

_DONE: Final = compile_later(r"\s*完\s*$")
"""Below the text and above nothing but furniture; anywhere else it may be a word of the text."""

_CERTAIN: Final = 2
_MANY: Final = 4
_LISTED: Final = 3
"""A tail that has lost so many lines is no text."""

_AROUND: Final = 4
_TELLING: Final = 1.0
_DOUBTFUL: Final = -1.0
_ENOUGH: Final = 1.5


def strike_scraps(page: Page) -> None:
    """Between struck lines: rules anywhere outside the text, and below it whatever is short and unexplained."""
    first_body, last_body = page.first_body(), page.last_body()
    for at, line in enumerate(page.lines):
        if at in page.struck:
            continue
        above, below = at - 1 in page.struck, at + 1 in page.struck
        if not (above or below):
            continue
        outside = at > last_body or at < first_body
        if RULE.match(line) and ((above and below) or outside):
            page.drop(at, "end")
        elif at > last_body >= 0 and above and (below or at + 1 == len(page.lines)) and is_loose(page, at):
            page.drop(at, page.struck[at - 1])
        elif below and at > last_body and _DONE.match(line) and not page.kept(at, 1):
            page.drop(at, "end")
    _strike_tail(page)
    strike_head(page, first_body)


def _strike_tail(page: Page) -> None:
    """Below the text the lines that stand beside enough struck ones, or say enough themselves."""
    tail = page.last_text() + 1
    gone = sorted(at for at in page.struck if at >= tail)
    unknown = [at for at in range(tail, len(page.lines)) if at not in page.struck]
    if not tail or not (gone or len(page.struck) >= _CERTAIN):
        return
    if gone and len(page.struck) >= _CERTAIN:
        _strike_titles(page, tail)
    ended = True
    for at in unknown:
        if (not gone or at < gone[0]) and not _begins_tail(page, at, ended=ended):
            ended = False  # an unmarked end of the text
            continue
        around = range(at - _AROUND, at + _AROUND + 1)
        if len(page.lines) not in around and not any(near in page.struck for near in around):
            continue  # a list, code or a table, far from the furniture
        if is_loose(page, at) and _support(page, at, tail, gone) + says(page, at) >= _ENOUGH:
            page.drop(at, page.struck.get(at - 1, page.struck[gone[0]] if gone else "related"))


def _support(page: Page, at: int, tail: int, gone: Sequence[int]) -> float:
    """How much what has gone says of a line below the text: most where it stands below some of it, among the rest."""
    if gone and at > gone[0] and not _is_crowded(page, at, tail):
        return 1.0 if len(gone) < _CERTAIN else 1.5
    return 0.0 if len(gone) < _CERTAIN and len(page.struck) < _MANY else 0.75


def _begins_tail(page: Page, at: int, *, ended: bool) -> bool:
    """Above all that has gone: it must say something, and more where the text goes on without stops."""
    line, reading = page.lines[at], page.readings.get(at)
    if reading is None or BULLET.match(line) or is_lone_row(page, reading):
        return False
    if HASH.match(line) and reading.weight < KNOWN and page.neighbour(at) and not HASH.match(page.neighbour(at)):
        return False  # a section of the text: `## 更新`
    known = reading.claim > _DOUBTFUL or is_row(line)
    return (ended and known) or reading.claim >= _TELLING or speaks_to_reader(line)


def _is_crowded(page: Page, at: int, tail: int) -> bool:
    """Whether most lines around stay: then it is a list of the page's own, however much has gone elsewhere."""
    around = range(max(tail, at - _AROUND), min(at + _AROUND + 1, len(page.lines)))
    return 2 * sum(near in page.struck for near in around) < len(around)


def _strike_titles(page: Page, tail: int) -> None:
    """Titles below each other that nothing announces, or a word or two: a list of other articles."""
    at = tail
    while at < len(page.lines):
        end = at
        while end < len(page.lines) and end not in page.struck and is_listed_title(page.lines[end]):
            end += 1
        headed = (
            at - 1 >= tail
            and bool(HEADING.match(page.lines[at - 1]) and not HASH.match(page.lines[at - 1]))
            and (at - 1 == tail or at - 2 in page.struck or end in page.struck or end == len(page.lines))
        )
        headed = headed and _may_list(page, at, end)
        if end - at >= _LISTED - headed and (headed or at - 1 in page.struck):
            for item in range(at - headed, end):
                page.drop(item, "related")
        at = end + 1


def _may_list(page: Page, at: int, end: int) -> bool:
    """Whether the heading above says so, or what stands below it is as long as headlines."""
    if _HEAD.search(fold(page.lines[at - 1])):
        return True
    return all(len(line.strip()) >= HEADLINE for line in page.lines[at:end])
