"""Spans that no guarded stage may touch: URLs, code, formulas, templates, paths; and what markup adds.

What only one stage must spare (a ratio, an emoticon, a JSON line: nothing there to convert to another script) is that
stage's own exception. Each markup language has a file, which is imported when a text is of it and something was found.
"""

import functools
from collections.abc import Iterator
from heapq import merge
from importlib import import_module
from itertools import chain
from operator import itemgetter

from cnclean.edits import Span
from cnclean.options import Options
from cnclean.protect.plain import EMAIL, URL, find_data_lines, find_plain, may_cross_lines

__all__ = ["EMAIL", "URL", "outside", "protected"]


def outside(spans: Iterator[Span], text: str, options: Options) -> Iterator[Span]:
    """The spans that touch nothing protected. What is protected is computed for the lines of spans only, if it can be."""
    first = next(spans, None)
    if first is None:
        return
    by_line = options.markup == "none" and not may_cross_lines(text)
    guards: Iterator[tuple[int, int]] = iter(())
    guard: tuple[int, int] | None = None
    reached = -1
    for span in chain((first,), spans):
        if span[1] > reached:
            start, reached = _line(text, span) if by_line else (0, len(text))
            guards = find_plain(text, start, reached) if by_line else protected(text, options)
            guard = next(guards, None)
        while guard is not None and guard[1] <= span[0]:
            guard = next(guards, None)
        if guard is None or span[1] <= guard[0]:
            yield span


def protected(text: str, options: Options) -> Iterator[tuple[int, int]]:
    """What no guarded stage may touch, by its start."""
    if options.markup == "none":
        return find_plain(text)
    return iter(_in_markup(text, options.markup))


def _line(text: str, span: Span) -> tuple[int, int]:
    """Where the line of a span starts and ends, or its lines."""
    end = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if end < 0 else end


@functools.lru_cache(maxsize=1)
def _in_markup(text: str, markup: str) -> tuple[tuple[int, int], ...]:
    """All protected spans; a stage may ask for those of a text, and the engine again for the same ones."""
    language = import_module(f"cnclean.protect.{markup}")  # its file has the name of the choice
    return tuple(merge(find_plain(text), find_data_lines(text), language.find_protected(text), key=itemgetter(0)))
