"""Put back what a site's filter dropped or replaced: 讯混元 → 腾讯混元, 法预测 → 无法预测, 比较后 → 最后."""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage


def find_missing(text: str, options: Options) -> Iterator[Span]:
    from cnclean.stages.restoration.search import restore  # noqa: PLC0415 - the lexicon is large; most texts are short

    yield from restore(text, options.caution)


def suspect_missing(text: str, options: Options) -> Iterator[Span]:
    from cnclean.stages.restoration.search import doubtful  # noqa: PLC0415 - as above

    yield from doubtful(text, options.caution)


STAGE = Stage(
    "restoration",
    compile_later(r"(?s)[\u4e00-\u9fff].{800}"),
    find_missing,
    guarded=True,
    suspect=suspect_missing,
)
"""A shorter text holds too little evidence, and most texts are shorter."""
