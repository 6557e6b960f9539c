"""Lines and inline parts that are not the article: footers, bylines, prompts, navigation, lists of other articles.

Evidence adds up: where a line stands, what shape it has, what stands beside it and how much of it the wording tables
(`wording.py`, `labels.py`) explain. A single weak sign never deletes; what a sentence is about stays, and so do phrases
in quotation marks, speakers' names, verses, contracts and addresses that the page exists for. A page that would lose
more than `Options.max_loss` of its Han characters is left as it is: then it is no article, or the stage is wrong.
"""

import re
from collections.abc import Iterator
from typing import Final

from cnclean.han import HAN
from cnclean.stage import Options, Span, Stage
from cnclean.stages.boilerplate.inline import INLINE
from cnclean.stages.boilerplate.noise import NOISE_END, NOISE_LINE, is_noise
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import Reading, read
from cnclean.stages.boilerplate.wording import PHRASES

KINDS: Final = tuple(PHRASES)
"""The kinds of boilerplate, as `Edit.notes` names them and `Options.keep` takes them."""

_HAN = re.compile(f"[{HAN}]")


def find_boilerplate(text: str, options: Options) -> Iterator[Span]:
    bounds = _bounds(text)
    lines = [text[start:end] for start, end in bounds]
    readings = {at: reading for at, line in enumerate(lines) if (reading := _read(line))}
    struck = Page(lines, readings, options.keep).strike()
    spans = sorted([*_line_spans(text, bounds, struck), *_inline_spans(text, bounds, struck, options.keep)])
    lost = sum(len(_HAN.findall(text, span[0], span[1])) for span in spans)
    if spans and lost > options.max_loss * len(_HAN.findall(text)):
        return
    yield from spans


def _bounds(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append((start, start + len(line)))
        start += len(line) + 1
    return bounds


def _read(line: str) -> Reading | None:
    if NOISE_LINE.match(line.strip()) and is_noise(line):
        return Reading("noise", 6.0, 0, len(line), sentence=False, narrative=0)
    return read(line)


def _line_spans(text: str, bounds: list[tuple[int, int]], struck: dict[int, str]) -> Iterator[Span]:
    """A struck line takes a line break with it, the one behind it or, at the end of the page, the one before it.

    Of the blank lines around a struck block one run stays: the one before it or, where there is none, the one behind.
    """
    last = max((at for at in range(len(bounds)) if at not in struck), default=-1)
    if last < 0:
        return
    blank_above = False
    for at in sorted(struck):
        start, end = bounds[at]
        if at > last:
            yield bounds[at - 1][1], end, "", struck[at]
            continue
        if at - 1 not in struck:
            blank_above = at == 0 or start - bounds[at - 1][1] > 1
        whole = blank_above or at + 1 in struck
        yield start, bounds[at + 1][0] if whole else end + 1, "", struck[at]


def _inline_spans(
    text: str, bounds: list[tuple[int, int]], struck: dict[int, str], keep: frozenset[str]
) -> Iterator[Span]:
    for at, (start, end) in enumerate(bounds):
        if at in struck:
            continue
        if (
            "byline" not in keep
            and text[end - 1] in ")）】]〕 \u3000"
            and (match := INLINE.search(text, max(start, end - 90), end))
        ):
            yield match.start(), end, "", "byline"
        elif (
            "noise" not in keep
            and text[end - 1] <= "~"
            and (match := NOISE_END.search(text, max(start, end - 120), end))
            and is_noise(match[0])
        ):
            yield match.start(), end, "", "noise"


STAGE = Stage("boilerplate", re.compile(r"\S"), find_boilerplate)
