"""Names above a text: of the site, of the author, of the account. They say nothing, what stands beside them tells."""

from typing import Final

from cnclean.folding import fold
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import any_of
from cnclean.stages.boilerplate.line_shapes import NAME, is_headline, is_row
from cnclean.stages.boilerplate.loose import is_loose
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.wording.names import MASTHEAD_ENDS, OFFICE_ENDS

BELOW_TITLE: Final = ("byline", "meta")
_NAMING: Final = frozenset({"byline", "contact", "copyright", "follow", "meta", "reprint", "share"})
"""Kinds of lines that hold the name of the site, the author or the account."""

_TITLE_LABEL: Final = compile_later("[标標題题]")
"""`原标题：…` holds the title."""

_LONGEST_NAME: Final = 16
_TOP: Final = 2
"""So far down a title has nothing but the site's sections above it."""

_LONGEST_WORD: Final = 40
"""What an author says of themselves."""

_MASTHEAD = compile_later(rf"\s*[{HAN}a-z·]{{2,10}}{any_of(MASTHEAD_ENDS)}(?:\s[{HAN}]{{2,6}})?\s*$")
_NAMESAKE = compile_later(
    rf"\s*[{HAN}]{{2,10}}\s*(?:[|｜·/]\s*)?[A-Za-z][A-Za-z0-9.]{{2,20}}(?: [A-Za-z.]{{2,12}}){{0,3}}\s*$"
)
"""A site in both languages: `报导者 | The Reporter`."""
_OFFICE = compile_later(rf"\s*[{HAN}a-z]{{2,10}}{any_of(OFFICE_ENDS)}\s*$")
HANDLE = compile_later(r"\s*[A-Za-z][A-Za-z0-9_.-]{2,18}\s*$")
"""The name of who posts."""
_FOLLOW: Final = r"\s*\+?\s?(?:(?:已|加)?(?:关注|關注)[他她TAta]{0,2}|追[踪蹤]|[Ff]ollow|[订訂][阅閱])\s*$"
FOLLOW = compile_later(_FOLLOW)
FOLLOWED = compile_later(
    rf"{_FOLLOW}"
    r"|\s*[\d,.]+\s?[万萬kK]?\s?(?:人|名[^\W\d]{2,4})?[赞贊]同了?"
    r"|\s*粉[丝絲][数數]?\s?[:：]?\s?\d|.*\d.*\s\+?\s?(?:关注|關注)\s*$"
)
"""The button to follow somebody, or who agrees with them, below their name."""
OPENING = compile_later(r"\s*(?:引[言子]|[前序][言]|序|摘\s?要|[导導][语語言读讀]|楔子|正文|第.{1,3}[章节節回])\s*$")
"""What heads the beginning of a text."""

_NAME_BEHIND: Final = compile_later(rf"[^{HAN}“「《\"]$|(?:加入|[关關]注|公[众眾][号號])$")
"""What stands before an account's name,"""
_TITLE_AROUND: Final = compile_later(rf"[{HAN}”」》\"]")
"""and what behind a title: `关于“借条和欠条”的内容`."""
_NAME_NEAR_EDGE: Final = 24
"""So far from either end of the page a name's other mention is looked for."""
_PRODUCT: Final = compile_later(rf"[A-Za-z]{{4}}.* [A-Za-z0-9]{{4}}|\s[{HAN}]{{8,}}\s*$")


def is_office(line: str) -> bool:
    """Whether a line is the name of who publishes, or of their account: `街角生活研究所`."""
    return len(line) <= _LONGEST_WORD and bool(_OFFICE.match(fold(line)))


def kind_beside_title(page: Page, at: int, title: int) -> str:
    """What a line in the head is by its shape alone, where another one is the title."""
    line = page.lines[at]
    if is_headline(line) and (at + 1 == title <= _TOP or page.beside(at)) and is_row(line) and is_loose(page, at):
        return "" if at not in page.readings and _PRODUCT.search(line) else "meta"  # a product's name is no row
    if at < title and _is_masthead(line) and (page.beside(at) or at == 0):
        return "navigation"
    if at == 0 < title and _NAMESAKE.match(line) and page.struck.get(title + 1) in BELOW_TITLE:
        return "navigation"
    return "byline" if _is_author(page, at, title) or (page.beside(at) and _is_named(page, at)) else ""


def _is_masthead(line: str) -> bool:
    return len(line) <= _LONGEST_WORD and bool(_MASTHEAD.match(fold(line)))


def _is_author(page: Page, at: int, title: int) -> bool:
    """A name above a line that has gone, below the title or another such line."""
    line = page.lines[at]
    if not page.prose or at == 0 or at + 1 not in page.struck or OPENING.match(line):
        return False
    between = sum(near not in page.struck for near in range(title + 1, at))
    if at > title and between <= 1 and FOLLOWED.match(page.lines[at + 1]):
        return len(line) <= _LONGEST_WORD
    below = at == title + 1 or at - 1 in page.struck
    if at > title and below and NAME.match(line):
        return True
    return is_office(line) and (below or is_headline(page.lines[at - 1]))


def _is_named(page: Page, at: int) -> bool:
    """Whether a line that has gone holds all of this one: the name of an account stands on its page more than once."""
    name = page.lines[at].strip()
    if not 2 <= len(name) <= _LONGEST_NAME or not name.isalnum() or name.isdecimal():
        return False
    size = len(page.lines)
    edges = (*range(min(size, _NAME_NEAR_EDGE)), *range(max(_NAME_NEAR_EDGE, size - _NAME_NEAR_EDGE), size))
    naming = (page.lines[near] for near in edges if page.struck.get(near) in _NAMING)
    return any(_names(line, name) and not _TITLE_LABEL.search(line) for line in naming)


def _names(line: str, name: str) -> bool:
    """Whether a name stands apart in a line, as that of an account does, or where one joins; a title is part of it."""
    before, found, behind = line.partition(name)
    return found != "" and not _TITLE_AROUND.match(behind) and bool(not before or _NAME_BEHIND.search(before))
