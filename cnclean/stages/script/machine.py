"""Text that OpenCC made from Simplified: converted back and forth it comes out as it was, sentence by sentence.

What people write does not: one sentence in four has a word or a form that the tables would not choose. Sentences with
words that the tables change must be among them; of the others any text is full.
"""

import operator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.script.exact import convert_whole

SENTENCES: Final = 10
TELLING: Final = 5
"""Fewer of them, and of those with Taiwan's words, are no proof."""
_SHARE: Final = 0.95
_SHARE_OF_TELLING: Final = 0.9
_LOOKED_AT: Final = 400
_FIRST: Final = 4

_SENTENCE = compile_later("[^。！？!?\n\ud800-\udfff]{6,}")


def is_machine_converted(text: str) -> bool:
    """Whether a Traditional `text` is the output of OpenCC's conversion to Taiwan's script and words."""
    sentences = [match[0] for match, _ in zip(_SENTENCE.finditer(text), range(_LOOKED_AT), strict=False)]
    if len(sentences) < SENTENCES:
        return False
    allowed = (1 - _SHARE) * len(sentences)
    simplified: list[str] = []
    same: list[bool] = []
    while len(same) < len(sentences):  # ever larger blocks: what people wrote shows it soon
        block = sentences[len(same) : 2 * len(same) + _FIRST]
        words = _converted(block, "tw2sp")
        simplified += words
        same += map(operator.eq, block, _converted(words, "s2twp"))
        if same.count(False) > allowed:
            return False
    letters = _converted(sentences, "tw2s")
    telling = [kept for kept, new, plain in zip(same, simplified, letters, strict=True) if new != plain]
    return len(telling) >= TELLING and sum(telling) >= _SHARE_OF_TELLING * len(telling)


def _converted(sentences: list[str], configuration: str) -> list[str]:
    return convert_whole("\n".join(sentences), configuration).split("\n")
