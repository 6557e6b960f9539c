"""Which passages of a text are converted, and how."""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from cnclean.han import KANA
from cnclean.options import Options
from cnclean.patterns import compile_later
from cnclean.stages.script.evidence import (
    Evidence,
    Script,
    add,
    evidence_classes,
    has_japanese_word,
    is_japanese,
    judge,
)
from cnclean.stages.script.holes import holes
from cnclean.stages.script.kinds import FOREIGN_LETTER, Kind, kinds_of, weigh_lines
from cnclean.stages.script.machine import is_machine_converted
from cnclean.stages.script.strays import is_common_in_simplified, is_not_in_big5, slips, strays
from cnclean.stages.script.vocabulary import is_about_computing, is_mainland_computing

Target = Literal["simplified", "traditional", "taiwan", "hongkong"]
Route = Literal[
    "tw2s", "tw2sp", "tw2sp general", "s2t", "s2tw", "s2twp", "s2twp general", "s2hk", "s2hkp", "t2tw", "t2hk"
]
"""A configuration of OpenCC; `general`: without the words that are words of both regions."""

Found = tuple[int, int, Route]

_HAN_AND_KANA = compile_later(f"[〇\u3400-\u4dbf\u4e00-\u9fff{KANA}]+")


_FROM_SIMPLIFIED: Final[dict[Target, tuple[Route, Route]]] = {
    "traditional": ("s2t", "s2t"),
    "taiwan": ("s2tw", "s2twp"),
    "hongkong": ("s2hk", "s2hkp"),
}
"""Without and with regional vocabulary."""

_BETWEEN_STANDARDS: Final[dict[Target, Route]] = {"taiwan": "t2tw", "hongkong": "t2hk"}


_IN_TEXT: Final = (3, 250)
_IN_LINE: Final = (1, 60)
"""A Simplified text, or a line, speaks of computing where it has so many words for that, one in so many characters."""

_WRITTEN_ALL_THE_SAME: Final = "污泄檐棱幺着"
"""Forms that Taiwan writes as often as those of its standard (汙, 洩, 簷)."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the text is to become.

    `whole`     the script of the text
    `words`     how to convert regional words in lines that do not speak of computing
    `between`   how to bring Traditional forms to the target's, where that is needed
    """

    target: Target
    vocabulary: bool
    whole: Script
    words: Route
    between: Route | None


def passages(text: str, options: Options) -> Iterator[Found]:
    """The passages that may have to change, each with the way to convert it."""
    if options.script == "keep":
        return iter(())
    kinds = kinds_of(text)
    found = _in_other_script(text, kinds, options.script, vocabulary=options.vocabulary)
    return _outside(found, list(holes(text, kinds, options))) if found else iter(())


def _outside(found: Iterable[Found], holes: list[tuple[int, int]]) -> Iterator[Found]:
    """The passages without the holes."""
    at = 0
    for start, end, route in found:
        while at < len(holes) and holes[at][1] <= start:
            at += 1
        hole, done = at, start
        while hole < len(holes) and holes[hole][0] < end:
            if done < holes[hole][0]:
                yield done, holes[hole][0], route
            done = max(done, holes[hole][1])
            hole += 1
        if done < end:
            yield done, end, route


def _in_other_script(text: str, kinds: Kind, target: Target, *, vocabulary: bool) -> Iterable[Found]:
    simplified, traditional = Kind.SIMPLIFIED in kinds, Kind.TRADITIONAL in kinds
    foreign = Kind.FOREIGN in kinds or has_japanese_word(text)
    if target == "simplified" and not traditional and simplified:
        return ()
    if target != "simplified" and simplified and not traditional and not foreign:
        return (
            _by_subject(text)
            if target == "taiwan" and vocabulary
            else ((0, len(text), _FROM_SIMPLIFIED[target][vocabulary]),)
        )
    if target == "simplified" and traditional and not simplified and not foreign and not vocabulary:
        return ((0, len(text), "tw2s"),)
    between = _BETWEEN_STANDARDS.get(target)
    if between and not _follows_another_standard(text, between):
        between = None
    if target != "simplified" and traditional and not simplified and not between:
        return ()
    return _line_by_line(text, target, between, vocabulary=vocabulary)


def _by_subject(text: str) -> Iterator[Found]:
    """With Taiwan's words; lines not about computing keep 支持, 设备 and 文件, unless the whole text is."""
    if _mainland_route(text, _IN_TEXT) == "s2twp":
        yield 0, len(text), "s2twp"
        return
    start = 0
    for route, lines in itertools.groupby(text.split("\n"), lambda line: _mainland_route(line, _IN_LINE)):
        end = start + sum(len(line) + 1 for line in lines)
        yield start, min(end, len(text)), route
        start = end


def _mainland_route(text: str, evidence: tuple[int, int]) -> Route:
    return "s2twp" if is_mainland_computing(text, *evidence) else "s2twp general"


def _line_by_line(text: str, target: Target, between: Route | None, *, vocabulary: bool) -> Iterator[Found]:
    """Neighbouring lines that are converted in one way are one passage."""
    weights = weigh_lines(text)
    whole = judge(add(weights))
    if target == "simplified":
        taiwanese = vocabulary and whole == "traditional"
        words: Route = "tw2sp" if taiwanese and is_machine_converted(text) else "tw2sp general"
    else:
        words = _mainland_route(text, _IN_TEXT) if target == "taiwan" else _FROM_SIMPLIFIED[target][True]
    wish = Wish(target, vocabulary, whole, words, between)
    choose = _to_simplified if target == "simplified" else _to_traditional
    first, last, by = 0, 0, None
    start = 0
    for line, weight in zip(text.split("\n"), weights, strict=True):
        end = start + len(line)
        # In a Japanese text 新規作成 is Japanese too; Chinese among it has its own grammar.
        spared = not weight.han or (whole == "japanese" and not weight.grammar)
        for s, e, route in () if spared else _outside_foreign(line, weight, choose(line, judge(weight), wish)):
            if route != by or s > 0 or last + 1 < start:
                if by is not None:
                    yield first, last, by
                first, by = start + s, route
            last = start + e
        start = end + 1
    if by is not None:
        yield first, last, by


def _to_simplified(line: str, script: Script, wish: Wish) -> Iterator[Found]:
    """Vocabulary only where the line and the text are Traditional: 文件 is a word of both, with two meanings."""
    if script == "undecided" and wish.whole == "undecided":
        words: Route = "tw2sp" if is_about_computing(line) else wish.words
        yield from _whole(line, words if wish.vocabulary else "tw2s")
        return
    if script == "undecided":
        script = "traditional" if wish.whole == "traditional" else "undecided"
    if script == "mixed" and len(set("".join(evidence_classes().traditional.findall(line)))) > 1:
        yield from ((start, end, "tw2s") for start, end in strays(line, evidence_classes().traditional))
    elif script in ("mixed", "simplified"):
        single = slips(line, evidence_classes().traditional, is_common_in_simplified)
        yield from ((start, end, "tw2s") for start, end in single)
    elif script == "traditional" and wish.vocabulary and wish.whole == "traditional":
        yield from _whole(line, "tw2sp" if is_about_computing(line) else wish.words)
    elif script == "traditional":
        yield from _whole(line, "tw2s")


def _to_traditional(line: str, script: Script, wish: Wish) -> Iterator[Found]:
    plain, _ = _FROM_SIMPLIFIED[wish.target]
    if script == "undecided" and wish.whole == "undecided":
        # 台 is what Taiwan itself writes for 臺; without evidence of Simplified it stays.
        yield from ((part.start(), part.end(), plain) for part in re.finditer("[^台]+", line))
    elif script == "simplified" or (script == "undecided" and wish.whole == "simplified"):
        if not wish.vocabulary or wish.whole != "simplified":
            yield from _whole(line, plain)
        else:
            yield from _whole(line, _mainland_route(line, _IN_LINE) if wish.words == "s2twp general" else wish.words)
    elif script in ("mixed", "traditional"):
        known = evidence_classes().simplified
        choose = strays if script == "mixed" else slips
        at = 0
        for start, end in (*choose(line, known, is_not_in_big5), (len(line), len(line))):
            if wish.between:
                yield at, start, wish.between
            if start < end:
                yield start, end, plain
            at = end


def _follows_another_standard(text: str, route: Route) -> bool:
    """Whether a Traditional text on the whole writes 爲, 裏, 衆, not a word of them here and there."""
    others, ours = (sum(map(len, forms.findall(text))) for forms in _forms(route))
    return bool(others) and others > 0.2 * (others + ours)


@functools.cache
def _forms(route: Route) -> tuple[re.Pattern[str], re.Pattern[str]]:
    from cnclean.tables import script_characters as table  # noqa: PLC0415 - as in `detect`

    others, ours = (table.NOT_TAIWAN, table.TAIWAN) if route == "t2tw" else (table.NOT_HONGKONG, table.HONGKONG)
    others = "".join(c for c in others if c not in _WRITTEN_ALL_THE_SAME)
    return re.compile(f"[{others}]+"), re.compile(f"[{ours}]+")


def _whole(line: str, route: Route) -> Iterator[Found]:
    yield 0, len(line), route


def _outside_foreign(line: str, weight: Evidence, parts: Iterator[Found]) -> Iterator[Found]:
    """Not Japanese lines, nor Japanese passages in Chinese ones."""
    if is_japanese(weight):
        return
    if not FOREIGN_LETTER.search(line):
        yield from parts
        return
    japanese = [match.span() for match in _HAN_AND_KANA.finditer(line) if _is_japanese_passage(match[0])]
    for start, end, route in parts:
        at = start
        for s, e in japanese:
            if start < e and s < end:
                yield at, max(at, s), route
                at = max(at, e)
        yield at, max(at, end), route


def _is_japanese_passage(run: str) -> bool:
    kana = len(re.findall(f"[{KANA}]", run))
    return kana >= 2 and kana >= 0.2 * len(run)
