"""Lines and inline parts that are not the article: footers, bylines, prompts, navigation, lists of other articles.

Evidence adds up: where a line stands, what shape it has, what stands beside it and how much of it the wording tables
(`wording/`) explain. A single weak sign never deletes; what a sentence is about stays, and so do phrases
in quotation marks, speakers' names, verses, contracts and addresses that the page exists for. A page that would lose
more than `Options.max_loss` of its Han characters is left as it is: then it is no article, or the stage is wrong.

The way of a page through the modules: `scan` says which lines are worth reading (by `anchors`, the `rare_pairs` of
phrases), `noise` and `inline` know what needs no page. `reading` reads each of these lines alone: a `line` collects
what `labelled`, `evidence` (by `phrases`), `times`, `shape_weights` (with `paths`) and `rows` find, less `line_doubts`.
Of a page from which one of them goes `dirty` has the others read too.
`verdict` then goes through the `page` from its ends inwards and strikes what claims enough, less `doubts` (`titles`,
`headings`, `ties`, `addresses`, `forms`, `runs`), or claims its place (`places`), but for what is `spared` or one of
several (`enumerations`); `related` takes lists of other articles with their `list_items`, `cut_sentences` the rest of a
sentence, `cut_prompts` of a prompt, `halves` of a label, `framed` of an advertisement, `orphans` the heading above what
has gone, `scraps` what then stands `loose` around, `page_head` what does so above the text, with `names` of sites and
authors. `line_shapes` and `markdown_links` have what lines look like; `list_heads`, `lookup` and `cells` read the
tables of `wording`; `folding` makes one spelling.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from cnclean.deletion import limited, without_lines
from cnclean.edits import Bounds, apart
from cnclean.patterns import compile_later
from cnclean.prose.fences import find_fenced
from cnclean.protect.front_matter import find_front_matter
from cnclean.stage import Options, Span, Stage, line_bounds
from cnclean.stages.boilerplate.dirty import strike_dirty
from cnclean.stages.boilerplate.inline import BUTTON_ENDS, find_part
from cnclean.stages.boilerplate.noise import is_noise_line
from cnclean.stages.boilerplate.reading import read
from cnclean.stages.boilerplate.scan import has_open_line, open_lines, telling_edges, worth_reading
from cnclean.stages.boilerplate.spared import without_sources
from cnclean.stages.boilerplate.verdict import may_go
from cnclean.stages.boilerplate.wording import PHRASES

KINDS: Final = tuple(PHRASES)
"""The kinds of boilerplate, as `Edit.notes` names them and `Options.keep` takes them."""

_PART_ENDS: Final = frozenset([*map(chr, range(0x20, 0x7F)), *"）】〕\u3000", *BUTTON_ENDS])


def _spans(text: str, options: Options) -> list[Span]:
    page = text.strip("\n")
    if "\n" not in page:  # a line alone is no page: it has no edges, and nothing would be left of it
        return _line_spans(text, page, options) if page[-1:] in _PART_ENDS else []
    if not has_open_line(text):
        worth = telling_edges(page)
        return _page_spans(text, worth, set(), {}, options) if worth else []
    lines = text.split("\n")
    opened = open_lines(lines)
    noise, parts = _ends(opened, options)
    worth = worth_reading(lines, opened)
    return _page_spans(text, worth, noise, parts, options) if worth or noise or parts else []


def _line_spans(text: str, line: str, options: Options) -> list[Span]:
    part = None if is_noise_line(line) else find_part(line)
    if part is None or part[1] in options.keep:
        return []
    begin = text.index(line)
    return [(begin + part[0], begin + len(line), "", part[1])]


def _page_spans(
    text: str, worth: set[str], noise: set[str], parts: Mapping[str, tuple[int, str]], options: Options
) -> list[Span]:
    """What goes of a page of which some lines are worth reading or noise, and some end with a part."""
    readings = {line: reading for line in worth | noise if line not in parts and (reading := read(line))}
    # If no line could go at the friendliest place, the page need not be looked at.
    dirty = any(may_go(reading) for reading in readings.values())
    if not (dirty or parts):
        return []
    bounds = line_bounds(text)
    rows = [text[start:end] for start, end in bounds]
    struck: dict[int, str] = {}
    if dirty:
        lines = [row[: parts[row][0]] if row in parts else row for row in rows]  # as they will be, without their parts
        looked_at = (worth | noise) - parts.keys()
        known = {at: readings.get(row) for at, row in enumerate(rows) if row in looked_at}
        struck = strike_dirty(lines, known, _in_code(text, bounds), options.keep)
    inline = [
        (bounds[at][0] + parts[row][0], bounds[at][1], "", parts[row][1])
        for at, row in enumerate(rows)
        if row in parts and at not in struck
    ]
    return sorted([*without_lines(bounds, struck), *inline])


def _ends(lines: Sequence[str], options: Options) -> tuple[set[str], dict[str, tuple[int, str]]]:
    """The lines that are noise, and those that end with a part, with its start and kind."""
    noise, parts = set(), {}
    for line in lines:
        if line[-1] not in _PART_ENDS:
            continue
        if is_noise_line(line):
            noise.add(line)
        elif (part := find_part(line)) and part[1] not in options.keep:
            parts[line] = part
    return noise, without_sources(parts)


def _in_code(text: str, bounds: Sequence[Bounds]) -> set[int]:
    """The lines of front matter, and of code between fences."""
    matter = [found] if (found := find_front_matter(text)) else []
    prose = {*apart(bounds, [*matter, *apart(find_fenced(text), matter)])}
    return {at for at, line in enumerate(bounds) if line not in prose}


_FIND, _SUSPECT = limited(_spans)
STAGE = Stage("boilerplate", compile_later(r"\S"), _FIND, suspect=_SUSPECT)
