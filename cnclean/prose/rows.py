"""Rows of a table: comma-separated values, or values between semicolons."""

from typing import Final

from cnclean.patterns import compile_later

_CELL = compile_later(r"[\s]*(?:[!-+\--~]*)[\s]*")
_QUOTED_CELL = compile_later(r'"(?<![^,;]")(?:[^"\n]|"")*+"(?=[,;]|$)')
_PROSE_MARKS: Final = {
    ",": compile_later("[。！？!?、；;：:“”「」（）]|, "),
    ";": compile_later("[。！？!?、，,：:“”「」（）]|; "),
}


def is_row(text: str, start: int, end: int) -> bool:
    """Whether a line has as many commas, or semicolons, as its neighbour, short cells, and one of them in ASCII."""
    if text.find("。", start, end) >= 0 and text.find('"', start, end) < 0:
        return False  # as most lines, at a glance: a cell with a full stop is quoted
    return (text.count(",", start, end) > 1 and _is_row(",", text, start, end)) or (
        text.count(";", start, end) > 1 and _is_row(";", text, start, end)
    )


def _is_row(mark: str, text: str, start: int, end: int) -> bool:
    line = _without_quoted(text[start:end])
    size, prose = line.count(mark), _PROSE_MARKS[mark]
    if size < 2 or prose.search(line):
        return False
    before = text[max(text.rfind("\n", 0, max(start - 1, 0)) + 1, 0) : max(start - 1, 0)]
    next_end = text.find("\n", end + 1)
    after = text[end + 1 : next_end if next_end >= 0 else None]
    for other in (_without_quoted(before), _without_quoted(after)):
        if other.count(mark) == size and not prose.search(other):
            return any(_CELL.fullmatch(cell) for cell in f"{line}{mark}{other}".split(mark))
    return False


def _without_quoted(line: str) -> str:
    return _QUOTED_CELL.sub("", line) if '"' in line else line
