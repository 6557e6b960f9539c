"""Lines taken away, and the guard against taking too many."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cnclean.edits import Span
from cnclean.han import HAN
from cnclean.options import Options
from cnclean.patterns import compile_later
from cnclean.stage import Find

_HAN = compile_later(f"[{HAN}]")


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
    last: list[tuple[str, Options, list[Span]]] = []  # what `find` found: `explain` asks `suspect` next

    def find(text: str, options: Options) -> Iterator[Span]:
        spans = find_all(text, options)
        last[:] = [(text, options, spans)]
        return iter(() if _too_much(text, spans, options) else spans)

    def suspect(text: str, options: Options) -> Iterator[Span]:
        if text.isspace():
            return iter(())  # `find` is never asked about a blank page, nor made for it
        # By identity: `functools.lru_cache` would compute the hash of every text, which costs as much as a stage.
        known = next((spans for known, asked, spans in last if known is text and asked is options), None)
        last.clear()
        spans = find_all(text, options) if known is None else known
        return iter(spans if _too_much(text, spans, options) else ())

    return find, suspect


def _too_much(text: str, spans: list[Span], options: Options) -> bool:
    if not spans:
        return False
    return sum(len(_HAN.findall(text, *span[:2])) for span in spans) > options.max_loss * len(_HAN.findall(text))
