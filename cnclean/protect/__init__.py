"""Spans that no guarded stage may touch: URLs, code, formulas, templates, paths; and what markup adds.

What only one stage must spare (a ratio, an emoticon, a JSON line: nothing there to convert to another script) is that
stage's own exception. Each markup language has a module, which is imported when a text is of it and something was found.
"""

import functools
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import chain
from types import ModuleType

from cnclean.edits import Span
from cnclean.options import Options
from cnclean.protect.plain import EMAIL, URL, find_data_lines, find_plain, may_cross_lines

__all__ = ["EMAIL", "URL", "outside", "protected"]

Bounds = tuple[int, int]


def outside(spans: Iterator[Span], text: str, options: Options) -> Iterator[Span]:
    """The spans that touch nothing protected. What is protected is computed where a span asks, the cheaper first."""
    if options.markup == "none":
        if may_cross_lines(text):
            return _outside(spans, lambda _: (find_plain(text), len(text)))
        return _outside(spans, functools.partial(_plain_around, text))
    found = list(spans)
    if not found:
        return iter(())
    head = _up_to(found[-1][1], text)
    beside_blocks = _outside(iter(found), lambda _: (iter(_blocks(head, options.markup)[0]), len(text)))
    return _outside(beside_blocks, lambda _: (iter(_in_markup(text, options.markup)), len(text)))


def protected(text: str, options: Options) -> Iterator[Bounds]:
    """What no guarded stage may touch, by its start."""
    if options.markup == "none":
        return find_plain(text)
    return iter(_in_markup(text, options.markup))


def _outside(spans: Iterator[Span], find_guards: Callable[[Span], tuple[Iterator[Bounds], int]]) -> Iterator[Span]:
    """`find_guards` says what is protected around a span and further on, up to a place that it also says."""
    guard, known = None, -1
    for span in spans:
        if span[1] > known:
            guards, known = find_guards(span)
            guard = next(guards, None)
        while guard is not None and guard[1] <= span[0]:
            guard = next(guards, None)
        if guard is None or span[1] <= guard[0]:
            yield span


def _plain_around(text: str, span: Span) -> tuple[Iterator[Bounds], int]:
    """What is protected in the line of a span, or in its lines; the rest of the text need not be looked through."""
    end = text.find("\n", span[1])
    end = len(text) if end < 0 else end
    return find_plain(text, text.rfind("\n", 0, span[0]) + 1, end), end


def _up_to(at: int, text: str) -> str:
    """The lines up to that of `at`, and the next one, which may make a title or a table of it."""
    end = text.find("\n", text.find("\n", at) + 1) if "\n" in text[at:] else -1
    return text[:end] if end >= 0 else text


@functools.lru_cache(maxsize=1)
def _blocks(text: str, markup: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that are protected, and the runs of text between them."""
    blocks: tuple[list[Bounds], list[Bounds]] = _language(markup).find_blocks(text)
    return blocks


@functools.lru_cache(maxsize=1)
def _in_markup(text: str, markup: str) -> list[Bounds]:
    """All protected spans; a stage may ask for those of a text, and the engine again for the same ones."""
    blocks, prose = _blocks(text, markup)
    inline: list[Bounds] = _language(markup).find_inline(text, blocks, prose)
    return sorted([*find_plain(text), *find_data_lines(text), *blocks, *inline])


def _language(markup: str) -> ModuleType:
    return import_module(f"cnclean.protect.{markup}")  # its module has the name of the choice
