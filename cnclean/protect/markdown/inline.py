"""What is protected inside a line of Markdown: code, link targets and labels, tags, formulas, attributes."""

import re
from collections.abc import Iterator
from itertools import chain

from cnclean.edits import Bounds
from cnclean.patterns import compile_later
from cnclean.protect.anchors import find_named
from cnclean.protect.markdown.html import VALUE
from cnclean.protect.plain import URL

# With any name: what begins no block of HTML may still be a tag to some program, `<div [(值)]="甲,乙">`.
_ATTRIBUTE = rf"\s+[^\s\"'=<>/]++{VALUE}"
_PIECE = compile_later(
    r"\]\((?:<[^<>\n]*>|(?!<))(?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\]\[[^\[\]]*\]"
    r"|\[\^[^\[\]\s]+\]:?|\[\[[^\[\]\n]*\]\]|!\[(?!\[)|%%[^%\n]+%%"
    r"|\*\[(?<!\S\*\[)[^\[\]\n]*\]:"
    rf"|<[A-Za-z][A-Za-z0-9-]*+(?:{_ATTRIBUTE})*+\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>|<[A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^\s<>]*>"
    # Not past another beginning, or thousands that never end would take the square of their number.
    r"|<!--(?:[^-<]|-(?!->)|<(?!!--))*-->|<\?(?:[^?<]|\?(?!>)|<(?!\?))*\?>"
    r"|\$(?<![\\$A-Za-z0-9]\$)(?![\s$])[^$\n]*[^\s$\\]\$(?![0-9$])"
    r"|\{[#.:%{][^{}\n]*\}"
    # A renderer that makes links of bare addresses ends them at a blank: marks before one must stay ASCII.
    rf"|(?:{URL})(?:[,;:.?!()]++(?![^\s*_]))?"
)
_ANCHOR = compile_later(r"\]\(#([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)")
_HEADING = compile_later(r"^ {0,3}#{1,6} ([^\n]*)|^([^\n]++)(?=\n {0,3}(?:=++|-++) *+$)", re.MULTILINE)
_BACKQUOTES = compile_later(r"`+")
_DEFINITION = compile_later(r"\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:")
_LABEL = compile_later(r"\[((?:[^\[\]\\]|\\.)+)\]")


def find_inline(text: str, blocks: list[Bounds], prose: list[Bounds]) -> list[Bounds]:
    """What is protected in the runs of lines `prose`, and wherever a definition among `blocks` is referred to."""
    spans = list(chain.from_iterable(_pieces(text, *bounds) for bounds in prose))
    return spans + _references(text, blocks + spans) + _named_headings(text)


def _pieces(text: str, start: int, end: int) -> Iterator[Bounds]:
    yield from _code_spans(text, start, end)
    for match in _PIECE.finditer(text, start, end):
        yield match.span()


def _code_spans(text: str, start: int, end: int) -> Iterator[Bounds]:
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


def _references(text: str, spans: list[Bounds]) -> list[Bounds]:
    """Labels in brackets that a definition of the text names: their words are an address."""
    if "]:" not in text:
        return []
    labels = {_folded(match[1]) for start, end in spans for match in _DEFINITION.finditer(text, start, end)}
    if not labels:
        return []
    return [match.span() for match in _LABEL.finditer(text) if _folded(match[1]) in labels]


def _named_headings(text: str) -> list[Bounds]:
    return list(find_named(_HEADING.finditer(text), _ANCHOR.finditer(text))) if "](#" in text else []


def _folded(label: str) -> str:
    return re.sub(r"\s+", " ", label.strip()).casefold()
