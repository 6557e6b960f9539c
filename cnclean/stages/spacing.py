"""The space between Chinese and Latin letters or digits: `用Python写` or `用 Python 写`.

A matter of style, not damage: it is kept as it is by default. `add` puts one space there and outside half-width
brackets and inline code; `remove` takes it away; `auto` does what most of the text does, and nothing where no style
clearly prevails. Where the user chose one of these, no space stands beside a full-width mark either. Left alone: space
between two Chinese characters (headings, names, verse), indents, tables, code lines, spaces around English brackets.
"""

import sys
from collections.abc import Iterator
from heapq import merge
from operator import itemgetter
from typing import Final, Literal

from cnclean.han import BOPOMOFO, HAN, KANA
from cnclean.patterns import compile_later
from cnclean.prose.lines import Lines
from cnclean.stage import Options, Span, Stage

_CHINESE = f"{HAN}{BOPOMOFO}{KANA}"
_IS_CHINESE = compile_later(f"[{_CHINESE}]")

_NAME_WITH_SIGN = rf"(?:\+\+(?<=C\+\+)(?<![A-Za-z0-9#]C\+\+)|#(?<=[CF]#)(?<![A-Za-z0-9#][CF]#))(?=[{_CHINESE}])"
_TIGHT = compile_later(rf"[A-Za-z0-9%`()\[\]](?:(?<=[{_CHINESE}].)|(?=[{_CHINESE}]))|{_NAME_WITH_SIGN}")
_BEGINS_LATIN = compile_later(r"[A-Za-z0-9`(]|\[(?!\^|[0-9]+\])")
_PART_OF_CODE = compile_later(r"[\\$%][A-Za-z0-9]\Z|[^0-9]%\Z")  # `\n`, `$1`, `%s`; a percent sign follows a number
_ENDS_LATIN = compile_later(r"[A-Za-z0-9%`)\]+#]")

_SPACED = compile_later(rf" (?:(?<=[{_CHINESE}] )(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%] )(?=[{_CHINESE}]))")
_LETTER_TIGHT = compile_later(rf"[A-Za-z0-9](?:(?<=[{_CHINESE}].)|(?=[{_CHINESE}]))")

_SMILEY = compile_later("[:;][-^'o]?[DPp] \\Z")  # before a blank; before Chinese it is a colon

_MARKS = "，。、；：？！"
_BRACKETS = "（）《》〈〉「」『』【】〔〕"
_ADDRESS_HEAD = compile_later(rf"[A-Za-z0-9](?<!\S.)[A-Za-z0-9_./:?=&%#~+-]*+(?=[{_CHINESE}])")
_ADDRESS_TAIL = compile_later(r"[^\s，。；：！？、（）《》“”]*")
_PATH_SIGN = compile_later("[-_./]")
_NOWHERE = (sys.maxsize, sys.maxsize)

_SPACES = compile_later(" +")
_NEXT_TO_MARK = compile_later(f"[{_CHINESE}A-Za-z0-9{_BRACKETS}]")

_Style = Literal["keep", "add", "remove"]
_PREVAILS: Final = 3  # times as many boundaries of one style as of the other


def find_spaces(text: str, options: Options) -> Iterator[Span]:
    style = _prevailing(text) if options.spacing == "auto" else options.spacing
    if style == "keep":
        return
    lines = Lines(text)
    between = _add(text) if style == "add" else _remove(text)
    for span in merge(between, _beside_marks(text), key=itemgetter(0)):
        if not lines.at(span[0]).is_code:
            yield span


def _prevailing(text: str) -> _Style:
    spaced = sum(1 for _ in _SPACED.finditer(text))
    tight = sum(1 for _ in _LETTER_TIGHT.finditer(text))
    if spaced > _PREVAILS * tight:
        return "add"
    return "remove" if tight > _PREVAILS * spaced else "keep"


def _add(text: str) -> Iterator[Span]:
    addresses = _addresses(text)
    start, end = next(addresses, _NOWHERE)
    for span in _boundaries(text):
        while end <= span[0]:
            start, end = next(addresses, _NOWHERE)
        if span[0] <= start:
            yield span


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Paths and anchors with Chinese in them: `wiki/条目#第2节`, `intro.html#用法b`."""
    for match in _ADDRESS_HEAD.finditer(text):
        path, anchor, _ = match[0].partition("#")
        if match[0][-1] in "/_=#" or (anchor and _PATH_SIGN.search(path)):
            yield match.start(), _ADDRESS_TAIL.match(text, match.end()).end()  # type: ignore[union-attr]  # may be empty


def _boundaries(text: str) -> Iterator[Span]:
    for match in _TIGHT.finditer(text):
        start, end = match.span()
        if start and _IS_CHINESE.match(text, start - 1) and _BEGINS_LATIN.match(text, start):
            yield start, start, " "
        if (
            _IS_CHINESE.match(text, end)
            and _ENDS_LATIN.match(text, start)
            and not _PART_OF_CODE.search(text, max(end - 3, 0), end)
        ):
            yield end, end, " "


def _remove(text: str) -> Iterator[Span]:
    for match in _SPACED.finditer(text):
        if not _SMILEY.search(text, max(match.start() - 3, 0), match.end()):
            yield match.start(), match.end(), ""


def _beside_marks(text: str) -> Iterator[Span]:
    """Spaces beside full-width marks; none at the edge of a line or of a table's cell."""
    for match in _SPACES.finditer(text):
        left, right = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not left or not right or left in "\n|\t" or right in "\n|\t":
            continue
        if _is_stray(left, right) and not left == right == "。":  # together they would be an ellipsis
            yield match.start(), match.end(), ""


def _is_stray(left: str, right: str) -> bool:
    """Whether no space should stand between two characters: beside a mark, or between a bracket and Chinese."""
    if right in _MARKS or left in _MARKS:
        other = left if right in _MARKS else right
        return other in _MARKS + "%”" or _NEXT_TO_MARK.match(other) is not None
    if left in _BRACKETS:
        return right in _BRACKETS or _IS_CHINESE.match(right) is not None
    return right in _BRACKETS and _IS_CHINESE.match(left) is not None


STAGE = Stage(
    "spacing",
    compile_later(f"[{_CHINESE}{_MARKS}{_BRACKETS}]"),
    find_spaces,
    guarded=True,
    wanted=lambda options: options.spacing != "keep",
)
