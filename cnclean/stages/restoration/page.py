"""A text as the language model sees it."""

import functools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cnclean.lexicon.ngrams import lookup_pair, normalize, widened
from cnclean.patterns import compile_later
from cnclean.remembered import remembered

_RUN: Final = compile_later(
    r"[A-Za-zＡ-Ｚａ-ｚ](?:[A-Za-zＡ-Ｚａ-ｚ]|[^\S\n]+(?=[A-Za-zＡ-Ｚａ-ｚ]))*"
    r"|[0-9０-９](?:[0-9０-９]|[^\S\n]+(?=[0-9０-９]))*"
    r"|\s+"
)

_NEVER: Final = -5.0
"""log10 of the probability of a character behind another behind which the model has never seen it, roughly."""

_LOOSE: Final = -1.5
"""log10 of the probability below which a character may stand behind another because one between them is missing."""


class Page(NamedTuple):
    """One character per symbol, where each begins in the text, and where each pair of symbols stands: the place of a
    pair is that of its second symbol, and of the gap between both. The gaps are those of loose pairs: both symbols,
    log10 of the second one's probability behind the first."""

    symbols: str
    starts: Sequence[int]
    pairs: Mapping[str, Sequence[int]]
    gaps: Sequence[tuple[str, str, float]]

    def places(self, symbol: str) -> Iterator[int]:
        """Where `symbol` stands."""
        place = self.symbols.find(symbol)
        while place >= 0:
            yield place
            place = self.symbols.find(symbol, place + 1)


def read(text: str) -> Page:
    """The page of `text`."""
    return page_of(*symbols_of(text))


def symbols_of(text: str) -> tuple[str, list[int]]:
    """The symbols of `text`, and where each begins."""
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
    return widened("".join(pieces)), starts


def page_of(symbols: str, starts: Sequence[int]) -> Page:
    """The page of `symbols` that begin at `starts`."""
    pairs: dict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map(operator.add, symbols, symbols[1:]), 1):
        pairs[pair].append(place)
    links = {pair: bigram(pair) for pair in pairs}
    return Page(symbols, starts, pairs, [(pair[0], pair[1], link) for pair, link in links.items() if link < _LOOSE])


@remembered(most=1 << 17)
def bigram(pair: str) -> float:
    """log10 of the probability of the second character behind the first."""
    found = lookup_pair(pair)
    return found[0] if found else _NEVER


class _Bonds(dict[str, float]):
    """Bigrams of one symbol with others, each looked up once: a page is looked through some forty times."""

    def __init__(self, bond: Callable[[str], float]) -> None:
        self._bond = bond

    def __missing__(self, symbol: str) -> float:
        found = self[symbol] = self._bond(symbol)
        return found


@functools.lru_cache(maxsize=64)
def bonds_before(first: str, better: float) -> Mapping[str, float]:
    """By symbol: the bigram with `first` behind it, less `better`."""
    return _Bonds(lambda symbol: bigram(symbol + first) - better)


@functools.lru_cache(maxsize=64)
def bonds_behind(last: str) -> Mapping[str, float]:
    """By symbol: the bigram with `last` before it."""
    return _Bonds(lambda symbol: bigram(last + symbol))
