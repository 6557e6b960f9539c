"""Which passages of a text are converted, and how."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cnclean.options import Options
from cnclean.stages.script.evidence import (
    Script,
    add,
    evidence_classes,
    has_japanese_word,
    judge,
)
from cnclean.stages.script.foreign import outside_foreign
from cnclean.stages.script.holes import holes, outside_holes
from cnclean.stages.script.kinds import Kinds, kinds_of, weigh_lines
from cnclean.stages.script.machine import is_machine_converted
from cnclean.stages.script.standards import Between, follows_another_standard
from cnclean.stages.script.strays import is_common_in_simplified, is_not_in_big5, slips, strays
from cnclean.stages.script.subjects import IN_LINE, IN_TEXT, by_subject, mainland_route
from cnclean.stages.script.targets import BETWEEN_STANDARDS, FROM_SIMPLIFIED, Found, Route, Target
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


def passages(text: str, options: Options) -> Iterator[Found]:
    """The passages that may have to change, each with the way to convert it."""
    if options.script == "keep":
        return iter(())
    kinds = kinds_of(text)
    found = _in_other_script(text, kinds, options.script, vocabulary=options.vocabulary)
    return outside_holes(found, list(holes(text, kinds, options))) if found else iter(())


def _in_other_script(text: str, kinds: Kinds, target: Target, *, vocabulary: bool) -> Iterable[Found]:
    if target == "simplified":
        return _back(text, kinds, vocabulary=vocabulary)
    simplified_only = kinds.simplified and not kinds.traditional
    if simplified_only and not kinds.foreign and not has_japanese_word(text):
        return (
            by_subject(text)
            if target == "taiwan" and vocabulary
            else ((0, len(text), FROM_SIMPLIFIED[target][vocabulary]),)
        )
    between = BETWEEN_STANDARDS.get(target)
    strange = kinds.not_taiwan if target == "taiwan" else kinds.not_hongkong
    if between and not (strange and follows_another_standard(text, between)):
        between = None
    if kinds.traditional and not kinds.simplified and not between:
        return ()
    return _line_by_line(text, target, between, vocabulary=vocabulary)


def _back(text: str, kinds: Kinds, *, vocabulary: bool) -> Iterable[Found]:
    if kinds.simplified and not kinds.traditional:
        return ()
    if kinds.traditional and not (kinds.simplified or vocabulary or kinds.foreign or has_japanese_word(text)):
        return ((0, len(text), "tw2s"),)
    return _line_by_line(text, "simplified", None, vocabulary=vocabulary)


def _line_by_line(text: str, target: Target, between: Between | None, *, vocabulary: bool) -> Iterator[Found]:
    """Neighbouring lines that are converted in one way are one passage."""
    weights = weigh_lines(text)
    whole = judge(add(weights))
    if target == "simplified":
        taiwanese = vocabulary and whole == "traditional"
        words: Route = "tw2sp" if taiwanese and is_machine_converted(text) else "tw2sp general"
    else:
        words = mainland_route(text, IN_TEXT) if target == "taiwan" and vocabulary else FROM_SIMPLIFIED[target][True]
    wish = Wish(target, vocabulary, whole, words, between)
    choose = _to_simplified if target == "simplified" else _to_traditional
    first, last, by = 0, 0, None
    start = 0
    for line, weight in zip(text.split("\n"), weights, strict=True):
        end = start + len(line)
        # In a Japanese text 新規作成 is Japanese too; Chinese among it has its own grammar.
        spared = not weight.han or (whole == "japanese" and not weight.grammar)
        for s, e, route in () if spared else outside_foreign(line, weight, choose(line, judge(weight), wish)):
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
