"""Lines that stand twice because the page shows them twice: its title, its lead, a caption, a header line.

Extraction takes the `<title>` (with the site's name) and the heading, the summary and the first paragraph, the caption
and the image's alternative text. Left alone: refrains, verses, clauses, table rows, dialogue - whatever repeats among
lines as short as itself, and any copy that stands apart from its first.
"""

from collections.abc import Iterator
from itertools import islice
from operator import eq
from typing import Final

from cnclean.deletion import without_lines
from cnclean.patterns import compile_later
from cnclean.protect import URL
from cnclean.stage import AnyOf, Options, Span, Stage, line_bounds
from cnclean.stages.repeats.copies import PARAGRAPH, SENTENCE, STOPS
from cnclean.stages.repeats.heads import HEAD, find_heads, heads_alike
from cnclean.stages.repeats.neighbours import find_neighbours

_ROUNDS: Final = 6
_SENTENCES: Final = 2
"""So many make a text of short paragraphs."""
_ADDRESS = compile_later(rf"(?:(?:{URL})\s*)+$")  # what `links` may take away
_ADDRESSES: Final = ("http", "www.", "ftp:")


def find_repeats(text: str, _options: Options) -> Iterator[Span]:
    if text.count("\n") < 2:
        return
    rows = text.split("\n")
    if "" in rows:
        rows = list(filter(None, rows))
    if len(rows) < 3 or not (heads_alike(rows[:HEAD]) or any(map(eq, rows, islice(rows, 1, None)))):
        return
    if max(map(len, rows)) < PARAGRAPH and sum(map(_is_sentence, rows)) < _SENTENCES:
        return  # verses, lists and dialogues repeat by nature
    bounds = line_bounds(text)
    lines = [text[start:end].strip() for start, end in bounds]
    left = [at for at, line in enumerate(lines) if line[:4] not in _ADDRESSES or not _ADDRESS.match(line)]
    drop: dict[int, str] = {}
    for _ in range(_ROUNDS):  # what one finds brings other lines together
        found = find_heads(lines, left) | find_neighbours(lines, left)
        if not found:
            break
        drop |= found
        left = [at for at in left if at not in found]
    yield from without_lines(bounds, drop)


def _is_sentence(row: str) -> bool:
    return len(row) >= SENTENCE and row.rstrip().endswith(STOPS)


STAGE = Stage("repeats", AnyOf("\n"), find_repeats)
