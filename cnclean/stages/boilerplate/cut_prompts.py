"""Prompts that are cut over several lines, of which the first has gone: how the rest of one is known."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import HASH
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN

_TAKES: Final = compile_later(r"[把将將][\s*\"“「『]*$")
"""A prompt that ends before the name of the account: `建议大家把`."""

_EXCLAIMED: Final = compile_later(r"[！!。][\s*]*$")
_CALL: Final = compile_later(r"\S{2,12}[吧啦哦哟喔呀][！!～~。]*[\s*]*$")
"""How a call ends that other lines have begun: `一起来看吧！`."""

_BEGUN: Final = compile_later(r"(?:[点點][击擊]|戳|[扫掃][码碼描]|[长長]按)[^。！？!?]*$")
_ASKED: Final = compile_later(
    rf"[\s*]*(?:立即|立刻|马上|馬上|现在|現在|快[来來去]|赶快|趕快|查看|了解|进入|進入|一起|领取|領取|报名|報名)[{HAN}]{{0,8}}[！!]+[\s*]*$"
)
_LINES: Final = 6
_LONGEST: Final = 60


def rest_of_prompt(page: Page, at: int) -> range:
    """The lines right below that end the prompt which what has gone begins: `青岚`, `“设为星标`, `以免错过！`."""
    if not _TAKES.search(page.lines[at]):
        return range(0)
    asks = False
    for near in range(at + 1, min(at + 1 + _LINES, len(page.lines))):
        line, reading = page.lines[near], page.readings.get(near)
        if len(line) > _LONGEST or HASH.match(line):
            break
        asks = asks or (reading is not None and reading.kind == "follow" and reading.weight >= KNOWN)
        if _EXCLAIMED.search(line):
            return range(at + 1, near + 1) if asks else range(0)
    return range(0)


def ends_call(page: Page, at: int, below: str) -> bool:
    """Whether the line below what has gone is the end of a call to readers."""
    return bool(_CALL.match(below) or (_ASKED.match(below) and _asks(page, at)))


def _asks(page: Page, at: int) -> bool:
    """Whether what has gone last begins a call: `戳`, `“阅读原文`, `”`."""
    first = at
    while first - 1 in page.struck and at - first < _LINES:
        first -= 1
    return bool(_BEGUN.search("".join(line.strip(" *") for line in page.lines[first : at + 1])))
