"""Which lines are worth reading: most texts are looked at here and nowhere else, so it must be cheap.

A clean text is not searched for wording but in the first and the last line and in what is no sentence. A text of
sentences alone, as most clean ones are, is known by one look at its line ends.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.anchors import edge_anchors, rare_anchors
from cnclean.stages.boilerplate.fold import fold, space, unfold
from cnclean.stages.boilerplate.line import undecorated
from cnclean.stages.boilerplate.lookup import label_firsts, labels, list_ends, opens_list
from cnclean.stages.boilerplate.reading import LONGEST

_EDGE: Final = 5
"""So many lines at both ends that are no sentences are looked at by their shape too."""

_PER_CHARACTER: Final = 6
_PER_EDGE_CHARACTER: Final = 8
"""A line is too long for its evidence where a character of its phrases stands for more than this."""

# Branches that begin with a literal each, for then `re` skips to any of these as fast as to a class.
_SHAPE = compile_later(
    r"\||｜|丨|©|19\d\d[-/.]\d|20\d\d[-/.]\d|:(?<=\d:)\d\d|日(?<=\d日)\s*$|Copyright|copyright|COPYRIGHT|Rights|rights"
    r"|Powered|powered|Discuz|discuz|ICP|E ?N ?D|www\.|IMG"
    r"|\n(?:(?:\S[^\S\n]){1,4}\S[^\S\n]?[:：]|by(?![a-z])|Text)",
    re.MULTILINE,
)
_MARK = compile_later(r"＞|»|›|#\s?[^\s#]|@|★|▼|APP|App|app|QQ|\.com")
_MARKED: Final = 40
_PARTING: Final = r"\s:：/／·•=.(（【\["
_LABEL: Final = 8
_LONGEST_HEAD: Final = 24
_DECORATION: Final = " \u3000:：]】)）》>＞|｜-—=*#、·…▼↓"
_SHORT: Final = 80
_SHORTEST: Final = 30
"""Of a longer one a likely phrase says too little."""

_ENDED: Final = "。！？…”」；"
_ASKED: Final = "!?"


# What ends in a half-width mark behind ASCII may be noise.
_LOOSE = compile_later(r"\n(?<![。！？…”」；\n]\n)(?<![^ -~\n][!?;]\n)")


def open_lines(text: str) -> list[str]:
    """The lines that do not end as a sentence does; a half-width mark ends none for certain."""
    if _LOOSE.search(text + "\n") is None:
        return []
    return [line for line in text.split("\n") if line[-1:] not in _ENDED]


def worth_reading(text: str, lines: Sequence[str]) -> set[str]:
    """The lines that may say something: the first and the last, and of the open `lines` those that tell."""
    loose = [line for line in lines if line[-1] not in _ASKED]
    if not loose:
        text = text.strip("\n")
        return set(_telling([text[: text.find("\n")], text[text.rfind("\n") + 1 :]]))
    head, tail = _ends(text)
    worth = {*_telling([head[0], tail[-1], *loose])} if head else set()
    edges = {*head[:_EDGE], *tail[-_EDGE:]}.intersection(loose)
    return worth | _shaped([line for line in edges if len(line) <= _SHORT])


def telling_sentences(lines: Iterable[str]) -> set[str]:
    """The sentences of which phrases make up enough."""
    ended = [line for line in lines if line[-1:] in _ENDED + _ASKED and len(line) <= LONGEST]
    return {*edge_anchors().telling(ended, _PER_CHARACTER)}


def _telling(lines: Iterable[str]) -> list[str]:
    return rare_anchors().telling([line for line in lines if len(line) <= LONGEST], _PER_CHARACTER)


def _ends(text: str) -> tuple[list[str], list[str]]:
    """The first lines and the last, but for blank ones."""
    some = 2 * _EDGE
    head, tail = text.split("\n", some)[:some], text.rsplit("\n", some)[-some:]
    head, tail = list(filter(str.strip, head)), list(filter(str.strip, tail))
    if len(head) < _EDGE or len(tail) < _EDGE:
        head = tail = list(filter(str.strip, text.split("\n")))
    return head, tail


def _shaped(lines: Sequence[str]) -> set[str]:
    """Of loose lines those that look like a page's, or say enough for the edge of one."""
    text = "\n".join(["", *lines, ""])
    worth = {*edge_anchors().telling([line for line in lines if len(line) <= _SHORTEST], _PER_EDGE_CHARACTER)}
    if _SHAPE.search(text) or _MARK.search(text) or _list_end().search(text):
        worth.update(filter(_has_shape, lines))
    if _has_label(text):
        worth.update(line for line in lines if _has_label(f"\n{line}\n"))
    return worth


def _has_shape(line: str) -> bool:
    if _SHAPE.search(f"\n{line}") or (len(line) <= _MARKED and _MARK.search(line)):
        return True
    return len(line) <= _LONGEST_HEAD and bool(_list_end().search(line)) and opens_list(undecorated(fold(line)))


def _has_label(lines: str) -> bool:
    known = labels()
    return any(fold(space(word)) in known for word in _label().findall(lines))


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A word that begins as a label does, where something parts it from its value."""
    firsts = "".join(unfold(first) for first in sorted(label_firsts()))
    return re.compile(f"[{_PARTING}](?=([{re.escape(firsts)}][^{_PARTING}]{{0,{_LABEL - 1}}})(?!\n)[{_PARTING}])")


@lru_cache(maxsize=1)
def _list_end() -> re.Pattern[str]:
    """A line's last character but for decoration, where it is the last of what announces other articles."""
    return re.compile(f"[{''.join(sorted(list_ends()))}][{re.escape(_DECORATION)}]*$", re.MULTILINE)
