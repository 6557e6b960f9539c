"""Put back what a site's filter dropped or replaced: 讯混元 → 腾讯混元, 法预测 → 无法预测, 比较后 → 最后."""

import re
from collections.abc import Iterator

from cnclean.stage import Options, Span, Stage
from cnclean.stages.restoration.search import doubtful, restore


def _find(text: str, options: Options) -> Iterator[Span]:
    yield from restore(text, options.caution)


def _suspect(text: str, options: Options) -> Iterator[Span]:
    yield from doubtful(text, options.caution)


STAGE = Stage("restoration", re.compile(r"(?s)[\u4e00-\u9fff].{800}"), _find, guarded=True, suspect=_suspect)
"""A shorter text holds too little evidence, and most texts are shorter."""
