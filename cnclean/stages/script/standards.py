"""The standards of Traditional Chinese: which forms a text writes, OpenCC's, Taiwan's or Hong Kong's."""

import functools
import re
from typing import Final, Literal, NamedTuple

Between = Literal["t2tw", "t2hk"]

_WRITTEN_ALL_THE_SAME: Final = "污泄檐棱幺着"
"""Forms that Taiwan writes as often as those of its standard (汙, 洩, 簷)."""


class Forms(NamedTuple):
    """Patterns of runs of the forms of other standards, and of those of one's own."""

    others: re.Pattern[str]
    ours: re.Pattern[str]


def follows_another_standard(text: str, route: Between) -> bool:
    """Whether a Traditional text on the whole writes 爲, 裏, 衆, not a word of them here and there."""
    others, ours = (sum(map(len, runs.findall(text))) for runs in forms(route))
    return others > 0 and others > 0.2 * (others + ours)


@functools.cache
def forms(route: Between) -> Forms:
    """What a text is told by that follows another standard than that to which `route` leads."""
    from cnclean.tables import script_characters as table  # noqa: PLC0415 - as in `detect`

    others, ours = (table.NOT_TAIWAN, table.TAIWAN) if route == "t2tw" else (table.NOT_HONGKONG, table.HONGKONG)
    others = "".join(c for c in others if c not in _WRITTEN_ALL_THE_SAME)
    return Forms(re.compile(f"[{others}]+"), re.compile(f"[{ours}]+"))
