"""The blocks of a Markdown text, as CommonMark finds them: line by line, inside quotes and list items.

A line belongs to the containers whose marks or indents it has (`_enter`); what is left of it begins a block,
goes on with one, or is text. Only what matters to protection is told apart: lines that must stay, and lines of text.
"""

from cnclean.patterns import compile_later
from cnclean.protect.markdown_html import html_block

_QUOTE = compile_later(r" {0,3}> ?")
_ITEM = compile_later(r" {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?=[ ]|$)")
_RULE = compile_later(r" {0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})$")
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

_DEEPEST = 32  # containers in one another; what stands deeper is taken for text

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
        reader.read(line.expandtabs(4) if "\t" in line else line, start, start + len(line))
        start += len(line) + 1
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
        self._containers: list[int] = []  # the indent that a list item's lines need; 0 for a quote
        self._in_paragraph = self._in_rows = self._after_definition = False
        # A block that goes on to an end of its own: where it begins, how deep it stands, what ends it.
        self._open_start, self._open_depth, self._open_end = -1, 0, ""
        self._before: Bounds = (0, 0)
        self._empty_item = 0
        self._head = ""  # the line before, which may be the head of a table

    def read(self, line: str, start: int, end: int) -> None:
        if line[:1] > "~" and self._open_start < 0 and not self._containers and not self._in_rows:
            self._text(start, end)  # Chinese, as most lines: nothing can begin here
            self._before, self._head = (start, end), line
            return
        at, depth = self._enter(line)
        rest = line[at:]
        if self._open_start >= 0:
            if depth >= self._open_depth:
                if self._ends(rest):
                    self._finish(end)
                return
            self._finish(start)
        self._begin(rest, depth, start, end)
        self._before, self._head = (start, end), line

    def close(self, end: int) -> None:
        if self._open_start >= 0:
            self._finish(end)

    def _enter(self, line: str) -> tuple[int, int]:
        """How far the line's marks and indents go through the open containers: the place, and how many they are."""
        at = depth = 0
        for indent in self._containers:
            if indent:
                if line[at : at + indent].strip(" "):
                    break
                at += indent
            else:
                quote = _QUOTE.match(line, at)
                if quote is None:
                    break
                at = quote.end()
            depth += 1
        return at, depth

    def _begin(self, rest: str, depth: int, start: int, end: int) -> None:
        is_lazy = self._in_paragraph and depth < len(self._containers)
        outer = depth
        while True:
            if not rest.strip(" "):
                self._blank(is_item=depth > outer)
                self._leave(depth if 0 in self._containers[depth:] else len(self._containers))
                return
            if rest.startswith("    "):
                if self._in_paragraph:
                    self._text(start, end)
                else:
                    self._leave(depth)
                    self.protected.append((start, end))
                return
            if container := self._container(rest, interrupts=self._in_paragraph and not is_lazy):
                self._leave(depth)
                self._containers.append(container[0])
                rest = rest[container[1] :]
            elif self._starts(rest, depth, start, end):
                return
            else:
                if not is_lazy:
                    self._keep(depth)
                self._line(rest, start, end, is_lazy=is_lazy)
                return
            depth, is_lazy = depth + 1, False

    def _blank(self, *, is_item: bool) -> None:
        """An item that begins with an empty line ends with a second one."""
        if is_item:
            self._empty_item = len(self._containers)
        elif self._empty_item and self._empty_item == len(self._containers):
            del self._containers[-1]
            self._empty_item = 0

    def _container(self, rest: str, *, interrupts: bool) -> tuple[int, int] | None:
        """The quote or the list item that begins here: its indent, and where its content is."""
        if len(self._containers) >= _DEEPEST or _RULE.match(rest):
            return None
        if quote := _QUOTE.match(rest):
            return 0, quote.end()
        item = self._item(rest, interrupts=interrupts)
        return (item, item) if item else None

    def _item(self, rest: str, *, interrupts: bool) -> int:
        """The indent of a list item that begins here, or 0."""
        mark = _ITEM.match(rest)
        if mark is None:
            return 0
        content = rest[mark.end() :]
        if interrupts and (not content.strip(" ") or (rest[mark.end() - 1] in ".)" and mark[0].strip()[:-1] != "1")):
            return 0
        blanks = len(content) - len(content.lstrip(" "))
        return mark.end() + (blanks if 1 <= blanks <= 4 and content.strip(" ") else 1)

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
        elif _RULE.match(rest) and not (self._in_paragraph and _UNDERLINE.match(rest)):
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
        self._empty_item = 0
        if self._in_paragraph and self.prose and self.prose[-1][1] == start - 1:
            self.prose[-1] = self.prose[-1][0], end
        else:
            self.prose.append((start, end))
        self._in_paragraph, self._after_definition = True, False

    def _keep(self, depth: int) -> None:
        """Leave the containers that this line is not in; a paragraph goes on in those it is in."""
        if depth < len(self._containers):
            self._leave(depth)

    def _leave(self, depth: int) -> None:
        del self._containers[depth:]
        self._in_paragraph = self._in_rows = self._after_definition = False

    def _open(self, start: int, depth: int, ending: str) -> None:
        self._leave(depth)
        self._open_start, self._open_depth, self._open_end = start, depth, ending

    def _ends(self, rest: str) -> bool:
        ending = self._open_end
        if ending == "\n":
            return not rest.strip(" ")
        if ending[0] in "`~":
            line = rest.strip(" ")
            return len(line) >= len(ending) and not line.strip(ending[0]) and not rest.startswith("    ")
        return ending in rest.lower()

    def _finish(self, end: int) -> None:
        self.protected.append((self._open_start, end))
        self._open_start = -1
