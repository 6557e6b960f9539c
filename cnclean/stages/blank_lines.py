"""Blanks at line ends, and empty lines in heaps: what deleted lines and HTML extraction leave behind.

A run of three or more empty lines becomes one; one or two are an author's choice and stay, as do indents. Empty lines
before the first line go; after the last one at most one line end stays. In Markdown two spaces at a line end are a
line break, and in a table whose cells tabs part, those at the end of a row are empty cells.
"""

import functools
from collections.abc import Callable, Iterator

from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span, Stage, matches_at

_BLANK = " \t\u3000"
_SPACE = _BLANK + "\n"
_HEAD = compile_later(rf"(?:[{_BLANK}]*\n)+")
_UNTIDY = compile_later(rf"\n(?:(?<=[{_BLANK}]\n)|(?=[{_BLANK}]*\n))")
_LINE_ENDS = compile_later(rf"\n(?:[{_BLANK}]*\n)*")
_HEAP = 4  # line ends in a row
_HARD_BREAK = "  "


def find_blanks(text: str, options: Options) -> Iterator[Span]:
    end = len(text.rstrip(_SPACE))
    head = _HEAD.match(text, 0, end) if text[:1].isspace() else None
    start = head.end() if head else 0
    is_untidy = _UNTIDY.search(text, start, end) is not None
    if not start and not is_untidy and text[end:] in ("", "\n"):
        return  # most texts
    columns = functools.cache(functools.partial(_columns, text))
    if start:
        yield 0, start, ""
    if is_untidy:
        yield from _inside(text[:end], start, options, columns)
    tail = "\n" if "\n" in text[end:] else ""
    if "\t" in text[end:]:
        tail = _cells(text, end, text[end:].partition("\n")[0], columns()) + tail
    if text[end:] != tail:
        yield end, len(text), tail


def _inside(text: str, start: int, options: Options, columns: Callable[[], frozenset[int]]) -> Iterator[Span]:
    """Line ends with blanks before them or empty lines behind them."""
    for match in matches_at(_UNTIDY, _LINE_ENDS, text, start):
        line_end = match.start()
        while text[line_end - 1] in _BLANK:
            line_end -= 1
        count = match[0].count("\n")
        new = "\n" * (2 if count >= _HEAP else count)
        blanks = text[line_end : match.start()]
        if options.markup == "markdown" and blanks == _HARD_BREAK:
            new = blanks + new
        elif "\t" in blanks:
            new = _cells(text, line_end, blanks, columns()) + new
        if new != blanks + match[0]:
            yield line_end, match.end(), new


def _columns(text: str) -> frozenset[int]:
    """How many tabs the rows of its tables have."""
    return frozenset(row.count("\t") for row in text.split("\n") if "\t" in row.strip(_BLANK))


def _cells(text: str, line_end: int, blanks: str, columns: frozenset[int]) -> str:
    """The tabs at the end of a row that part cells."""
    tabs = text.count("\t", text.rfind("\n", 0, line_end) + 1, line_end) + blanks.count("\t")
    return blanks[: blanks.rfind("\t") + 1] if tabs in columns else ""


STAGE = Stage("blank_lines", AnyOf("\n", *_BLANK), find_blanks)
