"""What recurs in a stream, in memory that does not grow with it."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Frequent(Generic[Key]):
    """Counts of the keys that come often (Misra and Gries 1982, in batches).

    Holds at most twice `capacity` keys. A count is too low by at most `error`, which is at most the number of keys that
    came divided by `capacity + 1`: whatever came more often than that is there.
    """

    def __init__(self, capacity: int) -> None:
        self.counts: dict[Key, int] = {}
        self.error = 0
        self._capacity = capacity

    def add(self, key: Key) -> None:
        self.counts[key] = self.counts.get(key, 0) + 1
        if len(self.counts) > 2 * self._capacity:
            self._shrink()

    def _shrink(self) -> None:
        """Take from every count that of the first key for which there is no room. Each of the larger ones loses as
        much, so that all that is ever taken is at most what came, shared by `capacity + 1`."""
        least = sorted(self.counts.values(), reverse=True)[self._capacity]
        self.counts = {key: count - least for key, count in self.counts.items() if count > least}
        self.error += least
