"""Text that OpenCC made from Simplified: converted back and forth it comes out as it was, sentence by sentence.

What people write does not: one sentence in four has a word or a form that the tables would not choose. Sentences with
words that the tables change must be among them; of the others any text is full.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.script.exact import convert_whole

SENTENCES: Final = 10
TELLING: Final = 5
"""Fewer of them, and of those with Taiwan's words, are no proof."""
SHARE: Final = 0.95
SHARE_OF_TELLING: Final = 0.9
LOOKED_AT: Final = 400
_FIRST: Final = 12

_SENTENCE = compile_later("[^。！？!?\n\ud800-\udfff]{6,}")


def is_machine_converted(text: str) -> bool:
    """Whether a Traditional `text` is the output of OpenCC's conversion to Taiwan's script and words."""
    sentences = [match[0] for match, _ in zip(_SENTENCE.finditer(text), range(LOOKED_AT), strict=False)]
    if len(sentences) < SENTENCES:
        return False
    allowed = (1 - SHARE) * len(sentences)
    # What people wrote shows it soon.
    rows = list(_comparisons(sentences[:_FIRST]))
    if sum(not same for same, _ in rows) > allowed:
        return False
    rows += _comparisons(sentences[_FIRST:])
    telling = [same for same, tells in rows if tells]
    return (
        len(telling) >= TELLING
        and sum(telling) >= SHARE_OF_TELLING * len(telling)
        and sum(not same for same, _ in rows) <= allowed
    )


def _comparisons(sentences: list[str]) -> Iterator[tuple[bool, bool]]:
    """Of each sentence whether it comes out as it was, and whether it has a word of Taiwan's."""
    text = "\n".join(sentences)
    words = convert_whole(text, "tw2sp")
    rows = (lines.split("\n") for lines in (words, convert_whole(text, "tw2s"), convert_whole(words, "s2twp")))
    for old, new, letters, again in zip(sentences, *rows, strict=False):
        yield old == again, new != letters
