"""A character 4-gram model with back-off, as tables that are read in a few milliseconds."""

import functools
import itertools
import struct
import zlib
from array import array
from collections.abc import Iterable
from typing import Final, NamedTuple

from cnclean.lexicon.content import content_of
from cnclean.patterns import compile_later
from cnclean.remembered import remembered

BREAK: Final = "\n"
UNKNOWN: Final = "\0"
BUCKET_BITS: Final = 17
FINGERPRINT_MASK: Final = (1 << (32 - BUCKET_BITS)) - 1
FINGERPRINT_BASE: Final = 0x4E00
"""Fingerprints are stored as the characters from here on: `str.find` searches a bucket at the speed of C."""

_ORDER: Final = 4
_WIDE: Final = str.maketrans(",:;?!()\u2018\u2019", "，：；？！（）“”")
_LETTERS: Final = compile_later("[A-Za-zＡ-Ｚａ-ｚ]+")
_DIGITS: Final = compile_later("[0-9０-９]+")
_SPACES: Final = compile_later(r"[^\S\n]+|(?<=\n)\n+")


class _Table(NamedTuple):
    """`rows`: by first symbol, where those behind it begin and end in `seconds`, and their codes in `pair_codes`."""

    books: tuple[tuple[tuple[float, float], ...], ...]
    rows: dict[str, tuple[int, int]]
    seconds: str
    pair_codes: bytes
    starts: "array[int]"
    fingerprints: str
    codes: bytes


def score(text: str, left: str = "", right: str = "") -> float:
    """log10 of the probability of `text` after `left`, and of the first characters of `right` after both.

    Only the last three characters of `left` and the first three of `right` matter. Candidates for the same place are
    compared by the difference of their scores. Widths of marks make no difference; runs of letters and of digits
    count as one symbol, spaces as none, a line's end is a symbol.
    """
    left, text, right = normalize(left[-16:])[-3:], normalize(text), normalize(right[:16])[:3]
    return score_normalized(left + text + right, len(left))


def score_normalized(symbols: str, start: int = 0) -> float:
    """log10 of the probability of `symbols[start:]` after `symbols[:start]`; `symbols` is what `normalize` gives."""
    return sum(log_probability(symbols[max(0, i - _ORDER + 1) : i + 1]) for i in range(start, len(symbols)))


def normalize(text: str) -> str:
    """The symbols of the model, one character each."""
    return widened(_DIGITS.sub("0", _LETTERS.sub("A", _SPACES.sub("", text))))


def widened(text: str) -> str:
    """The same characters with the full-width marks that the model knows."""
    return text.translate(_WIDE)


@remembered(most=1 << 16)
def log_probability(gram: str) -> float:
    """log10 of the probability of the last of at most four symbols after those before it.

    The table holds of each n-gram its beginning and its end too: where a shorter context is absent, longer ones are.
    """
    found = lookup(gram[-1:])
    result = found[0] if found is not None else _unknown()
    for start in range(len(gram) - 2, -1, -1):
        context = lookup(gram[start:-1])
        if context is None:
            break
        found = lookup(gram[start:]) if found is not None else None
        result = found[0] if found is not None else result + context[1]
    return result


@remembered(most=1 << 16)
def lookup(gram: str) -> tuple[float, float] | None:
    """log10 of probability and back-off weight of an n-gram of the table, `None` where it has none.

    Pairs, which are looked up most, stand side by side by their first symbol; of the others the table has 15 bits of
    fingerprint: of 2,000 absent ones one seems present.
    """
    if len(gram) == 2:
        return lookup_pair(gram)
    table = _table()
    checksum = zlib.crc32(gram.encode("utf-16-le", "surrogatepass"))
    bucket = checksum >> (32 - BUCKET_BITS)
    mark = chr(FINGERPRINT_BASE + (checksum & FINGERPRINT_MASK))
    place = table.fingerprints.find(mark, table.starts[bucket], table.starts[bucket + 1])
    return None if place < 0 else table.books[len(gram) - 1][table.codes[place]]


def lookup_pair(gram: str) -> tuple[float, float] | None:
    """The same for an n-gram of two symbols, fast enough to do without a cache."""
    table = _table()
    start, stop = table.rows.get(gram[0], (0, 0))
    place = table.seconds.find(gram[1], start, stop)
    return None if place < 0 else table.books[1][table.pair_codes[place]]


def followers(symbol: str) -> str:
    """The symbols that the model knows behind `symbol`, the likeliest first."""
    table = _table()
    return table.seconds[slice(*table.rows.get(symbol, (0, 0)))]


def symbols() -> Iterable[str]:
    """The symbols behind which the model knows others."""
    return _table().rows


@functools.cache
def _unknown() -> float:
    found = lookup(UNKNOWN)
    return found[0] if found is not None else -6.0


@functools.cache
def _table() -> _Table:
    content, at = content_of("ngrams.bin"), 0
    books = []
    for _ in range(_ORDER):
        values = struct.unpack_from("<512f", content, at)
        books.append(tuple(zip(values[:256], values[256:], strict=True)))
        at += 2048
    firsts, pairs = struct.unpack_from("<2I", content, at)
    at += 8
    ends = array("I", content[at : at + 4 * (firsts + 1)])
    at += 4 * (firsts + 1)
    symbols = content[at : at + 2 * (firsts + pairs)].decode("utf-16-le")
    rows = dict(zip(symbols[:firsts], itertools.pairwise(ends), strict=True))
    at += 2 * (firsts + pairs)
    pair_codes = content[at : at + pairs]
    at += pairs
    starts = array("I", content[at : at + 4 * ((1 << BUCKET_BITS) + 1)])
    at += 4 * len(starts)
    count = starts[-1]
    fingerprints = content[at : at + 2 * count].decode("utf-16-le")
    return _Table(tuple(books), rows, symbols[firsts:], pair_codes, starts, fingerprints, content[at + 2 * count :])
