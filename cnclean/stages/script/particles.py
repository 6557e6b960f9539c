"""著: Taiwan writes it for the Mainland's 着 (看著, 著手), and for 著 as well (著作, 顯著)."""

import functools
from typing import Final

from cnclean.lexicon import word_frequency
from cnclean.patterns import compile_later
from cnclean.stages.script.names import SURNAMES
from cnclean.stages.script.words import cut

SEEN: Final = 50
_WELL_KNOWN: Final = 250
COMMON: Final = 1000
"""Occurrences in 60 million words."""

_AROUND = 4
_HAN = compile_later("[\u3400-\u9fff]")
_AUTHOR = compile_later(rf"(?:\A|[^\u3400-\u9fff])(?:[{SURNAMES}][\u4e00-\u9fff]{{1,2}})?\Z")
"""魯迅著 under a title; 高爾基 著."""
_HAS_WRITTEN = compile_later("[他她曾并还另]?著有")


def is_aspect(simplified: str, at: int) -> bool:
    """Whether 著 at `at` is 着; the rest of the text is in Simplified already."""
    before, after = simplified[max(0, at - _AROUND) : at], simplified[at + 1 : at + 1 + _AROUND]
    return _is_aspect(before.replace("著", "着"), after.replace("著", "着"))


@functools.lru_cache(maxsize=4096)
def _is_aspect(before: str, after: str) -> bool:
    if word_frequency(before[-1:] + "着") < SEEN:
        # 着 is so frequent that 著作为 would be cut as 着|作为.
        if after and word_frequency("著" + after[0]) >= COMMON:
            return False
        if word_frequency(before[-1:] + "著") >= _WELL_KNOWN:
            return False
        if _AUTHOR.search(before) and not _HAN.match(after):
            return False
        if before[-1:] == "所" and (not _HAN.match(after) or after[0] in "的之"):
            return False
        if _HAS_WRITTEN.match(before[-1:] + "著" + after):
            return False
    return cut(before + "着" + after).score > cut(before + "著" + after).score
