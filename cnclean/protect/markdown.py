"""What is protected in Markdown: code, front matter, HTML, tables, formulas, link targets, reference definitions.

The blocks are those of CommonMark and of GitHub's tables, found line by line (`markdown_blocks`); where flavours differ
(`$$`, `:::`, `!!!`) the reading that protects more is taken. What stands inside a line is found in the text between.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cnclean.patterns import compile_later
from cnclean.protect.markdown_blocks import find_blocks
from cnclean.protect.plain import URL

_ATTRIBUTE = r"""\s+[^\s"'=<>/]++(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]++))?"""
_PIECE = compile_later(
    r"\]\((?:<[^<>\n]*>|(?!<))(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\]\[[^\[\]]*\]"
    r"|\[\^[^\[\]\s]+\]:?|\[\[[^\[\]\n]*\]\]|!\["
    r"|\*\[(?<!\S\*\[)[^\[\]\n]*\]:"
    rf"|<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>|<[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*>"
    r"|<!--(?:[^-]|-(?!->))*-->|<\?(?:[^?]|\?(?!>))*\?>"
    r"|\$(?<![\\$A-Za-z0-9]\$)(?![\s$])[^$\n]*[^\s$\\]\$(?![0-9$])"
    r"|\{[#.:%{][^{}\n]*\}"
    # A renderer that makes links of bare addresses ends them at a blank: marks before one must stay ASCII.
    rf"|(?:{URL})[,;:.?!()]*+(?![^\s*_])"
)
_BACKQUOTES = compile_later(r"`+")
_DEFINITION = compile_later(r"\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:")
_LABEL = compile_later(r"\[((?:[^\[\]\\]|\\.)+)\]")


def find_protected(text: str) -> Iterator[tuple[int, int]]:
    blocks, prose = find_blocks(text)
    spans = list(chain(blocks, *(_pieces(text, *bounds) for bounds in prose)))
    spans += _references(text, spans)
    spans.sort()
    return iter(spans)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    yield from _code_spans(text, start, end)
    for match in _PIECE.finditer(text, start, end):
        yield match.span()


def _code_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From a run of backquotes to the next one of the same length, in one paragraph."""
    if "`" not in text[start:end]:
        return
    runs = [match.span() for match in _BACKQUOTES.finditer(text, start, end)]
    following: dict[int, int] = {}
    partner = [0] * len(runs)
    for i in range(len(runs) - 1, -1, -1):
        length = runs[i][1] - runs[i][0]
        partner[i] = following.get(length, 0)
        following[length] = i
    i = 0
    while i < len(runs):
        at = runs[i][0]
        if partner[i] and not (at and text[at - 1] == "\\" and text[max(at - 2, 0) : at] != "\\\\"):
            yield at, runs[partner[i]][1]
            i = partner[i]
        i += 1


def _references(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Labels in brackets that a definition of the text names: their words are an address."""
    definitions = (_DEFINITION.search(text, start, end) for start, end in spans)
    labels = {_folded(match[1]) for match in definitions if match}
    if not labels:
        return []
    return [match.span() for match in _LABEL.finditer(text) if _folded(match[1]) in labels]


def _folded(label: str) -> str:
    return re.sub(r"\s+", " ", label.strip()).casefold()
