"""The blocks of a Markdown text, as CommonMark finds them: line by line, inside quotes and list items.

A line belongs to the containers whose marks or indents it has; what is left of it begins a block, goes on with one, or
is text. Only what matters to protection is told apart: lines that must stay, and lines of text.
"""

from cnclean.patterns import compile_later
from cnclean.protect.markdown import containers
from cnclean.protect.markdown.containers import RULE, Containers
from cnclean.protect.markdown.html import html_block

_FENCE = compile_later(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_HEADING = compile_later(r" {0,3}#{1,6}(?: |$)")
_UNDERLINE = compile_later(r" {0,3}(?:=+|-+) *$")
_TABLE = compile_later(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
_DEFINITION = compile_later(r" {0,3}\[(?!\^)(?:[^\[\]\\]|\\.)+\]:")
_TITLE = compile_later(r"""[ ]*(?:"[^"]*"|'[^']*'|\([^()]*\))[ ]*$""")
_DIRECTIVE = compile_later(r" {0,3}(?::::|!!!|\?\?\?|===[ ]+[\"']|<<<|@\[|--8<--|\|)")

_MATTER = compile_later(
    r"(?P<sign>---|\+\+\+|;;;)[ \t]*\n(?=[ \t]*(?:\n|\#|[\w\"'-][^\n]*[:=]|(?P=sign)))(?:[^\n]*\n)*?"
    r"(?:(?P=sign)|\.\.\.)[ \t]*(?=\n|\Z)"
)

_SIGNS = containers.SIGNS | frozenset("`~<$\\#_|:[=!?@\"'(")
"""What a line begins with that is no plain line of text."""

_SIGNS_OR_BLANK = _SIGNS | {" "}

_INDENTS = ("    ", "\t")

Bounds = tuple[int, int]


def find_blocks(text: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that must stay, and the runs of lines of text between them."""
    reader = _Reader()
    matter = _MATTER.match(text)
    start = 0
    if matter:
        reader.protected.append(matter.span())
        start = matter.end() + 1
    for line in text[start:].split("\n"):
        end = start + len(line)
        reader.read(line.expandtabs(4) if "\t" in line else line, start, end)
        start = end + 1
    reader.close(len(text))
    return _joined(reader.protected, text), reader.prose


def _joined(lines: list[Bounds], text: str) -> list[Bounds]:
    """Lines that follow on one another as one block, with the empty lines between lines of indented code."""
    blocks: list[Bounds] = []
    for start, end in sorted(lines):
        gap = text[blocks[-1][1] : start] if blocks else "none"
        if len(gap) < 2 or (text.startswith(_INDENTS, start) and not gap.strip()):
            blocks[-1] = blocks[-1][0], max(end, blocks[-1][1])
        else:
            blocks.append((start, end))
    return blocks


class _Reader:
    def __init__(self) -> None:
        self.protected: list[Bounds] = []
        self.prose: list[Bounds] = []
        self._containers = Containers()
        self._in_paragraph = self._in_rows = self._after_definition = False
        # A block that goes on to an end of its own: where it begins, how deep it stands, what ends it.
        self._open_start, self._open_depth, self._open_end = -1, 0, ""
        self._before: Bounds = (0, 0)
        self._head = ""  # the line before, which may be the head of a table

    def read(self, line: str, start: int, end: int) -> None:
        if self._open_start >= 0:
            at, depth = self._containers.enter(line) if self._open_depth else (0, 0)
            if depth >= self._open_depth:
                if self._ends(line[at:]):
                    self._finish(end)
                return
            self._finish(start)
            self._begin(line[at:], depth, start, end)
        elif self._containers:
            at, depth = self._containers.enter(line)
            self._begin(line[at:], depth, start, end)
        elif self._in_rows or line[:1] in _SIGNS_OR_BLANK:
            self._begin(line, 0, start, end)
        elif line:
            self._text(start, end)  # as most lines
        else:
            self._end_text()
        self._before, self._head = (start, end), line

    def close(self, end: int) -> None:
        if self._open_start >= 0:
            self._finish(end)

    def _begin(self, rest: str, depth: int, start: int, end: int) -> None:
        is_lazy = self._in_paragraph and depth < len(self._containers)
        outer = depth
        while True:
            first = rest.lstrip(" ")[:1]
            if not first:
                self._containers.blank(depth, begins_item=depth > outer)
                self._end_text()
                return
            if first != rest[0] and rest.startswith("    "):
                if self._in_paragraph:
                    self._text(start, end)
                else:
                    self._leave(depth)
                    self.protected.append((start, end))
                return
            if first in containers.SIGNS and (content := self._container(rest, depth, is_lazy=is_lazy)):
                rest = rest[content:]
            elif first in _SIGNS and self._starts(rest, depth, start, end):
                return
            else:
                # The containers that this line is not in end; a paragraph goes on in those it is in.
                if not is_lazy and depth < len(self._containers):
                    self._leave(depth)
                if first in _SIGNS or self._in_rows:
                    self._line(rest, start, end, is_lazy=is_lazy)
                else:
                    self._text(start, end)
                return
            depth, is_lazy = depth + 1, False

    def _container(self, rest: str, depth: int, *, is_lazy: bool) -> int:
        """Where the content of a quote or list item that begins here stands, or 0."""
        content = self._containers.open(rest, depth, interrupts=self._in_paragraph and not is_lazy)
        if content:
            self._end_text()
        return content

    def _starts(self, rest: str, depth: int, start: int, end: int) -> bool:
        """Whether a block begins here that is no text, or a heading or rule, which is."""
        if fence := _FENCE.match(rest):
            self._open(start, depth, fence[1])
        elif html := html_block(rest, in_paragraph=self._in_paragraph):
            self._open(start, depth, html[0])
            if html[0] != "\n" and html[0] in rest[html[1] :].lower():
                self._finish(end)
        elif rest.strip(" ") in ("$$", "\\[") or (rest.lstrip(" ").startswith("$$") and rest.count("$$") == 1):
            self._open(start, depth, "$$" if "$" in rest else "\\]")
        elif _HEADING.match(rest):
            self._leave(depth)
            self.prose.append((start, end))
        elif RULE.match(rest) and not (self._in_paragraph and _UNDERLINE.match(rest)):
            self._leave(depth)
        else:
            return False
        return True

    def _line(self, rest: str, start: int, end: int, *, is_lazy: bool) -> None:
        """A line of a paragraph, a definition or a table."""
        if self._in_rows:
            self.protected.append((start, end))
        elif self._in_paragraph and "|" in self._head and _TABLE.match(rest):
            self._in_rows, self._in_paragraph = True, False
            self.protected += [self._before, (start, end)]
        elif self._in_paragraph and not is_lazy and _UNDERLINE.match(rest):
            self._in_paragraph = False
        elif self._after_definition and _TITLE.match(rest):
            self.protected.append((start, end))
        elif not self._in_paragraph and (definition := _DEFINITION.match(rest)):
            self.protected.append((start, end))
            self._after_definition = True
            if definition.end() == len(rest.rstrip(" ")):
                self._in_rows = True  # as they are: the address is in the next line
        else:
            if _DIRECTIVE.match(rest):
                self.protected.append((start, end))
            self._text(start, end)

    def _text(self, start: int, end: int) -> None:
        self._containers.fill()
        if self._in_paragraph and self.prose and self.prose[-1][1] == start - 1:
            self.prose[-1] = self.prose[-1][0], end
        else:
            self.prose.append((start, end))
        self._in_paragraph, self._after_definition = True, False

    def _end_text(self) -> None:
        self._in_paragraph = self._in_rows = self._after_definition = False

    def _leave(self, depth: int) -> None:
        self._containers.leave(depth)
        self._end_text()

    def _open(self, start: int, depth: int, ending: str) -> None:
        self._leave(depth)
        self._open_start, self._open_depth, self._open_end = start, depth, ending

    def _ends(self, rest: str) -> bool:
        ending = self._open_end
        if ending == "\n":
            return not rest.strip(" ")
        if ending[0] in "`~":
            line = rest.strip(" ")
            return line.startswith(ending) and not line.strip(ending[0]) and not rest.startswith("    ")
        return ending in rest.lower()

    def _finish(self, end: int) -> None:
        self.protected.append((self._open_start, end))
        self._open_start = -1
