"""What a token and those behind it tell of the characters that fell out before it."""

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from cnclean.stages.annotations.candidates import common
from cnclean.stages.annotations.octets import character, octets
from cnclean.stages.annotations.readings import windows
from cnclean.stages.annotations.states import Token
from cnclean.stages.annotations.symbols import likelihood, rarity

_T = TypeVar("_T")

Way = tuple[float, str, str]
"""How the text may go on over fallen pairs: its price; the characters that end; the one that began."""


class Clues(NamedTuple):
    """The clues; empty where the tokens tell nothing."""

    trail: int  # the first byte of the token: the second one of the character that began in what fell out
    annotated: str = ""  # the characters that the token ends: one of them was annotated
    ahead: str = ""  # the character that begins with the second byte of the token, if nothing fell out there too


def best(ways: Iterable[Way], clues: Clues, most: int) -> list[Way]:
    """The likeliest ways, also by what is ahead, where that is known."""
    found = sorted(ways)
    return half_each(found, lambda way: way[0] + going_on(way[2], clues), most) if clues.ahead else found[:most]


def half_each(likeliest: Sequence[_T], price_to_ahead: Callable[[_T], float], most: int) -> list[_T]:
    """The first of what is sorted already; half of the places are for those that go best with what is ahead."""
    ahead_too = sorted(likeliest, key=price_to_ahead)
    return list(dict.fromkeys((*likeliest[: most // 2], *ahead_too[: most // 2])))


def going_on(last: str, clues: Clues) -> float:
    """What the character ahead costs behind `last`."""
    return likelihood(last, clues.ahead) if clues.ahead else 0.0


def known_ahead(tokens: Sequence[Token], i: int) -> str:
    """The character that begins with the second byte of token `i` and ends with the first of the next, if known."""
    code = octets(tokens[i].text)
    behind = next((token for token in tokens[i + 1 : i + 3] if token.kind != "annotation"), None)
    if len(code) < 2 or behind is None:
        return ""
    if behind.kind == "straddle":
        return next((char for char, _ in windows(code[1], behind.text)), "")
    following = octets(behind.text) if behind.kind == "char" else b""
    return character(code[1], following[0]) if following else ""


@functools.lru_cache(maxsize=1024)
def fitting(clues: Clues, most: int) -> Sequence[tuple[str, int]]:
    """The characters that go best with what is ahead, whatever is before them, each with its first byte."""
    costs = {char: rarity(char) + going_on(char, clues) for char in common(clues.trail)}
    return [(char, octets(char)[0]) for char in sorted(costs, key=costs.__getitem__)[:most]]
