"""著: Taiwan writes it for the Mainland's 着 (看著, 著手), and for 著 as well (著作, 顯著)."""

from cnclean.lexicon import word_frequency
from cnclean.stages.script.words import cut

_AROUND = 4


def is_aspect(simplified: str, at: int) -> bool:
    """Whether 著 at `at` is 着; the rest of the clause is in Simplified already."""
    start = max(0, at - _AROUND)
    before, after = simplified[start:at].replace("著", "着"), simplified[at + 1 : at + 1 + _AROUND].replace("著", "着")
    # 着 is so frequent that 著作为 would be cut as 着|作为.
    if after and word_frequency("著" + after[0]) >= 1000 and word_frequency(before[-1:] + "着") < 50:
        return False
    return cut(before + "着" + after).score > cut(before + "著" + after).score
