"""How much likelier a place becomes with a missing term put back."""

import functools
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.lexicon.neighbours import neighbours
from cnclean.lexicon.ngrams import log_probability, lookup, normalize, widened
from cnclean.lexicon.words import best_cut
from cnclean.patterns import compile_later
from cnclean.stages.restoration.weights import DROPPED_WEIGHTS, REPLACED_WEIGHTS

_RUN: Final = compile_later(
    r"[A-Za-zＡ-Ｚａ-ｚ](?:[A-Za-zＡ-Ｚａ-ｚ]|[^\S\n]+(?=[A-Za-zＡ-Ｚａ-ｚ]))*"
    r"|[0-9０-９](?:[0-9０-９]|[^\S\n]+(?=[0-9０-９]))*"
    r"|\s+"
)

FLOOR: Final = -1.2
"""Below this gain of the character model no place is looked at any closer."""


NEVER: Final = -5.0
"""log10 of the probability of a character behind another behind which the model has never seen it, roughly."""

BETTER: Final = -3.0
"""log10 of how much likelier the two bigrams with a missing term must be than the one without: the model's are few."""


class Page(NamedTuple):
    """A text as the language model sees it: one character per symbol, and where each symbol begins."""

    symbols: str
    starts: list[int]


class Site(NamedTuple):
    """A gap before `symbols[place]`, and the log odds (base e) that the term is missing there."""

    place: int
    odds: float


def read(text: str) -> Page:
    """The symbols of `text`, each with its offset."""
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for match in _RUN.finditer(text):
        pieces.append(text[done : match.start()])
        starts.extend(range(done, match.start()))
        symbol = normalize(match[0])[:1]  # nothing for spaces
        pieces.append(symbol)
        starts.extend([match.start()] * len(symbol))
        done = match.end()
    pieces.append(text[done:])
    starts.extend(range(done, len(text)))
    return Page(widened("".join(pieces)), starts)


def sites(symbols: str, term: str) -> Iterator[Site]:
    """The gaps where `term` may be missing, in no order; only beside characters that are known to stand beside it."""
    for place in plausible_gaps(symbols, term):
        odds = log_odds(symbols[max(0, place - 4) : place], "", term, symbols[place : place + 4])
        if odds is not None:
            yield Site(place, odds)


def plausible_gaps(symbols: str, term: str) -> Iterator[int]:
    """The gaps of `symbols` that are worth a closer look."""
    for place in _gaps(symbols, term):
        if is_plausible(symbols[place - 1 : place], term, symbols[place : place + 1], BETTER):
            yield place


def replaced(symbols: str, blocked: str, replacement: str) -> Iterator[Site]:
    """The places of `replacement` where `blocked` may have stood."""
    place = symbols.find(replacement)
    while place >= 0:
        end = place + len(replacement)
        odds = log_odds(symbols[max(0, place - 4) : place], replacement, blocked, symbols[end : end + 4])
        if odds is not None and (end - place > 1 or alone(symbols, place)):
            yield Site(place, odds)
        place = symbols.find(replacement, end)


def is_plausible(before: str, term: str, after: str, better: float) -> bool:
    """The cheap test before `log_odds`: whether the bigrams with `term` are about as likely as the one without."""
    return bigram(before + term[0]) + bigram(term[-1] + after) > bigram(before + after) + better


def bigram(pair: str) -> float:
    """log10 of the probability of the second character behind the first."""
    found = lookup(pair)
    return found[0] if found else NEVER


def _gaps(symbols: str, term: str) -> set[int]:
    places: set[int] = set()
    for after in neighbours(term[-1])[1]:
        place = symbols.find(after)
        while place >= 0:
            places.add(place)
            place = symbols.find(after, place + 1)
    for before in neighbours(term[0])[0]:
        place = symbols.find(before) + 1
        while place > 0:
            places.add(place)
            place = symbols.find(before, place) + 1
    return places


def alone(symbols: str, place: int) -> bool:
    """Whether the symbol at `place` is a word of its own in the likeliest cut."""
    start = max(0, place - 4)
    stops, at = best_cut(symbols[start : place + 4])[1], 0
    while at < place - start:
        at = stops[at]
    return at == place - start and stops[at] == at + 1


def stump(symbols: str, place: int, term: str) -> str:
    """What is left, without `term`, of the word that `term` makes at `place`."""
    start = max(0, place - 4)
    whole = symbols[start:place] + term + symbols[place : place + 4]
    stops, at = best_cut(whole)[1], 0
    while stops[at] <= place - start:
        at = stops[at]
    return symbols[start + at : place] + symbols[place : max(place, start + stops[at] - len(term))]


@functools.lru_cache(maxsize=1 << 15)
def log_odds(left: str, old: str, new: str, right: str) -> float | None:
    """The log odds that `new` and not `old` stood between `left` and `right`, four symbols each.

    `None` where it surely did not: the gain of the character model is below `FLOOR`.
    """
    found = gains(left, old, new, right)
    if found is None:
        return None
    constant, of_gain, of_cut = REPLACED_WEIGHTS if old else DROPPED_WEIGHTS
    return constant + of_gain * found[0] + of_cut * found[1]


def gains(left: str, old: str, new: str, right: str) -> tuple[float, float] | None:
    """How much likelier (log10) `new` makes the place than `old`: to the character model, and as the best cut."""
    left3, right3 = left[-3:], right[:3]
    gain = -_chain(left3, old + right3)
    whole, start = left3 + new + right3, len(left3)
    for i in range(start, len(whole)):
        gain += log_probability(whole[max(0, i - 3) : i + 1])
        if gain < FLOOR:
            return None
    return gain, best_cut(left + old + right)[0][0] - best_cut(left + new + right)[0][0]


@functools.lru_cache(maxsize=1 << 15)
def _chain(left: str, text: str) -> float:
    whole, start = left + text, len(left)
    return sum(log_probability(whole[max(0, i - 3) : i + 1]) for i in range(start, len(whole)))
