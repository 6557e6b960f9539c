"""Spans that no guarded stage may touch: URLs, code, formulas, templates, paths; and what markup adds.

What only one stage must spare (a ratio, an emoticon, a JSON line: nothing there to convert to another script) is that
stage's own exception. Each markup language has a module, imported when a text is of it and something was found.
"""

import functools
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from cnclean.edits import Bounds, Place, apart
from cnclean.options import Options
from cnclean.protect.plain import EMAIL, URL, find_data_lines, find_plain, may_have_plain

__all__ = ["EMAIL", "URL", "outside", "protected"]


def outside(places: list[Place], text: str, options: Options) -> list[Place]:
    """The places that touch nothing protected, which is computed where there is one at all, the cheaper first."""
    if places and options.markup != "none":
        places = list(apart(places, _blocks(_up_to(places[-1][1], text), options.markup)[0]))
    return list(apart(places, _protected(text, options))) if places else places


def protected(text: str, options: Options) -> Iterator[Bounds]:
    """What no guarded stage may touch, by its start."""
    return iter(_protected(text, options))


def _protected(text: str, options: Options) -> list[Bounds]:
    return _plain(text) if options.markup == "none" else _in_markup(text, options.markup)


def _up_to(at: int, text: str) -> str:
    """The lines up to that of `at`, and the next one, which may make a title or a table of it; all where most are."""
    if 2 * at > len(text):
        return text
    end = text.find("\n", text.find("\n", at) + 1) if "\n" in text[at:] else -1
    return text[:end] if end >= 0 else text


def _plain(text: str) -> list[Bounds]:
    return _plain_once(text) if may_have_plain(text) else []  # most texts are not worth the hash that a cache needs


@functools.lru_cache(maxsize=1)
def _plain_once(text: str) -> list[Bounds]:
    """A stage may ask for what is protected in a text, and the engine again."""
    return list(find_plain(text))


@functools.lru_cache(maxsize=1)
def _blocks(text: str, markup: str) -> tuple[list[Bounds], list[Bounds]]:
    """The blocks that are protected, and the runs of text between them."""
    blocks: tuple[list[Bounds], list[Bounds]] = _language(markup).find_blocks(text)
    return blocks


@functools.lru_cache(maxsize=1)
def _in_markup(text: str, markup: str) -> list[Bounds]:
    """All protected spans."""
    blocks, prose = _blocks(text, markup)
    inline: list[Bounds] = _language(markup).find_inline(text, blocks, prose)
    return sorted([*_plain(text), *find_data_lines(text), *blocks, *inline])


def _language(markup: str) -> ModuleType:
    return import_module(f"cnclean.protect.{markup}")  # its module has the name of the choice
