"""Lines that stand twice because the page shows them twice: its title, its lead, a caption, a header line.

Extraction takes the `<title>` (with the site's name) and the heading, the summary and the first paragraph, the caption
and the image's alternative text. Left alone: refrains, verses, clauses, table rows, dialogue - whatever repeats among
lines as short as itself, and any copy that stands apart from its first.
"""

from collections.abc import Iterator
from operator import eq
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.protect import URL
from cnclean.stage import Options, Span, Stage, line_bounds

_TITLE_LINES: Final = 5
_ROUNDS: Final = 6
_SUFFIX = compile_later(r"\s*[_|｜\-–—]+\s*[《【]?[^_|｜。，,！？\n]{2,20}(?:[_|｜\-–—]+[^_|｜。，,\n]{2,20}){0,2}$")
_STOP = compile_later(r"[。！？!?；;…：:，,”」』]$")
_RECORD = compile_later(r"^\||\t|[:：]")
_ADDRESS = compile_later(rf"(?:(?:{URL})\s*)+$")  # what `links` may take away
_HAN = compile_later(f"[{HAN}]")


def find_repeats(text: str, _options: Options) -> Iterator[Span]:
    rows = [line for line in text.split("\n") if line]
    if not any(len(row) >= 40 for row in rows) or not _may_repeat(rows):
        return  # verses, lists and dialogues repeat by nature
    bounds = line_bounds(text)
    lines = [text[start:end].strip() for start, end in bounds]
    if not any(len(line) >= 40 for line in lines):
        return
    drop: set[int] = set()
    for _ in range(_ROUNDS):  # what one finds brings other lines together
        found = _titles(lines, drop) | _neighbours(lines, drop)
        drop |= found
        if not found:
            break
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


def _titles(lines: list[str], gone: set[int]) -> set[int]:
    """Among the first lines: the very first again, or any again with the site's name behind it."""
    drop: set[int] = set()
    head: list[int] = []
    for at, line in enumerate(lines):
        if at in gone or _ADDRESS.match(line):
            continue
        for other in head[-2:]:
            first = other == head[0]
            if _is_copy(line, lines[other], first=first):
                drop.add(at)
                break
            if _is_copy(lines[other], line, first=False):
                head.remove(other)
                drop.add(other)
        if at not in drop:
            head.append(at)
        if len(head) == _TITLE_LINES:
            break
    return drop


def _is_copy(line: str, title: str, *, first: bool) -> bool:
    if len(title) > 80 or len(_HAN.findall(title)) < 4 or _STOP.search(title) or _RECORD.search(line):
        return False
    return (first and line == title) or (
        line != title and line.startswith(title) and len(line) <= len(title) + 60 and _SUFFIX.sub("", line) == title
    )


def _neighbours(lines: list[str], gone: set[int]) -> set[int]:
    """A paragraph, caption or header directly followed by itself, where its other neighbours are paragraphs."""
    drop: set[int] = set()
    kept: list[str] = []
    for at, line in enumerate(lines):
        if at in gone or _ADDRESS.match(line):
            continue
        if kept and line == kept[-1] and _may_stand_once(line):
            others = kept[-2:-1] + [other for other in lines[at + 1 : at + 3] if other != line][:1]
            if len(line) >= 40 or (others and all(len(other) >= 40 for other in others)):
                drop.add(at)
                continue
        kept.append(line)
    return drop


def _may_stand_once(line: str) -> bool:
    return len(line) >= 8 and not _RECORD.search(line) and len(_HAN.findall(line)) >= 6


STAGE = Stage("repeats", compile_later(r"\n"), find_repeats)
