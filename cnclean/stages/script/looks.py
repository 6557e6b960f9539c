"""The conversion of a whole text: as many looks as it takes until a second run of `clean` would find nothing."""

from collections.abc import Iterator

from cnclean.edits import Gap, compose, splice
from cnclean.stage import Options, Span
from cnclean.stages.script.converter import changes
from cnclean.stages.script.routes import Target, passages

_LOOKS = 4


def find_script(text: str, options: Options) -> Iterator[Span]:
    if options.script == "keep" or text.isascii():
        return
    spans = changes(text, passages(text, options.script, vocabulary=options.vocabulary))
    yield from _to_the_end(text, spans, options.script, vocabulary=options.vocabulary) if spans else ()


def _to_the_end(text: str, spans: list[Span], target: Target, *, vocabulary: bool) -> list[Span]:
    """What was mixed may be clear now. A second run of `clean` would convert the rest; it must find nothing to do."""
    converted = splice(text, spans)
    gaps: list[Gap] = []
    for _ in range(_LOOKS):
        again = changes(converted, passages(converted, target, vocabulary=vocabulary))
        if not again:
            break
        gaps = compose(gaps or compose([], spans, ""), again, "")
        converted = splice(converted, again)
    if not gaps:
        return spans
    merged = [(gap.original_start, gap.original_end, converted[gap.start : gap.end]) for gap in gaps]
    return [(start, end, new) for start, end, new in merged if text[start:end] != new]
