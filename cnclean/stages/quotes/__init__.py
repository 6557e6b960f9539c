"""Quotation marks as they are asked for: “ ” with ‘ ’ inside, or 「 」 with 『 』 inside. By default they are kept.

Both styles are at home in both scripts, so the script says nothing about them. A table of characters would not do: what
is quoted inside a quotation has the other pair, whatever pair the author took. Pairs are matched within a line. Marks
that have no partner stay, apostrophes too, and quotations without Chinese inside or beside them. Straight quotes become
curly or corner ones first.
"""

from collections.abc import Iterator
from typing import Final

from cnclean.edits import splice
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage
from cnclean.stages.quotes.pairs import restyled
from cnclean.stages.quotes.straight import find_straight_quotes

_MARK: Final = compile_later("[\"'“‘「『”’」』]")


def find_quotes(text: str, options: Options) -> Iterator[Span]:
    shaped = splice(text, find_straight_quotes(text, options))  # of the same length, as all that follows
    start = 0
    for line in shaped.split("\n"):
        new = restyled(line, options.quotes)
        for match in _MARK.finditer(line):
            at = match.start()
            mark = new.get(at, line[at])
            if mark != text[start + at]:
                yield start + at, start + at + 1, mark
        start += len(line) + 1


STAGE = Stage("quotes", _MARK, find_quotes, guarded=True, wanted=lambda options: options.quotes != "keep")
