"""The blocks of reStructuredText: literal blocks, directives, targets, fields, tables, titles.

The text in a directive that holds prose (`note`, `versionadded`, ...) is text; any other directive stays whole, as its
content may be code. A title stays where its underline would become too short for full-width marks: docutils counts
columns, and two for each of them.
"""

from functools import cached_property

from cnclean.edits import Bounds
from cnclean.patterns import compile_later
from cnclean.protect.rst.source import Source, indent_of
from cnclean.protect.rst.titles import ADORNMENT, may_become_short

_EXPLICIT = compile_later(r"[ \t]*(?:(?:[-*+]|[0-9#]{1,3}[.)])[ ]+)*\.\.(?:[ ]+|$)")
_TEXT_DIRECTIVE = compile_later(
    r"\.\.[ ]+(?:(?:\w+:)?(?P<name>note|tip|hint|important|warning|caution|danger|error|attention|seealso|todo)::"
    r"|(?:admonition|topic|sidebar|rubric|figure|container|compound|epigraph|highlights|pull-quote|only|tab-item|tab-set"
    r"|deprecated|versionadded|versionchanged|versionremoved|dropdown|grid|grid-item|card|tabs|tab)::|\[[^\]\s]+\][ ])"
)
_FIELD = compile_later(r"[ \t]*:(?![ :])(?:[^:\n\\`]|\\.|:(?!\s|$))+:(?:[ ]|$)")
_GRID = compile_later(r"[ ]*\+(?:[-=]+\+)+[ \t]*$")
_SIMPLE = compile_later(r"[ ]*=+(?:[ ]+=+)+[ \t]*$")
_DOCTEST = compile_later(r"[ \t]*(?:[-*+][ ]+)*>>>[ ]")
_NAME = compile_later(r"`([^`<\n]+)[`<]")
_ENUMERATOR = compile_later(r"[ ]*\(?(?:[0-9]{1,4}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,6}|#)[.)][ ]")
_ATTRIBUTION = compile_later(r"[ ]*(?:--|—)[ ]?")


def find_blocks(text: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that must stay, by their starts, and the paragraphs between them."""
    reader = _Reader(text)
    reader.read()
    return sorted(reader.protected), reader.prose


class _Reader:
    def __init__(self, text: str) -> None:
        self.protected: list[Bounds] = []
        self.prose: list[Bounds] = []  # paragraphs: markup may go on from line to line
        self._text, self._source = text, Source(text)
        self._lines, self._starts = self._source.lines, self._source.starts

    def read(self) -> None:
        i = 0
        while i < len(self._lines):
            i = self._block(i)

    @cached_property
    def _names(self) -> frozenset[str]:
        """What stands in backquotes: a title is the target of its name."""
        return frozenset(match[1].strip() for match in _NAME.finditer(self._text))

    def _block(self, i: int) -> int:
        """Read what begins in line `i`; the line after it."""
        line = self._lines[i]
        if not line.strip():
            return i + 1
        if _EXPLICIT.match(line):
            return self._explicit(i)
        if _GRID.match(line) or _DOCTEST.match(line) or line.lstrip().startswith("| "):
            after = self._protect(i, self._source.blank(i))
            return self._literal(after, 0, 0) if self._lines[after - 1].rstrip().endswith("::") else after
        if _SIMPLE.match(line):
            return self._protect(i, self._after_table(i))
        if _FIELD.match(line):
            return self._protect(i, self._source.after_indented(i + 1, indent_of(line)))
        return self._paragraph(i)

    def _explicit(self, i: int) -> int:
        """A directive, a target, a footnote or a comment: its first line, its options, and what is indented below."""
        line, depth = self._lines[i], indent_of(self._lines[i])
        directive = _TEXT_DIRECTIVE.match(line, line.index(".."))
        if directive is None:
            return self._protect(i, self._source.after_indented(i + 1, depth))
        start, after = self._starts[i], i + 1
        if directive["name"] or directive[0].endswith("] "):
            self.protected.append((start, start + directive.end()))
            self.prose.append((start + directive.end(), start + len(line)))
        else:
            self._protect(i, after)
        while after < len(self._lines) and _FIELD.match(self._lines[after]) and indent_of(self._lines[after]) > depth:
            after = self._protect(after, after + 1)
        if directive.end() < len(line) and line.rstrip().endswith("::"):
            return self._literal_in_directive(after, depth)
        return after

    def _literal_in_directive(self, i: int, depth: int) -> int:
        """The literal block behind the text in a directive's first line; its other lines say how far it is indented."""
        inside = [indent_of(line) for line in self._lines[i : self._source.after_indented(i, depth)] if line.strip()]
        return self._literal(i, min(inside), min(inside)) if inside else i

    def _paragraph(self, i: int) -> int:
        """Lines up to a blank one: a title with its underline, or text; and the literal block behind a `::`."""
        after, depth = i, indent_of(self._lines[i])
        while after < len(self._lines) and self._lines[after].strip():
            line = self._lines[after]
            if line[0] > "~":  # Chinese, as most lines
                after += 1
                continue
            if after > i and indent_of(line) != depth and (_EXPLICIT.match(line) or _FIELD.match(line)):
                break
            if ADORNMENT.match(line):
                if after > i:
                    self._title(after - 1, line)
                    after += 1
                    break
                if after + 1 < len(self._lines):
                    self._title(after + 1, line)
            if mark := _ENUMERATOR.match(line) or _ATTRIBUTION.match(line):
                self.protected.append((self._starts[after], self._starts[after] + mark.end()))
            after += 1
        self.prose.append((self._starts[i], self._starts[after] - 1))
        if self._lines[after - 1].rstrip().endswith("::"):
            return self._literal(after, depth, indent_of(self._lines[after - 1]))
        return after

    def _title(self, i: int, adornment: str) -> None:
        if may_become_short(adornment, self._lines[i]) or self._lines[i].strip() in self._names:
            self._protect(i, i + 1)

    def _literal(self, i: int, depth: int, last_depth: int) -> int:
        i = self._source.not_blank(i)
        if i == len(self._lines):
            return i
        if indent_of(self._lines[i]) > min(depth, last_depth):
            return self._protect(i, self._source.after_indented(i, min(depth, last_depth)))
        quote = self._lines[i].strip()[:1]
        if quote.isascii() and not quote.isalnum() and not _EXPLICIT.match(self._lines[i]):
            return self._protect(i, self._source.blank(i))
        return i

    def _protect(self, i: int, after: int) -> int:
        self.protected.append(self._source.bounds(i, after))
        return after

    def _after_table(self, i: int) -> int:
        """A simple table ends with its third border, or with one before a blank line."""
        borders, j = 1, i + 1
        while j < len(self._lines):
            if _SIMPLE.match(self._lines[j]):
                borders += 1
                if borders == 3 or j + 1 == len(self._lines) or not self._lines[j + 1].strip():
                    return j + 1
            j += 1
        return self._source.blank(i)
