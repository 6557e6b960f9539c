"""The number of an item before a full-width point: `1．1958年，桥建成。` is item 1, no number 1.1958."""

from typing import Final

from cnclean.patterns import compile_later

_NEAR: Final = 16
_FAR: Final = 300
_BEGINS_LINE = compile_later(r"(?<![^\n])[ \t\u3000（(]*[1-9１-９][0-9０-９]{0,2}\Z")
_INSIDE = compile_later(r"(?<=[；;。：:\u3000])[ \t\u3000（(]*([1-9１-９][0-9０-９]{0,2})(?=．)")


def is_item_number(text: str, at: int) -> bool:
    """Whether the number before the point at `at` may be that of an item, so that the point is no decimal point.

    At the beginning of a line it may. Inside, behind a stop, it may if an item with the number before it or after it
    stands in the same line.
    """
    if _BEGINS_LINE.search(text, max(0, at - _NEAR), at):
        return True
    start = max(text.rfind("\n", 0, at) + 1, at - _FAR)
    end = text.find("\n", at, at + _FAR)
    numbers = {match.end(): int(match[1]) for match in _INSIDE.finditer(text, start, end if end >= 0 else at + _FAR)}
    own = numbers.get(at)
    return own is not None and (own + 1 in numbers.values() or own - 1 in numbers.values())
