"""The blocks of a Markdown text, as CommonMark finds them: line by line, inside quotes and list items."""

from cnclean.edits import Bounds
from cnclean.protect.front_matter import find_front_matter
from cnclean.protect.markdown.reader import Reader

_INDENTS = ("    ", "\t")


def find_blocks(text: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that must stay, and the runs of lines of text between them."""
    reader = Reader()
    start = 0
    if matter := find_front_matter(text):
        reader.protected.append(matter)
        start = matter[1] + 1
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
