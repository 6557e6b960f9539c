"""The other half of a label that has gone: the value below it, or the rest of both."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import COLON_ALONE, NAME, is_address
from cnclean.stages.boilerplate.orphans import GOODS_TITLE
from cnclean.stages.boilerplate.page import Page, says_nothing
from cnclean.stages.boilerplate.reading import read

_LONGEST: Final = 60
_ITEM_LINES: Final = 2
_OFFER: Final = compile_later(r"[\s*]*(?:后台|後台|公众号|公眾號)?(?:回[复覆復]|[发發]送)[\s*]{0,6}[“\"「【]")
"""How an item begins of what an account sends to those who ask: `回复“地图”获取…`. It has three lines at most."""
_COLON: Final = compile_later(r"^\W*[^\W\d]{2,8}\s?[:：][\s*]*$")
_CUT: Final = compile_later(r"[\s*]*(?:[^\W\d]\s?)?[:：]\s?[^\s:：]{2,12}[\s*]*$")
"""The rest of a label and its value: `：山口日报`."""

_VALUE: Final = compile_later(r"\W*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+|[\d-]{5,18})[\s*]*$")
_VALUED: Final = compile_later(r"[:：|｜]\s*\S")
_LICENCE: Final = compile_later(r"\W*(?:License|Licence)[\s*]*$")
"""What stands behind the name of a site for pictures."""

_FETCHED: Final = compile_later(r"(?:[获獲]取|[领領]取|得到)(?:网盘|網盤|云盘|雲盤|百度[云雲])?[\s*]*$")
_LISTEN: Final = compile_later(r"听|聽|播放|播報|播报|[语語]音")
_PLAYER: Final = compile_later(r"\s*(?:\d{1,2}:\d\d(?::\d\d)?|/|\d(?:\.\d{1,2})?[x×]|倍速)\s*$")
"""What a player shows below its button, cut into lines: `0:00`, `/`, `3:25`."""


def strike_halves(page: Page) -> None:
    for at in sorted(page.struck):
        if COLON_ALONE.match(page.neighbour(at)) and _is_value_of(page, at, at + 2):
            page.drop(at + 1, page.struck[at])
            page.drop(at + 2, page.struck[at])
        if page.neighbour(at) and _is_other_half(page, at):
            page.drop(at + 1, page.struck[at])


def _is_value_of(page: Page, at: int, below: int) -> bool:
    """Whether a label and a line below it, with a colon between, say nothing else: `原文来源`, `：`, `水厂晚报`."""
    value = page.neighbour(below - 1)
    whole = read(f"{page.lines[at].strip()}：{value.strip()}") if 0 < len(value) <= _LONGEST else None
    return whole is not None and whole.labelled and not whole.rest


def _is_other_half(page: Page, at: int) -> bool:
    line, below = page.lines[at], page.lines[at + 1]
    fetched = _FETCHED.search(line) and GOODS_TITLE.match(below) and not is_address(page.neighbour(at + 1))
    played = _PLAYER.match(below) and (_PLAYER.match(line) or _LISTEN.search(line))
    offered = _OFFER.match(below) and any(map(_OFFER.match, page.lines[max(at - _ITEM_LINES, 0) : at + 1]))
    if fetched or played or offered:
        return True
    if len(below) > _LONGEST or not says_nothing(page.readings.get(at + 1)):
        return False
    if page.struck[at] == "credit" and _LICENCE.match(below):
        return True
    if _COLON.match(line):
        return bool(_VALUE.match(below) or (NAME.match(below) and page.struck[at] == "byline"))
    whole = read(line.strip() + below.strip()) if _CUT.match(below) and not _VALUED.search(line) else None
    return whole is not None and whole.labelled and not whole.rest
