"""著: Taiwan writes it for the Mainland's 着 (看著, 著手), and for 著 as well (著作, 顯著)."""

import functools

from cnclean.lexicon import word_frequency
from cnclean.stages.script.words import cut

_AROUND = 4


def is_aspect(simplified: str, at: int) -> bool:
    """Whether 著 at `at` is 着; the rest of the text is in Simplified already."""
    before, after = simplified[max(0, at - _AROUND) : at], simplified[at + 1 : at + 1 + _AROUND]
    return _is_aspect(before.replace("著", "着"), after.replace("著", "着"))


@functools.lru_cache(maxsize=4096)
def _is_aspect(before: str, after: str) -> bool:
    # 着 is so frequent that 著作为 would be cut as 着|作为.
    if after and word_frequency("著" + after[0]) >= 1000 and word_frequency(before[-1:] + "着") < 50:
        return False
    return cut(before + "着" + after).score > cut(before + "著" + after).score
