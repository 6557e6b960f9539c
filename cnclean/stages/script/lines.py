"""How a line is converted: all of it, what it has of the other script, or not at all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cnclean.stages.script.evidence import Evidence, Script, evidence_classes, judge
from cnclean.stages.script.foreign import outside_foreign
from cnclean.stages.script.standards import Between
from cnclean.stages.script.strays import is_common_in_simplified, is_not_in_big5, slips, strays
from cnclean.stages.script.subjects import IN_LINE, mainland_route
from cnclean.stages.script.targets import FROM_SIMPLIFIED, Found, Route, Target
from cnclean.stages.script.vocabulary import is_about_computing


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
    between: Between | None


def passages_of_line(line: str, weight: Evidence, wish: Wish) -> Iterable[Found]:
    """The passages of a line that may have to change, each with the way to convert it."""
    # In a Japanese text 新規作成 is Japanese too; Chinese among it has its own grammar.
    if not weight.han or (wish.whole == "japanese" and not weight.grammar):
        return ()
    if wish.target == "simplified":
        return outside_foreign(line, weight, _to_simplified(line, judge(weight), wish))
    if not (wish.vocabulary or wish.between or weight.kana or weight.japanese):  # most lines; the rest takes its time
        if weight.simplified and not weight.traditional:
            return _whole(line, FROM_SIMPLIFIED[wish.target][False])
        if weight.traditional and not weight.simplified:
            return ()
    return outside_foreign(line, weight, _to_traditional(line, judge(weight), wish))


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
    plain, _ = FROM_SIMPLIFIED[wish.target]
    if script == "undecided" and wish.whole == "undecided":
        # 台 is what Taiwan itself writes for 臺; without evidence of Simplified it stays.
        yield from ((part.start(), part.end(), plain) for part in re.finditer("[^台]+", line))
    elif script == "simplified" or (script == "undecided" and wish.whole == "simplified"):
        if not wish.vocabulary or wish.whole != "simplified":
            yield from _whole(line, plain)
        else:
            yield from _whole(line, mainland_route(line, IN_LINE) if wish.words == "s2twp general" else wish.words)
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


def _whole(line: str, route: Route) -> Iterator[Found]:
    yield 0, len(line), route
