"""What a text has besides plain characters: one search stands for the triggers of all stages that need more."""

from typing import Final

from cnclean.han import PLAIN
from cnclean.patterns import compile_later
from cnclean.stages.mojibake.evidence import BEHIND_SINGLE, FEW, SINGLE
from cnclean.tables.misread import ORDINARY

# `&`, `#` and `?` where they begin no entity and stand for no lost byte. `re` runs through a class twice as fast as it
# searches for what is not in it.
_SIGNS: Final = r"&(?![#A-Za-z])|#(?![xX])|\?(?![!！?？;；。,，])"
_PLAIN = compile_later(rf"(?:[{PLAIN}]++|{_SIGNS})*+")
# Those of the plain characters that are no evidence of mojibake either; and any of them alone, as evidence is not.
_COMMON: Final = (
    "\t\n !\"$'->@-[\\]-~·×\u2010-\u2027\u2031-\u205e\u2070-\u20cf\u2100-\u2125\u212c-\u2219\u221b-\u2328\u232b-\u24ff"
    f"\u2571-\u2adb\u3000-\u3029\u3030-\u3040\u30f7-\u3104\u312a-\u3163\u3165-\u4dff{ORDINARY}\ua000-\ua48f\uac00-\ud7a3"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\uffe0-\uffe6"
)
_UNREMARKABLE = compile_later(
    rf"(?:[{_COMMON}]++|{_SIGNS}|%(?![4-9A-Fa-fu])|(?=[{PLAIN}]){SINGLE}(?={BEHIND_SINGLE}))*+"
)
REACH: Final = 8  # no trigger of an odd stage looks further: `(zhuàng`, `#x4e2d;`
_SELDOM: Final = 50  # characters to one odd place on the average; where they stand closer, all of the text is searched


def first_remarkable(text: str) -> int:
    """Up to where one look finds no odd place, and nothing that may be mojibake: the end of most texts."""
    common = _UNREMARKABLE.match(text) if len(text) > FEW else None
    return common.end() if common else 0


def odd_places(text: str, start: int = 0) -> str:
    """The characters that are not plain, each with those around it; all of the text where they are many."""
    places: list[str] = []
    at = _end_of_plain(text, start)
    while at < len(text):
        places.append(text[max(0, at - REACH) : at + REACH])
        if len(places) * _SELDOM > at + len(text):
            return text
        at = _end_of_plain(text, at + 1)
    return "\n".join(places)


def _end_of_plain(text: str, start: int) -> int:
    plain = _PLAIN.match(text, start)
    return plain.end() if plain else start
