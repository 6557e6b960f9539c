"""The lines of a reStructuredText text, and how far blocks of them go."""

from cnclean.edits import Bounds


class Source:
    """`lines`, and in `starts` where each begins; the end of the text is one more."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def bounds(self, i: int, after: int) -> Bounds:
        return self.starts[i], self.starts[after] - 1

    def blank(self, i: int) -> int:
        """The next blank line."""
        while i < len(self.lines) and self.lines[i].strip():
            i += 1
        return i

    def not_blank(self, i: int) -> int:
        """The next line that is not blank."""
        while i < len(self.lines) and not self.lines[i].strip():
            i += 1
        return i

    def after_indented(self, i: int, depth: int) -> int:
        """The line after all that are blank or indented more than `depth`."""
        after = i
        while i < len(self.lines) and (not self.lines[i].strip() or indent_of(self.lines[i]) > depth):
            i += 1
            if self.lines[i - 1].strip():
                after = i
        return after


def indent_of(line: str) -> int:
    stripped = line.lstrip(" ")
    if stripped[:1] == "\t":
        return indent_of(line.expandtabs(8))
    return len(line) - len(stripped)
