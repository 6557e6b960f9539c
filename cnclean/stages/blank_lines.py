"""Blanks at line ends, and empty lines in heaps: what deleted lines and HTML extraction leave behind.

A run of three or more empty lines becomes one; one or two are an author's choice and stay, as do indents. Empty lines
before the first line go; after the last one at most one line end stays. In Markdown two spaces at a line end are a
line break.
"""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span, Stage, matches_at

_BLANK = " \t\u3000"
_HEAD = compile_later(rf"(?:[{_BLANK}]*\n)+")
_UNTIDY = compile_later(rf"\n(?:(?<=[{_BLANK}]\n)|(?=[{_BLANK}]*\n))")
_LINE_ENDS = compile_later(rf"\n(?:[{_BLANK}]*\n)*")
_HEAP = 4  # line ends in a row
_HARD_BREAK = "  "


def find_blanks(text: str, options: Options) -> Iterator[Span]:
    end = len(text.rstrip(_BLANK + "\n"))
    head = _HEAD.match(text, 0, end) if text[:1].isspace() else None
    start = head.end() if head else 0
    if start:
        yield 0, start, ""
    if _UNTIDY.search(text, start, end):
        yield from _between(text[:end], start, options)
    tail = "\n" if "\n" in text[end:] else ""
    if text[end:] != tail:
        yield end, len(text), tail


def _between(text: str, start: int, options: Options) -> Iterator[Span]:
    """What is untidy from `start` on, where the first line that is not blank begins, to the end of the last one."""
    for match in matches_at(_UNTIDY, _LINE_ENDS, text, start):
        line_end = match.start()
        while text[line_end - 1] in _BLANK:
            line_end -= 1
        count = match[0].count("\n")
        new = "\n" * (2 if count >= _HEAP else count)
        blanks = text[line_end : match.start()]
        if options.markup == "markdown" and blanks == _HARD_BREAK:
            new = blanks + new
        if new != blanks + match[0]:
            yield line_end, match.end(), new


STAGE = Stage("blank_lines", AnyOf("\n", *_BLANK), find_blanks)
