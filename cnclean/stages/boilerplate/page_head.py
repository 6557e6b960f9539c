"""Lines above the text that go because of what has gone around them: a site's name, an author's, an account's figures.

One of the lines there is the title. The others are short, and say little alone; what stands beside them tells.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.forms import in_form
from cnclean.stages.boilerplate.line_shapes import BUTTON, FIGURE, HEADING, WORD, is_headline, is_row, is_scrap_word
from cnclean.stages.boilerplate.loose import is_loose, says
from cnclean.stages.boilerplate.names import (
    BELOW_TITLE,
    FOLLOW,
    FOLLOWED,
    HANDLE,
    OPENING,
    is_office,
    kind_beside_title,
)
from cnclean.stages.boilerplate.page import Page

_CERTAIN: Final = 2
_ENOUGH: Final = 1.5
_KNOWN: Final = 0.5
_CLAIM: Final = 2.5
_SURE: Final = 2.0
_TELLS: Final = 4
"""A line like a title that says so much more than a page does is one: `每周精选：厨房与法庭`."""
_COUNTED: Final = compile_later(rf"\s*[{HAN}]{{2,6}}\s?[:：]\s?[\d/.:-]+\s*$")


def strike_head(page: Page, first_body: int) -> None:
    """Above the text, beside lines that have gone: a word above the title, and what says something below it."""
    head = range(first_body)
    gone = sum(1 for at in head if at in page.struck)
    title = _title(page, head)
    if gone and title >= 0:
        for at in (at for at in reversed(head) if at not in page.struck and at != title):
            if kind := kind_beside_title(page, at, title):
                page.drop(at, kind)
    if gone < _CERTAIN:
        return
    for run in filter(lambda run: _are_scraps(page, run), list(_runs(page, head, title))):
        for at in run:
            page.drop(at, "meta")
    for at in _block(page, title, first_body) if title >= 0 else ():
        page.drop(at, page.readings[at].kind)
    for at in head:
        if at not in page.struck and at != title and (kind := _kind_between(page, at, title)):
            page.drop(at, kind)


def _kind_between(page: Page, at: int, title: int) -> str:
    """What a line below one that has gone is: above another one, or a button above the title."""
    if at and at - 1 not in page.struck:
        return ""
    if at + 1 not in page.struck:
        if at > title >= 0 and FOLLOW.match(page.lines[at]):
            return "follow"
        return "navigation" if at + 1 == title and _is_button(page, at) else ""
    if is_scrap_word(page.lines[at]) and at < title:
        # else it is a short title, and what follows a subtitle
        return "" if page.struck[at + 1] in BELOW_TITLE else "navigation"
    telling = is_loose(page, at) and says(page, at) >= _ENOUGH
    return page.struck.get(at - 1, page.struck[at + 1]) if telling else ""


def _title(page: Page, head: range) -> int:
    kept = [at for at in head if at not in page.struck]
    titles = [
        at
        for at in kept
        if is_headline(page.lines[at])
        and not (at > kept[0] and (is_office(page.lines[at]) or HANDLE.match(page.lines[at])))
        and not _is_label(page, at)
    ]
    if len(titles) > 1 and _is_followed(page, titles[-1]):
        titles.pop()
    if whole := [at for at in titles if not is_row(page.lines[at])]:
        return whole[-1]
    # the only one, of short parts: 第 42 期：雨天
    parted = (at for at in titles if at not in page.readings or page.readings[at].weight <= 1)
    if not titles and kept:
        return next(parted, kept[0])
    words = (at for at in reversed(kept) if WORD.match(page.lines[at]) and at not in page.readings)
    return next(parted, next(words, -1))  # 石敢当


def _is_label(page: Page, at: int) -> bool:
    """`文章: 213` is no title, nor what the tables have as a label."""
    reading = page.readings.get(at)
    return bool(_COUNTED.match(page.lines[at])) or (reading is not None and reading.labelled and not reading.rest)


def _is_followed(page: Page, at: int) -> bool:
    """Right above the button to follow somebody: who that is, or what they say of themselves."""
    return at + 1 in page.struck and bool(FOLLOWED.match(page.lines[at + 1]))


def _runs(page: Page, head: range, title: int) -> Iterator[list[int]]:
    """The kept lines between two that have gone, where the title is none of them."""
    run: list[int] = []
    for at in head:
        if at in page.struck:
            if run and title not in run and run[0] - 1 in page.struck:
                yield run
            run = []
        else:
            run.append(at)


def _block(page: Page, title: int, first_body: int) -> list[int]:
    """The kept lines right above the text, where there are some and each claims nearly enough alone."""
    block: list[int] = []
    for at in range(first_body - 1, title, -1):
        reading = page.readings.get(at)
        if at in page.struck or reading is None or reading.claim < _CLAIM or in_form(page, at):
            break
        block.append(at)
    if len(block) > 1 and not _heads_text(page, block[0]):
        return block
    return []


def _heads_text(page: Page, at: int) -> bool:
    """A known word may head the first section: `背景`."""
    line = page.lines[at]
    return page.readings[at].weight < _SURE and bool(HEADING.match(line)) and not BUTTON.match(line)


def _are_scraps(page: Page, run: list[int]) -> bool:
    """Words and numbers at least half of which a page's own: `22`, `主题`, `318`, `帖子`."""
    lines = [page.lines[at] for at in run]
    if any(map(OPENING.match, lines)) or not all(
        is_scrap_word(line) or FIGURE.match(line) or _says_much(page, at) for at, line in zip(run, lines, strict=True)
    ):
        return False
    return 2 * sum(bool(FIGURE.match(page.lines[at])) or _says_some(page, at) for at in run) >= len(run)


def _says_some(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    return reading is not None and reading.weight >= _KNOWN and reading.claim > 0


def _says_much(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    if reading is None or (is_headline(page.lines[at]) and reading.rest >= _TELLS):
        return False
    return min(reading.weight, reading.claim) >= 1


def _is_button(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    return is_scrap_word(page.lines[at]) and reading is not None and reading.row
