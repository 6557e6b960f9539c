"""`"` and `'` in pairs around Chinese, as curly “ ” ‘ ’ or corner 「」『』 quotes."""

import functools
from collections.abc import Iterator
from typing import Final

from cnclean.edits import apart
from cnclean.patterns import compile_later
from cnclean.prose.code_passages import find_code
from cnclean.prose.lines import Lines
from cnclean.protect import outside
from cnclean.stage import Options, Span
from cnclean.stages.quotes.beside import holds_chinese, is_beside_chinese

_DOUBLE = compile_later(r'"(?<!\b[fru]")(?<!\brb")[^"\n]*"')  # not `f"你好,{名字}"`
# No apostrophe: nothing but Chinese, a mark or a blank is outside of it. Not bold in a wiki: `'''青河'''`.
_SINGLE = compile_later(r"'(?<![A-Za-z0-9']')(?!')[^'\n]*'(?![A-Za-z0-9'])")
_OF_DOC_STRING: Final = '""'
_SHAPES: Final = {("curly", '"'): "“”", ("curly", "'"): "‘’", ("corner", '"'): "「」", ("corner", "'"): "『』"}


def find_straight_quotes(text: str, options: Options) -> Iterator[Span]:
    if '"' not in text and "'" not in text:
        return iter(())
    free = outside(sorted(_find(text, Lines(text), options.quotes)), text, options)
    return apart(free, list(find_code(text)))  # a machine reads straight quotes only


def _find(text: str, lines: Lines, shape: str) -> Iterator[Span]:
    is_balanced = functools.cache(functools.partial(_is_balanced, text))
    for pattern in (_DOUBLE, _SINGLE):
        # English in single quotes may be anything, whatever stands around it.
        is_chinese = is_beside_chinese if pattern is _DOUBLE else holds_chinese
        for match in pattern.finditer(text):
            start, end = match.start(), match.end() - 1
            if not lines.at(start).is_prose or not is_balanced(*lines.bounds(start)):
                continue
            if _OF_DOC_STRING in (text[max(start - 2, 0) : start], text[end + 1 : end + 3]):
                continue
            if end > start + 1 and is_chinese(text, start, end):
                pair = _SHAPES[shape, text[start]]
                yield start, start + 1, pair[0]
                yield end, end + 1, pair[1]


def _is_balanced(text: str, start: int, end: int) -> bool:
    """Whether the double quotes of a line come in pairs; an inch (`6"`) or a lost one makes all of them doubtful."""
    return text.count('"', start, end) % 2 == 0
