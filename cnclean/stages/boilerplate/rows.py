"""What a line is as a whole: one that `wording/lines.py` knows, or a row of buttons."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.fold import tighten
from cnclean.stages.boilerplate.lookup import words
from cnclean.stages.boilerplate.wording.lines import BUTTONS, LINES


class Whole(NamedTuple):
    kind: str
    weight: float


_WEIGHTS: Final = (2.5, 2.0, 0.9)
"""A hint alone goes nowhere: it wants a neighbour that has gone."""

_GAP = compile_later(r"…(?:\{(\d)\})?")
_GAP_LENGTH: Final = 30
_ANYWHERE: Final = {"forum": 3.0, "novel": 3.0, "pager": 3.0, "preview": 3.0}
"""Between the posts and pages, in the middle of the text, stand only these."""

_COUNT = compile_later(r"[(\[]?\d[\d,.]*[万千wk]?\+?[)\]]?$")
_SPLIT = compile_later(r"[\s|/·•>»›&]+")
_TOKEN = compile_later(f"[{HAN}a-z]{{1,7}}$")
_BRACKETS = compile_later(r"[\[\]()<>#*]|:{2,}")


def match_whole(plain: str) -> Whole | None:
    tight = tighten(plain)
    for whole, pattern in _patterns():
        if pattern.fullmatch(plain) or (tight != plain and pattern.fullmatch(tight)):
            return whole
    return None


def match_row(text: str) -> Whole | None:
    """A row of buttons; three tokens, of which most are, make one too; only short words are a hint of one."""
    tokens = [token for token in _SPLIT.split(_BRACKETS.sub(" ", text).strip()) if token and not _COUNT.match(token)]
    if not tokens or len(tokens) > 24:
        return None
    known = sum(1 for token in tokens if token in _buttons())
    if known == len(tokens):
        return Whole("navigation", 3.0 if known >= 3 else 2.0 if known == 2 else 0.9)
    if len(tokens) >= 3 and all(_TOKEN.match(token) for token in tokens):
        return Whole("navigation", 2.0 if known >= 2 and 2 * known >= len(tokens) else 0.9)
    return None


@lru_cache(maxsize=1)
def _buttons() -> frozenset[str]:
    return frozenset(words(BUTTONS))


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[Whole, re.Pattern[str]]]:
    """One alternation for each kind and column."""
    found: list[tuple[Whole, re.Pattern[str]]] = []
    for column, weight in enumerate(_WEIGHTS):
        for kind, columns in LINES.items():
            if rows := [_regex(row) for row in columns[column].split()]:
                found.append(
                    (
                        Whole(kind, _ANYWHERE.get(kind, weight) if weight > 2 else weight),
                        re.compile("|".join(f"(?:{row})" for row in rows)),
                    )
                )
    return found


def _regex(row: str) -> str:
    row = _GAP.sub(lambda gap: f".{{0,{_GAP_LENGTH * int(gap[1] or 1)}}}", row)
    return row.replace("_", " ").replace("~", "[^.。!?;]{0,24}").replace("#", r"\s?[(\[]?[\d,.]*[万千wk]?\+?[)\]]?")
