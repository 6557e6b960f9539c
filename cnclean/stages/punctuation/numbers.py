"""Full-width marks inside what is no Chinese: `http：//`, `5，500万美元`, `3．14`.

The point behind an item's number is no decimal point (`1．1958年`). A ratio or a time with a full-width colon (`3：2`,
`19：30`) is an author's choice and stays, and so does a comma between two numbers that need not be one
(`错误500，200状态码`).
"""

import re
from collections.abc import Iterator

from cnclean.item_numbers import is_item_number
from cnclean.patterns import compile_later
from cnclean.stage import Span

_SCHEME = compile_later("：(?<=http：|ttps：)(?://|／／)(?=[a-z0-9])|:(?<=http:|ttps:)／／(?=[a-z0-9])")
_POINT = compile_later("．(?<=[0-9]．)(?=[0-9])|．(?<=[0-9A-Za-z]{2}．)(?=[a-z]{2})")
_GROUP = compile_later("，(?<=[0-9]，)[0-9]{3}(?:，[0-9]{3})*(?![0-9，,.A-Za-z])")
_HEAD = compile_later(r"(?<![0-9A-Za-z])(?<![0-9][.,，])([$¥￥€£]?)([0-9]{1,3})\Z")
_UNITS = frozenset("万萬亿億元美港欧歐日英韩韓块塊圆圓")


def find_wide_marks(text: str, *, damaged: bool) -> Iterator[Span]:
    if ("/" in text or "／" in text) and ("：//" in text or "／／" in text):
        for match in _SCHEME.finditer(text):
            yield match.start(), match.end(), "://"
    if "．" in text:
        for match in _POINT.finditer(text):
            if not is_item_number(text, match.start()):
                yield match.start(), match.end(), "."
    if not damaged:  # an author who writes all marks full-width may mean this one
        return
    for match in _GROUP.finditer(text):
        if _is_one_number(text, match):
            for offset in range(0, len(match[0]), 4):
                yield match.start() + offset, match.start() + offset + 1, ","


def _is_one_number(text: str, match: re.Match[str]) -> bool:
    head = _HEAD.search(text, max(match.start() - 5, 0), match.start())
    if head is None:
        return False
    currency, first = head.groups()
    groups = match[0][1:].split("，")
    if len(first) == 3 and "000" not in groups:
        return False
    return bool(currency) or "000" in groups or text[match.end() : match.end() + 1] in _UNITS
