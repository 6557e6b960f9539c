"""Short lines around the text that are no sentence of it: what they may be, and how much they say."""

from typing import Final

from cnclean.folding import fold
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import choices
from cnclean.stages.boilerplate.forms import goes_on, heads_contents, is_entry, names_address
from cnclean.stages.boilerplate.line import ADDRESS
from cnclean.stages.boilerplate.line_shapes import (
    FIELD,
    HASH,
    NOTE,
    PIECE,
    SIGNED,
    ends_sentence,
    is_numbered,
    is_row,
)
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.runs import in_run
from cnclean.stages.boilerplate.wording.voices import TO_READER

_LONGEST: Final = 40
_TELLING: Final = 2.0
"""More than that a line's own words do not add to its neighbours' evidence."""

_TO_READER: Final = compile_later(
    rf"{choices(TO_READER)}|(?<!谢)大家|请(?![求假客教示])|本(?:文|站|号|报(?!讯)|刊|网|公众|平台|社|台)"
)
_MARKED: Final = compile_later(r"\s*[※☰►▶▲▼●■◆★☆→←↑↓◎#【\[（(<>|]|\s*\*(?!\*)")
_GLUED: Final = compile_later(r"[^。！？!?]{10}[。！？!?][^\W_]")
"""A sentence with something behind it."""
_EXCLAIMS: Final = compile_later(r"[！!？?…][”」』\"]?\s*$")
_CLOCK: Final = compile_later(r"\d:\d\d")
_INTRODUCES: Final = compile_later(r"\S{9}[:：]\s*$")
_SETTING: Final = compile_later(rf"\s*[{HAN}A-Za-z_.-]{{1,20}}\s?=\s?\S")
"""Of a program: `语言=简体中文`. A label of the tables may stand there too: `编辑=林某`."""
_ANSWER: Final = compile_later(r"\s*(?:回复|回覆)\s?\d{1,5}\s?[楼樓#]\s?[:：]\s?\S")


def speaks_to_reader(line: str) -> bool:
    """Whether the page speaks to its reader in a line, or of itself."""
    return bool(_TO_READER.search(fold(line)))


def says(page: Page, at: int) -> float:
    """How much a line says of the page, and its look."""
    line, reading = page.lines[at], page.readings.get(at)
    said = 0.0
    if reading is not None and (reading.kind != "placeholder" or not reading.rest):
        said = 0.75 * min(reading.weight, _TELLING)
    if speaks_to_reader(line):
        said += 0.75
    if _MARKED.match(line):
        said += 0.5
    if FIELD.match(line) and (reading is None or not reading.labelled):
        said -= 1.0
    if is_row(line):
        said += 0.75
    return said - 1.0 if ends_sentence(line) else said


def is_loose(page: Page, at: int) -> bool:
    """Short, no sentence, no note or signature of the author's, no address that the page may be for."""
    line, reading = page.lines[at], page.readings.get(at)
    if (
        _is_heading(page, at)
        or is_numbered(line)
        or NOTE.search(line)
        or _ANSWER.match(line)
        or PIECE.match(line)
        or _is_reply(page, at)
        or is_entry(page, at)
        or heads_contents(page, at)
        or (_GLUED.search(line) and not speaks_to_reader(line) and (reading is None or reading.claim < 0))
        or (_SETTING.match(line) and (reading is None or not reading.labelled))
        or (reading is not None and reading.contact and not page.is_enclosed(at))
    ):
        return False
    if says_nothing(reading) and (ends_sentence(line) or (_EXCLAIMS.search(line) and not speaks_to_reader(line))):
        return False  # a sentence that says nothing of the kind is the text's
    if goes_on(page, at) or names_address(page, at) or _INTRODUCES.search(page.kept(at, -1)):
        return False  # the rest of a sentence; what stands below is what it names
    if ADDRESS.search(line) and not (reading is not None and reading.labelled):
        return page.struck.get(at - 1) == "reprint"  # 原文链接: and below it the link
    return len(line) <= _LONGEST and not SIGNED.search(line) and not in_run(page, at)


def _is_reply(page: Page, at: int) -> bool:
    """What somebody said, directly below the head of a post: who, and at what time of day. Or in a chat."""
    if page.spared.intersection((at - 1, at - 2)):
        return True
    above = page.readings.get(at - 1)
    return (
        at not in page.readings
        and above is not None
        and above.kind == "forum"
        and bool(_CLOCK.search(page.lines[at - 1]))
    )


def _is_heading(page: Page, at: int) -> bool:
    """`# 渡口` is a heading where something may follow it; between lines that go it is a tag."""
    beside = (at - 1 in page.struck) and (at + 1 == len(page.lines) or at + 1 in page.struck or _is_hash(page, at + 1))
    return _is_hash(page, at) and not (beside and at > page.tail >= 0)


def _is_hash(page: Page, at: int) -> bool:
    return bool(HASH.match(page.lines[at]))
