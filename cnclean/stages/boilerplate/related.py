"""`相关阅读` and the titles of other articles below it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.line_shapes import (
    BULLET,
    CODE,
    FIELD,
    HASH,
    HEADING,
    NOTE,
    NUMBERED,
    PIECE,
    SIGNED,
    ends_sentence,
    is_address,
)
from cnclean.stages.boilerplate.linked import EMPTY_LINK, is_linked
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN, Reading

_ITEMS: Final = 12
_LINKS: Final = 100
"""No list of other articles is longer: of titles alone, and of links."""

_LITTLE: Final = 2
_DIRTY: Final = 2
_LISTED: Final = 3

_HEADLINE: Final = 12
"""A section's heading is shorter."""
_LONGEST_ITEM: Final = 60
_LONGEST_TITLE: Final = 40
_COUNTED = compile_later(r"[\s*#]*\[?(\d{1,2})\s?[、.．]")
_COLUMN = compile_later(r"[\s*#-]*(【[^】]{2,8}】|[^\W\d]{2,6}\s?[|｜丨])")
_NAMED = compile_later(r"[^\W\d_]{2}")
_BOLD = compile_later(r"\s*\*\*(?!\d)")
_SPEAKER = compile_later(rf"[{HAN}A-Za-z]\s?[:：]")
_CHAPTER = compile_later(r"(?:\d{1,2}[:：])?\d{1,2}[:：]\d\d\s")
"""A chapter of a broadcast: `03:20 为什么转行`."""
_TITLED = compile_later(rf"(?:.?[{HAN}]){{5}}")


def strike_lists(page: Page) -> None:
    """Where the text goes on below, only titles with a bullet or a link."""
    if "related" in page.keep:
        return
    heads = [head for head, reading in page.readings.items() if reading.opens_list]
    last_text = page.last_text() if heads else -1
    for head in heads:
        items = _items(page, head)
        if last_text > (items[-1] if items else head):
            items = _above_text(page, items)
        for at in [head, *items] if items else []:
            page.drop(at, "related")
    if len(page.struck) >= _DIRTY:
        _strike_unannounced(page)


def _strike_unannounced(page: Page) -> None:
    """Links below each other that end a page, below its text, and what shows nothing there."""
    linked = [at for at in range(page.last_text() + 1, len(page.lines)) if is_linked(page.lines[at])]
    for _, block in groupby(enumerate(linked), lambda place: place[1] - place[0]):
        places = [at for _, at in block if at not in page.struck]
        above = page.neighbour(places[0], -1) if places else ""
        introduced = above.rstrip(" *").endswith((":", "：")) or bool(HEADING.match(above.strip(" *")))
        is_list = len(places) >= _LISTED and not introduced and (not above or page.body[places[0] - 1])
        for at in places:
            if is_list or (EMPTY_LINK.match(page.lines[at]) and not introduced):
                page.drop(at, "related")


def _above_text(page: Page, items: Sequence[int]) -> list[int]:
    """Of titles with the text below: those with a mark, or all of some that are as long as headlines."""
    headlines = [at for at in items if len(page.lines[at].strip()) >= _HEADLINE and is_listed_title(page.lines[at])]
    if len(headlines) == len(items) > 1:
        return headlines
    return [at for at in items if _is_marked(page, at) and not _has_text(page, at)]


def _is_marked(page: Page, at: int) -> bool:
    """With a bullet or a link, which may stand below it. In bold alone it may be a title of the text."""
    line = page.lines[at]
    if is_linked(line) or _has_picture(page, at):
        return True
    return bool(BULLET.match(line) and _NAMED.search(line) and not _BOLD.match(line))


def _has_picture(page: Page, at: int) -> bool:
    """Whether the link of a picture stands below a title, or below its date."""
    return any(map(EMPTY_LINK.match, page.lines[at + 1 : at + 3]))


def _has_text(page: Page, at: int) -> bool:
    """A title right above a paragraph is its own."""
    return at + 1 < len(page.lines) and page.body[at + 1] and not (is_linked(page.lines[at]) or _has_picture(page, at))


def _items(page: Page, head: int) -> list[int]:
    items: list[int] = []
    plain = 0
    for at in range(head + 1, min(head + 1 + _LINKS, len(page.lines))):
        plain += not is_linked(page.lines[at])
        if plain > _ITEMS or not (_is_item(page, at) or _is_among_items(page, at)):
            break
        items.append(at)
    last_link = max((at for at in items if is_linked(page.lines[at])), default=0)
    return [at for at in items if at <= last_link] or items  # among links, what stands below the last one is none


def _is_item(page: Page, at: int) -> bool:
    """Another article's title: a short line, no sentence, nothing that speaks for itself."""
    line, reading = page.lines[at].rstrip(), page.readings.get(at)
    if is_linked(line) or (HASH.match(line) and is_linked(page.neighbour(at))):
        return True
    if CODE.match(line) or is_address(page.neighbour(at)) or len(line) > _LONGEST_ITEM or ends_sentence(line):
        return False
    if _has_picture(page, at):
        return True
    if (reading is not None and _speaks(reading)) or page.body[at] or page.struck.get(at, "related") != "related":
        return False
    return not line.endswith(("；", ";", "，", ",")) and not ADDRESS.search(line) and not NOTE.search(line)


def _is_among_items(page: Page, at: int) -> bool:
    """Whatever it says: a number goes on in the next line or from the last one, or both begin with the same column."""
    line = page.lines[at]
    if len(line) > _LONGEST_ITEM or ends_sentence(line) or CODE.match(line):
        return False
    number, column = _COUNTED.match(line), _COLUMN.match(line)
    for near in page.next_to(at):
        counted, named = _COUNTED.match(page.lines[near]), _COLUMN.match(page.lines[near])
        if number and counted and int(counted[1]) - int(number[1]) == near - at:
            return True
        if column and named and column[1] == named[1]:
            return True
    return False


def _speaks(reading: Reading) -> bool:
    return reading.opens_list or (reading.rest <= _LITTLE and reading.weight >= 1) or reading.weight >= KNOWN


def is_listed_title(line: str) -> bool:
    """What stands in a list of other articles: a line with some Han, no sentence, no field, no step, no signature."""
    line = line.strip()
    return (
        6 <= len(line) <= _LONGEST_TITLE
        and bool(_TITLED.search(line))
        and not line.endswith(("。", "，", ",", "；", ";", ":", "：", "”", "」"))
        and not any(pattern.search(line) for pattern in (FIELD, NUMBERED, SIGNED, NOTE, CODE))
        and not PIECE.match(line)
        and not (BULLET.match(line) or HASH.match(line) or _CHAPTER.match(line) or _SPEAKER.match(line))
    )
