"""How likely a text is Chinese: what decides between a text and another reading of its bytes.

Every character outside ASCII scores its log probability (base e) against a middling one, every pair of neighbours
whether it is a common pair. Clean text of either script scores about +5 a character; text in the wrong encoding -4;
random characters of GB 2312 -2; a character that is common in Chinese at least +1.
"""

import functools
import operator
from typing import Final

from cnclean.patterns import compile_later

COMMON_PAIR: Final = 3.0
OTHER_PAIR: Final = -0.5
_MIDDLING = -11.0
_RARE_HAN = -5.0
_STRANGE = -6.0
_CANTONESE = "佢哋喺嘅嘢冇嚟咗唔咁嗰啲畀俾睇揾搵攞瞓乜嘥咩喎㗎囉啩嘞噉啱咪"
_CANTONESE_WEIGHT = 3.0
"""The table of frequencies is counted from written Mandarin, which lacks most of them."""
_NATURAL = 9.0  # what a letter of another script scores more where it may stand for itself

_NOT_ASCII = compile_later("[^\x00-\x7f]+")
_HAN = compile_later("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# Letters, also with accents, and the arrows, lines and blocks of drawings.
_OTHER_SCRIPT = compile_later("[\xa0\xc0-\u1fff\u2190-\u23ff\u2500-\u27bf\u3041-\u30ff\uac00-\ud7a3]")


class Weights(dict[str, float]):
    """The score of each character; a rare one gets its score when it is asked for."""

    def __missing__(self, character: str) -> float:
        return _score_rare(character)


class NaturalWeights(Weights):
    """The same for a text that may be in any other script: its letters speak for themselves."""

    def __missing__(self, character: str) -> float:
        return _score_rare(character) + _score_other_script(character)


def chinese(text: str) -> float:
    """The score of `text` as Chinese; ASCII counts nothing."""
    return _score(text, weights())


def natural(text: str) -> float:
    """The score of `text` as a text of any language."""
    return _score(text, natural_weights())


def count_beyond_ascii(text: str) -> int:
    """How many characters of `text` the scores are about."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _score(text: str, weight: Weights) -> float:
    total, is_common = 0.0, pairs().__contains__
    for part in _NOT_ASCII.findall(text):
        common = sum(map(is_common, map(operator.add, part, part[1:])))
        total += sum(map(weight.__getitem__, part)) + common * COMMON_PAIR + (len(part) - 1 - common) * OTHER_PAIR
    return total


@functools.lru_cache(maxsize=4096)
def _score_rare(character: str) -> float:
    return _RARE_HAN if _HAN.match(character) else _STRANGE


@functools.lru_cache(maxsize=4096)
def _score_other_script(character: str) -> float:
    return _NATURAL if _OTHER_SCRIPT.match(character) else 0.0


@functools.cache
def weights() -> Weights:
    """By character: what it scores in Chinese."""
    from cnclean.tables.character_frequency import FIRST_LEVEL, LEVELS, STEP  # noqa: PLC0415 - 100 kB, seldom needed

    counted = {
        character: FIRST_LEVEL - level * STEP - _MIDDLING
        for level, characters in enumerate(LEVELS)
        for character in characters
    }
    return Weights(counted | dict.fromkeys(_CANTONESE, _CANTONESE_WEIGHT))


@functools.cache
def natural_weights() -> NaturalWeights:
    """By character: what it scores in a text of any language."""
    letters = (*range(0xC0, 0x530), *range(0x3041, 0x30FF))  # the commonest of those that get theirs when asked for
    return NaturalWeights(dict.fromkeys(map(chr, letters), _STRANGE + _NATURAL) | weights())


@functools.cache
def pairs() -> frozenset[str]:
    """The common pairs of neighbours in Chinese of both scripts."""
    from cnclean.tables.character_frequency import PAIRS  # noqa: PLC0415 - 100 kB, seldom needed

    return frozenset(line[0] + second for line in PAIRS.splitlines() for second in line[1:])
