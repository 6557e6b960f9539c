"""Simplified and Traditional: the text in the script that was asked for, converted by OpenCC.

Only what really is in the other script is converted, line by line and where need be clause by clause (`routes.py`):
OpenCC itself would convert Japanese, and its vocabulary tables spoil text that already has the words of the region
(文件 → 文档). Code, markup and file names stay (`literals.py`). With `script="keep"`, the default, nothing is done.
"""

import re
from collections.abc import Iterator

from cnclean.edits import compose, splice
from cnclean.stage import Options, Span, Stage
from cnclean.stages.script.converter import changes
from cnclean.stages.script.routes import passages

_LOOKS = 4


def find_script(text: str, options: Options) -> Iterator[Span]:
    if options.script == "keep" or text.isascii():
        return
    spans = changes(text, passages(text, options.script, vocabulary=options.vocabulary))
    gaps = compose([], spans, "")
    for _ in range(_LOOKS if spans else 0):
        converted = splice(text, spans)
        # What was mixed may be clear now. A second run of `clean` would convert the rest; it must find nothing to do.
        again = changes(converted, passages(converted, options.script, vocabulary=options.vocabulary))
        if not again:
            break
        gaps = compose(gaps, again, "")
        converted = splice(converted, again)
        spans = [(gap.original_start, gap.original_end, converted[gap.start : gap.end]) for gap in gaps]
    yield from (span for span in spans if text[span[0] : span[1]] != span[2])


# Matches anywhere: with `script="keep"` nothing has to be searched, otherwise one look at the text does not decide.
STAGE = Stage("script", re.compile(""), find_script, guarded=True)
