"""The conversion of a whole text: as many looks as it takes until a second run of `clean` would find nothing."""

from collections.abc import Iterator

from cnclean.edits import splice
from cnclean.gaps import Gap, compose
from cnclean.stage import Options, Span
from cnclean.stages.script.converter import conversions
from cnclean.stages.script.differences import differences
from cnclean.stages.script.routes import passages

_LOOKS = 4
"""What was mixed may be clear at the second look."""


def find_script(text: str, options: Options) -> Iterator[Span]:
    gaps: list[Gap] = []
    converted = text
    for _ in range(_LOOKS):
        spans = list(differences(converted, conversions(converted, passages(converted, options))))
        if not spans:
            break
        gaps = compose(gaps, spans, "")
        converted = splice(converted, spans)
    merged = [(gap.original_start, gap.original_end, converted[gap.start : gap.end]) for gap in gaps]
    yield from ((start, end, new) for start, end, new in merged if text[start:end] != new)


def convert_script(text: str, options: Options) -> str:
    """What splicing all that `find_script` finds would make of `text`, without naming each change."""
    for _ in range(_LOOKS):
        converted = splice(text, conversions(text, passages(text, options)))
        if converted == text:
            break
        text = converted
    return text
