"""Simplified and Traditional: the text in the script that was asked for, converted by OpenCC.

Only what really is in the other script is converted, line by line and where need be clause by clause (`routes.py`):
OpenCC itself would convert Japanese, and its vocabulary tables spoil text that already has the words of the region
(文件 → 文档). Code, markup and file names stay (`literals.py`). With `script="keep"`, the default, nothing is looked at.
"""

import difflib
import re
from collections.abc import Iterator

from cnclean.stage import Options, Span, Stage
from cnclean.stages.script.converter import convert
from cnclean.stages.script.routes import Route, routes


def find_script(text: str, options: Options) -> Iterator[Span]:
    if options.script == "keep" or text.isascii():
        return
    found = list(routes(text, options.script, vocabulary=options.vocabulary))
    converted = {route: convert({text[s:e] for s, e, r in found if r == route}, route) for route in _routes(found)}
    for start, end, route in found:
        old = text[start:end]
        new = converted[route][old]
        if new != old:
            yield from _differences(start, old, new)


def _routes(found: list[tuple[int, int, Route]]) -> list[Route]:
    return sorted({route for _, _, route in found})


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
