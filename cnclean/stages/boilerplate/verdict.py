"""Which lines of a page go: position, line shape, neighbours and wording weighed together.

What a line claims for itself (`reading.py`), less what its place makes doubtful (`doubts.py`), must reach what its
position demands: little at the edges of the page, much in the middle. Positions count kept lines only, so a block of
boilerplate shrinks from its outer end, and cleaning twice finds nothing new.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.doubts import doubt_place
from cnclean.stages.boilerplate.forms import in_form, opens_section
from cnclean.stages.boilerplate.line_shapes import are_alike, is_address
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.related import strike_lists
from cnclean.stages.boilerplate.runs import in_run
from cnclean.stages.boilerplate.scraps import strike_scraps

_DEMAND_HEAD: Final = (3.0, 3.0, 3.5, 4.0, 4.0, 4.5)
_DEMAND_TAIL: Final = (3.0, 3.0, 3.5, 3.5, 4.0, 4.0, 4.0, 4.5, 4.5, 4.5)
_DEMAND_MIDDLE: Final = 5.0
_LEAST: Final = min(_DEMAND_HEAD)

_ROUNDS: Final = 8
"""What neighbours say of each other travels a line a round; a cap keeps time linear."""

_DIRTY: Final = 2
_BELOW_TITLE: Final = frozenset({"meta", "byline", "share"})
_DATE: Final = 2.0
_NAME: Final = 8
"""A dateline's date weighs so much, and so much may stand beside it unexplained."""

_BESIDE: Final = 20
"""So much may stand beside a time of day."""

_KNOWN: Final = 3.0
"""What says so much is the page's own, whatever lines of its shape stand beside it."""

_ABSTRACT: Final = compile_later(r"\W*(?:摘\s*要|提\s*要|[Aa]bstract|ABSTRACT)\s?(?:[:：\]】]|$)")
_TERMS: Final = compile_later(r"\W*(?:[关關][键鍵][词詞字]|[Kk]ey ?[Ww]ords|主[题題][词詞])\s?[:：\]】]")

_STAMPS: Final = 3
"""Where more lines have a time of day, they are a log, a chat or a timetable."""


def strike(lines: Sequence[str], readings: Mapping[int, Reading], keep: Set[str], code: set[int]) -> dict[int, str]:
    """The lines to strike out, with their kind."""
    page = Page(lines, readings, keep, code | _log(readings) | _terms(lines, readings))
    for _ in range(_ROUNDS):
        before = len(page.struck)
        page.fleeting = set(_fleeting(page))
        page.head, page.tail, page.terms = page.first_body(), page.last_body(), page.closing_terms()
        strike_lists(page)
        _walk(page, range(len(lines)), _DEMAND_HEAD, tail=False)
        _walk(page, range(len(lines) - 1, -1, -1), _DEMAND_TAIL, tail=True)
        _strike_middle(page)
        if len(page.struck) == before:
            break
        strike_scraps(page)
    return page.struck


def may_go(reading: Reading) -> bool:
    """Whether a line could go at the friendliest place, where no neighbour helps."""
    return reading.claim >= _LEAST or _is_stamp(reading)


def _log(readings: Mapping[int, Reading]) -> set[int]:
    stamped = {at for at, reading in readings.items() if reading.stamped and reading.kind == "meta" and not reading.row}
    return stamped if len(stamped) > _STAMPS else set()


def _terms(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    """The terms that a paper gives below its abstract: `关键词:土壤;水分`."""
    terms = {at for at, reading in readings.items() if reading.kind == "tags" and _TERMS.match(lines[at])}
    return terms if terms and any(map(_ABSTRACT.match, lines)) else set()


def _fleeting(page: Page) -> Iterator[int]:
    """Lines that `links` or `repeats` may take away: they do not count, for then positions would be others."""
    last, last_but_one = "", ""
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        if at in page.struck:
            continue
        bare = line.strip()
        if bare in seen or are_alike(line, last) or are_alike(line, last_but_one) or is_address(line):
            yield at
        else:
            last, last_but_one = line, last
            seen.add(bare)


def _walk(page: Page, order: range, demands: tuple[float, ...], *, tail: bool) -> None:
    """From an end of the page inwards, until as many lines are kept as there are demands."""
    kept = 0
    for at in order:
        if at in page.struck or _try(page, at, demands[kept], tail=tail):
            continue
        if at not in page.fleeting:
            kept += 1
        if kept == len(demands):
            return


def _strike_middle(page: Page) -> None:
    for at in page.readings:
        if at not in page.struck:
            _try(page, at, _DEMAND_MIDDLE - (1.0 if opens_section(page, at) else 0.0))


def _try(page: Page, at: int, demand: float, *, tail: bool = False) -> bool:
    reading = page.readings.get(at)
    if reading is None:
        return False
    claim = reading.claim - doubt_place(page, at, reading, tail=tail)
    below_text = at >= page.tail >= 0 or at in page.terms
    if reading.weight >= 2 and below_text and page.is_enclosed(at) and not says_nothing(reading):
        claim = max(claim, reading.weight + 1.5)
    if _is_stamp(reading) and not (tail or in_form(page, at)):
        claim = max(claim, reading.weight + 2.0)  # a time of day in the head is the page's, whoever stands beside
    if not tail and at != page.first_kept() and not in_form(page, at):
        claim = max(claim, _claim_below_title(page, at, reading))
    if claim < demand or (reading.weight < _KNOWN and in_run(page, at)):
        return False
    return page.drop(at, reading.kind)


def _claim_below_title(page: Page, at: int, reading: Reading) -> float:
    """A date, a name with a number of readers: beside lines that have gone, or between the title and the text."""
    opens = at < page.head and len(page.struck) >= _DIRTY and opens_section(page, at)
    if _is_dateline(reading) and page.beside(at):
        return reading.weight + 1.5
    if reading.weight >= _DATE and reading.rest <= _NAME and reading.kind in _BELOW_TITLE and opens:
        return reading.weight + 1.5
    if reading.bare_date and reading.rest <= 1 and not page.is_chronicle and at < page.head:
        return reading.weight + 2.0 if opens or page.beside(at) else 0.0
    return 0.0


def _is_stamp(reading: Reading) -> bool:
    """A time of day with little beside it."""
    return reading.stamped and reading.kind == "meta" and reading.rest <= _BESIDE


def _is_dateline(reading: Reading) -> bool:
    """A date with a name or two."""
    return reading.dated and reading.kind == "meta" and reading.weight >= _DATE and reading.rest <= _NAME
