"""Which lines are worth reading: most texts are looked at here and nowhere else, so it must be cheap.

A clean text is not searched for wording but in the first and the last line and in what is no sentence. A text of
sentences alone, as most clean ones are, is known by one look at its line ends.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from cnclean.folding import fold, space, unfold
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.anchors import CLAUSE_ENDS, edge_anchors, rare_anchors
from cnclean.stages.boilerplate.line import undecorated
from cnclean.stages.boilerplate.line_shapes import CALL
from cnclean.stages.boilerplate.list_heads import list_ends, opens_list
from cnclean.stages.boilerplate.lookup import labels, whole_lines
from cnclean.stages.boilerplate.reading import LONGEST

_EDGE: Final = 5
"""So many lines at both ends that are no sentences are looked at by their shape too."""

_PER_CHARACTER: Final = 6
_PER_EDGE_CHARACTER: Final = 8
"""A line is too long for its evidence where a character of its phrases stands for more than this."""

# Branches that begin with a literal each, never with a class: only then `re` skips to any of them as fast as to one.
_SHAPE = compile_later(
    r"\||｜|丨|©|19\d\d[-/.]\d|20\d\d[-/.]\d|:(?<=\d:)\d\d|日(?<=\d日)\s*$|Copyright|copyright|COPYRIGHT|Rights|rights"
    r"|Powered|powered|Discuz|discuz|ICP|icp|E ?N ?D|完(?=[^\w\n]*$)|記者|记者|www\.|IMG|今天是|前(?<=[天时時钟鐘]前)"
    r"|线(?=[:：])|線(?=[:：])|话(?=[:：])|話(?=[:：])|箱(?=[:：])"
    r"|\n(?:(?:\S[^\S\n]){1,4}\S[^\S\n]?[:：]|by(?![a-z])|Text)",
    re.MULTILINE,
)
_MARK = compile_later(r"＞|»|›|#\s?[^\s#]|@|★|▼|APP|App|app|QQ|\.com")
_MARKED: Final = 40
_PARTING: Final = r"\s:：/／·•=.(（【\["
_LABEL: Final = 8
_LONGEST_HEAD: Final = 24
_WHOLE: Final = 12
_DECORATION: Final = " \u3000:：]】)）》>＞|｜-—=*#、·…▼↓"
_SHORT: Final = 80
_SHORTEST: Final = 50
"""Of a longer one a likely phrase says too little."""

_ENDED: Final = "。？…”」；"
_ASKED: Final = "!?"
_CLOSED: Final = _ENDED + _ASKED + "！"


# What ends in a half-width mark behind ASCII may be noise.
_LOOSE = compile_later(r"\n(?<![。？…”」；\n]\n)(?<![^ -~\n][!?;]\n)")


def has_open_line(text: str) -> bool:
    """Whether a line does not end as a sentence does."""
    return _LOOSE.search(text + "\n") is not None


def open_lines(lines: Iterable[str]) -> list[str]:
    """The lines that do not end as a sentence does; a half-width mark ends none for certain."""
    return [line for line in lines if line[-1:] not in _ENDED]


def worth_reading(lines: Sequence[str], opened: Iterable[str]) -> set[str]:
    """The lines that may say something: the first and the last, and of the open ones those that tell."""
    loose = [line for line in opened if line[-1] not in _ASKED]
    edges = [*islice(filter(str.strip, lines), _EDGE), *islice(filter(str.strip, reversed(lines)), _EDGE)]
    outermost = edges[0], edges[len(edges) // 2]
    worth = {*_telling([*(line for line in outermost if line[-1] in _CLOSED), *loose])}
    edges = [line for line in edges if len(line) <= _SHORT]
    if loose:
        worth |= _shaped([*{line for line in edges if line[-1] not in _CLOSED}])
    return worth.union(_calls(edges))


def telling_edges(text: str) -> set[str]:
    """Of sentences the first and the last line, if they may say something."""
    edges = [text[: text.find("\n")], text[text.rfind("\n") + 1 :]]
    return {*_telling(edges), *_calls(line for line in edges if len(line) <= _SHORT)}


def telling_paragraphs(lines: Iterable[str]) -> set[str]:
    """Those of which phrases make up enough."""
    return {*edge_anchors().telling([line for line in lines if len(line) <= LONGEST], _PER_EDGE_CHARACTER)}


def _telling(lines: Iterable[str]) -> list[str]:
    some = [line for line in lines if len(line) <= LONGEST and not line.isascii()]
    return rare_anchors().telling(some, _PER_CHARACTER)


def _calls(lines: Iterable[str]) -> Iterable[str]:
    """The lines that begin as a call to readers does, also where they end as a sentence: 选择“设为星标”."""
    return filter(CALL.match, lines)


def _shaped(lines: Sequence[str]) -> set[str]:
    """Of loose lines those that look like a page's, or say enough for the edge of one."""
    lines = [line for line in lines if len(line) <= _LONGEST_HEAD or line[-1] not in CLAUSE_ENDS]
    if not lines:
        return set()
    text = "\n".join(["", *lines, ""])
    worth = {*edge_anchors().telling([line for line in lines if len(line) <= _SHORTEST], _PER_EDGE_CHARACTER)}
    if _SHAPE.search(text) or _MARK.search(text):
        worth.update(filter(_has_shape, lines))
    worth.update(filter(_opens_list, lines))
    worth.update(line for line in lines if len(line) <= _WHOLE and undecorated(fold(line)) in whole_lines())
    if _has_label(text):
        worth.update(line for line in lines if _has_label(f"\n{line}\n"))
    return worth


def _has_shape(line: str) -> bool:
    return bool(_SHAPE.search(f"\n{line}") or (len(line) <= _MARKED and _MARK.search(line)))


def _opens_list(line: str) -> bool:
    ends = len(line) <= _LONGEST_HEAD and line.rstrip(_DECORATION)[-1:] in list_ends()
    return ends and opens_list(undecorated(fold(line)))


def _has_label(lines: str) -> bool:
    return any(map(_is_label, _label().findall(lines)))


@lru_cache(maxsize=1024)
def _is_label(word: str) -> bool:
    return word in labels() or fold(space(word)) in labels()


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A word that begins as a label does, with its first two characters, where something parts it from its value."""
    tight = {word.replace(" ", "") for word in labels()}
    first, second = (
        re.escape("".join(map(unfold, sorted({*"".join(word[at : at + 1] for word in tight)})))) for at in (0, 1)
    )
    word = f"[{first}](?:[{second}][^{_PARTING}]{{0,{_LABEL - 2}}})?"
    # Behind a Latin letter or a digit it is parted too: later there may be a space.
    return re.compile(f"[{_PARTING}A-Za-z0-9](?=({word})(?!\n)[{_PARTING}])")
