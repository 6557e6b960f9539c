"""Lines that stand twice because the page shows them twice: its title, its lead, a caption, a header line.

Extraction takes the `<title>` (with the site's name) and the heading, the summary and the first paragraph, the caption
and the image's alternative text. Left alone: refrains, verses, clauses, table rows, dialogue - whatever repeats among
lines as short as itself, and any copy that stands apart from its first.
"""

import re
from collections.abc import Iterator
from operator import eq
from typing import Final

from cnclean.han import HAN
from cnclean.stage import Options, Span, Stage

_TITLE_LINES: Final = 5
_SUFFIX = re.compile(r"\s*[_|｜\-–—]+\s*[《【]?[^_|｜。，,！？\n]{2,20}(?:[_|｜\-–—]+[^_|｜。，,\n]{2,20}){0,2}$")
_STOP = re.compile(r"[。！？!?；;…：:，,”」』]$")
_RECORD = re.compile(r"^\||\t|[:：]")
_HAN = re.compile(f"[{HAN}]")


def find_repeats(text: str, _options: Options) -> Iterator[Span]:
    if not _may_repeat([line for line in text.split("\n") if line]):
        return
    bounds = _bounds(text)
    lines = [text[start:end].strip() for start, end in bounds]
    if not any(len(line) >= 40 for line in lines):
        return  # verses, lists and dialogues repeat by nature
    drop = _titles(lines) | _neighbours(lines)
    last = max((at for at in range(len(lines)) if at not in drop), default=-1)
    for at in sorted(drop):
        if at > last:
            yield bounds[at - 1][1], bounds[at][1], ""
        else:
            yield bounds[at][0], bounds[at + 1][0], ""


def _may_repeat(lines: list[str]) -> bool:
    """A cheap look: a line equal to the next, or one of the first lines that another begins with."""
    head = lines[: _TITLE_LINES + 3]
    return any(map(eq, lines, lines[1:])) or any(
        one.startswith(other[:4]) for at, one in enumerate(head) for other in head[:at]
    )


def _bounds(text: str) -> list[tuple[int, int]]:
    bounds, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            bounds.append((start, start + len(line)))
        start += len(line) + 1
    return bounds


def _titles(lines: list[str]) -> set[int]:
    """Among the first lines: a title again, with the site's name behind it or without."""
    drop: set[int] = set()
    head = lines[:_TITLE_LINES]
    for at, line in enumerate(head):
        if len(_HAN.findall(line)) < 4 or len(line) > 80:
            continue
        for other in range(len(head)):
            if other == at or other in drop:
                continue
            bare = _SUFFIX.sub("", line)
            if bare != line and bare == head[other] and abs(at - other) <= 2:
                drop.add(at)
            elif (
                other > at
                and line == head[other]
                and other - at <= 2
                and at not in drop
                and not _STOP.search(line)
                and not _RECORD.search(line)
                and _follows_prose(lines, other)
            ):
                drop.add(other)
    return drop


def _follows_prose(lines: list[str], at: int) -> bool:
    return any(len(line) >= 25 for line in lines[at + 1 : at + 4])


def _neighbours(lines: list[str]) -> set[int]:
    """A paragraph, caption or header directly followed by itself, where its other neighbours are paragraphs."""
    drop: set[int] = set()
    for at in range(1, len(lines)):
        line = lines[at]
        if line != lines[at - 1] or len(line) < 8 or _RECORD.search(line) or len(_HAN.findall(line)) < 6:
            continue
        others = [lines[other] for other in (at - 2, at + 1) if 0 <= other < len(lines) and lines[other] != line]
        if len(line) >= 40 or (others and all(len(other) >= 40 for other in others)):
            drop.add(at)
    return drop


STAGE = Stage("repeats", re.compile(r"\n"), find_repeats)
