"""Lines that go because of what has gone around them: rules, scraps of prompts, names, whatever a footer holds."""

from typing import Final

from cnclean.stages.boilerplate.layout import (
    FIELD,
    NOTE,
    RULE,
    SIGNED,
    is_headline,
    is_scrap_word,
)
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.page import Page

_CERTAIN: Final = 2
"""A tail that has lost so many lines is no text."""

_LONGEST: Final = 40


def strike_scraps(page: Page) -> None:
    """Between struck lines: rules anywhere outside the text, and below it whatever is short and unexplained."""
    first_body, last_body = page.first_body(), page.last_body()
    for at, line in enumerate(page.lines):
        if at in page.struck:
            continue
        above, below = at - 1 in page.struck, at + 1 in page.struck
        outside = at > last_body or at < first_body
        if RULE.match(line) and ((above and below) or (outside and (above or below))):
            page.drop(at, "end")
        elif at > last_body >= 0 and above and (below or at + 1 == len(page.lines)) and _is_scrap(page, at, line):
            page.drop(at, page.struck[at - 1])
    _strike_runs(page)
    _strike_head(page, first_body)


def _strike_runs(page: Page) -> None:
    """Below the text, where more lines have gone than are left, the short lines between them go too."""
    tail = max((at for at in range(len(page.lines)) if page.is_text(at)), default=-1) + 1
    gone = sum(1 for at in range(tail, len(page.lines)) if at in page.struck)
    if not tail or gone < _CERTAIN:
        return
    at = tail
    while at < len(page.lines):
        run = _run(page, at)
        if run and at - 1 in page.struck and len(run) <= gone and all(_is_loose(page, near) for near in run):
            for near in run:
                page.drop(near, page.struck[at - 1])
        at += max(len(run), 1)


def _run(page: Page, at: int) -> range:
    end = at
    while end < len(page.lines) and end not in page.struck:
        end += 1
    return range(at, end)


def _is_loose(page: Page, at: int) -> bool:
    line = page.lines[at]
    return _is_scrap(page, at, line) and not SIGNED.search(line) and (at in page.readings or not FIELD.match(line))


def _strike_head(page: Page, first_body: int) -> None:
    """A word between lines that have gone, above the title."""
    head = range(first_body)
    if sum(1 for at in head if at in page.struck) < _CERTAIN:
        return
    title = max((at for at in head if at not in page.struck and is_headline(page.lines[at])), default=-1)
    for at in range(title):
        above, below = at == 0 or at - 1 in page.struck, at + 1 in page.struck
        if at not in page.struck and above and below and is_scrap_word(page.lines[at]):
            page.drop(at, "navigation")


def _is_scrap(page: Page, at: int, line: str) -> bool:
    reading = page.readings.get(at)
    if NOTE.search(line) or (reading is not None and reading.contact):
        return False
    if line.rstrip().endswith("。") and (reading is None or reading.weight < 1):
        return False  # a sentence that says nothing of the kind is the text's
    if ADDRESS.search(line):
        return page.struck.get(at - 1) == "reprint"  # 原文链接: and below it the link
    return len(line) <= _LONGEST and (not line.rstrip().endswith("。") or page.is_enclosed(at))
