"""Escapes that stand in the text as text: `%E4%BD%A0%E5%A5%BD`, `\\u4f60\\u597d`, `%u4F60%u597D` are 你好.

Only a word of its own is unescaped, and only if it becomes Chinese: in a URL, in a path or in a line of code the escape
is what its author meant.
"""

import re
from collections.abc import Iterator

from cnclean.encoding.likelihood import chinese, count_beyond_ascii
from cnclean.patterns import compile_later
from cnclean.stage import Span

_WORD = compile_later(
    r"(?<![!-~])[(]?((?:%[0-9A-Fa-f]{2}|[%\\]u[0-9A-Fa-f]{4})[0-9A-Za-z%\\,!?-]{5,}?)[).,;:!?]*(?![!-~])"
)
_BYTES = compile_later("(?:%[0-9A-Fa-f]{2})+")
_UNITS = compile_later(r"(?:[%\\]u[0-9A-Fa-f]{4})+")
_CODE = compile_later(r"[{}=;\"'`<>\[\]|]")
_ENOUGH = 3.0
_SHOWN = compile_later(
    r"[编編][码碼]|[转轉][义義码碼成換换]|解[码碼]|[Uu]nicode|UNICODE|ASCII|ascii|[写寫]\s?\\u|URL|%[xX][xX]"
)
"""What a lesson says beside the escapes that it shows."""


def find_escapes(line: str) -> Iterator[Span]:
    """The escapes of `line` that are words of Chinese."""
    if _CODE.search(line) or _SHOWN.search(line):
        return
    for word in _WORD.finditer(line):
        new = _UNITS.sub(_decode_units, _BYTES.sub(_decode_bytes, word[1]))
        if count_beyond_ascii(new) > 1 and "%" not in new and "\\" not in new and chinese(new) > _ENOUGH:
            yield word.start(1), word.end(1), new, "escapes"


def _decode_bytes(match: re.Match[str]) -> str:
    data = bytes.fromhex(match[0].replace("%", ""))
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return match[0]


def _decode_units(match: re.Match[str]) -> str:
    units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in re.findall("[0-9A-Fa-f]{4}", match[0]))
    try:
        return units.decode("utf-16-be")
    except UnicodeDecodeError:
        return match[0]
