"""Headings that a link in the same text leads to: `[安装](#安装-install)` names `## 安装(install)`.

How a heading becomes an anchor is each site's own affair: some keep its marks, some make hyphens of them, some drop
them; all keep its letters and digits. What is in the heading must stay, or the link is dead.
"""

import re
from urllib.parse import unquote

from cnclean.patterns import compile_later

Bounds = tuple[int, int]

_LINK = compile_later(r"\]\(#([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)")
_HEADING = compile_later(r"^ {0,3}#{1,6} ([^\n]*)|^([^\n]++)(?=\n {0,3}(?:=++|-++) *+$)", re.MULTILINE)
_TARGET = compile_later(r"\]\([^()\s]*\)|\{#[^{}]*\}|<[^<>]*>")
_NO_LETTER = compile_later(r"[\W_]+")


def find_named_headings(text: str) -> list[Bounds]:
    """The headings of Markdown whose anchors links of the text name."""
    if "](#" not in text:
        return []
    names = {_letters(unquote(match[1])) for match in _LINK.finditer(text)}
    headings = _HEADING.finditer(text)
    return [heading.span() for heading in headings if _letters(heading[1] or heading[2] or "") in names]


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", _TARGET.sub("", text)).casefold()
