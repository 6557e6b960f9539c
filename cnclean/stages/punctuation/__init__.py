"""Half-width marks in Chinese become full-width: `你好,世界(AI)...` → `你好，世界（AI）……`.

Damage of typing with a Latin keyboard and of normalisers (NFKC) run over Chinese. Each mark is judged by its
own place, so that English sentences, numbers, code, URLs, times, ratios and emoticons inside Chinese keep
theirs. No space is inserted; one goes only with the mark that it was part of (`你好, 世界`, in `mark_spaces.py`).
Every rule reads a half-width mark and its full-width form alike, which is why a second run finds nothing.
Full-width letters and digits, small and vertical forms are left to the stage `characters`.

The way of a text through the modules: `trigger` finds it, `cnclean.prose.lines` judges each line. `marks` are single
ones, each with its rule in `commas`, `colons` or `sentence_ends` (what ends a line is in `line_end`, what is left of a
character in `broken`), which ask a `judge` what stands around; they may go with a space beside them (`mark_spaces`).
`stops` are those inside a line, `brackets` come in `pairs` that `pair_judge` judges (`asides` are what they hold,
`items` what they number, `faces` what they draw), `signs` are ellipses, dashes and dots, `numbers` full-width marks
that should be half-width; `literals` are left alone.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from cnclean.edits import apart
from cnclean.patterns import compile_later
from cnclean.prose.lines import Lines
from cnclean.stage import Options, Span, Stage
from cnclean.stages.punctuation.brackets import Brackets, find_brackets
from cnclean.stages.punctuation.literals import find_literals
from cnclean.stages.punctuation.mark_spaces import with_spaces
from cnclean.stages.punctuation.marks import find_marks
from cnclean.stages.punctuation.numbers import find_wide_marks
from cnclean.stages.punctuation.signs import find_signs
from cnclean.stages.punctuation.stops import find_inner_stops
from cnclean.stages.punctuation.trigger import Candidates

KINDS: Final = ("brackets", "ellipsis")
"""What `Options.keep` may name: half-width brackets and three points are the style of many careful authors."""

_OTHER_MARK = compile_later("[，。、；：？！,;:?!]")


def find_punctuation(text: str, options: Options) -> Iterator[Span]:
    lines = Lines(text)
    brackets = Brackets(text, lines, options)
    # The order counts: each of these asks what those before it found, which tells how this author writes.
    marks = with_spaces(text, find_marks(text, lines, brackets))
    spans = [*marks, *find_inner_stops(text, marks, lines)] if "." in text else marks
    # Who adds spaces writes them outside half-width brackets too; a text without other marks does not say otherwise.
    if ("(" in text or ")" in text) and (options.spacing != "add" or spans or _OTHER_MARK.search(text)):
        spans += find_brackets(text, brackets)
    # A text that keeps its marks in every other place has its dashes and dots of its author's choice.
    damaged = bool(spans)
    spans += find_signs(text, lines, brackets, options, damaged=damaged)
    spans += find_wide_marks(text, damaged=damaged)
    if not spans or lines.are_too_few():
        return iter(())
    spans.sort(key=itemgetter(0))
    return apart(spans, sorted(find_literals(text)))


STAGE = Stage(
    "punctuation",
    Candidates(),
    find_punctuation,
    guarded=True,
    wanted=lambda options: options.punctuation != "keep",
)
