"""The blocks of reStructuredText: literal blocks, directives, targets, fields, tables, titles.

The text in a directive that holds prose (`note`, `versionadded`, ...) is text; any other directive stays whole, as its
content may be code. A title stays where its underline would become too short for full-width marks: docutils counts
columns, and two for each of them.
"""

import unicodedata

from cnclean.patterns import compile_later

_ADORNMENT = compile_later(r"([!-/:-@\[-`{-~])\1{1,}[ \t]*$")
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
_ENUMERATOR = compile_later(r"[ ]*\(?(?:[0-9]{1,4}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,6}|#)[.)][ ]")
_ATTRIBUTION = compile_later(r"[ ]*(?:--|—)[ ]?")
_HALF_WIDTH_RUN = compile_later(r"[!-/:-@\[-`{-~]|[A-Za-z0-9]+")

Bounds = tuple[int, int]


def find_blocks(text: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that must stay, by their starts, and the paragraphs between them."""
    reader = _Reader(text)
    reader.read()
    return sorted(reader.protected), reader.prose


class _Reader:
    def __init__(self, text: str) -> None:
        self.protected: list[Bounds] = []
        self.prose: list[Bounds] = []  # paragraphs: markup may go on from line to line
        self._lines = text.split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def read(self) -> None:
        i = 0
        while i < len(self._lines):
            i = self._block(i)

    def _block(self, i: int) -> int:
        """Read what begins in line `i`; the line after it."""
        line = self._lines[i]
        if not line.strip():
            return i + 1
        if _EXPLICIT.match(line):
            return self._explicit(i)
        if _GRID.match(line) or _DOCTEST.match(line) or line.lstrip().startswith("| "):
            after = self._protect(i, self._blank(i))
            return self._literal(after, 0, 0) if self._lines[after - 1].rstrip().endswith("::") else after
        if _SIMPLE.match(line):
            return self._protect(i, self._after_table(i))
        if _FIELD.match(line):
            return self._protect(i, self._indented(i + 1, _indent(line)))
        return self._paragraph(i)

    def _explicit(self, i: int) -> int:
        """A directive, a target, a footnote or a comment: its first line, its options, and what is indented below."""
        line, depth = self._lines[i], _indent(self._lines[i])
        directive = _TEXT_DIRECTIVE.match(line, line.index(".."))
        if directive is None:
            return self._protect(i, self._indented(i + 1, depth))
        start, after = self._starts[i], i + 1
        if directive["name"] or directive[0].endswith("] "):
            self.protected.append((start, start + directive.end()))
            self.prose.append((start + directive.end(), start + len(line)))
        else:
            self._protect(i, after)
        while after < len(self._lines) and _FIELD.match(self._lines[after]) and _indent(self._lines[after]) > depth:
            after = self._protect(after, after + 1)
        return after

    def _paragraph(self, i: int) -> int:
        """Lines up to a blank one: a title with its underline, or text; and the literal block behind a `::`."""
        after, depth = i, _indent(self._lines[i])
        while after < len(self._lines) and self._lines[after].strip():
            line = self._lines[after]
            if line[0] > "~":  # Chinese, as most lines
                after += 1
                continue
            if after > i and _indent(line) != depth and (_EXPLICIT.match(line) or _FIELD.match(line)):
                break
            if _ADORNMENT.match(line):
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
            return self._literal(after, depth, _indent(self._lines[after - 1]))
        return after

    def _title(self, i: int, adornment: str) -> None:
        title = self._lines[i]
        if len(adornment.rstrip()) < _columns(title.rstrip()) + 2 * len(_HALF_WIDTH_RUN.findall(title)):
            self._protect(i, i + 1)

    def _literal(self, i: int, depth: int, last_depth: int) -> int:
        while i < len(self._lines) and not self._lines[i].strip():
            i += 1
        if i == len(self._lines):
            return i
        if _indent(self._lines[i]) > min(depth, last_depth):
            return self._protect(i, self._indented(i, min(depth, last_depth)))
        quote = self._lines[i].strip()[:1]
        if quote.isascii() and not quote.isalnum() and not _EXPLICIT.match(self._lines[i]):
            return self._protect(i, self._blank(i))
        return i

    def _protect(self, i: int, after: int) -> int:
        self.protected.append((self._starts[i], self._starts[after] - 1))
        return after

    def _blank(self, i: int) -> int:
        """The next blank line."""
        while i < len(self._lines) and self._lines[i].strip():
            i += 1
        return i

    def _indented(self, i: int, depth: int) -> int:
        """The line after all that are blank or indented more than `depth`."""
        after = i
        while i < len(self._lines) and (not self._lines[i].strip() or _indent(self._lines[i]) > depth):
            i += 1
            if self._lines[i - 1].strip():
                after = i
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
        return self._blank(i)


def _indent(line: str) -> int:
    stripped = line.lstrip(" ")
    if stripped[:1] == "\t":
        return _indent(line.expandtabs(8))
    return len(line) - len(stripped)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else not unicodedata.combining(char) for char in text)
