"""Simplified and Traditional: the text in the script that was asked for, converted by OpenCC.

Only what really is in the other script is converted, line by line and where need be clause by clause (`routes.py`):
OpenCC itself would convert Japanese, and its vocabulary tables spoil text that already has the words of the region
(文件 → 文档). Code, markup and file names stay (`holes.py`). With `script="keep"`, the default, nothing is done.

The way of a text through the modules: `looks` looks at it until nothing is left to convert. `routes` names its passages
and how to convert each, on the way to one of the `targets`: by what `evidence` says of the whole (counted fast by
`kinds` and `bits`), line by line in `lines` (with `strays`, `foreign`, `japanese`, `standards`), by its subject
(`subjects`, `vocabulary`), by whether a `machine` made it; all without `holes`, such as `file_names`. `converter`
converts them: `letters` has OpenCC's output put right by `guard` (word boundaries around `phrases`, in `windows`, from
`words`), `names` (of known `people` first), `neighbours` and `particles`; `regional` does the words (`bounds`,
`both_regions`, `everyday`). `differences` are what has changed. Below all that `exact` is OpenCC byte for byte, by
`arrays` (with `phrase_signs`) where there is numpy, else by `engine`. What `detect` says of the `region` is a hint.
"""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, imported_later

_find = imported_later("cnclean.stages.script.looks", "find_script")


def find_script(text: str, options: Options) -> Iterator[Span]:
    if not text.isascii():
        yield from _find(text, options)


def convert_script(text: str, options: Options) -> str:
    if text.isascii():
        return text
    from cnclean.stages.script.looks import convert_script  # noqa: PLC0415 - large

    return convert_script(text, options)


# Matches anywhere: one look at the text does not decide.
# Not guarded: what is protected is not shown to OpenCC at all, or words would be looked for across it.
STAGE = Stage(
    "script",
    compile_later(""),
    find_script,
    apply=convert_script,
    wanted=lambda options: options.script != "keep",
)
