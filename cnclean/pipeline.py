"""The stages in order, and the engine that runs them."""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.edits import Gap, Result, Span, compose, edits_of, splice
from cnclean.options import DEFAULT, Options
from cnclean.protect import outside
from cnclean.stage import Stage
from cnclean.stages import blank_lines, entities, invisible, newlines, restoration

STAGES: Final[tuple[Stage, ...]] = (
    newlines.STAGE,  # first: a line is what later stages look at
    invisible.STAGE,  # a zero-width character hides every pattern behind it
    entities.STAGE,  # before characters: &#12136; is a radical
    restoration.STAGE,  # before script: its lexicon is Simplified, and its evidence must not be converted
    blank_lines.STAGE,  # last: deleting lines leaves empty ones
)


def clean(text: str, options: Options = DEFAULT) -> str:
    """The text after all stages. Clean text comes back as it was; any `str` is accepted, lone surrogates included."""
    for _, _, text in steps(text, options):  # noqa: B007, B020, PLR1704 - the last text is the result
        pass
    return text


def explain(text: str, options: Options = DEFAULT) -> Result:
    """The same text as `clean`, and every edit in the coordinates of `text`."""
    gaps: list[Gap] = []
    cleaned = text
    for stage, spans, cleaned in steps(text, options):  # noqa: B007 - the last text is the result
        gaps = compose(gaps, spans, stage.name)
    return Result(cleaned, edits_of(text, cleaned, gaps))


def steps(text: str, options: Options = DEFAULT) -> Iterator[tuple[Stage, list[Span], str]]:
    """Each stage that found something: the stage, its spans in the text before it, the text after it."""
    if not isinstance(text, str):
        raise TypeError(f"cnclean takes str, not {type(text).__name__}; decode bytes first: data.decode('utf-8')")
    for stage in _selected(options):
        if stage.trigger.search(text) is None:
            continue
        found = stage.find(text, options)
        spans = list(outside(found, text, options) if stage.guarded or options.markup != "none" else found)
        if spans:
            text = splice(text, spans)
            yield stage, spans, text


@functools.lru_cache(maxsize=64)
def _selected(options: Options) -> tuple[Stage, ...]:
    chosen = (stage for stage in STAGES if options.only is None or stage.name in options.only)
    return tuple(stage for stage in chosen if stage.name not in options.skip)
