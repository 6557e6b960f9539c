"""Headings and their sections: what headed prompts that have gone goes too, the title of terms that stay is kept."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import choices
from cnclean.stages.boilerplate.line_shapes import HEADING, LABEL, is_numbered
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.wording.offers import GOODS

_PROMPTS: Final = frozenset({"follow", "share", "app", "ad", "related"})
_RULES: Final = frozenset({"end"})
_RIGHTS: Final = frozenset({"copyright", "disclaimer", "reprint", "licence"})
_NUMBER: Final = compile_later(r"[\s*#]*(?:0[xX])?\d{1,2}[\s*]*[►、.．]?[\s*]*$")
_SECTION: Final = compile_later(rf"[\s*#]*\d{{1,2}}\s[\s*]*[{HAN}\w]{{2,14}}[\s*]*$")
_GOODS: Final = compile_later(rf"[\s*#]*(?:{choices(GOODS)})[\s*]*$")
_ITEM: Final = compile_later(r"[\s*#-]*\d{1,2}\s?[、.．]")
_ITEMS: Final = 4
_LONGEST: Final = 24


def strike_orphans(page: Page) -> None:
    """What stood above prompts alone: a number, a numbered heading, a label."""
    for at in sorted(page.struck):
        if page.neighbour(at, -1) and _heads(page, at - 1) and _only_prompts(page, at):
            page.drop(at - 1, page.struck[at])


def keep_titles(page: Page) -> None:
    """The title of terms stays where they do: without it a paragraph would stand there for no reason."""
    for at in [at for at, kind in page.struck.items() if kind in _RIGHTS]:
        if HEADING.match(page.lines[at]) and page.neighbour(at) and page.body[at + 1]:
            del page.struck[at]


def _heads(page: Page, at: int) -> bool:
    line = page.lines[at]
    if len(line) > _LONGEST or _is_section(page.neighbour(at, -1)):
        return False
    if _ITEM.match(line) and any(map(_ITEM.match, page.lines[max(at - _ITEMS, 0) : at])):
        return False  # of a list, which may go on above
    return _is_section(line) or bool(LABEL.match(line) or _GOODS.match(line))


def _is_section(line: str) -> bool:
    return is_numbered(line) or bool(_NUMBER.match(line) or _SECTION.match(line))


def _only_prompts(page: Page, at: int) -> bool:
    """Whether nothing but prompts has gone here, down to the next heading or the end of the page."""
    kinds = set()
    while at in page.struck and not _is_section(page.lines[at]):
        kinds.add(page.struck[at])
        at += 1
    told = kinds - _RULES
    return bool(told) and told <= _PROMPTS and (at == len(page.lines) or _is_section(page.lines[at]))
