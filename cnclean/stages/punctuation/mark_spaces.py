"""The space beside a half-width mark.

A full-width mark has its space in itself: where a typist put one beside most half-width commas, semicolons and colons,
it goes with all marks (`作者: 李雷, 编辑` becomes `作者：李雷，编辑`). In other texts a space may be its author's, or
behind the end of a sentence all that is left of a line end.
"""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stage import Span

_INSIDE: Final = frozenset("，；：")  # a sentence
# It stays before an address, which AsciiDoc and many a program find by it, and where `*` would become a closing one.
_SPACE_BEHIND = compile_later(r" (?=[^\W_]|[“‘「『《【〈（\"'`\[]|\*{1,3}\w)(?!(?:https?|ftp)://|www\.)")


def with_spaces(text: str, marks: list[Span]) -> list[Span]:
    """The marks with the spaces beside them where most of those inside sentences have one."""
    if not marks or " " not in text:
        return marks
    # Few marks have a blank beside them: the others need no closer look.
    spaced = [
        _with_space(text, *mark) if text[mark[0] - 1] == " " or text[mark[1] : mark[1] + 1] == " " else mark
        for mark in marks
    ]
    inside = [mark != wider for mark, wider in zip(marks, spaced, strict=True) if mark[2] in _INSIDE]
    return spaced if sum(inside) * 2 >= max(len(inside), 1) else marks


def _with_space(text: str, start: int, end: int, new: str) -> Span:
    """A mark with the one space before it or behind it; more than one are a layout."""
    if text[start - 1] == " ":
        start -= 1
    if _SPACE_BEHIND.match(text, end) and not (text[start - 1].isdigit() and text[end + 1].isdigit()):
        end += 1
    return start, end, new
