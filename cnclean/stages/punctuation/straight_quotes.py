"""`"` and `'` in pairs around Chinese, for those who ask: curly “ ” ‘ ’ or corner 「」『』 quotes."""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.protect import outside
from cnclean.stage import Options, Span
from cnclean.stages.punctuation.lines import CHINESE, Lines

_DOUBLE = compile_later(r'"[^"\n]*"')
# No apostrophe: nothing but Chinese, a mark or a blank is outside of it.
_SINGLE = compile_later(r"'(?<![A-Za-z0-9]')[^'\n]*'(?![A-Za-z0-9])")
_CHINESE = compile_later(f"[{CHINESE}，。：；？！、]")
_SHAPES: Final = {("curly", '"'): "“”", ("curly", "'"): "‘’", ("corner", '"'): "「」", ("corner", "'"): "『』"}


def find_straight_quotes(text: str, options: Options) -> Iterator[Span]:
    if options.quotes == "keep" or not ('"' in text or "'" in text):
        return iter(())
    return outside(iter(sorted(_find(text, Lines(text), options.quotes))), text, options)


def _find(text: str, lines: Lines, shape: str) -> Iterator[Span]:
    is_balanced = functools.cache(functools.partial(_is_balanced, text))
    for pattern in (_DOUBLE, _SINGLE):
        for match in pattern.finditer(text):
            start, end = match.start(), match.end() - 1
            if not lines.is_prose(start) or not is_balanced(*lines.bounds(start)):
                continue
            around = 1 if pattern is _DOUBLE else 0  # English in single quotes may be anything
            if _CHINESE.search(text, max(start - around, 0), end + around + 1):
                pair = _SHAPES[shape, text[start]]
                yield start, start + 1, pair[0]
                yield end, end + 1, pair[1]


def _is_balanced(text: str, start: int, end: int) -> bool:
    """Whether the double quotes of a line come in pairs; an inch (`6"`) or a lost one makes all of them doubtful."""
    return text.count('"', start, end) % 2 == 0
