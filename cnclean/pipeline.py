"""The stages in order, and the engine that runs them."""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.directives import heeding
from cnclean.edits import Edit, Result, Span, apart, splice
from cnclean.gaps import Gap, compose, edits_of, standing, suspects_of
from cnclean.odd import first_remarkable, odd_places
from cnclean.options import DEFAULT, Options
from cnclean.protect import outside
from cnclean.stage import Stage
from cnclean.stages import (
    annotations,
    blank_lines,
    boilerplate,
    characters,
    entities,
    invisible,
    links,
    mojibake,
    newlines,
    paragraphs,
    punctuation,
    quotes,
    repeats,
    restoration,
    script,
    spacing,
    template,
)

STAGES: Final[tuple[Stage, ...]] = (
    entities.STAGE,  # first: &#13; is a line end, &#8203; is invisible, &#12136; is a radical
    newlines.STAGE,  # a line is what later stages look at
    invisible.STAGE,  # a zero-width character hides every pattern behind it
    mojibake.STAGE,  # before characters and punctuation: its evidence is odd characters and marks
    annotations.STAGE,  # before boilerplate and punctuation: footers are annotated too; ?； is evidence
    characters.STAGE,  # before all that reads words
    template.STAGE,  # before boilerplate: what is known goes first, and the edges of the article come nearer
    boilerplate.STAGE,  # before paragraphs: the position in the page is its evidence
    repeats.STAGE,  # after boilerplate: what stood between a title and its copy is gone
    links.STAGE,  # after boilerplate and repeats, which know whole lines that are links
    paragraphs.STAGE,  # before punctuation and spacing: a space is all that is left of a line end
    restoration.STAGE,  # before script: its evidence is the whole document's words
    script.STAGE,  # before punctuation, which does not care for it: words convert with their neighbours
    quotes.STAGE,  # before punctuation, which judges a mark by the quotes beside it
    punctuation.STAGE,  # after all that needs damaged marks as evidence
    spacing.STAGE,  # after punctuation: there is no space beside a full-width mark
    blank_lines.STAGE,  # last: deleting lines leaves empty ones
)


def clean(text: str, options: Options = DEFAULT) -> str:
    """The text after all stages. Clean text comes back as it was; any `str` is accepted, lone surrogates included.

    Raises `TypeError` for anything else, bytes among it: for these there is `decode`.
    """
    text = _checked(text, options)
    for _, _, _, text in _passes(text, options, in_bulk=True):  # noqa: B007, B020 - the last text is the result
        pass
    return text


def explain(text: str, options: Options = DEFAULT, *, suspects: bool = True) -> Result:
    """The same text as `clean`, every edit in the coordinates of `text`, and what looks damaged but was left.

    With `suspects=False` the latter is not looked for; where little is found that costs what `clean` costs.
    """
    gaps: list[Gap] = []
    suspected: list[Edit] = []
    cleaned = text = _checked(text, options)
    for stage, before, spans, after in _passes(text, options):
        if suspects and stage.suspect is not None:
            left = list(apart(heeding(stage.suspect(before, options), before, stage.name, options), spans))
            suspected += suspects_of(text, before, gaps, left, stage.name) if left else ()
        if spans:
            gaps = compose(gaps, spans, stage.name)
        cleaned = after
    edits = edits_of(text, cleaned, gaps)
    return Result(cleaned, edits, standing(suspected, edits))


def steps(text: str, options: Options = DEFAULT) -> Iterator[tuple[Stage, list[Span], str]]:
    """Each stage that found something: the stage, its spans in the text before it, the text after it."""
    for stage, _, spans, after in _passes(_checked(text, options), options):
        if spans:
            yield stage, spans, after


def _passes(text: str, options: Options, *, in_bulk: bool = False) -> Iterator[tuple[Stage, str, list[Span], str]]:
    """Each stage that looks at the text: the text before it, what it found, the text after it.

    `in_bulk`: only the stages that change the text, and what they found need not be told where they can do without.
    """
    in_bulk = in_bulk and options.markup == "none"
    at = first_remarkable(text)
    remarkable = text if at < len(text) else ""
    shown = {"any": text, "odd": remarkable and odd_places(text, at), "remarkable": remarkable}
    for stage in _selected(options):
        if not shown[stage.evidence]:
            continue
        before, spans = text, []
        if in_bulk and stage.apply is not None:
            text = stage.apply(text, options)
        elif stage.trigger.search(shown[stage.evidence]) is not None and (spans := _spans(stage, text, options)):
            text = splice(text, spans)
        if text is not before:
            shown = dict.fromkeys(shown, text)
        if not in_bulk or text is not before:
            yield stage, before, spans, text


def _checked(text: str, options: Options) -> str:
    if isinstance(text, str) and isinstance(options, Options):
        # A subclass may do something else when it is cut and joined, or keep a whole document alive.
        return text if type(text) is str else str.__str__(text)
    if isinstance(text, bytes | bytearray):
        raise TypeError("cnclean takes str, not bytes; decode them first: cnclean.decode(data).text")
    if not isinstance(text, str):
        raise TypeError(f"cnclean takes str, not {type(text).__name__}")
    raise TypeError(f"options must be cnclean.Options, not {options!r}; a preset is cnclean.Options.preset('repair')")


def _spans(stage: Stage, text: str, options: Options) -> list[Span]:
    if options.markup == "none":
        found = list(stage.find(text, options))
        return outside(found, text, options) if found and stage.guarded else found
    return outside(list(heeding(stage.find(text, options), text, stage.name, options)), text, options)


@functools.lru_cache(maxsize=64)
def _selected(options: Options) -> tuple[Stage, ...]:
    chosen = (stage for stage in STAGES if options.runs(stage.name))
    return tuple(stage for stage in chosen if stage.wanted is None or stage.wanted(options))
