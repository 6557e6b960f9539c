"""Which passages of a text are converted, and how."""

from collections.abc import Iterable, Iterator

from cnclean.options import Options
from cnclean.stages.script.evidence import add, judge
from cnclean.stages.script.holes import holes, outside_holes
from cnclean.stages.script.kinds import Kinds, has_japanese_line, kinds_of, weigh_lines
from cnclean.stages.script.lines import Wish, passages_of_line
from cnclean.stages.script.machine import is_machine_converted
from cnclean.stages.script.standards import Between, follows_another_standard
from cnclean.stages.script.subjects import IN_TEXT, by_subject, mainland_route
from cnclean.stages.script.targets import BETWEEN_STANDARDS, FROM_SIMPLIFIED, Found, Route, Target


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
    if simplified_only and not kinds.foreign and not has_japanese_line(text):
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
    if kinds.traditional and not (kinds.simplified or vocabulary or kinds.foreign or has_japanese_line(text)):
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
    first, last, by = 0, 0, None
    start = 0
    for line, weight in zip(text.split("\n"), weights, strict=True):
        end = start + len(line)
        for s, e, route in passages_of_line(line, weight, wish):
            if route != by or s > 0 or last + 1 < start:
                if by is not None:
                    yield first, last, by
                first, by = start + s, route
            last = start + e
        start = end + 1
    if by is not None:
        yield first, last, by
