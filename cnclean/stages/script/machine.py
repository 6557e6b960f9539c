"""Text that OpenCC made from Simplified: converted back and forth it comes out as it was, sentence by sentence.

What people write does not: one sentence in four has a word or a form that the tables would not choose. Sentences with
words that the tables change must be among them; of the others any text is full.
"""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.script.engine import convert_exactly

SENTENCES: Final = 10
TELLING: Final = 5
"""Fewer of them, and of those with Taiwan's words, are no proof."""
SHARE: Final = 0.95
SHARE_OF_TELLING: Final = 0.9
LOOKED_AT: Final = 400

_SENTENCE = compile_later("[^。！？!?\n\ud800-\udfff]{6,}")


def is_machine_converted(text: str) -> bool:
    """Whether a Traditional `text` is the output of OpenCC's conversion to Taiwan's script and words."""
    sentences = [match[0] for match, _ in zip(_SENTENCE.finditer(text), range(LOOKED_AT), strict=False)]
    if len(sentences) < SENTENCES:
        return False
    simplified = convert_exactly(sentences, "tw2sp")
    plain = convert_exactly(sentences, "tw2s")
    again = convert_exactly(simplified, "s2twp")
    columns = zip(sentences, simplified, plain, again, strict=True)
    rows = [(old == new, words != letters) for old, words, letters, new in columns]
    telling = [same for same, tells in rows if tells]
    return (
        len(telling) >= TELLING
        and sum(telling) >= SHARE_OF_TELLING * len(telling)
        and sum(same for same, _ in rows) >= SHARE * len(rows)
    )
