"""One function for many files, in as many processes as there are cores."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

_WORTH: Final = 100
"""So many files take longer than a process takes to start."""
_CHUNK: Final = 16


def count_for(items: Sequence[object], wanted: int | None) -> int:
    """How many processes: as `wanted`, or one for each core where there is enough to do."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return wanted or min(cores, 1 + len(items) // _WORTH)


def mapped(function: Callable[[Item], Outcome], items: Sequence[Item], count: int) -> Iterator[Outcome]:
    """The outcomes in the order of the items, as they come."""
    if count == 1 or not items:
        yield from map(function, items)
        return
    from multiprocessing import get_context  # noqa: PLC0415 - start-up

    yield function(items[0])  # what this compiles and loads, the forked need not
    # Forked where that is safe and cheap: one thread, and all modules are there.
    with get_context("fork" if sys.platform == "linux" else None).Pool(count, _leave_interrupts) as pool:
        yield from pool.imap(function, items[1:], _CHUNK)


def _leave_interrupts() -> None:
    """Ctrl-C is for the first process, which ends the others."""
    import signal  # noqa: PLC0415 - start-up

    signal.signal(signal.SIGINT, signal.SIG_IGN)
