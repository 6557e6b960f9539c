"""Which of a few readings of a run is right: what words they have and how their quotes stand, beside their symbols."""

import math
import re
from typing import Final

from cnclean.lexicon import segment, word_frequency
from cnclean.stages.annotations.script import simplified

WORDS: Final = 0.35
"""What the words weigh beside the symbols."""

_TOTAL: Final = math.log10(60_101_967)
_MARK: Final = 1.5
_ODD: Final = 1.5
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PAIRS: Final = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「", "』": "『"}
_QUOTES: Final = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_ENDS: Final = frozenset("。！？…；：”’》）」』，")
_ODDITIES: Final = tuple(
    map(
        re.compile,
        (
            "[\u4e00-\u9fff]“[^“”。！？，]{1,12}[。！？]”",  # a term in quotes has no full stop: 叫“夜。”的
            "[。，、；][。，、；]|[！？][，、；]",  # marks stand alone
            "(?<!—)—(?!—)",  # a dash is two
            "[\n。！？“][A-Za-z0-9]*[\u4e00-\u9fff]{0,2}。",  # no sentence is that short
            "[只很更最把被将从向与和或及并而为][，。、；！？]",  # what leads on to another word ends no clause
        ),
    )
)
"""Patterns that hardly occur in edited text, where the symbols alone would not tell."""


def oddness(before: str, reading: str, behind: str) -> float:
    """What `reading` costs between `before` and `behind`, the rest of its line, apart from its symbols."""
    reading = "".join(map(simplified, reading))
    words = sum(_price(word) for word in segment("".join(map(simplified, before[-6:])) + reading))
    nearby = "".join(map(simplified, before[-16:])) + reading
    line_start = "\n" if len(before) <= 16 else ""
    odd = sum(len(pattern.findall(line_start + nearby)) for pattern in _ODDITIES)
    odd += not behind and reading[-1:] in _PAIRS.values()
    return WORDS * words + _ODD * (odd + _unbalanced(before + reading + behind))


def _price(word: str) -> float:
    if not _HAN.match(word):
        return _MARK
    return _TOTAL - math.log10(word_frequency(word) + 0.5)


def _unbalanced(line: str) -> int:
    """How many closing marks have no opening one in the line and, where the line is whole, the reverse."""
    marks = _QUOTES.findall(line)
    missing = 0
    for close, opening in _PAIRS.items():
        depth = 0
        for char in marks:
            depth += (char == opening) - (char == close)
            if depth < 0:
                missing, depth = missing + 1, 0
        missing += depth if line[-1:] in _ENDS else 0
    return missing
