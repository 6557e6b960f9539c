"""What a stage is. A stage file imports this and, where it needs them, the character classes of `han`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Literal, Protocol

from cnclean.edits import Span
from cnclean.options import Options

__all__ = [
    "AnyOf",
    "Find",
    "Options",
    "Span",
    "Stage",
    "Trigger",
    "imported_later",
    "line_bounds",
    "matches_at",
    "rewrite",
]

Find = Callable[[str, Options], Iterator[Span]]


class Trigger(Protocol):
    """A compiled pattern, or `AnyOf` some literals."""

    def search(self, text: str, /) -> object | None: ...


class AnyOf:
    """Finds one of some literals. `in` passes over a text thirty times faster than `re` does with their class."""

    def __init__(self, *literals: str) -> None:
        self._literals = literals

    def search(self, text: str, /) -> str | None:
        for literal in self._literals:
            if literal in text:
                return literal
        return None


@dataclass(frozen=True, slots=True)
class Stage:
    """One repair: it looks at a text and names the spans it would replace.

    `trigger`   a necessary condition, cheap to search: where it finds nothing, `find` finds nothing
    `find`      yields spans, sorted and disjoint, that differ from the text they replace
    `guarded`   the engine drops the stage's spans in URLs, e-mail addresses, code and the like (`cnclean/protect`)
    `suspect`   yields, for `explain` only, what looks damaged but is left: spans like those of `find` in the same
                text, each with the best guess (or the same text again) and a note; those that `find` repairs are
                dropped. `clean` never calls it, so it may cost what `find` costs
    `apply`     the text with all that `find` finds spliced in, for `clean`, where naming each change costs more than
                making it
    `wanted`    whether the options ask for it at all; without it they always do
    `evidence`  characters that a text must have, or the stage finds and suspects nothing; one look by the engine then
                stands for the triggers of many stages. "odd" ones are none of `han.PLAIN`: the trigger finds what it
                needs within `odd.REACH` of one, for the engine may show it no more. "remarkable" ones may be plain
                and yet be signs of mojibake (`odd.first_remarkable`)
    """

    name: str
    trigger: Trigger
    find: Find
    guarded: bool = False
    suspect: Find | None = None
    apply: Callable[[str, Options], str] | None = None
    wanted: Callable[[Options], bool] | None = None
    evidence: Literal["any", "odd", "remarkable"] = "any"


def rewrite(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str | None]) -> Find:
    """A `find` that asks `replace` for each match; `None`, or the same text again, leaves the match alone."""

    def find(text: str, _options: Options) -> Iterator[Span]:
        for match in pattern.finditer(text):
            new = replace(match)
            if new is not None and new != match[0]:
                yield match.start(), match.end(), new

    return find


def imported_later(module: str, name: str) -> Find:
    """A `find` whose module is imported when its trigger first fires: for a repair whose tables are large and rare."""

    def find(text: str, options: Options) -> Iterator[Span]:
        found: Find = getattr(import_module(module), name)
        return found(text, options)

    return find


def line_bounds(text: str) -> list[tuple[int, int]]:
    """Where each line that is not blank starts and ends."""
    bounds, start = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            bounds.append((start, start + len(line)))
        start += len(line) + 1
    return bounds


def matches_at(
    candidate: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int = 0
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that begin where `candidate`, one class or a literal and its look-around, finds one.

    Python's `re` skips to a class forty times faster than it tries the branches of an alternation at each character.
    """
    at = candidate.search(text, start)
    while at:
        match = pattern.match(text, at.start())
        if match:
            yield match
        at = candidate.search(text, match.end() if match else at.end())
