"""A page from which something goes: its other lines are worth a look too, for what their neighbours say of them.

Not all of them: most are the text's own paragraphs, and to read one takes long. Of these only such are read as phrases
make up enough of, or as stand beside a line that goes.
"""

from collections.abc import Mapping, Sequence, Set
from typing import Final

from cnclean.stages.boilerplate.enumerations import find_enumerations
from cnclean.stages.boilerplate.line_shapes import BODY
from cnclean.stages.boilerplate.orphans import keep_titles
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN, Reading, read
from cnclean.stages.boilerplate.scan import telling_paragraphs
from cnclean.stages.boilerplate.spared import find_sources
from cnclean.stages.boilerplate.verdict import ROUNDS, may_go, strike

_LONG: Final = 4 * BODY
"""A line of so many characters is a paragraph, even where it does not end as a sentence."""

_EDGE: Final = 10
"""So many lines at either end are read where nothing goes at first, though some lines may."""
_SOME: Final = 2

_LOOKS: Final = 3
"""So often the paragraphs beside lines that have gone are looked at."""


def strike_dirty(
    lines: Sequence[str], known: dict[int, Reading | None], code: set[int], keep: Set[str]
) -> dict[int, str]:
    """The lines to strike out, with their kind, where some are `known`: read already. The others are read here."""
    page = Page(lines, keep, code | find_sources(lines) | find_enumerations(lines))
    struck = _strike(page, known, code, rounds=1)  # to see where something goes is enough
    if not struck and sum(map(_may_go, known.values())) >= _SOME:
        known.update({at: read(lines[at]) for at in _edges(lines) if at not in known and at not in code})
        struck = _strike(page, known, code, rounds=1)
    if not struck:
        return struck
    others = [at for at in range(len(lines)) if at not in known and at not in code]
    long = {at for at in others if _is_long(lines[at])}
    telling = telling_paragraphs([lines[at] for at in long])
    near = (at for at in others if at not in long or lines[at] in telling or _is_near(at, struck))
    found = {at: read(lines[at]) for at in near}
    for _ in range(_LOOKS):
        known.update(found)
        struck = _strike(page, known, code)
        found = {at: read(lines[at]) for at in long - known.keys() if _is_near(at, struck)}
        if not any(reading and (may_go(reading) or reading.weight >= KNOWN) for reading in found.values()):
            break
    keep_titles(lines, struck)
    return struck


def _strike(page: Page, known: Mapping[int, Reading | None], code: set[int], rounds: int = ROUNDS) -> dict[int, str]:
    readings = {at: reading for at, reading in sorted(known.items()) if reading is not None and at not in code}
    return strike(page, readings, rounds)


def _may_go(reading: Reading | None) -> bool:
    return reading is not None and may_go(reading)


def _edges(lines: Sequence[str]) -> list[int]:
    """The short lines near the ends of the page."""
    return [at for at in {*range(len(lines))[:_EDGE], *range(len(lines))[-_EDGE:]} if not _is_long(lines[at])]


def _is_long(line: str) -> bool:
    return len(line) > (BODY if line.rstrip()[-1] == "。" else _LONG) and "://" not in line


def _is_near(at: int, struck: dict[int, str]) -> bool:
    return any(near in struck for near in (at - 1, at + 1, at - 2, at + 2))
