"""What an item of a list of other articles looks like: a title or a link, with a number, a column, a picture."""

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
from cnclean.stages.boilerplate.markdown_links import EMPTY_LINK, is_linked
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN, Reading

_LITTLE: Final = 2
_LONGEST_ITEM: Final = 60
_LONGEST_TITLE: Final = 40
_SHORT: Final = 6
HEADLINE: Final = 12
"""A section's heading is shorter, and so are most items of a text's own lists."""
_COUNTED = compile_later(r"[\s*#]*\[?(\d{1,2})\s?[、.．]")
_COLUMN = compile_later(r"[\s*#-]*(【[^】]{2,8}】|[^\W\d]{2,6}\s?[|｜丨])")
_NAMED = compile_later(r"[^\W\d_]{2}")
_BOLD = compile_later(r"\s*\*\*(?!\d)")
_SPEAKER = compile_later(rf"[{HAN}A-Za-z]\s?[:：]")
_CHAPTER = compile_later(r"(?:\d{1,2}[:：])?\d{1,2}[:：]\d\d\s")
"""A chapter of a broadcast: `03:20 为什么转行`."""
_TITLED = compile_later(rf"(?:.?[{HAN}]){{5}}")


def is_item(page: Page, at: int) -> bool:
    """Another article's title: a short line, no sentence; one that speaks for itself only among others of its look."""
    return _is_title(page, at) or _is_among_items(page, at)


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


def is_marked(page: Page, at: int) -> bool:
    """With a bullet or a link, which may stand below it. In bold alone it may be a title of the text."""
    line = page.lines[at]
    if is_linked(line) or _has_picture(page, at):
        return True
    return bool(BULLET.match(line) and _NAMED.search(line) and not _BOLD.match(line))


def has_text(page: Page, at: int) -> bool:
    """A title right above a paragraph is its own."""
    return at + 1 in page.body and not (is_linked(page.lines[at]) or _has_picture(page, at))


def _is_title(page: Page, at: int) -> bool:
    line, reading = page.lines[at].rstrip(), page.readings.get(at)
    if is_linked(line) or (HASH.match(line) and is_linked(page.neighbour(at))):
        return True
    if CODE.match(line) or is_address(page.neighbour(at)) or len(line) > _LONGEST_ITEM or ends_sentence(line):
        return False
    if _has_picture(page, at):
        return True
    if (reading is not None and _speaks(reading)) or at in page.body or page.struck.get(at, "related") != "related":
        return False
    if line.startswith("《") or (at < page.end and len(line) < _SHORT and HEADING.match(line)):
        return False  # a book, the heading of what follows
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


def _has_picture(page: Page, at: int) -> bool:
    """Whether the link of a picture stands below a title, or below its date."""
    return any(map(EMPTY_LINK.match, page.lines[at + 1 : at + 3]))
