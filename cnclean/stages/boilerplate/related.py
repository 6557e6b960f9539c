"""`相关阅读` and the titles of other articles below it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import HASH, HEADING, introduces
from cnclean.stages.boilerplate.list_items import HEADLINE, has_text, is_item, is_listed_title, is_marked
from cnclean.stages.boilerplate.markdown_links import EMPTY_LINK, is_linked
from cnclean.stages.boilerplate.page import Page

_ITEMS: Final = 12
_LINKS: Final = 100
"""No list of other articles is longer: of titles alone, and of links."""

_ADDRESSED: Final = compile_later(r"[^\[]*\[(?P<title>.*?)\]\(https?://(?P<site>[^/)\s]+)")
_ANNOUNCES: Final = compile_later(
    r"(?:下面|以下|下列|如下|整理|汇总|彙整|链接|連結|附件|列在|列於)[^。！？!?]{0,20}[。！!]?[\s*]*$"
)
"""How a sentence ends that the links below belong to."""

_DIRTY: Final = 2
_LISTED: Final = 3


def strike_lists(page: Page) -> None:
    """Where the text goes on below, only titles with a bullet or a link."""
    if "related" in page.keep:
        return
    heads = [head for head, reading in page.readings.items() if reading.opens_list]
    last_text = page.last_text() if heads else -1
    for head in heads:
        items = _items(page, head)
        if last_text > (items[-1] if items else head):
            items = [] if _is_section(page, head, items) else _above_text(page, items)
        for at in [head, *items] if items else []:
            page.drop(at, "related")
    if len(page.struck) >= _DIRTY:
        _strike_unannounced(page)


def _is_section(page: Page, head: int, items: Sequence[int]) -> bool:
    """Whether a list is one section of the text among others, under Markdown's headings."""
    below = page.lines[(items[-1] if items else head) + 1]
    return bool(HASH.match(page.lines[head]) and HASH.match(below)) and len(page.struck) < _DIRTY


def _strike_unannounced(page: Page) -> None:
    """Links below each other that end a page, below its text, and what shows nothing there."""
    text = page.last_text()
    linked = [at for at in range(text + 1, len(page.lines)) if is_linked(page.lines[at])] if text >= 0 else []
    for _, block in groupby(enumerate(linked), lambda place: place[1] - place[0]):
        places = [at for _, at in block if at not in page.struck]
        above = page.kept(places[0], -1) if places else ""
        introduced = introduces(above.rstrip(" *")) or bool(HEADING.match(above.strip(" *")) or HASH.match(above))
        announced = introduced or bool(_ANNOUNCES.search(above))
        is_list = len(places) >= _LISTED and not announced and _are_articles(page, places)
        for at in places:
            if is_list or (EMPTY_LINK.match(page.lines[at]) and not introduced):
                page.drop(at, "related")


def _are_articles(page: Page, places: Sequence[int]) -> bool:
    """Whether links lead to one site, and most of them are as long as headlines."""
    found = [match for at in places if (match := _ADDRESSED.match(page.lines[at]))]
    headlines = sum(len(match["title"]) >= HEADLINE for match in found)
    return len({match["site"] for match in found}) == 1 and 2 * headlines > len(found)


def _above_text(page: Page, items: Sequence[int]) -> list[int]:
    """Of titles with the text below: those with a mark, or all of some that are as long as headlines."""
    headlines = [at for at in items if len(page.lines[at].strip()) >= HEADLINE and is_listed_title(page.lines[at])]
    if len(headlines) == len(items) > 1 and len(page.struck) >= _DIRTY:
        return headlines
    return [at for at in items if is_marked(page, at) and not has_text(page, at)]


def _items(page: Page, head: int) -> list[int]:
    items: list[int] = []
    plain = 0
    for at in range(head + 1, min(head + 1 + _LINKS, len(page.lines))):
        plain += not is_linked(page.lines[at])
        if plain > _ITEMS or not is_item(page, at):
            break
        items.append(at)
    last_link = max((at for at in items if is_linked(page.lines[at])), default=0)
    return [at for at in items if at <= last_link] or items  # among links, what stands below the last one is none
