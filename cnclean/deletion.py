"""Lines taken away, and the guard against taking too many."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cnclean.edits import Span
from cnclean.han import count_han
from cnclean.options import Options
from cnclean.stage import Find


def without_lines(bounds: Sequence[tuple[int, int]], struck: Mapping[int, str]) -> Iterator[Span]:
    """Take lines away: those at `struck` in `bounds`, each with its note.

    A line takes a line break with it, the one behind it or, at the end of the page, the one before it. Of the blank
    lines around a struck block one run stays: the one before it or, where there is none, the one behind. Of a page of
    which no line would be left nothing is taken.
    """
    last = max((at for at in range(len(bounds)) if at not in struck), default=-1)
    if last < 0:
        return
    blank_above = False
    for at in sorted(struck):
        start, end = bounds[at]
        if at > last:
            yield bounds[at - 1][1], end, "", struck[at]
            continue
        if at - 1 not in struck:
            blank_above = at == 0 or start - bounds[at - 1][1] > 1
        whole = blank_above or at + 1 in struck
        yield start, bounds[at + 1][0] if whole else end + 1, "", struck[at]


def limited(find_all: Callable[[str, Options], list[Span]]) -> tuple[Find, Find]:
    """`find` and `suspect` of a stage that deletes.

    A text that would lose more than `Options.max_loss` of its Han characters is left as it is, and reported: it is no
    article, or the stage is wrong.
    """
    last: tuple[str, Options, list[Span]] | None = None  # what `find` found: `explain` asks `suspect` next

    def find(text: str, options: Options) -> Iterator[Span]:
        nonlocal last
        spans = find_all(text, options)
        last = text, options, spans
        return iter(() if spans and _too_much(text, spans, options) else spans)

    def suspect(text: str, options: Options) -> Iterator[Span]:
        nonlocal last
        if text.isspace():
            return iter(())  # `find` is never asked about a blank page, nor made for it
        # By identity: `functools.lru_cache` would compute the hash of every text, which costs as much as a stage.
        known, last = last, None
        is_known = known is not None and known[0] is text and known[1] is options
        spans = known[2] if known is not None and is_known else find_all(text, options)
        return iter(spans if spans and _too_much(text, spans, options) else ())

    return find, suspect


def _too_much(text: str, spans: list[Span], options: Options) -> bool:
    lost = sum(count_han(text, start, end) for start, end, *_ in spans)
    return lost > options.max_loss * count_han(text)
