"""A text as the language model sees it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from cnclean.lexicon.ngrams import lookup, normalize, widened
from cnclean.patterns import compile_later

_RUN: Final = compile_later(
    r"[A-Za-zＡ-Ｚａ-ｚ](?:[A-Za-zＡ-Ｚａ-ｚ]|[^\S\n]+(?=[A-Za-zＡ-Ｚａ-ｚ]))*"
    r"|[0-9０-９](?:[0-9０-９]|[^\S\n]+(?=[0-9０-９]))*"
    r"|\s+"
)

NEVER: Final = -5.0
"""log10 of the probability of a character behind another behind which the model has never seen it, roughly."""


class Page(NamedTuple):
    """One character per symbol, where each begins in the text, and how usual each is behind the one before it."""

    symbols: str
    starts: Sequence[int]
    links: Sequence[float]


def read(text: str) -> Page:
    """The symbols of `text`."""
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
    symbols = widened("".join(pieces))
    return Page(symbols, starts, links(symbols))


def links(symbols: str) -> list[float]:
    """The bigram of each symbol with the one before it."""
    return [NEVER, *map(bigram, map("".join, zip(symbols, symbols[1:], strict=False)))] if symbols else []


def bigram(pair: str) -> float:
    """log10 of the probability of the second character behind the first."""
    found = lookup(pair)
    return found[0] if found else NEVER
