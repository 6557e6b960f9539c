"""Pages that annotate a tenth of all their words at random: 的(de) 一(yī), or whole words, 领导(lǐngdǎo), even twice.

Such a page differs with each view; it is made so that copies differ. Readings stand behind function words as often as
behind others, which no gloss and no primer does, and most words, these among them, have none, unlike in a textbook.
"""

import math
import re
from typing import Final

from cnclean.han import HAN, TONED
from cnclean.stages.annotations.pieces import Piece
from cnclean.stages.annotations.readings import normalized, spells

_GLOSS: Final = re.compile(rf"[(（]([a-zü{TONED}ɑɡ' ]{{1,24}})[)）]")
_HAN: Final = re.compile(f"[{HAN}]")
_FUNCTION: Final = frozenset("的一是不了在有人我他这這中大来來上个個到说說们們为為和地出道也时時年就要那得着著自之可以")
_CHANCE: Final = 2.6
"""By how many standard deviations chance may annotate fewer function words than there should be."""
_LONGEST: Final = 5


def read_glosses(text: str) -> list[Piece]:
    """The annotations of such a page; none if the text is any other."""
    found: list[tuple[int, int, str]] = []
    for match in _GLOSS.finditer(text):
        reading = normalized(match[1])
        if found and found[-1][1] == match.start() and text[slice(*found[-1][:2])] == match[0]:
            found.append((match.start(), match.end(), ""))
        elif word := _word_before(text, match.start(), reading):
            found.append((match.start(), match.end(), word))
    annotated = "".join(word for _, _, word in found)
    if len(found) < 10 or len(set(annotated)) < 8:
        return []
    han = _HAN.findall(text)
    functional = sum(char in _FUNCTION for char in annotated)
    expected = len(annotated) * sum(char in _FUNCTION for char in han) / len(han)
    fewest = max(3.0, expected / 4, min(expected / 2, expected - _CHANCE * math.sqrt(expected)))
    if functional < fewest or not 0.02 < len(annotated) / len(han) < 0.4:
        return []
    return [Piece(start, end, "", "annotation") for start, end, _ in found]


def _word_before(text: str, end: int, reading: str) -> str:
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if not _HAN.match(text[start]):
            break
        if spells(text[start:end], reading):
            return text[start:end]
    return ""
