"""Conversion without regional words: OpenCC's output, put right where it goes wrong. It keeps the length."""

import functools
import re
from typing import Final

from cnclean.edits import splice
from cnclean.patterns import compile_later
from cnclean.stages.script.engine import convert_exactly
from cnclean.stages.script.exact import convert_and_show, convert_pieces, convert_whole
from cnclean.stages.script.guard import Guard
from cnclean.stages.script.names import KEPT_IN_NAMES, kept_in_simplified, kept_in_traditional
from cnclean.stages.script.neighbours import forms_by_neighbours
from cnclean.stages.script.particles import is_aspect
from cnclean.stages.script.targets import Route

Part = tuple[int, int, str]
"""A start, an end, and what stands between them after conversion."""

_UNKNOWN_TO_TAIWAN: Final = {"么": "麼", "敍": "敘", "枱": "檯", "粧": "妝", "糭": "粽", "衞": "衛", "衹": "只"}
"""Traditional forms, most of them Hong Kong's, that OpenCC's tables for Taiwan leave or make 幺 of."""

DECIDED_HERE: Final = "".join(_UNKNOWN_TO_TAIWAN) + "著" + KEPT_IN_NAMES
"""Characters of Traditional texts of which not OpenCC says what they become."""

_AS_GOOD: Final = dict(
    zip("瞭佈儘蒐藉迴緻佔菸鑑氾倖鍊釦衚衕伙升昇覈", "了布盡搜借回致占煙鑒泛幸煉扣胡同夥昇升核", strict=True)
)
"""Forms of words, and others that are as good: where a cut would make one of them of the other, OpenCC's stands."""

_YOUNGEST = compile_later("么(?:(?<=老么)|(?<![什甚怎這那多要]么)(?=[妹弟]))")
_REPEATED = compile_later(r"一(.)\1")


def convert_letters(text: str, route: Route) -> str:
    """`text` by a route without vocabulary."""
    if route in ("t2tw", "t2hk"):
        return convert_whole(text, route)
    return _to_simplified(text) if route == "tw2s" else _to_traditional(text, route)


def _to_traditional(text: str, route: Route) -> str:
    converted, places = convert_and_show(text, route)
    guard = guard_for(route)
    windows = list(guard.windows(text, converted, places))
    new = iter(convert_pieces([piece for _, pieces in windows for piece in pieces], route))
    again = [(start, "".join(next(new) for _ in pieces)) for start, pieces in windows]
    converted = splice(converted, [_unless_as_good(converted, start, window) for start, window in again])
    converted = splice(converted, [(at, at + 1, form) for at, form in kept_in_simplified(text, converted)])
    by_neighbours = forms_by_neighbours(text, taiwan=route == "s2tw")
    converted = splice(converted, [(at, at + 1, form) for at, form in by_neighbours])
    # 一只只: what is repeated is the same word both times.
    repeated = [match.end() - 1 for match in _REPEATED.finditer(text)]
    return splice(converted, [(at, at + 1, converted[at - 1]) for at in repeated])


def _unless_as_good(converted: str, start: int, window: str) -> Part:
    """The window where it is better than what stands there in `converted`."""
    end = start + len(window)
    both = zip(window, converted[start:end], strict=True)
    return start, end, "".join(old if _AS_GOOD.get(new) == old else new for new, old in both)


def _to_simplified(text: str) -> str:
    known = _YOUNGEST.sub("幺", text)
    for old, new in _UNKNOWN_TO_TAIWAN.items():
        known = known.replace(old, new)
    converted = convert_whole(known, "tw2s")
    # OpenCC's tables for Taiwan make 着 of nearly each 著.
    particles = [match.start() for match in re.finditer("著", text)]
    decided = [(at, at + 1, "着" if is_aspect(converted, at) else "著") for at in particles]
    converted = splice(converted, decided)
    return splice(converted, [(at, at + 1, text[at]) for at in kept_in_traditional(text, converted)])


@functools.cache
def guard_for(route: Route) -> Guard:
    """The guard of a route without vocabulary to Traditional."""
    from cnclean.tables.script_phrases import DECIDING, GUARDING  # noqa: PLC0415 - large

    deciding = DECIDING.split()
    characters = sorted(set("".join(deciding)))
    values = dict(zip(deciding, convert_exactly(deciding, route), strict=True))
    alone = dict(zip(characters, convert_exactly(characters, route), strict=True))
    return Guard(values, GUARDING.split(), alone)
