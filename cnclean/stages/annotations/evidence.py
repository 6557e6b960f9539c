"""Which damage a document shows: decided on all its annotations together, never on one."""

import math
import re
from collections import Counter
from typing import Final

from cnclean.han import HAN, count_han
from cnclean.stages.annotations.candidates import Followers
from cnclean.stages.annotations.converted import is_converted, unconverted
from cnclean.stages.annotations.language import Language
from cnclean.stages.annotations.octets import octets
from cnclean.stages.annotations.readings import ANNOTATION, SYLLABLE, fits, is_annotated, normalized, windows
from cnclean.stages.annotations.states import ODD, Page

_ANNOTATED: Final = re.compile(rf"[(（](?<=([{HAN}])[(（])({SYLLABLE})[)）]")
_ALONE: Final = re.compile(rf"[(（](?<=[{HAN}][(（])(?<![{HAN}]{{2}}[(（]){SYLLABLE}[)）](?![{HAN}])")
_STRADDLE: Final = re.compile(rf"\?({SYLLABLE})[)）]")
_WIDENED: Final = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_DAMAGED: Final = re.compile(r"\?[^\n]{0,60}")
"""Where a run may be broken. Its bytes in wrong pairs are full-width letters often enough."""
_DOUBLED: Final = re.compile("[,，](?=[,，。])")
_QUOTES: Final = frozenset("‘’")
_FEW: Final = 12
_KNOWN, _KNOWN_OF_FEW = 0.6, 0.8
"""Such a share of its annotations the converter is known for; where it did no damage, others are a teacher's."""
_SPACE: Final = re.compile(f" (?<=[{HAN}。！？，；：] )[{HAN}]")
_REAL_TRADITIONAL: Final = "後於裡雲願範並徵湧遊採"
_MACHINE_MADE: Final = "后于里云愿范并征涌游采"
"""What the converter leaves, in the same order; some of these are good Traditional characters too."""


def converter_page(text: str) -> Page | None:
    """What holds of a page of the annotating converter, `None` for any other text.

    The converter annotates only characters that it converted, always with the same reading, and nearly everywhere. A
    primer annotates few characters once; a textbook all of them, or those that are new; a list of these, each alone.
    Only the converter annotates across two characters: where it did, few annotations are enough, and any characters;
    elsewhere most must be such as it is known to annotate.
    """
    seen, known, others = _annotations(text)
    total = seen.total()
    if not total or others > total / 4 or sum(1 for _ in _ALONE.finditer(text)) > total / 2:
        return None
    few = len(seen) < 3 or total < 5
    if few or known < (_KNOWN_OF_FEW if total < _FEW else _KNOWN) * total:
        straddles = _straddles(text)
        if not straddles or (few and total + straddles < 3):
            return None
    standing = {char: text.count(char) for char in seen}
    han = count_han(text)
    if total < 0.6 * sum(standing.values()) or han < 2 * total:
        return None
    if total < (han / 100 if known < 0.9 * total or total < 8 else han / 500):
        return None
    always = frozenset(char for char in seen if seen[char] >= 0.8 * standing[char])
    return page_of(text, always)


def _annotations(text: str) -> tuple[Counter[str], int, int]:
    """How often each character is annotated as the converter may do; of these how many as it does; how many others."""
    seen: Counter[str] = Counter()
    known = others = 0
    for (char, syllable), times in Counter(_ANNOTATED.findall(text)).items():
        reading = normalized(syllable)
        if is_converted(char) and fits(char, reading):
            seen[char] += times
            known += times * is_annotated(char, reading)
        else:
            others += times
    return seen, known, others


def _straddles(text: str) -> int:
    """How often a lost byte and the one before it are a character that is known to be annotated as it is there."""
    found = 0
    for match in _STRADDLE.finditer(text):
        before = octets(ANNOTATION.sub("", text[max(0, match.start() - 12) : match.start()])[-1:])
        found += len(before) == 2 and any(known for _, known in windows(before[1], normalized(match[1])))
    return found


def page_of(text: str, annotated: frozenset[str] = frozenset()) -> Page:
    language, traditional = Language(text), is_traditional(text)
    followers = Followers(language.pairs, converted=traditional)
    return Page(
        annotated=annotated,
        traditional=traditional,
        unusual=_QUOTES | unconverted() if traditional else _QUOTES,
        narrow="，" not in text,
        space=_price_of_space(text),
        widened=_WIDENED.search(text) is not None and _WIDENED.search(_DAMAGED.sub("", text)) is not None,
        doubled=len(_DOUBLED.findall(text)) >= 3,
        language=language,
        followers=followers,
    )


def _price_of_space(text: str) -> float:
    often = math.log10(len(text) / (0.1 + len(_SPACE.findall(text))))
    return min(often, ODD if "，" in text else 2 * ODD)


def is_traditional(text: str) -> bool:
    counts = Counter(text)
    converted = sum(counts[char] for char in filter(is_converted, counts))
    return converted > 3 * sum(counts[char] for char in counts.keys() & unconverted()) and converted > 0


def is_machine_made(text: str) -> bool:
    """Whether Traditional text has Simplified characters where only a converter by characters leaves them."""
    left = sum(map(text.count, _MACHINE_MADE))
    return left >= 3 and left > 4 * sum(map(text.count, _REAL_TRADITIONAL))
