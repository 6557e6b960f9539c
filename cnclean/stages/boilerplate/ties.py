"""What ties a line to those beside it: the rest of a sentence, a text below its heading, a value below its label."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cut_sentences import begins_above
from cnclean.stages.boilerplate.forms import goes_on, heads_contents, is_entry
from cnclean.stages.boilerplate.line import RIGHTS
from cnclean.stages.boilerplate.line_shapes import (
    CODE,
    HEADING,
    LABEL,
    NAME,
    ends_sentence,
    is_address,
    is_body,
    is_numbered,
)
from cnclean.stages.boilerplate.markdown_links import LINK
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import Reading

_REST: Final = compile_later(r"[\s*]*(?:即可|即能|就可|就能|便可|方可|中的|中其|[，。、；：”’』」])")
"""How the rest of a sentence begins."""

_QUESTIONS: Final = compile_later(r"[问問]题|[问問]題|[问問]答|疑[问問]|解答")
_ASKS: Final = compile_later(r"[？?][\s*]*$")
_QUESTION: Final = compile_later(r"\s*[Qq问問]\d{0,2}\s?[:：.、]")
_COLON: Final = compile_later(r"[:：][\s*]*$")
SOURCES: Final = frozenset({"reprint", "byline", "credit"})
_OPENED: Final = compile_later(r"[“「『【〔《（(][^”」』】〕》）)]{0,12}$")
"""How a line ends whose quotation marks or brackets are closed on the next one."""
_LETTER: Final = compile_later(rf"\s*[{HAN}]\s*$")
_CALLED: Final = compile_later(r"可(?:以)?(?:下载|下載|获取|獲取|查看|领取|領取|[阅閱][读讀])[\s*]*$")
"""How a call ends whose object stands on the next line."""
_WORK: Final = compile_later(r"\W*\w{0,4}《")
_NUMBER: Final = compile_later(
    r"\W*(?:0[xX]?[0-9A-Fa-f]{1,2}|\d{1,2}\s?[.、．]|[一二三四五六七八九十]{1,3}\s?、)[\s*]*$"
)
_FIGURE: Final = compile_later(r"(?<=[^\W\d_]{3})(?:[图圖表]|照片|快照|曲[线線]|示[例意])[)）]?[\s*]*$")
_WISHES: Final = compile_later(r"\s*(?:此致|[敬谨謹][礼禮启啟]|[即顺順]?[祝颂頌].{1,6}[。！!]?\s*$)")
_LETTER_DATE: Final = compile_later(
    r"\s*(?:[〇零一二三四五六七八九十]{2,4}年)?(?:[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{1,2}月\d{1,2}日)\s*$"
)
HEADED: Final = 3.0
"""What weighs less may head something of the text's own."""
_COUNT: Final = compile_later(r"\W*\d[\d\W]*\w?\s*$")
TITLE: Final = 12
"""What says more is no label of an address: `转载请保留链接`."""
_PLAIN: Final = 7
"""A longer line that announces other articles may name one: 某某讲师最新课程."""


def doubt_ties(page: Page, at: int, reading: Reading) -> float:
    line, below = page.lines[at], page.kept(at, 1)
    doubt = 3.5 * is_entry(page, at)
    doubt += 9.0 * (
        _breaks_off(page, at, reading)
        or begins_above(page, at)
        or _is_headed(page, at)
        or _is_below_figure(page, at, reading)
        or _is_all_of_section(page, at, reading)
        or _signs_letter(page, at, reading)
    )
    if not page.beside(at):
        doubt += 2.0 * (goes_on(page, at) or bool(_REST.match(below)) or _is_value(page, at))
        doubt += 2.0 * (reading.opens_list and reading.size > _PLAIN and at < page.tail and not LINK.match(below))
    if heads_contents(page, at) or (reading.opens_list and _has_items(page, at)):
        doubt += 9.0
    if HEADING.match(line) and (_QUESTION.match(below) or (_QUESTIONS.search(line) and _ASKS.search(below))):
        doubt += 9.0  # 常见问题, and below it the questions
    return doubt


def _has_items(page: Page, at: int) -> bool:
    """Whether what a head announces stays, and the text goes on below: it heads a part of the text."""
    below = page.neighbour(at)
    return bool(below) and at < page.end and not (is_body(below) or ends_sentence(below))


def _is_value(page: Page, at: int) -> bool:
    """Below a short label that says nothing of the page: `影响：` and what it is."""
    return bool(LABEL.match(page.neighbour(at, -1))) and says_nothing(page.readings.get(at - 1))


def _breaks_off(page: Page, at: int, reading: Reading) -> bool:
    """Inside a quotation, brackets, a word or a call that go on in a line that stays."""
    below = page.neighbour(at)
    if reading.stamped or not below or at >= page.tail or not says_nothing(page.readings.get(at + 1)):
        return False
    line = page.lines[at].rstrip(" *")
    called = bool(_CALLED.search(line) and _WORK.match(below))
    cut = line[-1:].isalnum() and bool(_LETTER.match(below) and _LETTER.match(page.neighbour(at, 2)))
    return called or cut or bool(_OPENED.search(line)) or (line[-1:] == '"' and line.count('"') % 2 == 1)


def _is_headed(page: Page, at: int) -> bool:
    """Below a section's number alone, above what stays: `0x05`."""
    return bool(_NUMBER.match(page.neighbour(at, -1))) and not page.beside(at)


def _is_all_of_section(page: Page, at: int, reading: Reading) -> bool:
    """A credit between two numbered headings: without it the first would head nothing."""
    around = page.neighbour(at, -1), page.neighbour(at)
    is_credit = reading.kind in RIGHTS | SOURCES and reading.size <= TITLE
    return is_credit and not page.beside(at) and all(map(is_numbered, around))


def _signs_letter(page: Page, at: int, reading: Reading) -> bool:
    """Between the wishes of a letter and its date."""
    wished, dated = _WISHES.match(page.neighbour(at, -1)), _LETTER_DATE.match(page.neighbour(at))
    return reading.kind == "byline" and bool(wished or (dated and at + 2 == len(page.lines)))


def _is_below_figure(page: Page, at: int, reading: Reading) -> bool:
    """The source of a figure, below the words for what it shows."""
    inside = page.head < at and not (reading.stamped or page.beside(at))
    return inside and reading.kind in SOURCES and bool(_FIGURE.search(page.neighbour(at, -1)))


def doubt_colon(page: Page, at: int, reading: Reading) -> float:
    """What stands below a colon stays with it: a text, an address, the short value of a label."""
    below = page.neighbour(at)
    if not below or not _COLON.search(page.lines[at]):
        return 0.0
    if is_address(below) or CODE.match(below):
        return 9.0  # both go, or both stay
    if not reading.labelled:
        return 3.0 if is_body(below) or ends_sentence(below) else 0.0
    text = is_body(below) and not below.isascii()
    near = page.beside(at) and reading.kind != "meta"
    of_item = page.head < at < page.tail and page.copies[page.bare[at]] > 1  # 来源： of each item in a list
    if reading.kind == "contact" and at < page.tail and not near:
        return 3.0  # how those are reached of whom the text tells
    name = bool(NAME.match(below)) and reading.kind != "meta" and not of_item
    return 0.0 if text or near or name or _COUNT.match(below) else 3.0
