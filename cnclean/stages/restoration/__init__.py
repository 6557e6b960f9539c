"""Put back what a site's filter dropped or replaced: 讯混元 → 腾讯混元, 法预测 → 无法预测, 比较后 → 最后."""

import functools
from collections.abc import Callable, Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage

Search = Callable[[str, str], Iterator[Span]]


def find_missing(text: str, options: Options) -> Iterator[Span]:
    return _searches()[0](text, options.caution)


def suspect_missing(text: str, options: Options) -> Iterator[Span]:
    return _searches()[1](text, options.caution)


@functools.cache  # an import takes a microsecond each time
def _searches() -> tuple[Search, Search]:
    from cnclean.stages.restoration.search import doubtful, restore  # noqa: PLC0415 - most texts are too short for it

    return restore, doubtful


STAGE = Stage(
    "restoration",
    compile_later(r"(?s)[\u4e00-\u9fff].{800}"),
    find_missing,
    guarded=True,
    suspect=suspect_missing,
)
"""A shorter text holds too little evidence, and most texts are shorter."""
