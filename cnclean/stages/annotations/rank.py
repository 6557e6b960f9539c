"""Which of a few readings of a run is right: what words they have and how their quotes stand, beside their symbols."""

import math
import re
from collections.abc import Sequence
from typing import Final

from cnclean.lexicon import segment, word_frequency
from cnclean.lexicon.words import LOG_TOTAL
from cnclean.remembered import remembered
from cnclean.stages.annotations.converted import simplified
from cnclean.stages.annotations.language import Language
from cnclean.stages.annotations.lattice import Reading
from cnclean.stages.annotations.octets import WIDE

_SYMBOLS: Final = 0.85
"""What the symbols of a reading weigh: they and the words tell in part the same. All weights were fitted together, on
damage made from clean text, so that a lead of one means that a reading is right ten times as often as the other."""

_WORDS: Final = 0.21
_MARK: Final = 1.5
_SINGLE: Final = 0.37
"""What a character that belongs to no word costs beyond its rarity: most text is words."""
_ODD: Final = 0.5
_UNBALANCED: Final = 1.1
_FOREIGN: Final = 0.9
_OWN: Final = 0.86
"""What it weighs how much oftener the characters of a reading stand in the document than in others."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_PAIRS: Final = {"”": "“", "’": "‘", "》": "《", "）": "（", "」": "「", "』": "『"}
_QUOTES: Final = re.compile(f"[{''.join(_PAIRS)}{''.join(_PAIRS.values())}]")
_STOPS: Final = re.compile("[。，,]")
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


def ranked(before: str, readings: Sequence[Reading], behind: str, language: Language) -> list[Reading]:
    """The readings between `before` and `behind`, the best first; those that are one in Simplified are one."""
    if len(readings) == 1:
        return list(readings)
    found = sorted(
        each._replace(cost=_SYMBOLS * each.cost + _oddness(before, each.text, behind, language)) for each in readings
    )
    return list({"".join(map(simplified, each.text)): each for each in reversed(found)}.values())[::-1]


def _oddness(before: str, reading: str, behind: str, language: Language) -> float:
    """What `reading` costs between `before` and `behind`, the rest of its line, apart from its symbols."""
    own = _OWN * sum(map(language.affinity, reading)) - _FOREIGN * language.foreign(reading)
    reading = "".join(map(simplified, reading))
    words = segment("".join(map(simplified, before[-6:])) + reading + "".join(map(simplified, behind[:4])))
    nearby = "".join(map(simplified, before[-16:])) + reading
    line_start = "\n" if len(before) <= 16 else ""
    odd = sum(len(pattern.findall(line_start + nearby)) for pattern in _ODDITIES)
    odd += not behind and (reading[-1:] in _PAIRS.values() or _breaks_off(before, reading))
    return sum(map(_price, words)) + _ODD * odd + _UNBALANCED * _unbalanced(before + reading + behind) - own


def _breaks_off(before: str, reading: str) -> bool:
    """Whether a sentence ends the line without a mark."""
    return _HAN.match(reading[-1:]) is not None and _STOPS.search(before) is not None


@remembered(most=1 << 14)
def _price(word: str) -> float:
    if not _HAN.match(word):
        return _WORDS * _MARK
    return _WORDS * (LOG_TOTAL - math.log10(word_frequency(word) + 0.5)) + _SINGLE * (len(word) == 1)


def _unbalanced(line: str) -> int:
    """How many closing marks have no opening one in the line and, where the line is whole, the reverse."""
    marks = _QUOTES.findall(line.translate(WIDE))
    missing = 0
    for close, opening in _PAIRS.items():
        if close not in marks and opening not in marks:
            continue
        depth = 0
        for char in marks:
            depth += (char == opening) - (char == close)
            if depth < 0:
                missing, depth = missing + 1, 0
        missing += depth if line[-1:] in _ENDS else 0
    return missing
