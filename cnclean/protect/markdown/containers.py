"""Quotes and list items of Markdown, in one another: which of them a line belongs to, and which it begins."""

from cnclean.patterns import compile_later

_QUOTE = compile_later(r" {0,3}> ?")
_ITEM = compile_later(r" {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?=[ ]|$)")
RULE = compile_later(r" {0,3}(?:(?:-[ ]*){3,}|(?:_[ ]*){3,}|(?:\*[ ]*){3,})$")

SIGNS = frozenset(">-+*0123456789")
"""What a line that begins a container begins with."""

_DEEPEST = 32  # containers in one another; what stands deeper is taken for text


class Containers:
    """Those that are open, from the outermost on."""

    def __init__(self) -> None:
        self._indents: list[int] = []  # that a list item's lines need; 0 for a quote
        self._empty_item = 0

    def __len__(self) -> int:
        return len(self._indents)

    def enter(self, line: str) -> tuple[int, int]:
        """How far the line's marks and indents go through the open containers: the place, and how many they are."""
        at = depth = 0
        for indent in self._indents:
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

    def open(self, rest: str, depth: int, *, interrupts: bool) -> int:
        """Where the content of the quote or list item that begins here stands; 0 where none does."""
        if depth >= _DEEPEST or RULE.match(rest):
            return 0
        quote = _QUOTE.match(rest)
        content = quote.end() if quote else _content_of_item(rest, interrupts=interrupts)
        if content:
            self._indents[depth:] = [0 if quote else content]
        return content

    def leave(self, depth: int) -> None:
        del self._indents[depth:]

    def blank(self, depth: int, *, begins_item: bool) -> None:
        """An empty line ends quotes that it is not in, and an item that begins with an empty line already."""
        if begins_item:
            self._empty_item = len(self._indents)
        elif self._empty_item and self._empty_item == len(self._indents):
            del self._indents[-1]
            self._empty_item = 0
        if 0 in self._indents[depth:]:
            del self._indents[depth:]

    def fill(self) -> None:
        """Text stands in the innermost one."""
        self._empty_item = 0


def _content_of_item(rest: str, *, interrupts: bool) -> int:
    mark = _ITEM.match(rest)
    if mark is None:
        return 0
    content = rest[mark.end() :]
    if interrupts and (not content.strip(" ") or (rest[mark.end() - 1] in ".)" and mark[0].strip()[:-1] != "1")):
        return 0
    blanks = len(content) - len(content.lstrip(" "))
    return mark.end() + (blanks if 1 <= blanks <= 4 and content.strip(" ") else 1)
