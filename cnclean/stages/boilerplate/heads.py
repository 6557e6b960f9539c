"""Lines above the text that go because of what has gone around them: a site's name, an author's, an account's figures.

One of the lines there is the title. The others are short, and say little alone; what stands beside them tells.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.forms import in_form
from cnclean.stages.boilerplate.line_shapes import (
    FIGURE,
    MASTHEAD,
    NAME,
    NAMESAKE,
    OFFICE,
    OPENING,
    is_headline,
    is_row,
    is_scrap_word,
)
from cnclean.stages.boilerplate.loose import is_loose, says
from cnclean.stages.boilerplate.page import Page

_CERTAIN: Final = 2
_BELOW_TITLE: Final = ("byline", "meta")
_NAMING: Final = frozenset({"byline", "contact", "copyright", "follow", "meta", "reprint", "share"})
"""Kinds of lines that hold the name of the site, the author or the account."""

_TITLED: Final = compile_later("[标標題题]")
"""`原标题：…` holds the title."""

_ENOUGH: Final = 1.5
_KNOWN: Final = 0.5
_CLAIM: Final = 2.5
_LONGEST_NAME: Final = 16


def strike_head(page: Page, first_body: int) -> None:
    """Above the text, beside lines that have gone: a word above the title, and what says something below it."""
    head = range(first_body)
    gone = sum(1 for at in head if at in page.struck)
    title = _title(page, head)
    if gone and title >= 0:
        for at in (at for at in head if at not in page.struck and at != title):
            if kind := _beside_title(page, at, title):
                page.drop(at, kind)
    if gone < _CERTAIN:
        return
    for run in list(_runs(page, head, title)):
        if _are_scraps(page, run):
            for at in run:
                page.drop(at, "meta")
    if title >= 0:
        for at in _block(page, title, first_body):
            page.drop(at, page.readings[at].kind)
    for at in head:
        above, below = at == 0 or at - 1 in page.struck, at + 1 in page.struck
        if at in page.struck or not above or at == title:
            continue
        if not below:
            if at + 1 == title and _is_button(page, at):
                page.drop(at, "navigation")
        elif is_scrap_word(page.lines[at]) and at < title:
            if page.struck[at + 1] not in _BELOW_TITLE:  # else it is a short title, and what follows a subtitle
                page.drop(at, "navigation")
        elif is_loose(page, at) and says(page, at) >= _ENOUGH:
            page.drop(at, page.struck.get(at - 1, page.struck[at + 1]))


def _title(page: Page, head: range) -> int:
    kept = [at for at in head if at not in page.struck]
    titles = [at for at in kept if is_headline(page.lines[at]) and not (at > kept[0] and OFFICE.match(page.lines[at]))]
    if whole := [at for at in titles if not is_row(page.lines[at])]:
        return whole[-1]
    # the only one, of short parts: 第 42 期：雨天
    parted = (at for at in titles if at not in page.readings or page.readings[at].weight <= 1)
    return next(parted, -1 if titles or not kept else kept[0])


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
    return block if len(block) > 1 else []


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
    return reading is not None and min(reading.weight, reading.claim) >= 1


def _is_button(page: Page, at: int) -> bool:
    reading = page.readings.get(at)
    return is_scrap_word(page.lines[at]) and reading is not None and reading.row


def _beside_title(page: Page, at: int, title: int) -> str:
    """What a line in the head is by its shape alone, where another one is the title."""
    line = page.lines[at]
    if is_headline(line) and page.beside(at) and is_row(line) and is_loose(page, at):
        return "meta"
    if at < title and MASTHEAD.match(line) and (page.beside(at) or at == 0):
        return "navigation"
    if at == 0 < title and NAMESAKE.match(line) and page.struck.get(title + 1) in _BELOW_TITLE:
        return "navigation"
    if page.prose and at + 1 in page.struck and not OPENING.match(line):
        named = at == title + 1 or at - 1 in page.struck
        if at > title and named and NAME.match(line):
            return "byline"
        if at and OFFICE.match(line) and (named or is_headline(page.lines[at - 1])):
            return "byline"
    if page.beside(at) and _is_named(page, at):
        return "byline"
    return ""


def _is_named(page: Page, at: int) -> bool:
    """Whether a line that has gone holds all of this one: the name of an account stands on its page more than once."""
    name = page.lines[at].strip()
    if not 2 <= len(name) <= _LONGEST_NAME or not name.isalnum() or name.isdecimal():
        return False
    return any(
        kind in _NAMING and name in page.lines[near] and not _TITLED.search(page.lines[near])
        for near, kind in page.struck.items()
    )
