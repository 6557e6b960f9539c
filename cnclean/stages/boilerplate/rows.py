"""Rows of buttons: `分享 收藏 举报`, `首页 | 新闻 | 体育`."""

import re
from functools import lru_cache
from typing import Final

from cnclean.folding import tighten
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cells import words
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.lookup import buttons
from cnclean.stages.boilerplate.paths import leads_through_menus
from cnclean.stages.boilerplate.wording.buttons import BUTTON_FIRST, BUTTON_LAST

_SOME: Final = 3
_MOST: Final = 24
_SHORT: Final = 4
_UNKNOWN: Final = 0.5
"""What a row weighs of which no word is known."""

_COUNT = compile_later(r"[(\[]?\d[\d,.]*(?:[万千wk]|kb|mb)?\+?%?[)\]]?$")
_SPLIT = compile_later(r"(?:[\s|/·•>»›&]|\s\.(?=\s))+")
_TOKEN = compile_later(f"[{HAN}a-z]{{1,7}}$")
_BUTTON = compile_later(
    f"(?:{'|'.join(words(BUTTON_FIRST))})[{HAN}]{{2,4}}$|[{HAN}]{{1,5}}(?:{'|'.join(words(BUTTON_LAST))})$"
)
_BRACKETS = compile_later(r"[\[\]()<>#*]|:{2,}|^\+")


def weigh_row(line: Line) -> None:
    weight = _weigh(line.text)
    if weight:
        line.row = weight > _UNKNOWN
        line.weights["navigation"] += max(0.0, weight - line.weight())
        if line.row:
            line.explain(0, len(line.text))


def _split(text: str) -> list[str]:
    parts = _SPLIT.split(_BRACKETS.sub(" ", text).strip())
    return [part for part in parts if part and not _COUNT.match(part)]


def _weigh(text: str) -> float:
    """Three tokens, of which most are buttons, make a row too; only short words are a hint of one."""
    tokens = [] if _long_word().search(text) or leads_through_menus(text) else _split(text)
    if not 0 < len(tokens) <= _MOST or max(map(len, tokens)) > _longest():
        return 0.0
    known = sum(1 for token in tokens if token in buttons())
    if known < len(tokens) and len(tokens) >= _SOME:
        known = sum(1 for token in tokens if token in buttons() or _BUTTON.match(token))
    if known == len(tokens):
        return 3.0 if known >= _SOME else 2.0 if known > 1 else 0.9 if len(tokens[0]) > 1 else 0.0
    if len(_split(tighten(text))) >= _SOME and all(_TOKEN.match(token) for token in tokens):
        if known >= 2 and 2 * known >= len(tokens):
            return 2.0
        if max(map(len, tokens)) <= _SHORT:
            return 1.5 if len(tokens) > _SOME else 0.9
        return 0.9 if known else _UNKNOWN
    return 0.0


@lru_cache(maxsize=1)
def _long_word() -> re.Pattern[str]:
    """What is longer than any button, wherever a line is parted: this is seen faster than the parts are."""
    return re.compile(rf"[^\s\d|/·•>»›&\[\]()<>#*:+,.]{{{_longest() + 1}}}")


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(map(len, buttons()))
