"""The guard against taking too much away: then the text is no article, or the stage is wrong."""

from collections.abc import Callable, Iterator

from cnclean.edits import Span
from cnclean.han import HAN
from cnclean.options import Options
from cnclean.patterns import compile_later
from cnclean.stage import Find

_HAN = compile_later(f"[{HAN}]")


def limited(find_all: Callable[[str, Options], list[Span]]) -> tuple[Find, Find]:
    """`find` and `suspect` of a stage that deletes.

    A text that would lose more than `Options.max_loss` of its Han characters is left as it is, and reported.
    """

    def find(text: str, options: Options) -> Iterator[Span]:
        spans = find_all(text, options)
        if not _too_much(text, spans, options):
            yield from spans

    def suspect(text: str, options: Options) -> Iterator[Span]:
        spans = find_all(text, options)
        if _too_much(text, spans, options):
            yield from spans

    return find, suspect


def _too_much(text: str, spans: list[Span], options: Options) -> bool:
    if not spans:
        return False
    return sum(len(_HAN.findall(text, *span[:2])) for span in spans) > options.max_loss * len(_HAN.findall(text))
