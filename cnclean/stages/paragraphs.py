"""Paragraphs that an extractor glued together with a space: `…人才。 本月初…` is two paragraphs.

Chinese has no space after a stop, so where most sentences of a document follow each other directly and a few stops are
followed by one space, those spaces are the line ends that were lost. Headings and captions have no stop; one is
recognised where it stands alone between such a space and the next space between Han. A run of two or more full-width
spaces after a stop is the indent of a paragraph whose line end was lost; the indent stays.

Left alone: text that puts a space after every sentence or comma, or beside Latin (what was there was a link or code,
and the text has line ends of its own), hard-wrapped text (spaces anywhere between Han), and
lines with fewer than four such places, unless the document has next to no line ends of its own. The space is the only
evidence, so this runs before anything tidies spaces.
"""

from collections.abc import Iterator
from itertools import islice

from cnclean.han import CLOSERS, HAN, OPENERS
from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span, Stage

_STOP = "。！？!?…"
_AFTER_STOP = rf"(?:(?<=[{_STOP}].)|(?<=[{_STOP}][{CLOSERS}\")].)|(?<=\.\.\..))"
_START = rf"[{HAN}{OPENERS}A-Z0-9]"
_STRONG = compile_later(rf" {_AFTER_STOP}(?={_START})")
_INDENT = compile_later(rf"\u3000{_AFTER_STOP}(?=\u3000+[{HAN}{OPENERS}])")
_COLON = compile_later(rf" (?<=[:：].)(?=[{HAN}{OPENERS}])")
_BARE = compile_later(rf" (?<=[{HAN}{CLOSERS}].)(?=[{HAN}{OPENERS}])")

_SENTENCES_TOGETHER = compile_later(rf"[。！？!?][{CLOSERS}]?(?=[{HAN}{OPENERS}])")
_SPACED_COMMA = compile_later(r" (?<=[,，、;；] )")
_SPACED_LATIN = compile_later(rf" (?<=[A-Za-z0-9] )(?=[{HAN}])")
_HAS_STOP = compile_later(r"[。！？!?;；]")

_FEWEST = 4  # so many places in one line are no slip of the finger
_SHORTEST_HEADING = 4


def find_glued(text: str, _options: Options) -> Iterator[Span]:
    indents = [match.start() for match in _INDENT.finditer(text)] if "\u3000" in text else []
    if len(indents) >= _FEWEST:
        yield from ((at, at, "\n") for at in indents)
        return
    strong = [match.start() for match in _STRONG.finditer(text)]
    if len(strong) < _FEWEST or _has_another_reason(text, len(strong)):
        return
    bare = [match.start() for match in _BARE.finditer(text)]
    headings = list(_headings(text, strong, bare))
    if len(bare) - len(headings) > len(strong) // 5:
        return
    colons = [match.start() for match in _COLON.finditer(text)]
    places = sorted({*strong, *headings, *colons})
    yield from ((at, at + 1, "\n") for at in _in_glued_lines(text, places))


def _has_another_reason(text: str, spaces: int) -> bool:
    """Whether the spaces are a habit: after every sentence, or after commas too, or beside Latin and with line ends."""
    if len(_SPACED_COMMA.findall(text)) > spaces // 5:
        return True
    if not _is_mostly_glued(text, spaces) and len(_SPACED_LATIN.findall(text)) >= spaces:
        return True
    together = islice(_SENTENCES_TOGETHER.finditer(text), spaces)
    return sum(1 for _ in together) < spaces


def _is_mostly_glued(text: str, places: int) -> bool:
    """Whether a few line ends at most are the text's own."""
    return text.count("\n") * _FEWEST <= places


def _in_glued_lines(text: str, places: list[int]) -> Iterator[int]:
    everywhere = _is_mostly_glued(text, len(places))
    line: list[int] = []
    for at in places:
        if line and text.find("\n", line[-1], at) >= 0:
            if everywhere or len(line) >= _FEWEST:
                yield from line
            line = []
        line.append(at)
    if everywhere or len(line) >= _FEWEST:
        yield from line


def _headings(text: str, strong: list[int], bare: list[int]) -> Iterator[int]:
    """The bare spaces that end a heading or caption: what precedes them back to a paragraph's start has no stop."""
    following = iter(bare)
    at = next(following, None)
    for start in strong:
        while at is not None and at < start:
            at = next(following, None)
        if at is None:
            return
        heading = text[start + 1 : at]
        if len(heading) >= _SHORTEST_HEADING and "\n" not in heading and not _HAS_STOP.search(heading):
            yield at


STAGE = Stage("paragraphs", AnyOf(" ", "\u3000"), find_glued)
