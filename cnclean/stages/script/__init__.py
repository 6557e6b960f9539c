"""Simplified and Traditional: the text in the script that was asked for, converted by OpenCC.

Only what really is in the other script is converted, line by line and where need be clause by clause (`routes.py`):
OpenCC itself would convert Japanese, and its vocabulary tables spoil text that already has the words of the region
(文件 → 文档). Code, markup and file names stay (`literals.py`). With `script="keep"`, the default, nothing is done.
"""

import difflib
import re
from collections.abc import Iterator

from cnclean.edits import compose, splice
from cnclean.stage import Options, Span, Stage
from cnclean.stages.script.converter import convert
from cnclean.stages.script.routes import Route, Target, routes

_LOOKS = 4


def find_script(text: str, options: Options) -> Iterator[Span]:
    if options.script == "keep" or text.isascii():
        return
    spans = list(_convert(text, options.script, vocabulary=options.vocabulary))
    gaps = compose([], spans, "")
    for _ in range(_LOOKS if spans else 0):
        converted = splice(text, spans)
        # What was mixed may be clear now. A second run of `clean` would convert the rest; it must find nothing to do.
        again = list(_convert(converted, options.script, vocabulary=options.vocabulary))
        if not again:
            break
        gaps = compose(gaps, again, "")
        converted = splice(converted, again)
        spans = [(gap.original_start, gap.original_end, converted[gap.start : gap.end]) for gap in gaps]
    yield from (span for span in spans if text[span[0] : span[1]] != span[2])


def _convert(text: str, target: Target, *, vocabulary: bool) -> Iterator[Span]:
    found = list(routes(text, target, vocabulary=vocabulary))
    asked: dict[Route, set[str]] = {}
    for start, end, route in found:
        asked.setdefault(route, set()).add(text[start:end])
    converted = {route: convert(clauses, route) for route, clauses in asked.items()}
    for start, end, route in found:
        old = text[start:end]
        new = converted[route][old]
        if new != old:
            yield from _differences(start, old, new)


def _differences(offset: int, old: str, new: str) -> Iterator[Span]:
    """The runs in which `old` and `new` differ. Most conversion is character by character."""
    if len(old) == len(new):
        start = 0
        for i, (a, b) in enumerate(zip(old, new, strict=True)):
            if a == b:
                if start < i:
                    yield offset + start, offset + i, new[start:i]
                start = i + 1
        if start < len(old):
            yield offset + start, offset + len(old), new[start:]
        return
    for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield offset + i, offset + j, new[k:m]


# Matches anywhere: with `script="keep"` nothing has to be searched, otherwise one look at the text does not decide.
STAGE = Stage("script", re.compile(""), find_script, guarded=True)
