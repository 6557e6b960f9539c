"""How likely a text is Chinese: what decides between a text and another reading of its bytes.

Every character outside ASCII scores its log probability against a middling one, every pair of neighbours whether it is
a common pair. Clean text of either script scores about +5 a character; text in the wrong encoding -4; random
characters of GB 2312 -2; a character that is common in Chinese at least +1.
"""

import functools
import re

_MIDDLING = -11.0
_RARE_HAN = -5.0
_STRANGE = -6.0
_COMMON_PAIR, _OTHER_PAIR = 3.0, -0.5
_NATURAL = 9.0  # what a letter of another script scores where it may stand for itself

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Letters, and the arrows, lines and blocks of drawings.
_OTHER_SCRIPT = re.compile("[\u0370-\u052f\u2190-\u23ff\u2500-\u27bf\u3041-\u30ff\uac00-\ud7a3]")


def chinese(text: str) -> float:
    """The score of `text` as Chinese; ASCII counts nothing."""
    total, before = 0.0, ""
    for character in text:
        if character < "\x80":
            before = ""
        else:
            total += chinese_step(character, before)
            before = character
    return total


def chinese_step(character: str, before: str) -> float:
    """What one character outside ASCII adds after `before`, which is empty at a beginning and behind ASCII."""
    weight = _weights().get(character)
    if weight is None:
        weight = _RARE_HAN if _HAN.match(character) else _STRANGE
    if not before:
        return weight
    return weight + (_COMMON_PAIR if before + character in _pairs() else _OTHER_PAIR)


def natural(text: str) -> float:
    """The same for a text that may be Japanese, Korean, Russian or Greek: its letters speak for themselves."""
    return chinese(text) + _NATURAL * sum(1 for _ in _OTHER_SCRIPT.finditer(text))


def natural_step(character: str, before: str) -> float:
    return chinese_step(character, before) + (_NATURAL if _OTHER_SCRIPT.match(character) else 0.0)


@functools.cache
def _weights() -> dict[str, float]:
    from cnclean.tables.character_frequency import FIRST_LEVEL, LEVELS, STEP  # noqa: PLC0415 - 100 kB, seldom needed

    return {
        character: FIRST_LEVEL - level * STEP - _MIDDLING
        for level, characters in enumerate(LEVELS)
        for character in characters
    }


@functools.cache
def _pairs() -> frozenset[str]:
    from cnclean.tables.character_frequency import PAIRS  # noqa: PLC0415 - 100 kB, seldom needed

    return frozenset(line[0] + second for line in PAIRS.splitlines() for second in line[1:])
