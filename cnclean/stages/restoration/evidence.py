"""How much likelier a place becomes with a missing term put back."""

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.lexicon.ngrams import log_probability
from cnclean.lexicon.words import best_cut
from cnclean.patterns import compile_later
from cnclean.stages.restoration.page import Page, bonds_before, bonds_behind
from cnclean.tables.restoration_weights import DROPPED_WEIGHTS, REPLACED_WEIGHTS

_FLOOR: Final = -1.2
"""Below this gain of the character model no place is looked at any closer."""

_NEAR: Final = -2.2
"""The same for the gain of the term itself and of the symbol behind it: what follows seldom gains much."""

BETTER: Final = -2.5
"""log10 of how much likelier the two bigrams with a missing term must be than the one without: the model's are few."""

MUCH_BETTER: Final = -1.5
"""The same for a first look, which finds half of the places of a term that is missing."""

_IMPOSSIBLE: Final = 10.0
_DOUBT_OF_INDEFINITE: Final = 1.5
"""Log odds against a superlative: 一个比较大的变化 was hardly 一个最大的变化."""


class Site(NamedTuple):
    """A gap before `symbols[place]`, and the log odds (base e) that the term is missing there."""

    place: int
    odds: float


def sites(page: Page, term: str, better: float = BETTER) -> Iterator[Site]:
    """The gaps where `term` may be missing."""
    for place in plausible_gaps(page, term, better):
        odds = log_odds_at(page, place, term)
        if odds is not None:
            yield Site(place, odds)


def log_odds_at(page: Page, place: int, term: str, replacement: str = "") -> float | None:
    """The log odds that `term` stood at `place`; see `log_odds`."""
    end = place + len(replacement)
    return log_odds(page.symbols[max(0, place - 4) : place], replacement, term, page.symbols[end : end + 4])


def plausible_gaps(page: Page, term: str, better: float = BETTER) -> Iterator[int]:
    """The gaps that are worth a closer look: the bigrams with `term` are about as likely as the one without."""
    before, after = bonds_before(term[0], better), bonds_behind(term[-1])
    for pair in [left + right for left, right, link in page.gaps if before[left] + after[right] > link]:
        yield from page.pairs[pair]


def replaced(page: Page, blocked: str, replacement: str) -> Iterator[Site]:
    """The places of `replacement` where `blocked` may have stood."""
    symbols = page.symbols
    place = symbols.find(replacement)
    while place >= 0:
        end = place + len(replacement)
        odds = log_odds_at(page, place, blocked, replacement)
        if odds is not None and (end - place > 1 or alone(symbols, place)):
            yield Site(place, odds - _out_of_place(symbols, place, end) if blocked == "最" else odds)
        place = symbols.find(replacement, end)


_INDEFINITE: Final = compile_later("[一几两另][个种些位款项篇封套条份台类组段部]$")
_WORD: Final = compile_later("[\u4e00-\u9fff]")


def _out_of_place(symbols: str, place: int, end: int) -> float:
    """What speaks against a superlative: nothing follows it, or `一个` precedes."""
    if not _WORD.match(symbols, end):
        return _IMPOSSIBLE
    return _DOUBT_OF_INDEFINITE if _INDEFINITE.search(symbols[max(0, place - 2) : place]) else 0.0


def alone(symbols: str, place: int) -> bool:
    """Whether the symbol at `place` is a word of its own in the likeliest cut."""
    start = max(0, place - 4)
    return _alone(symbols[start : place + 4], place - start)


@functools.lru_cache(maxsize=1 << 12)
def _alone(clause: str, place: int) -> bool:
    stops, at = best_cut(clause)[1], 0
    while at < place:
        at = stops[at]
    return at == place and stops[at] == at + 1


def stump(symbols: str, place: int, term: str) -> str:
    """What is left, without `term`, of the word that `term` makes at `place`."""
    start = max(0, place - 4)
    whole = symbols[start:place] + term + symbols[place : place + 4]
    stops, at = best_cut(whole)[1], 0
    while stops[at] <= place - start:
        at = stops[at]
    return symbols[start + at : place] + symbols[place : max(place, start + stops[at] - len(term))]


@functools.lru_cache(maxsize=1 << 12)
def log_odds(left: str, old: str, new: str, right: str) -> float | None:
    """The log odds that `new` and not `old` stood between `left` and `right`, four symbols each.

    `None` where it surely did not: the gain of the character model is below `_FLOOR`.
    """
    found = gains(left, old, new, right)
    if found is None:
        return None
    gain, cut = found
    if old and old in new:
        cut = 0.0  # a name, of which word lists know too little
    constant, of_gain, of_cut = DROPPED_WEIGHTS if old in new else REPLACED_WEIGHTS
    return constant + of_gain * gain + of_cut * cut


def gains(left: str, old: str, new: str, right: str) -> tuple[float, float] | None:
    """How much likelier (log10) `new` makes the place than `old`: to the character model, and as the best cut."""
    left3, right3 = left[-3:], right[:3]
    before, after = left3 + old + right3, left3 + new + right3
    start, next_before, next_after = len(left3), len(left3 + old) + 1, len(left3 + new) + 1
    gain = _log10(after[:next_after], start) - _log10(before[:next_before], start)
    if gain < _NEAR:
        return None
    gain += _log10(after, next_after) - _log10(before, next_before)
    if gain < _FLOOR:
        return None
    return gain, best_cut(left + old + right)[0][0] - best_cut(left + new + right)[0][0]


@functools.lru_cache(maxsize=1 << 12)
def _log10(symbols: str, start: int) -> float:
    """log10 of the probability of the symbols from `start` on."""
    return sum(log_probability(symbols[max(0, i - 3) : i + 1]) for i in range(start, len(symbols)))
