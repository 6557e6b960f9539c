"""Discuz anti-copy noise: `1 E, I& ]+ m+ o2 Y0 s0 |8 _` as a line or glued to a line's end.

The forum hides random ASCII in its pages; copied text shows it. Words, formulas and code have letters that belong
together, an equals sign, or no lone symbols.
"""

import re
from typing import Final

from cnclean.han import CLOSERS, HAN, STOPS

NOISE_LINE: Final = re.compile(r"[!-~]{1,5}(?: +[!-~]{1,5}){2,24} *$")
NOISE_END: Final = re.compile(rf"(?<=[{HAN}{STOPS}{CLOSERS}，、；：,.:;?!])[!-~]{{1,4}}(?: +[!-~]{{1,4}}){{3,24}} *$")
_CODE = re.compile(r"[=<>]{2}|[A-Za-z]{4}|\d{3}|https?:|[a-z]\(|\d\.\d|^\W*\d+\W*$|(?:^|\s)=(?:\s|$)")


def is_noise(text: str) -> bool:
    tokens = text.split()
    if len(tokens) < 3 or _CODE.search(text):
        return False
    odd = sum(1 for token in tokens if not token.isalnum())
    letters = sum(1 for token in tokens if any(char.isalpha() for char in token))
    symbols = len({char for char in text if not char.isalnum() and char != " "})
    return odd >= 2 and odd * 3 >= len(tokens) and letters >= 2 and symbols >= 2
