"""Rows of a table: comma-separated values."""

from cnclean.patterns import compile_later

_CELL = compile_later(r"[\s]*(?:[!-+\--~]*)[\s]*")
_QUOTED_CELL = compile_later(r'"(?<![^,]")(?:[^"\n]|"")*+"(?=,|$)')
_PROSE_MARK = compile_later("[。！？!?、；;：:“”「」（）]|, ")


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line has as many commas as its neighbour, short cells, and one of them in ASCII."""
    if text.count(",", start, end) < 2:
        return False
    line = _without_quoted(text[start:end])
    commas = line.count(",")
    if commas < 2 or _PROSE_MARK.search(line):
        return False
    before = text[max(text.rfind("\n", 0, max(start - 1, 0)) + 1, 0) : max(start - 1, 0)]
    next_end = text.find("\n", end + 1)
    after = text[end + 1 : next_end if next_end >= 0 else None]
    for other in (_without_quoted(before), _without_quoted(after)):
        if other.count(",") == commas and not _PROSE_MARK.search(other):
            return any(_CELL.fullmatch(cell) for cell in f"{line},{other}".split(","))
    return False


def _without_quoted(line: str) -> str:
    return _QUOTED_CELL.sub("", line) if '"' in line else line
