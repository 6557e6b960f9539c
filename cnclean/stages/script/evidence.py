"""What speaks for a script: characters that stand in one only (`tables/script_characters.py`), and kana."""

import functools
import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from cnclean.han import HAN, KANA_LETTERS
from cnclean.stages.script.japanese import has_japanese_word

Script = Literal["simplified", "traditional", "mixed", "japanese", "undecided"]

_SEVERAL: Final = 5
_STRAY: Final = 0.05
"""A smaller share of characters of the other script are slips or quotations; the text is not mixed."""


class Evidence(NamedTuple):
    """Counts of characters. Those of two texts add up to those of both together."""

    han: int = 0
    kana: int = 0
    simplified: int = 0
    traditional: int = 0
    japanese: int = 0
    unjapanese: int = 0
    grammar: int = 0


NOTHING: Final = Evidence()

SHORT: Final = 40
"""Han characters of a line that may be Japanese without kana."""


def weigh(text: str) -> Evidence:
    """Count the characters of `text` that are evidence of a script."""
    if text.isascii():
        return NOTHING
    known = evidence_classes()
    han, kana = _count(known.han, text), _count(known.kana, text)
    if not han and not kana:
        return NOTHING
    simplified, traditional = "".join(known.simplified.findall(text)), "".join(known.traditional.findall(text))
    found = Evidence(
        han,
        kana,
        _unless_alone(simplified, traditional),
        _unless_alone(traditional, simplified),
        _count(known.japanese, text),
        _count(known.unjapanese, text),
        _count(known.grammar, text),
    )
    return with_words(found, text)


def with_words(found: Evidence, line: str) -> Evidence:
    """With the Japanese words of a short line whose characters alone do not tell."""
    if found.han > SHORT or found.kana or found.japanese or found.unjapanese or found.grammar:
        return found
    return found._replace(japanese=1) if has_japanese_word(line) else found


def _unless_alone(found: str, others: str) -> int:
    """One character, be it ten times, is a name or a habit (林暐哲, 凉茶舖) if several speak for the other script."""
    return 0 if len(others) >= _SEVERAL and len(set(found)) == 1 else len(found)


def _count(runs: re.Pattern[str], text: str) -> int:
    return sum(map(len, runs.findall(text)))


def add(found: Iterable[Evidence]) -> Evidence:
    """The evidence of several texts together."""
    return Evidence(*map(sum, zip(NOTHING, *found, strict=True)))


def judge(evidence: Evidence) -> Script:
    """The script that the evidence speaks for."""
    if is_japanese(evidence):
        return "japanese"
    rarer, commoner = sorted((evidence.simplified, evidence.traditional))
    if not commoner:
        return "undecided"
    if rarer > _STRAY * (rarer + commoner):
        return "mixed"
    return "simplified" if evidence.simplified > evidence.traditional else "traditional"


def is_japanese(evidence: Evidence) -> bool:
    """Kana and Japanese forms in number; or few Han, all of them Japanese, that no Chinese script has: 東京大学."""
    japanese, chinese = evidence.kana + evidence.japanese, evidence.unjapanese + evidence.grammar
    if evidence.kana or evidence.han > SHORT:
        return japanese >= _STRAY * (evidence.han + evidence.kana) and chinese * 4 < japanese
    both = evidence.simplified and evidence.traditional
    return bool(japanese or both) and not chinese


class EvidenceClasses(NamedTuple):
    han: re.Pattern[str]
    kana: re.Pattern[str]
    simplified: re.Pattern[str]
    traditional: re.Pattern[str]
    japanese: re.Pattern[str]
    unjapanese: re.Pattern[str]
    grammar: re.Pattern[str]


@functools.cache
def evidence_classes() -> EvidenceClasses:
    """Patterns of runs of the characters that `Evidence` counts."""
    from cnclean.tables import script_characters as table  # noqa: PLC0415 - five classes of thousands of characters

    shared = set(table.SIMPLIFIED_IN_JAPANESE)
    unjapanese = "".join(c for c in table.SIMPLIFIED if c not in shared) + table.TRADITIONAL_NOT_IN_JAPANESE
    characters = (HAN, KANA_LETTERS, table.SIMPLIFIED, table.TRADITIONAL, table.JAPANESE, unjapanese, _GRAMMAR)
    return EvidenceClasses(*(re.compile(f"[{members}]+") for members in characters))


_GRAMMAR: Final = "这這们們你她它么麼吗嗎呢吧很没沒让讓唔佢哋咗嘅喺冇嘢咁"
"""Words of Chinese, the last of Cantonese, that Japanese has not; 的, 是 and 在 stand in Japanese words too."""
