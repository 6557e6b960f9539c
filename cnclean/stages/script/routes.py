"""Which clauses of a text are converted, and how.

A clause is a run of Han characters: no entry of the dictionaries that are used here goes beyond one, and what else
stands in the text (kana, Latin, lone surrogates, compatibility ideographs) is never shown to OpenCC.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from cnclean.detection import Evidence, Script, add, evidence_classes, is_japanese, judge, weigh
from cnclean.han import KANA
from cnclean.stages.script.literals import literals
from cnclean.stages.script.vocabulary import is_about_computing

Target = Literal["simplified", "traditional", "taiwan", "hongkong"]
Route = Literal["t2s", "tw2sp", "tw2sp general", "s2t", "s2tw", "s2twp", "s2hk", "s2hkp", "t2tw", "t2hk"]
"""A configuration of OpenCC; `general`: without the words that are words of the Mainland too."""

Found = tuple[int, int, Route]

_CLAUSE = re.compile("[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff\U00030000-\U0003ffff]+")
_HAN_AND_KANA = re.compile(f"[〇\u3400-\u4dbf\u4e00-\u9fff{KANA}]+")
_FOREIGN_LETTER = re.compile(f"[{KANA}\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_QUOTED = re.compile("“[^“”\n]{1,200}”|「[^「」\n]{1,200}」|『[^『』\n]{1,200}』|《[^《》\n]{1,200}》|‘[^‘’\n]{1,200}’")

_FROM_SIMPLIFIED: Final[dict[Target, tuple[Route, Route]]] = {
    "traditional": ("s2t", "s2t"),
    "taiwan": ("s2tw", "s2twp"),
    "hongkong": ("s2hk", "s2hkp"),
}
"""Without and with regional vocabulary."""

_BETWEEN_STANDARDS: Final[dict[Target, Route]] = {"taiwan": "t2tw", "hongkong": "t2hk"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the text is to become. `between`: how to bring Traditional forms to the target's, where that is needed."""

    target: Target
    vocabulary: bool
    whole: Script
    between: Route | None


def routes(text: str, target: Target, *, vocabulary: bool) -> Iterator[Found]:
    """The clauses that may have to change, each with the way to convert it."""
    kept = sorted(literals(text))
    at = 0
    for found in _in_other_script(text, target, vocabulary=vocabulary):
        while at < len(kept) and kept[at][1] <= found[0]:
            at += 1
        if at == len(kept) or found[1] <= kept[at][0]:
            yield found


def _in_other_script(text: str, target: Target, *, vocabulary: bool) -> Iterator[Found]:
    known = evidence_classes()
    simplified, traditional = bool(known.simplified.search(text)), bool(known.traditional.search(text))
    if target == "simplified" and simplified and not traditional:
        return
    between = _BETWEEN_STANDARDS.get(target)
    if between and not _follows_another_standard(text, between):
        between = None
    if target != "simplified" and traditional and not simplified and not between:
        return
    lines = text.split("\n")
    weights = [weigh(line) for line in lines]
    wish = Wish(target, vocabulary, judge(add(weights)), between)
    choose = _to_simplified if target == "simplified" else _to_traditional
    start = 0
    for line, weight in zip(lines, weights, strict=True):
        if weight.han:
            clauses = _outside_foreign(line, weight, choose(line, judge(weight), wish))
            yield from ((start + s, start + e, route) for s, e, route in clauses)
        start += len(line) + 1


def _to_simplified(line: str, script: Script, wish: Wish) -> Iterator[Found]:
    """Vocabulary only where the line and the text are Traditional: 文件 is a word of both, with two meanings."""
    if script == "undecided":
        taiwanese = wish.vocabulary and wish.whole == "undecided" and is_about_computing(line)
        script = "traditional" if taiwanese else wish.whole
        if script == "undecided":
            yield from _clauses(line, "t2s")
            return
        if script != "traditional":
            return
    if script == "mixed":
        yield from _strays(line, "t2s", evidence_classes().traditional)
    elif script == "traditional" and wish.vocabulary and wish.whole in ("traditional", "undecided"):
        yield from _clauses(line, "tw2sp" if is_about_computing(line) else "tw2sp general")
    elif script == "traditional":
        yield from _clauses(line, "t2s")


def _to_traditional(line: str, script: Script, wish: Wish) -> Iterator[Found]:
    plain, regional = _FROM_SIMPLIFIED[wish.target]
    if script == "simplified" or (script == "undecided" and wish.whole in ("simplified", "undecided")):
        yield from _clauses(line, regional if wish.vocabulary and wish.whole == "simplified" else plain)
    elif script in ("mixed", "traditional"):
        strays = list(_strays(line, plain, evidence_classes().simplified)) if script == "mixed" else []
        rest = _clauses(line, wish.between) if wish.between else iter(())
        yield from sorted([*strays, *(clause for clause in rest if clause[0] not in {stray[0] for stray in strays})])


def _follows_another_standard(text: str, route: Route) -> bool:
    """Whether a Traditional text on the whole writes 爲, 裏, 衆, not a word of them here and there."""
    others, ours = (sum(map(len, forms.findall(text))) for forms in _forms(route))
    return bool(others) and others > 0.2 * (others + ours)


@functools.cache
def _forms(route: Route) -> tuple[re.Pattern[str], re.Pattern[str]]:
    from cnclean.tables import script_characters as table  # noqa: PLC0415 - as in `detect`

    others, ours = (table.NOT_TAIWAN, table.TAIWAN) if route == "t2tw" else (table.NOT_HONGKONG, table.HONGKONG)
    return re.compile(f"[{others}]+"), re.compile(f"[{ours}]+")


def _clauses(line: str, route: Route) -> Iterator[Found]:
    return ((clause.start(), clause.end(), route) for clause in _CLAUSE.finditer(line))


def _strays(line: str, route: Route, evidence: re.Pattern[str]) -> Iterator[Found]:
    """The clauses with characters of the other script.

    Not those in quotation marks where all the rest is in the right script: there they are what is spoken of. Nor one
    character over and over in a long line: 舖 and 庄 are written in both scripts by those who like them.
    """
    strays = "".join(evidence.findall(line))
    if len(set(strays)) == 1 < len(strays):
        return
    quotes = [] if evidence.search(_QUOTED.sub("", line)) else [match.span() for match in _QUOTED.finditer(line)]
    for clause in _CLAUSE.finditer(line):
        if evidence.search(clause[0]) and not any(s < clause.start() and clause.end() < e for s, e in quotes):
            yield clause.start(), clause.end(), route


def _outside_foreign(line: str, weight: Evidence, clauses: Iterator[Found]) -> Iterator[Found]:
    """Not Japanese lines, nor Japanese passages in Chinese ones."""
    if is_japanese(weight):
        return
    if not _FOREIGN_LETTER.search(line):
        yield from clauses
        return
    japanese = [match.span() for match in _HAN_AND_KANA.finditer(line) if _is_japanese_passage(match[0])]
    for clause in clauses:
        if not any(s <= clause[0] and clause[1] <= e for s, e in japanese):
            yield clause


def _is_japanese_passage(run: str) -> bool:
    kana = len(re.findall(f"[{KANA}]", run))
    return kana >= 2 and kana >= 0.2 * len(run)
