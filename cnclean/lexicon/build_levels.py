"""Numbers as bytes: the levels that stand for them."""

from bisect import bisect_left
from collections.abc import Sequence


def levels_of(values: list[float], size: int) -> list[float]:
    """The means of `size` equally filled bins, sorted."""
    values = sorted(values)
    bins = [values[len(values) * i // size : len(values) * (i + 1) // size] for i in range(size)]
    return [sum(each) / len(each) if each else values[-1] for each in bins]


def nearest(book: Sequence[float], value: float) -> int:
    above = bisect_left(book, value)
    return min(range(max(0, above - 1), min(len(book), above + 1)), key=lambda i: abs(book[i] - value))
