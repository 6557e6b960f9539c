"""What speaks against a line that is an address, has one, or stands above one."""

from typing import Final

from cnclean.folding import fold
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of
from cnclean.stages.boilerplate.forms import in_footer, names_address
from cnclean.stages.boilerplate.line import ADDRESS, RIGHTS
from cnclean.stages.boilerplate.line_shapes import COLON_ALONE, is_address
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import Reading
from cnclean.stages.boilerplate.ties import HEADED, SOURCES, TITLE
from cnclean.stages.boilerplate.wording.voices import ADVERTISED, CALLED_FOR

_CALLED_FOR: Final = compile_later(rf"{any_of(CALLED_FOR)}[我们处办者方]{{0,4}}[。.!:]?\W*$")
_ADVERTISED: Final = compile_later(any_of(ADVERTISED))
_ABOVE: Final = 8
_REFERS: Final = compile_later(r"\W*[参參]考|[\W\d]*建[议議]|.*如下(?:公开|公開)?[链鏈連][接結结]")
"""What the text refers to, or tells its reader to look at."""


def doubt_address(page: Page, at: int, reading: Reading) -> float:
    asked = reading.contact and (_CALLED_FOR.search(fold(page.kept(at, -1))) or _is_advertised(page, at))
    doubt = 4.0 if asked else 0.0
    notice = reading.kind in RIGHTS and reading.size > TITLE
    below = at + 1 if COLON_ALONE.match(page.neighbour(at)) else at
    if is_address(page.neighbour(below)) and not notice and (at < page.tail or is_address(page.neighbour(at, -1))):
        doubt += 9.0  # 原文链接, where the link stays; one of the places where somebody is found
    if _REFERS.match(page.lines[at]) and ADDRESS.search(page.lines[at]):
        doubt += 9.0
    if reading.contact and (page.has_clauses or not in_footer(page, at)):
        doubt += 3.0  # an address may be what the page is for
    if reading.labelled and reading.kind == "reprint" and reading.weight < 1 and not page.is_enclosed(at):
        doubt += 2.0  # 链接：… alone is where something is to be had
    labelled = reading.labelled and reading.kind in SOURCES
    titled = reading.rest and reading.kind not in SOURCES and reading.weight < HEADED + 2
    if (titled or reading.weight < HEADED) and not labelled and names_address(page, at):
        doubt += 4.0  # 参考, and below it the links
    return doubt


def _is_advertised(page: Page, at: int) -> bool:
    above = (page.lines[near] for near in range(max(at - _ABOVE, 0), at) if near not in page.struck)
    return any(_ADVERTISED.search(fold(line)) for line in above)
