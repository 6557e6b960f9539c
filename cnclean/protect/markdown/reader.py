"""Reads a Markdown text line by line: which lines must stay, and which are text.

A line belongs to the containers whose marks or indents it has; what is left of it begins a block, goes on with one, or
is text. Only what matters to protection is told apart.
"""

from cnclean.edits import Bounds
from cnclean.protect.markdown import beginnings, containers
from cnclean.protect.markdown.containers import RULE, Containers
from cnclean.protect.markdown.open_blocks import ending_of, ends_block, is_closed_at_once


class Reader:
    """The lines so far: those that are `protected`, and the runs of text, `prose`."""

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
                if ends_block(line[at:], self._open_end):
                    self._finish(end)
                return
            self._finish(start)
            self._begin(line[at:], depth, start, end)
        elif self._containers:
            at, depth = self._containers.enter(line)
            self._begin(line[at:], depth, start, end)
        elif self._in_rows or line[:1] in beginnings.SIGNS_OR_BLANK:
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
        """Read `rest`, what a line has behind the marks and indents of the containers it is in, `depth` in number."""
        is_lazy = self._in_paragraph and depth < len(self._containers)
        outer = depth
        while True:
            first = rest.lstrip(" ")[:1]
            if not first:
                self._containers.blank(depth, begins_item=depth > outer)
                self._end_text()
                return
            if first != rest[0] and rest.startswith("    "):
                self._indented(depth, start, end)
                return
            if first in containers.SIGNS and (content := self._container(rest, depth, is_lazy=is_lazy)):
                rest = rest[content:]
            elif first in beginnings.SIGNS and self._starts(rest, depth, start, end):
                return
            else:
                break
            depth, is_lazy = depth + 1, False
        # The containers that this line is not in end; a paragraph goes on in those it is in.
        if not is_lazy and depth < len(self._containers):
            self._leave(depth)
        if first in beginnings.SIGNS or self._in_rows:
            self._line(rest, start, end, is_lazy=is_lazy)
        else:
            self._text(start, end)

    def _indented(self, depth: int, start: int, end: int) -> None:
        """A line that is code by its indent, unless it is in a paragraph."""
        if self._in_paragraph:
            self._text(start, end)
        else:
            self._leave(depth)
            self.protected.append((start, end))

    def _container(self, rest: str, depth: int, *, is_lazy: bool) -> int:
        """Where the content of a quote or list item that begins here stands, or 0."""
        content = self._containers.open(rest, depth, interrupts=self._in_paragraph and not is_lazy)
        if content:
            self._end_text()
        return content

    def _starts(self, rest: str, depth: int, start: int, end: int) -> bool:
        """Whether a block begins here that is no text, or a heading or rule, which is."""
        if ending := ending_of(rest, in_paragraph=self._in_paragraph):
            self._open(start, depth, ending)
            if is_closed_at_once(rest, ending):
                self._finish(end)
        elif beginnings.HEADING.match(rest):
            self._leave(depth)
            self.prose.append((start, end))
        elif RULE.match(rest) and not (self._in_paragraph and beginnings.UNDERLINE.match(rest)):
            self._leave(depth)
        else:
            return False
        return True

    def _line(self, rest: str, start: int, end: int, *, is_lazy: bool) -> None:
        """A line of a paragraph, a definition or a table."""
        if self._in_rows:
            self.protected.append((start, end))
        elif self._in_paragraph and "|" in self._head and beginnings.TABLE.match(rest):
            self._in_rows, self._in_paragraph = True, False
            self.protected += [self._before, (start, end)]
        elif self._in_paragraph and not is_lazy and beginnings.UNDERLINE.match(rest):
            self._in_paragraph = False
        elif self._after_definition and beginnings.TITLE.match(rest):
            self.protected.append((start, end))
        elif not self._in_paragraph and (definition := beginnings.DEFINITION.match(rest)):
            self.protected.append((start, end))
            self._after_definition = True
            if definition.end() == len(rest.rstrip(" ")):
                self._in_rows = True  # as they are: the address is in the next line
        else:
            if beginnings.DIRECTIVE.match(rest):
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

    def _finish(self, end: int) -> None:
        self.protected.append((self._open_start, end))
        self._open_start = -1
