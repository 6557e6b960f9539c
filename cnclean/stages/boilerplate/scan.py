"""Which lines are worth reading: one pass of two character classes over the whole text.

Nearly every text is read here and nowhere else, so it must be cheap whatever the tables hold. Every phrase gives the
two characters by which it is found: its rarest one and a neighbour. Where a rare character meets a neighbour a
dictionary look-up follows; a line where enough of them meet for its length is read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add
from typing import Final, NamedTuple

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.fold import fold, space, unfold
from cnclean.stages.boilerplate.lookup import edge_phrases, labels, telling_phrases
from cnclean.stages.boilerplate.reading import LONGEST

_EDGE: Final = 6
"""So many lines at both ends are looked at by their shape too."""

_PER_HIT: Final = 36
_PER_EDGE_HIT: Final = 16
_PER_CHARACTER: Final = 12
_PER_SENTENCE_CHARACTER: Final = 8
_PER_EDGE_CHARACTER: Final = 8
"""A line is too long for its evidence where a pair, or a character of a phrase, stands for more than this."""

_RARE: Final = 12
"""The first level of the frequency table whose characters, below one in 4,000, are worth a look at each."""

_SHAPE = compile_later(
    r"[|｜丨©]|(?:19|20)\d\d[-/.]\d|\d:\d\d|\d日\s*$"
    r"|[Cc]opyright|COPYRIGHT|[Rr]ights|[Pp]owered|[Dd]iscuz|ICP|E ?N ?D|^(?:\S\s){1,4}\S\s?[:：]|www\.|IMG|^by |^Text"
)
_MARK = compile_later(r"[>＞»›#@★▼]|APP|[Aa]pp|QQ|\.com")
_MARKED: Final = 40
_LABEL = compile_later(r"(?<![^\s(（【\[])([^\s:：/／·•=.(（【\[]{1,8})\s?[:：/／·•=.(（ ]")
_SHORT: Final = 80
_ENDED: Final = "。！？!?…”」；"
_LINE_END = compile_later("\n(?<=[!-~）】〕 \u3000]\n)")


def candidates(text: str) -> set[int]:
    """The starts of the lines that may say something."""
    return {*_by_phrase(text), *_by_shape(text)}


def ends(text: str) -> Iterator[tuple[int, int]]:
    """The lines that end in a bracket, a blank or ASCII: where a part in brackets or noise may stand."""
    for match in _LINE_END.finditer(text):
        yield text.rfind("\n", 0, match.start()) + 1, match.start()
    if text and (text[-1] < "\x7f" or text[-1] in "）】〕\u3000") and text[-1] != "\n":
        yield text.rfind("\n") + 1, len(text)


def _by_phrase(text: str) -> Iterator[int]:
    pairs, pattern = _pairs()
    start = end = -1
    hits: list[int] = []
    for match in pattern.finditer(text):
        at = match.start()
        if text[at : at + 2] not in pairs:
            at -= 1
            if text[at : at + 2] not in pairs:
                continue
        if at > end:
            if hits and _holds_phrases(text, start, end, hits):
                yield start
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
            hits.clear()
        hits.append(at)
    if hits and _holds_phrases(text, start, end, hits):
        yield start


def _holds_phrases(text: str, start: int, end: int, hits: list[int]) -> bool:
    if end - start > min(LONGEST, len(hits) * _PER_HIT):
        return False
    pairs, _ = _pairs()
    enough = _PER_SENTENCE_CHARACTER if text[end - 1] in _ENDED else _PER_CHARACTER
    return _explains(fold(space(text[start:end])), [pairs[text[at : at + 2]] for at in hits], enough)


def _explains(line: str, words: list[list[str]], per_character: int) -> bool:
    explained = sum(max((len(word) for word in each if word in line), default=0) for each in words)
    return len(line) <= explained * per_character


def _by_shape(text: str) -> Iterator[int]:
    start = 0
    for line in text.split("\n", _EDGE)[:_EDGE]:
        if _has_shape(line):
            yield start
        start += len(line) + 1
    end = len(text)
    for line in reversed(text[start:].rsplit("\n", _EDGE)[-_EDGE:]):
        if _has_shape(line):
            yield end - len(line)
        end -= len(line) + 1


def _has_shape(line: str) -> bool:
    if not 0 < len(line) <= _SHORT or line[-1] in _ENDED:
        return False
    line = space(line)
    if _SHAPE.search(line) or (len(line) <= _MARKED and _MARK.search(line)):
        return True
    if any(fold(match[1]) in labels() for match in _LABEL.finditer(line)):
        return True
    pairs = _edge_pairs()
    hits = [pair for pair in map(add, line, line[1:]) if pair in pairs]
    return len(line) <= len(hits) * _PER_EDGE_HIT and _explains(
        fold(line), [pairs[pair] for pair in hits], _PER_EDGE_CHARACTER
    )


@lru_cache(maxsize=1)
def _edge_pairs() -> dict[str, list[str]]:
    """Two neighbours of every phrase, common ones too: for the lines at the edges, which are few."""
    anchors = _anchors()
    chosen: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(edge_phrases())):
        chosen[anchors[word].pair if word in anchors else word[-2:]].append(word)
    return {spelling: words for pair, words in chosen.items() for spelling in _spellings(pair)}


@lru_cache(maxsize=1)
def _pairs() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """The pairs in all spellings with their phrases, and what finds a rare one of a pair."""
    anchors = _anchors()
    ahead: defaultdict[str, set[str]] = defaultdict(set)
    behind: defaultdict[str, set[str]] = defaultdict(set)
    pairs: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(telling_phrases()) & anchors.keys()):
        rarity, pair, at = anchors[word]
        if rarity < _RARE:
            continue  # nothing rare in it: its line is found by its other phrases or by its shape
        (behind if at else ahead)[pair[at]].add(pair[1 - at])
        pairs[pair].append(word)
    # One class in front, for `re` skips to a class forty times faster than to an alternative.
    rare = _class({*ahead, *behind})
    before, after = (
        f"(?<={_class(_values(behind))}{_class(behind)})",
        f"(?<={_class(ahead)})(?={_class(_values(ahead))})",
    )
    spelled = {spelling: words for pair, words in pairs.items() for spelling in _spellings(pair)}
    return spelled, re.compile(f"{rare}(?:{before}|{after})")


class _Anchor(NamedTuple):
    """The rarest two neighbours of a phrase, and which of them is the rare one."""

    rarity: int
    pair: str
    at: int


@lru_cache(maxsize=1)
def _anchors() -> dict[str, _Anchor]:
    from cnclean.tables.character_frequency import LEVELS, PAIRS  # noqa: PLC0415 - only when a text is read

    ranks: dict[str, int] = {}
    for level, chars in enumerate(LEVELS):
        for char in fold(chars):
            ranks.setdefault(char, level)
    common = {line[0] + char for line in fold(PAIRS).split() for char in line[1:]}
    anchors: dict[str, _Anchor] = {}
    for word in set(edge_phrases()):
        rarities = [-1 if char < "\u0100" else ranks.get(char, len(LEVELS)) for char in word]
        pairs = [at for at in range(len(word) - 1) if word[at : at + 2] not in common and " " not in word[at : at + 2]]
        if pairs:
            at = max(pairs, key=lambda at: max(rarities[at : at + 2]))
            second = int(rarities[at + 1] >= rarities[at])
            anchors[word] = _Anchor(rarities[at + second], word[at : at + 2], second)
    return anchors


def _spellings(pair: str) -> list[str]:
    return [first + second for first in unfold(pair[0]) for second in unfold(pair[1])]


def _values(table: dict[str, set[str]]) -> set[str]:
    return {char for chars in table.values() for char in chars}


def _class(chars: Iterable[str]) -> str:
    return "[" + "".join(re.escape(spelling) for char in sorted(chars) for spelling in unfold(char)) + "]"
