"""What a line is among the lines beside it: a row of a table, a field of a form, an item, a date of a chronicle."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.line_shapes import (
    BULLET,
    ENTRY,
    FIELD,
    HASH,
    LEADER,
    STRONG_FIELD,
    is_address,
    is_body,
    is_numbered,
    is_title,
)
from cnclean.stages.boilerplate.markdown_links import is_linked
from cnclean.stages.boilerplate.page import NEAR, Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading

_EMPTY: Final = compile_later(rf"\s*[{HAN}]{{2,6}}\s?[:：]\s*$")
_UNFINISHED: Final = compile_later(r"(?:[，、,]|(?<=\w)[的和与與及或至将將把被]|如需|也是一[个個])[\s*]*$")
_CONTENTS: Final = compile_later(r"[\W_]*(?:文章|本文|内容|內容)?目\s*[录錄][\W_]*$")
_SPEAKING: Final = frozenset({"contact", "copyright", "disclaimer", "licence", "reprint"})
"""Kinds that need no label of the tables."""
_LABELLED: Final = compile_later(r"[\W_]*[^\s\d:：]{1,14}\s?[:：](?!//)")
_CALLS: Final = frozenset({"follow", "share"})
"""Kinds that ask the reader for something: no field of a form, wherever they stand."""


def in_footer(page: Page, at: int) -> bool:
    """Whether the block of contacts that a line stands in has gone from the side of something else."""
    for step in (-1, 1):
        near = at + step
        while page.struck.get(near) == "contact" and abs(near - at) < NEAR:
            near += step
        if near in page.struck:
            return True
    return False


def in_table(page: Page, at: int) -> bool:
    """Between bars, as is a line beside it."""
    line = page.lines[at].strip()
    bars = line.count("|")
    return (bars > 2 and line[0] == line[-1] == "|") or (
        bars >= 2 and any(page.lines[near].count("|") == bars for near in page.next_to(at))
    )


def is_item(page: Page, at: int) -> bool:
    """Numbered, as is a line beside it that stays."""
    return is_numbered(page.lines[at]) and any(
        near not in page.struck and is_numbered(page.lines[near]) for near in page.next_to(at)
    )


def in_form(page: Page, at: int) -> bool:
    """Beside other `label: value` lines that nothing explains: a form, a recipe, a timetable."""
    reading = page.readings.get(at)
    if reading is not None and reading.kind in _CALLS and not reading.labelled:
        return False
    is_field = bool(_LABELLED.match(page.lines[at]))
    return any(
        _is_foreign_field(page, near) and (is_field or _is_foreign_field(page, 2 * near - at))
        for near in page.next_to(at)
    )


def _is_foreign_field(page: Page, at: int) -> bool:
    """Alone such a line may be a title: `天文台：周末转凉`."""
    return (
        0 <= at < len(page.lines)
        and at not in page.struck
        and at != page.first_kept()
        and bool(FIELD.match(page.lines[at]))
        and _claims_little(page.readings.get(at))
    )


def _claims_little(reading: Reading | None) -> bool:
    return reading is None or not (reading.labelled or reading.claim >= 0)


def is_entry(page: Page, at: int) -> bool:
    """A value under a label that says nothing of a page, beside another such: `新增：分享到微博`, `甲：哈哈`."""
    return _is_entry(page, at) and any(near not in page.struck and _is_entry(page, near) for near in page.next_to(at))


def _is_entry(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    known = reading is not None and (reading.labelled or reading.opens_list or reading.kind in _SPEAKING)
    return not known and bool(ENTRY.match(page.lines[at]))


def among_fields(page: Page, at: int) -> bool:
    """Among others in bold that say nothing of the page: `**险情等级：**二级`."""
    return bool(STRONG_FIELD.match(page.lines[at])) and any(
        STRONG_FIELD.match(page.lines[near]) and says_nothing(page.readings.get(near)) for near in page.next_to(at)
    )


def names_address(page: Page, at: int) -> bool:
    """Above an address or a link that stays, its label, or the colon in front of one: `# 参考`, `下载链接`."""
    near = at + 1
    if near + 1 < len(page.lines) and near not in page.struck and _EMPTY.match(page.lines[near]):
        near += 1
    below = page.lines[near].lstrip(" -*·•>") if near < len(page.lines) and near not in page.struck else ""
    return is_address(below) or is_linked(below) or (below.startswith((":", "：")) and bool(ADDRESS.search(below)))


def goes_on(page: Page, at: int) -> bool:
    """Below a line that ends inside a sentence: the rest of it."""
    return bool(_UNFINISHED.search(page.kept(at, -1)))


def in_chronicle(page: Page, at: int, reading: Reading) -> bool:
    """A date between paragraphs, alone there or on a page that has one for each of its entries."""
    inside = reading.bare_date and page.head < at < page.tail
    return inside and (page.is_chronicle or not page.beside(at))


def opens_section(page: Page, at: int) -> bool:
    """Between a title and its first paragraph, or between a last paragraph and the next title."""
    above, below = page.kept(at, -1), page.kept(at, 1)
    if HASH.match(page.lines[at]):
        return False
    return (is_title(above) and is_body(below)) or (is_body(above) and is_title(below))


def heads_contents(page: Page, at: int) -> bool:
    """`目录` above a table of contents."""
    below = page.kept(at, 1)
    return bool(_CONTENTS.match(page.lines[at]) and (is_numbered(below) or BULLET.match(below) or LEADER.search(below)))
