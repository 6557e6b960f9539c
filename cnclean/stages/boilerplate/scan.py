"""Which lines are worth reading: most texts are looked at here and nowhere else, so it must be cheap.

A clean text is not even searched for wording but for its edges and for what is no sentence between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.anchors import Anchors, edge_anchors, rare_anchors
from cnclean.stages.boilerplate.fold import fold, space
from cnclean.stages.boilerplate.line import undecorated
from cnclean.stages.boilerplate.lookup import labels, list_ends, opens_list
from cnclean.stages.boilerplate.reading import LONGEST

_EDGE: Final = 6
"""So many lines at both ends are looked at however they end, and by their shape too."""

_SENTENCES: Final = 3
"""Of these, so many at either end though they are sentences."""

_PER_CHARACTER: Final = 6
_PER_EDGE_CHARACTER: Final = 8
"""A line is too long for its evidence where a character of its phrases stands for more than this."""

# Branches that begin with a literal each, for then `re` skips to any of these as fast as to a class.
_SHAPE = compile_later(
    r"\||｜|丨|©|19\d\d[-/.]\d|20\d\d[-/.]\d|:(?<=\d:)\d\d|日(?<=\d日)\s*$|Copyright|copyright|COPYRIGHT|Rights|rights"
    r"|Powered|powered|Discuz|discuz|ICP|E ?N ?D|www\.|IMG"
)
_BEGINNING = compile_later(r"(?:\S\s){1,4}\S\s?[:：]|by(?![a-z])|Text")
_MARK = compile_later(r">|＞|»|›|#|@|★|▼|APP|App|app|QQ|\.com")
_MARKED: Final = 40
_PARTING = compile_later(r"[\s:：/／·•=.(（【\[]+")
_LABEL: Final = 8
_LONGEST_HEAD: Final = 24
_DECORATION: Final = " \u3000:：]】)）》>＞|｜-—=*#、·…▼↓"
_SHORT: Final = 80
_ENDED: Final = "。！？!?…”」；"


def worth_reading(lines: Sequence[str]) -> set[str]:
    """The lines that may say something: at the edges of the page, or between them and no sentence."""
    head = list(islice(filter(str.strip, lines), _EDGE))
    tail = list(islice(filter(str.strip, reversed(lines)), _EDGE))
    loose = [line for line in lines if line[-1:] not in _ENDED]
    some = {*head[:_SENTENCES], *tail[:_SENTENCES], *loose}
    return {*_telling(some, rare_anchors()), *filter(_has_shape, {*head, *tail})}


def telling_sentences(lines: Iterable[str]) -> set[str]:
    """The sentences of which phrases make up enough."""
    return set(_telling([line for line in lines if line[-1:] in _ENDED], edge_anchors()))


def _telling(lines: Iterable[str], anchors: Anchors) -> Iterator[str]:
    text = "\n".join([line for line in lines if len(line) <= LONGEST])
    end = -1
    line = ""
    hits: list[str] = []
    for at, pair in anchors.find(text):
        if at > end:
            if _explain(line, anchors, hits, _PER_CHARACTER):
                yield line
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            line = text[start:end]
            hits.clear()
        hits.append(pair)
    if _explain(line, anchors, hits, _PER_CHARACTER):
        yield line


def _explain(line: str, anchors: Anchors, pairs: Sequence[str], per_character: int) -> bool:
    words = [anchors.phrases[pair] for pair in pairs]
    if not words or len(line) > sum(len(longest) for longest, *_ in words) * per_character:
        return False
    folded = fold(space(line))
    explained = sum(next((len(word) for word in each if word in folded), 0) for each in words)
    return len(folded) <= explained * per_character


def _has_shape(line: str) -> bool:
    if len(line) > _SHORT or line[-1] in _ENDED:
        return False
    if _SHAPE.search(line) or _BEGINNING.match(line) or (len(line) <= _MARKED and _MARK.search(line)):
        return True
    if any(0 < len(word) <= _LABEL and fold(space(word)) in labels() for word in _PARTING.split(line)[:-1]):
        return True
    if (
        len(line) <= _LONGEST_HEAD
        and line.rstrip(_DECORATION)[-1:] in list_ends()
        and opens_list(undecorated(fold(line)))
    ):
        return True
    anchors = edge_anchors()
    return _explain(line, anchors, [pair for _, pair in anchors.find(line)], _PER_EDGE_CHARACTER)
