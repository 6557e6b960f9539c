"""The other half of what has gone: the beginning of a sentence cut over several lines, the value below its label."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import HASH, NAME, RULE, ends_sentence
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import read

_GOES_ON: Final = compile_later(
    r"[\s*]*(?:[:：，,、；;]\s?\S|而(?=造成|[导導]致|[产產]生)|以?及(?!时|時|格|早)|并[不且]|並[不且]|所(?=提供|造成))"
)
"""How the rest of a sentence begins."""

_UNENDED: Final = compile_later(r"^(?!\W*[^\W\d]{2,8}$).*[^\W_][\s*]*$")
"""A line that may go on below, and is no heading."""

_RIGHTS: Final = frozenset({"copyright", "disclaimer", "reprint"})
_TELLING: Final = 2.0
_LINES: Final = 6
_LONGEST: Final = 60
_COLON: Final = compile_later(r"^\W*[^\W\d]{2,8}\s?[:：][\s*]*$")
_CUT: Final = compile_later(r"[\s*]*(?:[^\W\d]\s?)?[:：]\s?[^\s:：]{2,12}[\s*]*$")
"""The rest of a label and its value: `：山口日报`."""

_VALUE: Final = compile_later(r"\W*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+|[\d-]{5,18})[\s*]*$")
_LICENCE: Final = compile_later(r"\W*(?:License|Licence)[\s*]*$")
"""What stands behind the name of a site for pictures."""


def strike_halves(page: Page) -> None:
    for at in sorted(page.struck):
        if page.struck[at] in _RIGHTS:
            for near in _beginning(page, at):
                page.drop(near, page.struck[at])
        if page.neighbour(at) and _is_other_half(page, at):
            page.drop(at + 1, page.struck[at])


def begins_above(page: Page, at: int) -> bool:
    """Whether a line is the rest of a sentence whose beginning stays."""
    above = page.neighbour(at, -1)
    return bool(above and _GOES_ON.match(page.lines[at]) and _UNENDED.search(above)) and not _beginning(page, at)


def _beginning(page: Page, at: int) -> range:
    """The lines above that the sentence begins with, if they say what it says."""
    joined, goes_on = "", bool(_GOES_ON.match(page.lines[at]))
    if not (goes_on or _UNENDED.search(page.neighbour(at, -1))):
        return range(0)
    for near in range(at - 1, max(at - 1 - _LINES, -1), -1):
        line = page.lines[near].strip()
        if near in page.struck or len(line) > _LONGEST or ends_sentence(line) or RULE.match(line) or HASH.match(line):
            break
        joined = line + joined
        said = page.readings.get(near), read(joined)
        if any(reading and reading.kind in _RIGHTS and reading.weight >= _TELLING for reading in said):
            return range(near, at)
        if not goes_on:
            break
    return range(0)


def _is_other_half(page: Page, at: int) -> bool:
    line, below = page.lines[at], page.lines[at + 1]
    if at + 1 in page.readings or len(below) > _LONGEST:
        return False
    if page.struck[at] == "credit" and _LICENCE.match(below):
        return True
    if _COLON.match(line):
        return bool(_VALUE.match(below) or (NAME.match(below) and page.struck[at] == "byline"))
    if not _CUT.match(below):
        return False
    whole = read(line.strip() + below.strip())
    return whole is not None and whole.labelled and not whole.rest
