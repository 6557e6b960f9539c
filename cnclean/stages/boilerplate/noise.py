"""Discuz anti-copy noise: `1 E, I& ]+ m+ o2 Y0 s0 |8 _` as a line or glued to a line's end.

The forum hides random ASCII in its pages; copied text shows it. Words, formulas and code have letters that belong
together, an equals sign, or no lone symbols; keys to exercises, marks and sums (`1.A 2.B`, `A+ B-`, `a * b - c`) have
no symbols but those of numbers.
"""

from typing import Final

from cnclean.han import CLOSERS, HAN, STOPS
from cnclean.patterns import compile_later

_LINE = compile_later(r"\s*[!-~]{1,5}(?: +[!-~]{1,5}){2,24}\s*$")
_END = compile_later(rf"(?<=[{HAN}{STOPS}{CLOSERS}，、；：,.:;?!]) ?[!-~]{{1,4}}(?: +[!-~]{{1,4}}){{3,24}} *$")
_CLOSES = compile_later(r"[,.:;?!]?[\"'][,)\]]")
_ASKS = compile_later(rf"[?!](?<=[{HAN}].)")
_WIDE = compile_later("[。，；：？！]")
"""Where the line has none of these, a half-width mark in front of noise is the text's."""

_LONGEST_NOISE: Final = 120
_ASCII: Final = "".join(map(chr, range(0x20, 0x7F)))
_OF_NUMBERS: Final = frozenset("+-*/.,:()")
_SOURCE = compile_later(
    r"[=<>]{2}|\$[A-Za-z]{2}|[A-Za-z]{3}|\) ?\{|\d{3}|https?:|&&|^\s*[$#] [a-z]{2,}(?: |$)"
    r"|[a-z0-9]\(\S|\d\.\d|^\W*\d+\W*$|(?:^|\s)=(?:\s|$)"
)


def is_noise_line(line: str) -> bool:
    return len(line) <= _LONGEST_NOISE and line.isascii() and bool(_LINE.match(line)) and _is_noise(line)


def noise_at_end(line: str) -> int | None:
    """Where the noise at the end of a line begins. What begins by closing a quotation is code."""
    if line.count(" ", -12) < 2:
        return None
    match = _END.search(line, max(len(line.rstrip(_ASCII)), len(line) - _LONGEST_NOISE))
    if match is None or _CLOSES.match(match[0].strip()) or not _is_noise(match[0]):
        return None
    return match.start() + bool(_ASKS.match(line, match.start()) and not _WIDE.search(line, 0, match.start()))


def _is_noise(text: str) -> bool:
    tokens = text.split()
    if len(tokens) < 3 or _SOURCE.search(text):
        return False
    odd = sum(1 for token in tokens if not token.isalnum())
    letters = sum(1 for token in tokens if any(char.isalpha() for char in token))
    symbols = {char for char in text if not char.isalnum() and char != " "}
    return odd >= 2 and odd * 3 >= len(tokens) and letters >= 2 and len(symbols) >= 2 and not symbols <= _OF_NUMBERS
