"""Lines and inline parts that are not the article: footers, bylines, prompts, navigation, lists of other articles.

Evidence adds up: where a line stands, what shape it has, what stands beside it and how much of it the wording tables
(`wording.py`, `labels.py`) explain. A single weak sign never deletes; what a sentence is about stays, and so do phrases
in quotation marks, speakers' names, verses, contracts and addresses that the page exists for. A page that would lose
more than `Options.max_loss` of its Han characters is left as it is: then it is no article, or the stage is wrong.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, line_bounds
from cnclean.stages.boilerplate.fold import space
from cnclean.stages.boilerplate.inline import find_part
from cnclean.stages.boilerplate.noise import is_noise_line
from cnclean.stages.boilerplate.reading import Reading, read
from cnclean.stages.boilerplate.scan import candidates, ends
from cnclean.stages.boilerplate.verdict import LEAST, strike
from cnclean.stages.boilerplate.wording import PHRASES

KINDS: Final = tuple(PHRASES)
"""The kinds of boilerplate, as `Edit.notes` names them and `Options.keep` takes them."""

_SHORT: Final = 60
_FRONT: Final = 40
"""Lines in which Markdown's front matter ends."""

_HAN = compile_later(f"[{HAN}]")


def find_boilerplate(text: str, options: Options) -> Iterator[Span]:
    spans = _spans(text, options)
    if not _too_much(text, spans, options):
        yield from spans


def suspect_boilerplate(text: str, options: Options) -> Iterator[Span]:
    """What would go from a text that is left as it is because too much would."""
    spans = _spans(text, options)
    if _too_much(text, spans, options):
        yield from spans


def _too_much(text: str, spans: list[Span], options: Options) -> bool:
    if not spans:
        return False
    return sum(len(_HAN.findall(text, *span[:2])) for span in spans) > options.max_loss * len(_HAN.findall(text))


def _spans(text: str, options: Options) -> list[Span]:
    # A line alone is no page: it has no edges, and nothing would be left of it.
    starts = candidates(text) if "\n" in text.strip("\n") else set()
    inline: list[Span] = []
    for start, end in ends(text):
        if is_noise_line(text[start:end]):
            starts.add(start)
        elif (part := find_part(text, start, end)) and part[1] not in options.keep:
            inline.append((part[0], end, "", part[1]))
    if not any(_promising(text, start) for start in starts):
        return inline
    bounds = line_bounds(text)
    parts = {span[1]: span[0] for span in inline}
    struck = _struck(
        [text[start : parts.get(end, end)] for start, end in bounds],  # as it will be: its part is gone already
        {at for at, (start, _) in enumerate(bounds) if start in starts},
        options,
    )
    gone = {bounds[at][1] for at in struck}
    return sorted([*_line_spans(bounds, struck), *(span for span in inline if span[1] not in gone)])


def _promising(text: str, start: int) -> bool:
    """Whether a line could go at the friendliest place; if no line could, the page need not be looked at."""
    end = text.find("\n", start)
    reading = _read(text[start:] if end < 0 else text[start:end])
    return reading is not None and (reading.claim >= LEAST or reading.stamped)


def _struck(lines: list[str], marked: set[int], options: Options) -> dict[int, str]:
    code = _in_code(lines)
    lines = [space(line) for line in lines]
    readings = {at: reading for at in sorted(marked - code) if (reading := _read(lines[at]))}
    struck = strike(lines, readings, options.keep, code)
    if not struck:
        return struck
    # A dirty page: now its other short lines are worth a look too, for what their neighbours say of them.
    short = {at for at, line in enumerate(lines) if len(line) <= _SHORT or not line.endswith("。")}
    wanted = sorted((marked | short) - code)
    more = {at: reading for at in wanted if (reading := readings.get(at) or _read(lines[at]))}
    return strike(lines, more, options.keep, code)


def _in_code(lines: list[str]) -> set[int]:
    """The lines between a pair of Markdown's fences, or of its front matter's."""
    fences = [at for at, line in enumerate(lines) if line.lstrip().startswith("```")]
    if lines and lines[0].rstrip() == "---" and "---" in (front := [line.rstrip() for line in lines[1:_FRONT]]):
        fences = [0, 1 + front.index("---"), *(at for at in fences if at > 1 + front.index("---"))]
    return {at for first, last in zip(fences[::2], fences[1::2], strict=False) for at in range(first, last + 1)}


def _read(line: str) -> Reading | None:
    if is_noise_line(line):
        return Reading("noise", 6.0, 6.0, 0, len(line))
    return read(line)


def _line_spans(bounds: list[tuple[int, int]], struck: dict[int, str]) -> Iterator[Span]:
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


STAGE = Stage("boilerplate", compile_later(r"\S"), find_boilerplate, suspect=suspect_boilerplate)
