"""Which lines of a page go: position, line shape, neighbours and wording weighed together.

What a line claims for itself (`reading.py`), less what its place makes doubtful (`doubts.py`), must reach what its
position demands: little at the edges of the page, much in the middle. Positions count kept lines only, so a block of
boilerplate shrinks from its outer end, and cleaning twice finds nothing new.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from cnclean.stages.boilerplate.cut_sentences import strike_cut
from cnclean.stages.boilerplate.doubts import MOST_HELP, doubt_place
from cnclean.stages.boilerplate.forms import opens_section
from cnclean.stages.boilerplate.framed import strike_framed
from cnclean.stages.boilerplate.halves import strike_halves
from cnclean.stages.boilerplate.line_shapes import are_alike
from cnclean.stages.boilerplate.orphans import strike_orphans
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.places import claims_by_place, is_stamp
from cnclean.stages.boilerplate.reading import KNOWN, Reading
from cnclean.stages.boilerplate.related import strike_lists
from cnclean.stages.boilerplate.runs import in_run
from cnclean.stages.boilerplate.scraps import strike_scraps
from cnclean.stages.boilerplate.spared import find_spared

_DEMAND_HEAD: Final = (3.0, 3.0, 3.5, 4.0, 4.0, 4.5)
_DEMAND_TAIL: Final = (3.0, 3.0, 3.5, 3.5, 4.0, 4.0, 4.0, 4.5, 4.5, 4.5)
_DEMAND_MIDDLE: Final = 5.0
_LEAST: Final = min(_DEMAND_HEAD)

ROUNDS: Final = 8
"""What neighbours say of each other travels a line a round; a cap keeps time linear."""


def strike(page: Page, readings: Mapping[int, Reading], rounds: int = ROUNDS) -> dict[int, str]:
    """The lines to strike out, with their kind, where some say what they say."""
    page.begin(readings, find_spared(page.lines, readings))
    for _ in range(rounds):
        before = len(page.struck)
        page.fleeting = set(_fleeting(page))
        page.head, page.tail, page.terms = page.first_body(), page.last_body(), page.closing_terms()
        page.end = page.last_text()
        strike_lists(page)
        _walk(page, range(len(page.lines)), _DEMAND_HEAD, tail=False)
        _walk(page, range(len(page.lines) - 1, -1, -1), _DEMAND_TAIL, tail=True)
        _strike_middle(page)
        if page.struck:
            strike_cut(page)
            strike_halves(page)
            strike_framed(page)
            strike_scraps(page)
        if len(page.struck) == before:
            break
    strike_orphans(page)
    return page.struck


def may_go(reading: Reading) -> bool:
    """Whether a line could go at the friendliest place, where no neighbour helps."""
    return reading.claim >= _LEAST or is_stamp(reading)


def _fleeting(page: Page) -> Iterator[int]:
    """Lines that `links` or `repeats` may take away: they do not count, for then positions would be others."""
    last, last_but_one, firsts = "", "", ""
    seen: set[str] = set()
    for at, line in enumerate(page.lines):
        if at in page.struck:
            continue
        alike = line[:1] in firsts and (are_alike(line, last) or are_alike(line, last_but_one))
        if alike or page.bare[at] in seen or at in page.addresses:
            yield at
        else:
            last, last_but_one, firsts = line, last, line[:1] + last[:1]
            seen.add(page.bare[at])


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
    for at, reading in page.readings.items():
        if at not in page.struck:
            _try(page, at, _demand_middle(page, at, reading))


def _demand_middle(page: Page, at: int, reading: Reading) -> float:
    if 4 * reading.rest > reading.size and not page.beside(at):
        return _DEMAND_MIDDLE + 1.0  # a step, or a heading: 点击二维码登录并抓包
    return _DEMAND_MIDDLE - (1.0 if opens_section(page, at) else 0.0)


def _try(page: Page, at: int, demand: float, *, tail: bool = False) -> bool:
    reading = page.readings.get(at)
    if reading is None:
        return False
    if not (
        claims_by_place(page, at, reading, demand, tail=tail)
        or (
            reading.claim + MOST_HELP >= demand  # else its place need not be looked at
            and reading.claim - _doubt(page, at, reading, tail=tail) >= demand
        )
    ):
        return False
    if reading.weight < KNOWN and in_run(page, at):
        return False
    return page.drop(at, reading.kind)


def _doubt(page: Page, at: int, reading: Reading, *, tail: bool) -> float:
    """Nothing is doubtful about noise: nobody has written it, though it may begin as a heading does."""
    return 0.0 if reading.kind == "noise" else doubt_place(page, at, reading, tail=tail)
