"""What conversion changes in the passages of a text: OpenCC's output, put right where it goes wrong."""

import difflib
import functools
import itertools
import operator
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cnclean.edits import Span
from cnclean.patterns import compile_later
from cnclean.stages.script.engine import convert_exactly
from cnclean.stages.script.exact import convert_and_show, convert_pieces, convert_whole
from cnclean.stages.script.guard import Guard
from cnclean.stages.script.names import kept_in_simplified, kept_in_traditional
from cnclean.stages.script.particles import is_aspect
from cnclean.stages.script.routes import Found, Route
from cnclean.stages.script.strays import HAN_RUN
from cnclean.stages.script.vocabulary import (
    general_words,
    is_kept,
    mainland_words,
    replace_through,
    taiwan_words,
    word_bounds,
)

Place = tuple[int, int, str]

_WITHOUT_VOCABULARY: Final[dict[Route, Route]] = {
    "s2twp": "s2tw",
    "s2hkp": "s2hk",
    "tw2sp": "tw2s",
    "tw2sp general": "tw2s",
}
_CLAUSE = compile_later(rf"(?:(?<![A-Za-z])[A-Za-z]{{1,3}})?{HAN_RUN}")
"""With the letters of U盘 and B超."""
_REPEATED = compile_later(r"一(.)\1")


def conversions(text: str, passages: Iterable[Found]) -> list[Place]:
    """The passages, or the clauses in them, with what they become, in order."""
    by_route: dict[Route, list[tuple[int, int]]] = {}
    for start, end, route in passages:
        by_route.setdefault(route, []).append((start, end))
    found: list[Place] = []
    for route, places in by_route.items():
        if route in _WITHOUT_VOCABULARY:
            clauses = [match.span() for start, end in places for match in _CLAUSE.finditer(text, start, end)]
            distinct = list({text[start:end] for start, end in clauses})
            new = dict(zip(distinct, _with_vocabulary(distinct, route), strict=True))
            found += [(start, end, new[text[start:end]]) for start, end in clauses]
        else:
            converted = _letter_by_letter([text[start:end] for start, end in places], route)
            found += [(start, end, new) for (start, end), new in zip(places, converted, strict=True)]
    return sorted(found) if len(by_route) > 1 else found


def differences(text: str, converted: Iterable[Place]) -> Iterator[Span]:
    """The spans in which they change."""
    for start, end, new in converted:
        yield from _differences(start, text[start:end], new)


def _letter_by_letter(passages: Sequence[str], route: Route) -> list[str]:
    """Conversion without vocabulary keeps the length, so that all passages go as lines of one text."""
    joined = "\n".join(passages)
    if route in ("t2tw", "t2hk"):
        converted = convert_whole(joined, route)
    elif route == "tw2s":
        converted = _to_simplified(joined)
    else:
        converted = _to_traditional(joined, route)
    if len(passages) == 1:
        return [converted]
    ends = itertools.accumulate(len(passage) + 1 for passage in passages)
    return [converted[end - 1 - len(passage) : end - 1] for passage, end in zip(passages, ends, strict=True)]


def _to_traditional(text: str, route: Route) -> str:
    converted, places = convert_and_show(text, route)
    guard = _guard(route)
    windows = guard.doubtful(text, converted, places)
    cut = [(start, text[start:end], guard.pieces(text[start:end])) for start, end in windows]
    new = iter(convert_pieces([piece for _, _, pieces in cut for piece in pieces], route))
    again = [(start, start + len(old), "".join(next(new) for _ in pieces)) for start, old, pieces in cut]
    converted = _put(converted, again)
    converted = _put(converted, [(at, at + 1, text[at]) for at in kept_in_simplified(text, converted)])
    # 一只只: what is repeated is the same word both times.
    repeated = [match.end() - 1 for match in _REPEATED.finditer(text)]
    return _put(converted, [(at, at + 1, converted[at - 1]) for at in repeated])


def _to_simplified(text: str) -> str:
    converted = convert_whole(text.replace("么", "麼"), "tw2s")  # or OpenCC makes 幺 of it
    # OpenCC's tables for Taiwan make 着 of nearly each 著.
    particles = [match.start() for match in re.finditer("著", text)]
    decided = [(at, at + 1, "着" if is_aspect(converted, at) else "著") for at in particles]
    converted = _put(converted, decided)
    return _put(converted, [(at, at + 1, text[at]) for at in kept_in_traditional(text, converted)])


def _with_vocabulary(clauses: list[str], route: Route) -> list[str]:
    """Where the words are is decided by the conversion without vocabulary, which is the same length."""
    without = _WITHOUT_VOCABULARY[route]
    found = _letter_by_letter(clauses, without)
    configuration = route.removesuffix(" general")
    joined = "\n".join(clauses)
    words, letters = (convert_whole(joined, name).split("\n") for name in (configuration, without))
    told = [at for at, clause in enumerate(clauses) if words[at] != letters[at] or "透過" in clause]
    if route in ("s2twp", "s2hkp"):
        guard = _guard(without)
        cut = [list(_mainland_pieces(clauses[at], guard)) for at in told]
    else:
        cut = [list(_taiwan_pieces(clauses[at], found[at], route)) for at in told]
    asked = [piece for pieces in cut for piece, given in pieces if not given]
    new = dict(zip(asked, convert_pieces(asked, configuration), strict=True))
    for at, pieces in zip(told, cut, strict=True):
        found[at] = "".join(given or new[piece] for piece, given in pieces)
    return found


def _mainland_pieces(clause: str, guard: Guard) -> Iterator[tuple[str, str]]:
    bars = {0, len(clause)} | guard.bars(clause) | word_bounds(clause, mainland_words())
    for start, end in itertools.pairwise(sorted(bars)):
        yield clause[start:end], ""


def _taiwan_pieces(clause: str, simple: str, route: Route) -> Iterator[tuple[str, str]]:
    """The pieces of a clause; with their conversion where it is not OpenCC's: general words, 著, 乾 in a name."""
    given = set(re.finditer("[著么乾徵昇祕甦]", clause))
    places = {at for match in given for at in range(*match.span())}
    words = list(general_words(clause))
    if route != "tw2sp general":
        words = [word for word in words if is_kept(clause, *word)]
    places |= {at for start, end in words for at in range(start, end)}
    edges = {0, len(clause)} | {edge for word in words for edge in word} | word_bounds(simple, taiwan_words())
    edges |= {at for at in range(1, len(clause)) if (at in places) != (at - 1 in places)}
    for start, end in itertools.pairwise(sorted(edges)):
        if start in places:
            yield clause[start:end], simple[start:end]
        else:
            yield replace_through(clause[start:end]), ""


def _put(text: str, windows: Sequence[tuple[int, int, str]]) -> str:
    """`text` with the windows replaced by texts of the same length."""
    pieces, done = [], 0
    for start, end, new in windows:
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _differences(offset: int, old: str, new: str) -> Iterator[Span]:
    """The runs in which `old` and `new` differ. Most conversion is character by character."""
    if old == new:
        return
    if len(old) != len(new):
        for kind, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield offset + i, offset + j, new[k:m]
        return
    start = end = -1
    for at in itertools.compress(itertools.count(), map(operator.ne, old, new)):
        if at != end:
            if start >= 0:
                yield offset + start, offset + end, new[start:end]
            start = at
        end = at + 1
    yield offset + start, offset + end, new[start:end]


@functools.cache
def _guard(route: Route) -> Guard:
    from cnclean.tables.script_phrases import DECIDING, GUARDING  # noqa: PLC0415 - large

    deciding = DECIDING.split()
    characters = sorted(set("".join(deciding)))
    values = dict(zip(deciding, convert_exactly(deciding, route), strict=True))
    alone = dict(zip(characters, convert_exactly(characters, route), strict=True))
    return Guard(values, GUARDING.split(), alone)
