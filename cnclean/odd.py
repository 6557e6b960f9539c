"""What a text has besides plain characters: one search stands for the triggers of all stages that need more."""

from typing import Final

from cnclean.han import PLAIN
from cnclean.patterns import compile_later

# With `&`, `#` and `?` where they begin no entity and stand for no lost byte. `re` runs through a class twice as fast
# as it searches for what is not in it.
_PLAIN = compile_later(rf"(?:[{PLAIN}]++|&(?![#A-Za-z])|#(?![xX])|\?(?![!！?？;；。,，]))*+")
REACH: Final = 8  # no trigger of an odd stage looks further: `(zhuàng`, `#x4e2d;`
_SELDOM: Final = 50  # characters to one odd place on the average; where they stand closer, all of the text is searched


def odd_places(text: str) -> str:
    """The characters that are not plain, each with those around it; all of the text where they are many."""
    places: list[str] = []
    at = _end_of_plain(text, 0)
    while at < len(text):
        places.append(text[max(0, at - REACH) : at + REACH])
        if len(places) * _SELDOM > at + len(text):
            return text
        at = _end_of_plain(text, at + 1)
    return "\n".join(places)


def _end_of_plain(text: str, start: int) -> int:
    plain = _PLAIN.match(text, start)
    return plain.end() if plain else start
