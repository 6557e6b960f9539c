"""Pages that annotate a tenth of all their words at random: 的(de) 一(yī), or whole words, 领导(lǐngdǎo), even twice.

Such a page differs with each view; it is made so that copies differ. Readings stand behind function words as often as
behind others, which no gloss and no primer does, and most words, these among them, have none, unlike in a textbook.
And they stand behind words in their commonest reading that the text has had before without: who teaches a reading
gives it where the word comes first, or where it is another one.
"""

import math
import re
from typing import Final

from cnclean.han import HAN, TONED
from cnclean.stages.annotations.pieces import Piece
from cnclean.stages.annotations.readings import normalized, spells
from cnclean.tables.readings import FIRST

_GLOSS: Final = re.compile(rf"[(（]([a-zü{TONED}ɑɡ' ]{{1,24}})[)）]")
_HAN: Final = re.compile(f"[{HAN}]")
_HAN_RUN: Final = re.compile(f"[{HAN}]+")
_FUNCTION: Final = frozenset("的一是不了在有人我他这這中大来來上个個到说說们們为為和地出道也时時年就要那得着著自之可以")
_CHANCE: Final = 2.6
"""By how many standard deviations chance may annotate fewer function words than there should be."""
_LONGEST: Final = 5
_DOUBLED: Final = 2
_CHANCE_LATE: Final = 2.0
"""By how many standard deviations fewer words than by chance may have stood in the text before."""
_HALF_A_WORD: Final = 0.5
"""Of a text so short that chance may give none, one is asked for all the same."""


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
    if _teaches(text, found):
        return []
    return [Piece(start, end, "", "annotation") for start, end, _ in found]


def _teaches(text: str, found: list[tuple[int, int, str]]) -> bool:
    """Whether readings stand where words come first, more often than by chance; nobody teaches one twice in a row."""
    words = [(start, word) for start, _, word in found if word]
    if len(found) - len(words) >= _DOUBLED:
        return False
    if 2 * sum(_is_headword(text, start, word) for start, word in words) >= len(words):
        return True
    sizes = {len(word) for _, word in words}
    firsts = _first_places(text, sizes)
    late = sum(_is_late(text, start, word, firsts[word]) for start, word in words)
    plain = _HAN_RUN.findall(_GLOSS.sub("", text))
    known = {size: _repeated(plain, size) for size in sizes}
    expected = sum(known[len(word)] for _, word in words)
    return late < min(expected / 2, max(expected - _CHANCE_LATE * math.sqrt(expected), min(expected, _HALF_A_WORD)))


def _is_headword(text: str, end: int, word: str) -> bool:
    """Whether a word with its reading stands apart: `3.大(dà)：大小`."""
    reading = _GLOSS.match(text, end)
    behind = reading.end() if reading else end
    return not (_HAN.match(text[end - len(word) - 1 : end - len(word)]) or _HAN.match(text, behind))


def _first_places(text: str, sizes: set[int]) -> dict[str, int]:
    """Where each run of so many characters first stands: to look for each word on its own is no linear time."""
    return {text[at : at + size]: at for size in sizes for at in range(len(text) - size, -1, -1)}


def _repeated(runs: list[str], size: int) -> float:
    """How many of all words of this size have stood in the text before."""
    words = [run[at : at + size] for run in runs for at in range(len(run) - size + 1)]
    return 1 - len(set(words)) / len(words) if words else 0.0


def _is_late(text: str, end: int, word: str, before: int) -> bool:
    """Whether a word first stands before, without a reading; of a character only the commonest reading tells."""
    if before + len(word) >= end or _GLOSS.match(text, before + len(word)):
        return False
    reading = _GLOSS.match(text, end)
    return len(word) > 1 or (reading is not None and word in FIRST.get(normalized(reading[1]), ""))


def _word_before(text: str, end: int, reading: str) -> str:
    for start in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if not _HAN.match(text[start]):
            break
        if spells(text[start:end], reading):
            return text[start:end]
    return ""
