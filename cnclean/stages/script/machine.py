"""Text that OpenCC made from Simplified: converted back and forth it comes out as it was, sentence by sentence.

What people write does not: one sentence in four has a word or a form that the tables would not choose.
"""

import re
from typing import Final

from cnclean.stages.script.engine import convert_exactly

SENTENCES: Final = 10
"""Fewer are no proof."""
SHARE: Final = 0.95
LOOKED_AT: Final = 400

_SENTENCE = re.compile("[^。！？!?\n\ud800-\udfff]{6,}")


def is_machine_converted(text: str) -> bool:
    """Whether a Traditional `text` is the output of OpenCC's conversion to Taiwan's script and words."""
    sentences = [match[0] for match, _ in zip(_SENTENCE.finditer(text), range(LOOKED_AT), strict=False)]
    if len(sentences) < SENTENCES:
        return False
    again = convert_exactly(convert_exactly(sentences, "tw2sp"), "s2twp")
    same = sum(old == new for old, new in zip(sentences, again, strict=True))
    return same >= SHARE * len(sentences)
