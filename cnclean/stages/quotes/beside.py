"""Whether a quotation is one of Chinese.

The stage `punctuation` comes after this one. What it may make of another mark says nothing here, or a second run would
see more than the first: `，` counts like `,`, and only where Chinese is on its other side.
"""

from typing import Final

from cnclean.han import BOPOMOFO, HAN, KANA
from cnclean.patterns import compile_later

_OWN: Final = f"{HAN}{KANA}{BOPOMOFO}、《》〈〉"
_MARKS: Final = ",:;?!.，：；？！。"
_CHINESE: Final = compile_later(f"[{_OWN}]")
_ENDS: Final = compile_later(rf"[{_OWN}][{_MARKS}]?\Z")
_BEGINS: Final = compile_later(rf"[{_MARKS}]?[{_OWN}]")


def holds_chinese(text: str, start: int, end: int) -> bool:
    """Whether Chinese stands between the quotation marks at `start` and `end`."""
    return _CHINESE.search(text, start + 1, end) is not None


def is_beside_chinese(text: str, start: int, end: int) -> bool:
    """Whether Chinese stands between them, or next to them."""
    return bool(
        holds_chinese(text, start, end) or _ENDS.search(text, max(start - 2, 0), start) or _BEGINS.match(text, end + 1)
    )
