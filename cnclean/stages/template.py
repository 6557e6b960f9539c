"""Lines that a site prints on all its pages, as `cnclean learn` found them in its corpus and `boilerplate` names them.

A learned line goes only at the edge where it was learned: between it and the page's first (or last) line stand at most
a few lines that were not learned, such as the title or the editor's name. A lone word may be a heading that many pages
share (`职位描述`, `相关阅读` with its list below), so it goes only where nothing but learned lines stands outside it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Final

from cnclean.han import HAN
from cnclean.learned import Boilerplate, normalize
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, line_bounds, without_lines

_OTHERS: Final = 3
"""Lines that were not learned and may stand outside one that was."""

LONGEST: Final = 400
"""Characters of a line; longer ones are paragraphs and are not compared."""

_WORD = compile_later(r"\W*[^\W\d]{1,10}\W*")
_HAN = compile_later(f"[{HAN}]")


def find_template(text: str, options: Options) -> Iterator[Span]:
    spans = _spans(text, options)
    if not _too_much(text, spans, options):
        yield from spans


def suspect_template(text: str, options: Options) -> Iterator[Span]:
    """What would go from a text that is left as it is because too much would."""
    spans = _spans(text, options)
    if _too_much(text, spans, options):
        yield from spans


def learned_lines(lines: Sequence[str], known: Boilerplate) -> dict[int, str]:
    """Which of the lines of a page go, and the place for which each was learned."""
    tail = dict.fromkeys(_edge(reversed(list(enumerate(lines))), known.tail), "tail")
    head = dict.fromkeys(_edge(enumerate(lines), known.head), "head")
    if not known.anywhere:
        return tail | head
    anywhere = {at: "anywhere" for at, line in enumerate(lines) if _is_among(line, known.anywhere)}
    return anywhere | tail | head


def _edge(lines: Iterable[tuple[int, str]], known: Set[str]) -> Iterator[int]:
    """The learned lines of one edge, from the outside inward."""
    others = 0
    for at, line in lines if known else ():
        if _is_among(line, known) and not (others and _WORD.fullmatch(line)):
            yield at
        elif others < _OTHERS:
            others += 1
        else:
            return


def _is_among(line: str, known: Set[str]) -> bool:
    return len(line) <= LONGEST and normalize(line) in known


def _spans(text: str, options: Options) -> list[Span]:
    if options.boilerplate is None:
        return []
    bounds = line_bounds(text)
    return list(without_lines(bounds, learned_lines([text[start:end] for start, end in bounds], options.boilerplate)))


def _too_much(text: str, spans: list[Span], options: Options) -> bool:
    lost = sum(len(_HAN.findall(text, *span[:2])) for span in spans)
    return lost > 0 and lost > options.max_loss * len(_HAN.findall(text))


STAGE = Stage("template", re.compile(r"\S"), find_template, suspect=suspect_template)
