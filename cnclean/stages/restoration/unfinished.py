"""Clauses whose last word is gone: 离开了原。 They are looked for only in texts that a filter has hit.

Nothing tells what stood there, and a model of characters does not see it: 原。 ends sentences about 草原 too. But a
word that must be followed by another, alone before the end of its sentence, says that something is missing.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.edits import Span
from cnclean.patterns import compile_later
from cnclean.stages.restoration.evidence import alone

_NEEDS_MORE: Final = "原该某各每更最很将把使与和及或且从向于以為为與從將"
"""Attributes, adverbs of degree, conjunctions and prepositions of one character that end no sentence."""

_LAST: Final = compile_later(f"[{_NEEDS_MORE}](?<=[\u4e00-\u9fff].)(?=[。！？；!?;])")


def unfinished(text: str, simplified: str) -> Iterator[Span]:
    """The last characters of such clauses in `text`, as they are."""
    for match in _LAST.finditer(text):
        if alone(simplified, match.start()):
            yield match.start(), match.end(), match[0], f"a word may be missing behind {match[0]}"
