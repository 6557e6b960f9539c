"""Headings and their sections: what headed prompts that have gone goes too, the title of terms that stay is kept."""

from collections.abc import Sequence
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import choices
from cnclean.stages.boilerplate.line import RIGHTS
from cnclean.stages.boilerplate.line_shapes import CODE, HASH, LABEL, RULE, ends_sentence, is_body, is_numbered
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.wording.offers import GOODS

_PROMPTS: Final = frozenset({"follow", "share", "app", "ad", "related", "contact"})
_BESIDE: Final = frozenset({"end", "tags", "navigation", "pager"})
"""What stands among them."""
_TITLE: Final = compile_later(rf"\W*(?:0[xX]?\d\d?\s)?[{HAN}]{{2,8}}[\s*:：]*$")
_NUMBER: Final = compile_later(r"[\s*#]*(?:0[xX])?\d{1,2}[\s*]*[►、.．]?[\s*]*$")
_SECTION: Final = compile_later(rf"[\s*#]*\d{{1,2}}\s[\s*]*[{HAN}\w]{{2,14}}[\s*]*$")
GOODS_TITLE: Final = compile_later(rf"[\s*#]*[{HAN}A-Za-z]{{0,4}}(?:{choices(GOODS)})[\s*]*$")
_NOTE: Final = compile_later(r"[\s*]*[注註]\s?[:：][\s*]*$")
_FENCE: Final = compile_later(r"\s*```\s*$")
_ITEM: Final = compile_later(r"[\s*#-]*\d{1,2}\s?[、.．]")
_ITEMS: Final = 4
_LONGEST: Final = 24


def strike_orphans(page: Page) -> None:
    """What stood above prompts alone: a number, a numbered heading, a label. After all else, for it ends the text."""
    for at in sorted(page.struck):
        above = page.neighbour(at, -1)
        if above and _NOTE.match(above) and at + 1 == len(page.lines):
            page.drop(at - 1, page.struck[at])
        if not above or not _only_prompts(page, at):
            continue
        near = at - 1
        while near > page.first_kept() and _heads(page, near, at) and page.drop(near, page.struck[at]):
            near -= 1


def keep_titles(lines: Sequence[str], struck: dict[int, str]) -> None:
    """The title of terms stays where they do: without it a paragraph would stand there for no reason."""
    for at in [at for at, kind in struck.items() if kind in RIGHTS and _TITLE.match(lines[at])]:
        below = at + 1
        if below < len(lines) and below not in struck and (is_body(lines[below]) or CODE.match(lines[below])):
            del struck[at]


def _heads(page: Page, at: int, gone: int) -> bool:
    line = page.lines[at] if at >= 0 and at not in page.struck else ""
    if not line or len(line) > _LONGEST:
        return False
    if LABEL.match(line) or GOODS_TITLE.match(line):
        return True
    if not _is_heading(line) or _is_heading(page.neighbour(at, -1)) or page.kept(gone, 1):
        return False  # a section without words may have had a picture; of sections with numbers none is missed inside
    return not (_ITEM.match(line) and any(map(_ITEM.match, page.lines[max(at - _ITEMS, 0) : at])))  # nor a list's item


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST and not ends_sentence(line) and bool(_is_section(line) or HASH.match(line))


def _is_section(line: str) -> bool:
    return is_numbered(line) or bool(_NUMBER.match(line) or _SECTION.match(line))


def _only_prompts(page: Page, at: int) -> bool:
    """Whether nothing but prompts has gone here, down to the next heading or the end of the page."""
    kinds = set()
    while at in page.struck and not _is_section(page.lines[at]):
        kinds.add(page.struck[at])
        at += 1
    while at < len(page.lines) and (RULE.match(page.lines[at]) or _FENCE.match(page.lines[at])):
        at += 1
    prompts = not kinds.isdisjoint(_PROMPTS) and kinds <= _PROMPTS | _BESIDE
    return prompts and (at == len(page.lines) or _is_section(page.lines[at]) or bool(HASH.match(page.lines[at])))
