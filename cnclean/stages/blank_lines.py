"""Blanks at line ends, and empty lines in heaps: what deleted lines and HTML extraction leave behind.

A run of three or more empty lines becomes one; one or two are an author's choice and stay, as do indents. Empty lines
before the first line go; after the last one at most one line end stays. In Markdown two spaces at a line end are a
line break.
"""

import re
from collections.abc import Iterator

from cnclean.stage import Options, Span, Stage

_BLANK = " \t\u3000"
_HEAD = re.compile(rf"(?:[{_BLANK}]*\n)+")
_TRAILING_OR_HEAP = re.compile(rf"(?<![{_BLANK}])[{_BLANK}]+(?=\n)|\n(?:[{_BLANK}]*\n){{3,}}")
_HARD_BREAK = "  "


def find_blanks(text: str, options: Options) -> Iterator[Span]:
    end = len(text.rstrip(_BLANK + "\n"))
    head = _HEAD.match(text, 0, end)
    start = head.end() if head else 0
    if start:
        yield 0, start, ""
    for match in _TRAILING_OR_HEAP.finditer(text, start, end):
        if options.markup == "markdown" and match[0] == _HARD_BREAK:
            continue
        yield match.start(), match.end(), "\n\n" if match[0][0] == "\n" else ""
    tail = "\n" if "\n" in text[end:] else ""
    if text[end:] != tail:
        yield end, len(text), tail


STAGE = Stage("blank_lines", re.compile(rf"[{_BLANK}](?=\n|\Z)|\n[{_BLANK}]*\n|\A\n"), find_blanks)
