"""Simplified and Traditional: the text in the script that was asked for, converted by OpenCC.

Only what really is in the other script is converted, line by line and where need be clause by clause (`routes.py`):
OpenCC itself would convert Japanese, and its vocabulary tables spoil text that already has the words of the region
(文件 → 文档). Code, markup and file names stay (`literals.py`). With `script="keep"`, the default, nothing is done.
"""

from collections.abc import Iterator

from cnclean.edits import Gap, compose, splice
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage
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


# Matches anywhere: with `script="keep"` nothing has to be searched, otherwise one look at the text does not decide.
STAGE = Stage("script", compile_later(""), find_script, guarded=True)
