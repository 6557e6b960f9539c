"""Which lines are worth reading: most texts are looked at here and nowhere else, so it must be cheap.

A clean text is not even searched for wording but for its edges and for what is no sentence between them. A text of
sentences alone, as most clean ones are, is known by one look at its line ends, and left where neither the first nor
the last sentence holds a telling pair of characters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.anchors import Anchors, edge_anchors, rare_anchors
from cnclean.stages.boilerplate.fold import fold, space, unfold
from cnclean.stages.boilerplate.line import undecorated
from cnclean.stages.boilerplate.lookup import label_firsts, labels, list_ends, opens_list
from cnclean.stages.boilerplate.reading import LONGEST

_EDGE: Final = 5
"""So many lines at both ends that are no sentences are looked at by their shape too."""

_WINDOW: Final = 24
"""A phrase stands within so many characters of its anchor."""

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

_ENDED: Final = "。！？!?…”」；"


# What ends in a half-width mark behind ASCII may be noise.
_LOOSE = compile_later(r"\n(?<![。！？…”」；\n]\n)(?<![^ -~\n][!?;]\n)")


def may_say_something(text: str) -> bool:
    """Whether a line is no sentence, or the first or the last one may say what pages say: else there is nothing."""
    if _LOOSE.search(text + "\n"):
        return True
    text = text.strip("\n")
    first = text.find("\n")
    return first >= 0 and rare_anchors().hold(text[:first] + text[text.rfind("\n") :])


def worth_reading(lines: Sequence[str]) -> set[str]:
    """The lines that may say something: the first and the last, and those at the edges or between that are loose."""
    loose = [line for line in lines if line[-1:] not in _ENDED]
    first, last = next(filter(str.strip, lines)), next(filter(str.strip, reversed(lines)))
    worth = {*_telling({first, last, *loose}, rare_anchors(), _PER_CHARACTER)}
    if loose:
        edges = {*islice(filter(str.strip, lines), _EDGE), *islice(filter(str.strip, reversed(lines)), _EDGE)}
        worth |= _shaped([line for line in edges.intersection(loose) if len(line) <= _SHORT])
    return worth


def telling_sentences(lines: Iterable[str]) -> set[str]:
    """The sentences of which phrases make up enough."""
    return set(_telling([line for line in lines if line[-1:] in _ENDED], edge_anchors(), _PER_CHARACTER))


def _telling(lines: Iterable[str], anchors: Anchors, per_character: int) -> Iterator[str]:
    text = "\n".join([line for line in lines if len(line) <= LONGEST])
    end = -1
    start = 0
    hits: list[tuple[int, str]] = []
    for at, pair in anchors.find(text):
        if at > end:
            if _explain(text[start:end], anchors, hits, per_character):
                yield text[start:end]
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            hits.clear()
        hits.append((at - start, pair))
    if _explain(text[start:end], anchors, hits, per_character):
        yield text[start:end]


def _explain(line: str, anchors: Anchors, hits: Sequence[tuple[int, str]], per_character: int) -> bool:
    """Whether the phrases whose anchors stand in a line are there, and make up enough of it."""
    words = [anchors.phrases[pair] for _, pair in hits]
    if not words or len(line) > sum(len(longest) for longest, *_ in words) * per_character:
        return False
    size = len(line)
    explained = 0
    for (at, _), each in zip(hits, words, strict=True):
        near = fold(space(line[max(0, at - _WINDOW) : at + _WINDOW]))
        for word in each:
            if word in near:
                explained += len(word) * per_character
                break
        if explained >= size:
            return True
    return False


def _shaped(lines: Sequence[str]) -> set[str]:
    """Of loose lines those that look like a page's, or say enough for the edge of one."""
    text = "\n".join(["", *lines, ""])
    short = [line for line in lines if len(line) <= _SHORTEST]
    worth = {*_telling(short, edge_anchors(), _PER_EDGE_CHARACTER)}
    known = labels().keys()
    if _SHAPE.search(text) or _MARK.search(text) or _list_end().search(text):
        worth.update(filter(_has_shape, lines))
    for match in _label().finditer(text):
        if fold(space(match[0])) in known:
            start = text.rfind("\n", 0, match.start()) + 1
            worth.add(text[start : text.find("\n", start)])
    return worth


def _has_shape(line: str) -> bool:
    if _SHAPE.search(f"\n{line}") or (len(line) <= _MARKED and _MARK.search(line)):
        return True
    return len(line) <= _LONGEST_HEAD and bool(_list_end().search(line)) and opens_list(undecorated(fold(line)))


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A word that begins as a label does, where something parts it from its value."""
    firsts = "".join(unfold(first) for first in sorted(label_firsts()))
    return re.compile(f"[{re.escape(firsts)}](?<=[{_PARTING}].)[^{_PARTING}]{{0,{_LABEL - 1}}}(?=(?!\n)[{_PARTING}])")


@lru_cache(maxsize=1)
def _list_end() -> re.Pattern[str]:
    """A line's last character but for decoration, where it is the last of what announces other articles."""
    return re.compile(f"[{''.join(sorted(list_ends()))}][{re.escape(_DECORATION)}]*$", re.MULTILINE)
