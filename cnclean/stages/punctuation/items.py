"""Brackets that number an item: `(1)证明`, `(2023)青01民终123号`, `由式(1)、(2)得`, `第2条(1)(b)`, `图3-5(a)`."""

from typing import Final

from cnclean.item_numbers import is_item_number
from cnclean.patterns import compile_later
from cnclean.prose.chinese import CHINESE, IS_CHINESE

_NUMBER = compile_later("[0-9]{1,2}")
_ITEM = compile_later("[0-9]{1,2}|[a-h]")
_ITEM_OR_YEAR = compile_later("[0-9]{1,2}|[a-h]|(?:19|20)[0-9]{2}")
_LETTER_OR_OPENER = compile_later(r"\w|[“‘「『【《〈〔]")
# What it is a part of.
_WHOLE = compile_later(
    rf"(?:[{CHINESE}](?:[(（][0-9A-Za-z]{{1,3}}[)）])+|[图圖表式][0-9]{{1,3}}(?:[-.—－][0-9]{{1,3}})?)\Z"
)
_FAR: Final = 24
_AFTER_LISTED: Final = frozenset("，。；、,;")


def is_item(text: str, start: int, inside: str, right: str) -> bool:
    """Whether the pair that begins at `start` holds an item's number."""
    left = text[start - 1 : start]
    if left in " \n":
        item = _ITEM_OR_YEAR if IS_CHINESE.match(right) else _NUMBER  # (a)苹果(b)香蕉
        return bool(item.fullmatch(inside) and _LETTER_OR_OPENER.match(right))
    if not _ITEM.fullmatch(inside):
        return False
    if left in "、:;" or (left in ".．" and is_item_number(text, start - 1)):
        return bool(IS_CHINESE.match(right)) or (left == "、" and right in _AFTER_LISTED)
    return _WHOLE.search(text, max(start - _FAR, 0), start) is not None
