"""What is protected in AsciiDoc: listings, literals, passthroughs, tables, attributes, macros, references, code."""

import re

from cnclean.edits import Bounds
from cnclean.patterns import compile_later
from cnclean.protect.anchors import find_named
from cnclean.protect.front_matter import find_front_matter

_PIECE = compile_later(
    r"<<[^<>\n]+>>|\[\[[^\[\]\n]*\]\]|\(\(\(?[^()\n]*\)\)\)?"
    r"|(?<![A-Za-z0-9])[a-z][a-z0-9_-]{0,20}:{1,2}[^\s\[\]`]{0,200}\[[^\]\n]{0,400}\]"
    r"|(?:https?|ftp|irc|mailto)://?[^\s\[\]<>]{0,200}\[[^\]\n]{0,400}\]"
    r"|\[[^\[\]\n]*\](?=[#*_`])"
    r"|`[^`\n]+`|\+\+\+?[^+\n]+\+\+\+?|\+[^\s+](?:[^+\n]*[^\s+])?\+"
    r"|\{[A-Za-z0-9_:.@!-]+\}"
    r"|(?:::{1,3}|;;)(?=\s|\Z)"
)
_REFERENCE = compile_later(r"<<#?([^<>,\n]+)|xref:#?([^\s\[\]]{1,200})\[")
_HEADING = compile_later(r"^={1,6} ([^\n]*)|^([^\n]++)(?=\n[=~^+-]{2}[=~^+-]*+$)", re.MULTILINE)
_DELIMITER = compile_later(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}[^`]*|[|,:!]={3,})[ \t]*$")
_PROSE_DELIMITER = compile_later(r"(--|={4,}|\*{4,}|_{4,})[ \t]*$")
_ATTRIBUTES = compile_later(r"\[(?:.*)\][ \t]*$")
_VERBATIM = compile_later(
    r"\[(?:source|listing|literal|stem|latexmath|asciimath|pass|verse|plantuml|mermaid|ditaa|graphviz|,)"
    r"(?![a-z])"
)
_LINE = compile_later(
    r":!?[\w][\w-]*!?:(?:[ \t]|$)|//(?!/)|(?:[a-z][\w-]*)::\S*\[.*\][ \t]*$|'''|<<<"
    r"|\[.*\][ \t]*$|(?:ifdef|ifndef|ifeval|endif)::"
)
_LABEL = compile_later(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ ]|<\d+>[ ]|\.{1,5}[ ]|[*-]{1,5}[ ]|\d+\.[ ]")
_ITEM = compile_later(r"[ \t]+(?:[*-]{1,5}|\.{1,5}|\d+\.|[a-zA-Z]\.)[ \t]|[ \t]+\S.*(?:::{1,3}|;;)(?:[ \t]|$)")
_UNDERLINE = compile_later(r"([=~^+-])\1+$")


def find_blocks(text: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that must stay, by their starts; what stands inside a line is looked for in all of the text."""
    reader = _Reader()
    start = 0
    if matter := find_front_matter(text):
        reader.protected.append(matter)
        start = matter[1] + 1
    for line in text[start:].split("\n"):
        reader.read(line, start, start + len(line))
        start += len(line) + 1
    return sorted(reader.close(len(text))), [(0, len(text))]


def find_inline(text: str, _blocks: list[Bounds], prose: list[Bounds]) -> list[Bounds]:
    pieces = [match.span() for start, end in prose for match in _PIECE.finditer(text, start, end)]
    if "<<" in text or "xref:" in text:
        pieces += find_named(_HEADING.finditer(text), _REFERENCE.finditer(text))
    return pieces


class _Reader:
    def __init__(self) -> None:
        self.protected: list[Bounds] = []
        self._open_start, self._open_end = -1, ""
        self._is_verbatim = False  # the block attributes above say that what comes is no prose
        self._in_paragraph = self._in_verbatim = False
        self._before: tuple[str, Bounds] = ("", (0, 0))
        self._is_first = False  # the line before is the first one of a paragraph

    def read(self, line: str, start: int, end: int) -> None:
        self._read(line, start, end)
        self._before = line, (start, end)

    def _read(self, line: str, start: int, end: int) -> None:
        if self._open_start >= 0:
            if line.rstrip() == self._open_end:
                self.protected.append((self._open_start, end))
                self._open_start = -1
                self._in_paragraph = self._is_first = False
            return
        if not line.strip():
            self._in_paragraph = self._in_verbatim = self._is_first = False
        elif self._is_underline(line):
            self.protected.append(self._before[1])  # a title in two lines: their lengths must agree
            self._in_paragraph = self._in_verbatim = self._is_first = False
        elif delimiter := _DELIMITER.match(line) or (self._is_verbatim and _PROSE_DELIMITER.match(line)):
            self._open_start = start
            self._open_end = "```" if delimiter[1].startswith("`") else delimiter[1]
            self._is_verbatim = self._in_paragraph = False
        elif _VERBATIM.match(line) and _ATTRIBUTES.match(line):
            self._is_verbatim = True
            self.protected.append((start, end))
        elif self._in_verbatim or (self._is_verbatim and not line.startswith(".")):
            self._in_verbatim, self._is_verbatim = True, False
            self.protected.append((start, end))
        else:
            self._text(line, start, end)

    def close(self, end: int) -> list[Bounds]:
        if self._open_start >= 0:
            self.protected.append((self._open_start, end))
        return self.protected

    def _is_underline(self, line: str) -> bool:
        before, _ = self._before
        return self._is_first and _UNDERLINE.match(line) is not None and abs(len(line) - len(before)) < 2

    def _text(self, line: str, start: int, end: int) -> None:
        if _LINE.match(line):
            self.protected.append((start, end))
            self._is_first = False
            if line.startswith(("if", "endif")):  # what stands before may not be there
                self._in_paragraph = False
        elif line[0] in " \t" and not self._in_paragraph and not _ITEM.match(line):
            self._in_verbatim = self._is_first = True  # a literal paragraph
            self.protected.append((start, end))
        else:
            self._is_first = not self._in_paragraph
            self._in_paragraph = not _PROSE_DELIMITER.match(line) and not line.startswith("=")
            label = _LABEL.match(line)
            if label:
                self.protected.append((start, start + label.end()))
