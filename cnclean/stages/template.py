"""Lines that a site prints on all its pages, as `cnclean learn` found them in its corpus and `boilerplate` names them.

A learned line goes only at the edge where it was learned: between it and the page's first (or last) line stand at most
a few lines that were not learned, such as the title or the editor's name. A word or a line with a colon may introduce
what follows (`职位描述`, `相关阅读`, `下载地址:`), so it goes only with the next line. A line of the head whose numbers
differ may be the title of a series (`早报 2024年3月5日`), so it goes only where a title is left.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from cnclean.deletion import limited, without_lines
from cnclean.learned import Boilerplate, normalize
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, line_bounds

_OTHERS: Final = 3
"""Lines that were not learned and may stand outside one that was."""

LONGEST: Final = 400
"""Characters of a line; longer ones are paragraphs and are not compared."""

_INTRODUCES = compile_later(r"\W*[^\W\d]{1,10}\W*|.*[:：][\W_]*")
_SENTENCE = compile_later(r"[。！？!?；;…][\W_]*$")
_TITLE: Final = 50
"""Characters of a title."""


def learned_lines(lines: Sequence[str], known: Boilerplate) -> dict[int, str]:
    """Which of the lines of a page go, and the place for which each was learned."""
    tail = dict.fromkeys(_edge(reversed(list(enumerate(lines))), known.tail), "tail")
    head = dict.fromkeys(_edge(enumerate(lines), known.head), "head")
    struck = tail | head
    if known.anywhere:
        struck = {at: "anywhere" for at, line in enumerate(lines) if _is_among(line, known.anywhere)} | struck
    for at in sorted(struck, reverse=True):
        if struck[at] != "anywhere" and _INTRODUCES.fullmatch(lines[at]) and not _goes(at + 1, lines, struck):
            del struck[at]
    for at in list(_titles(lines, struck)):
        del struck[at]
    return struck


def _goes(at: int, lines: Sequence[str], struck: Mapping[int, str]) -> bool:
    return at == len(lines) or at in struck


def _titles(lines: Sequence[str], struck: Mapping[int, str]) -> Iterator[int]:
    """The lines of the head with numbers of which one may be the title: the first, and all if no title is left."""
    first = next((line for at, line in enumerate(lines) if at not in struck), "")
    untitled = len(first) > _TITLE or _SENTENCE.search(first)
    for at, place in struck.items():
        if place == "head" and (at == 0 or untitled) and "0" in normalize(lines[at]):
            yield at


def _edge(lines: Iterable[tuple[int, str]], known: Set[str]) -> Iterator[int]:
    """The learned lines of one edge, from the outside inward."""
    others = 0
    for at, line in lines if known else ():
        if _is_among(line, known):
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


_FIND, _SUSPECT = limited(_spans)
STAGE = Stage(
    "template", re.compile(r"\S"), _FIND, suspect=_SUSPECT, wanted=lambda options: options.boilerplate is not None
)
