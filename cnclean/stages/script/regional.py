"""Conversion with regional words: the clauses that have some, cut so that no word is taken out of two."""

import functools
import itertools
import re
from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.script.both_regions import general_mainland_words, general_words
from cnclean.stages.script.bounds import mainland_words, taiwan_words, word_bounds
from cnclean.stages.script.engine import convert_exactly
from cnclean.stages.script.everyday import everyday_words, words_for_mainland, words_for_taiwan
from cnclean.stages.script.exact import by_table, convert_pieces
from cnclean.stages.script.letters import DECIDED_HERE, Part, guard_for
from cnclean.stages.script.strays import HAN_RUN
from cnclean.stages.script.targets import Route
from cnclean.stages.script.vocabulary import (
    AS_GOOD,
    KEPT_IN_COMPUTING,
    is_kept,
    replace_through,
)

WITHOUT_VOCABULARY: Final[dict[Route, Route]] = {
    "s2twp": "s2tw",
    "s2twp general": "s2tw",
    "s2hkp": "s2hk",
    "tw2sp": "tw2s",
    "tw2sp general": "tw2s",
}
_CLAUSE = compile_later(rf"(?:(?<![A-Za-z])[A-Za-z]{{1,12}})?{HAN_RUN}(?:·{HAN_RUN}){{0,3}}")
"""With the letters of U盘, B超 and JavaScript程序, and with the whole name of 布拉德·皮特."""
_LETTERS: Final = 13
_HAN = compile_later(f"·|{HAN_RUN}")


def convert_words(text: str, letters: str, route: Route) -> Iterator[Part]:
    """The clauses of `text` with regional words, and what they become; `letters` is what `text` becomes without."""
    known: dict[tuple[str, str], str] = {}
    for start, end in _clauses(text, route):
        clause = text[start:end], letters[start:end]
        if clause not in known:
            known[clause] = _convert(*clause, route)
        yield start, end, known[clause]


def _clauses(text: str, route: Route) -> Iterator[tuple[int, int]]:
    done = 0
    for start, end in _telling(text, route):
        if start < done:
            continue
        first = start
        while first > done and _HAN.match(text, first - 1):
            first -= 1
        for clause in _CLAUSE.finditer(text, max(done, first - _LETTERS)):
            if clause.start() >= end:
                break
            if clause.end() > start:
                done = clause.end()
                yield clause.span()


def _telling(text: str, route: Route) -> list[tuple[int, int]]:
    """Places that have something to do with words: there OpenCC does otherwise with vocabulary than without."""
    configuration, without = route.removesuffix(" general"), WITHOUT_VOCABULARY[route]
    found = by_table(text, configuration, rare=False)
    places = [match.span() for match in _CLAUSE.finditer(text)] if found is None else found[1]
    pieces = [text[start:end] for start, end in places]
    convert = convert_exactly if found is None else convert_pieces
    both = zip(places, convert(pieces, configuration), convert(pieces, without), strict=True)
    telling = [place for place, new, plain in both if new != plain]
    alone = [match.span() for match in _words_alone(configuration, without).finditer(text)]
    return sorted(telling + alone) if alone else telling


@functools.cache
def _words_alone(configuration: str, without: str) -> re.Pattern[str]:
    """Characters that are regional words by themselves (硅), and words that are none of OpenCC's (透過, 川普)."""
    characters = [chr(code) for code in range(0x3400, 0xA000)]
    rows = zip(characters, *(convert_exactly(characters, name) for name in (configuration, without)), strict=True)
    words = [] if configuration == "s2hkp" else everyday_words(from_mainland=configuration == "s2twp")
    return re.compile("|".join(["透過", *words, *(old for old, new, plain in rows if new != plain)]))


def _convert(clause: str, letters: str, route: Route) -> str:
    if route.startswith("s2"):
        cut = list(_mainland_pieces(clause, letters, route))
    else:
        cut = list(_taiwan_pieces(clause, letters, route))
    new = iter(convert_pieces([piece for piece, given in cut if not given], route.removesuffix(" general")))
    return "".join(given or next(new) for _, given in cut)


def _mainland_pieces(clause: str, letters: str, route: Route) -> Iterator[tuple[str, str]]:
    """The pieces of a clause; with their conversion where it is not OpenCC's: general words, which stay, and others."""
    given = {}
    if route.endswith(" general"):
        given = {start: (end, letters[start:end]) for start, end in general_mainland_words(clause)}
    if route != "s2hkp":
        given.update((start, (end, new)) for start, end, new in words_for_taiwan(clause))
    bars = {0, len(clause)} | guard_for(WITHOUT_VOCABULARY[route]).bars(clause) | word_bounds(clause, mainland_words())
    bars = {bar for bar in bars if not any(start < bar < end for start, (end, _) in given.items())}
    for start, end in itertools.pairwise(sorted(bars | {*given, *(end for end, _ in given.values())})):
        yield clause[start:end], given[start][1] if start in given else ""


def _taiwan_pieces(clause: str, simple: str, route: Route) -> Iterator[tuple[str, str]]:
    """The pieces of a clause; with their conversion where it is not OpenCC's: general words, 著, 乾 in a name."""
    others = {start: (end, new) for start, end, new in words_for_mainland(clause, simple)}
    places = {at for at, character in enumerate(clause) if character in DECIDED_HERE}
    words = list(general_words(clause))
    if route != "tw2sp general":
        words = [word for word in words if is_kept(clause, simple, *word, KEPT_IN_COMPUTING)]
    else:
        words = [
            (s, e)
            for s, e in words
            if clause[s:e] not in AS_GOOD or is_kept(clause, simple, s, e, AS_GOOD[clause[s:e]])
        ]
    places |= {at for start, end in words for at in range(start, end)}
    edges = {0, len(clause)} | {edge for word in words for edge in word} | word_bounds(simple, taiwan_words())
    edges |= {at for at in range(1, len(clause)) if (at in places) != (at - 1 in places)}
    edges = {at for at in edges if not any(start < at < end for start, (end, _) in others.items())}
    for start, end in itertools.pairwise(sorted(edges | {*others, *(end for end, _ in others.values())})):
        if start in others:
            yield clause[start:end], others[start][1]
        elif start in places:
            yield clause[start:end], simple[start:end]
        else:
            yield replace_through(clause[start:end]), ""
