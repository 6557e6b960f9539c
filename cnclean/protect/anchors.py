"""Headings that a link in the same text leads to: `[安装](#安装-install)` names `## 安装(install)`.

How a heading becomes an anchor is each site's own affair: some keep its marks, some make hyphens of them, some drop
them; all keep its letters and digits. What is in the heading must stay, or the link is dead.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from cnclean.edits import Bounds
from cnclean.patterns import compile_later

_TARGET = compile_later(r"\]\([^()\s]*\)|\{#[^{}]*\}|<[^<>]*>")
_NO_LETTER = compile_later(r"[\W_]+")


def find_named(headings: Iterable[re.Match[str]], links: Iterable[re.Match[str]]) -> Iterator[Bounds]:
    """The headings whose anchors the links name; the first group of a match that is there is what it says."""
    names = {_letters(unquote(link[link.lastindex or 0])) for link in links}
    for heading in headings:
        if _letters(heading[heading.lastindex or 0]) in names:
            yield heading.span()


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", _TARGET.sub("", text)).casefold()
