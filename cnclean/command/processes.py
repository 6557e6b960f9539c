"""One function for many files, in as many processes as there are cores."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from cnclean.command.files import UsageError

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

_WORTH: Final = 100
"""So many files take longer than a process takes to start."""
_CHUNK: Final = 16


def count_for(items: Sequence[object], wanted: int | None) -> int:
    """How many processes: as `wanted`, or one for each core where there is enough to do; none is idle."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return min(wanted or min(cores, 1 + len(items) // _WORTH), 1 + len(items) // _CHUNK)


def mapped(function: Callable[[Item], Outcome], items: Sequence[Item], count: int) -> Iterator[Outcome]:
    """The outcomes in the order of the items, as they come."""
    if count == 1 or not items:
        yield from map(function, items)
        return
    import signal  # noqa: PLC0415 - start-up
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415 - start-up
    from multiprocessing import get_context  # noqa: PLC0415 - start-up

    yield function(items[0])  # what this compiles and loads, the forked need not
    # Forked where that is safe and cheap: one thread, and all modules are there.
    context = get_context("fork" if sys.platform == "linux" else None)
    pool = ProcessPoolExecutor(count, context, _end_silently)
    try:
        heard = signal.signal(signal.SIGINT, signal.SIG_DFL)  # the forked have it so from their first moment
        outcomes = pool.map(function, items[1:], chunksize=_CHUNK)
        signal.signal(signal.SIGINT, heard)
        yield from outcomes
    except BrokenProcessPool as error:
        raise UsageError("a process was killed, most likely for want of memory; use fewer: -j 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _end_silently() -> None:
    """Ctrl-C ends all processes; the first one says so."""
    import signal  # noqa: PLC0415 - start-up

    signal.signal(signal.SIGINT, signal.SIG_DFL)
