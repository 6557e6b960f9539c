"""Which clauses of a text are converted, and by which of OpenCC's configurations.

A clause is a run of Han characters: no entry of the dictionaries that are used here goes beyond one, and what else
stands in the text (kana, Latin, lone surrogates, compatibility ideographs) is never shown to OpenCC.
"""

import functools
import re
from collections.abc import Iterator
from typing import Final, Literal

from cnclean.detection import Evidence, Script, add, evidence_classes, is_japanese, judge, weigh
from cnclean.han import KANA
from cnclean.stages.script.literals import literals

Target = Literal["simplified", "traditional", "taiwan", "hongkong"]
Route = Literal["t2s", "tw2s", "tw2sp", "s2t", "s2tw", "s2twp", "s2hk", "s2hkp", "t2tw", "t2hk"]
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


def routes(text: str, target: Target, *, vocabulary: bool) -> Iterator[Found]:
    """The clauses that may have to change, each with the configuration for it."""
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
    if target == "traditional" and traditional and not simplified:
        return
    lines = text.split("\n")
    weights = [weigh(line) for line in lines]
    whole = judge(add(weights))
    start = 0
    choose = _to_simplified if target == "simplified" else functools.partial(_to_traditional, target=target)
    for line, weight in zip(lines, weights, strict=True):
        if weight.han:
            clauses = choose(line, judge(weight), whole, vocabulary=vocabulary)
            yield from ((start + s, start + e, route) for s, e, route in _outside_foreign(line, weight, clauses))
        start += len(line) + 1


def _to_simplified(line: str, script: Script, whole: Script, *, vocabulary: bool) -> Iterator[Found]:
    """Vocabulary only where the line and the text are Traditional: 文件 is a word of both, with two meanings."""
    if script == "undecided" and whole in ("traditional", "undecided"):
        script = whole
    if script == "traditional":
        yield from _clauses(line, "tw2sp" if vocabulary and whole == "traditional" else "tw2s")
    elif script == "undecided" and whole == "undecided":
        yield from _clauses(line, "tw2s")
    elif script == "mixed":
        yield from _strays(line, "t2s", evidence_classes().traditional)


def _to_traditional(line: str, script: Script, whole: Script, *, target: Target, vocabulary: bool) -> Iterator[Found]:
    plain, regional = _FROM_SIMPLIFIED[target]
    if script == "undecided" and whole in ("simplified", "undecided"):
        script = "simplified"
    if script == "simplified":
        yield from _clauses(line, regional if vocabulary and whole == "simplified" else plain)
    elif script in ("mixed", "traditional"):
        strays = list(_strays(line, plain, evidence_classes().simplified)) if script == "mixed" else []
        rest = _clauses(line, _BETWEEN_STANDARDS[target]) if target in _BETWEEN_STANDARDS else iter(())
        yield from sorted([*strays, *(clause for clause in rest if clause[0] not in {stray[0] for stray in strays})])


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
