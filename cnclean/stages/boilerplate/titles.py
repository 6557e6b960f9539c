"""What speaks against striking out the first line: it is the title unless it explains itself."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.line_shapes import CALL, NUMBERED, POINTER, WORD, is_body, is_title
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN, Reading, read

_HEAD: Final = 12
"""So far below the first line a title is looked for."""

_SURE: Final = 2.0
_TITLED: Final = compile_later(r"\s*(?:[标標][题題]|[题題]目)\s?[:：]\s?\S")

_MARKS: Final = frozenset('“”「」《》":：')
"""A title may name what it is about: `公众号排版：从“点击蓝字”说起`."""

_LONGEST: Final = 40
_QUOTED: Final = compile_later(r"“[^“”]*”|「[^「」]*」|《[^《》]*》|\"[^\"]*\"")
_CLEAR: Final = 6.0
"""What says nothing else and so much is none either: `建议在 WiFi 环境下观看，土豪请随意`."""

_PARAGRAPH: Final = 6.0
"""A paragraph that claims so much is no title, nor the first of the text."""

_OTHER: Final = 2.0
"""A line that claims more is no title."""

_TELLING: Final = frozenset(
    {"disclaimer", "reprint", "copyright", "share", "follow", "app", "ad", "preview", "licence"}
)
"""Kinds that articles are about."""


def doubt_title(page: Page, at: int, reading: Reading) -> float:
    """The first line is the title unless it explains itself: one about 版权所有 holds the phrase too."""
    line = page.lines[at]
    if _names_only(line) or (at == 0 and (line.startswith("# ") or _TITLED.match(line))):
        return 9.0  # or Markdown says so, or the line itself
    clear = reading.rest <= 1 and reading.weight >= _CLEAR and _MARKS.isdisjoint(line)
    if reading.kind == "related" or clear:
        return 3.0 if reading.kind == "related" else 0.0
    urges = reading.kind == "follow" and reading.weight > _SURE and bool(CALL.match(line))
    if not (urges or _has_title_below(page, at)):
        return _lone_title_doubt(page, at, reading)
    if urges or reading.labelled or reading.stamped or ADDRESS.search(line) or POINTER.match(line):
        return 0.0
    if WORD.match(line) and reading.weight < (2 if reading.row else 3):
        return 2.0
    return 0.0 if 4 * reading.rest <= min(reading.size, 8) else 2.0


def _names_only(line: str) -> bool:
    """Whether all that a page would say stands in quotation marks: `公众号排版：从“点击蓝字”到“阅读原文”`."""
    if len(line) > _LONGEST or (bare := _QUOTED.sub("", line)) == line:
        return False
    rest = read(bare)
    return rest is None or rest.weight < KNOWN


def _lone_title_doubt(page: Page, at: int, reading: Reading) -> float:
    """Where no other title stands below it."""
    line, lonely = page.lines[at], not page.beside(at)
    known = reading.row or (reading.labelled and reading.kind == "disclaimer")
    issue = reading.kind == "meta" and not (reading.dated or reading.labelled)  # 开源周报第 116 期
    path = reading.kind == "navigation" and reading.weight < _SURE and lonely
    if issue or path or (known and reading.kind in _TELLING and is_title(line)):
        return 3.0
    told = at in page.body and reading.claim >= _PARAGRAPH
    if told or reading.labelled or reading.stamped or ADDRESS.search(line) or POINTER.match(line):
        return 0.0
    if reading.dated and lonely:
        return 2.0  # a diary begins with its date
    if WORD.match(line) and (lonely or reading.weight < _SURE):
        return 4.0 if lonely else 2.0
    if 4 * reading.rest <= min(reading.size, 8):
        return 3.0 if reading.row and reading.weight < _SURE else 0.0
    return 2.0 + reading.rest / 2


def _has_title_below(page: Page, at: int) -> bool:
    """Whether one of the kept lines below, above the first paragraph, is a title."""
    below = range(at + 1, min(at + _HEAD, len(page.lines)))
    for near in (near for near in below if near not in page.struck and near not in page.fleeting):
        line, reading = page.lines[near], page.readings.get(near)
        if is_body(line) or NUMBERED.match(line):
            return False  # the first section's title is not the page's
        if is_title(line) and (reading is None or reading.claim < _OTHER):
            return True
    return False
