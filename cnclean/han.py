"""The characters that several stages share, most as bodies of a regex class: `re.compile(f"[{HAN}]")`.

Astral characters stand in ranges only: one astral literal in a class makes Python's `re` thirty times slower.
"""

import sys
from typing import Final

from cnclean.patterns import compile_later

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f"
"""Ideographs, with 〇, which Unicode counts as a number."""

KANA: Final = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"

KANA_LETTERS: Final = "\u3041-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
"""Kana without the dot ・, which stands in foreign names in Chinese as well."""

BOPOMOFO: Final = "\u3105-\u312f\u31a0-\u31bf"

STOPS: Final = "。！？…"
"""Marks that end a sentence."""

CLOSERS: Final = "”’」』）】》〉〕"
"""Full-width marks that may follow a stop."""

OPENERS: Final = "“‘「『（【《〈〔"

TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
"""The letters of pinyin that have a tone mark."""

HALF_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""For `str.translate`: full-width letters, digits and marks as those of ASCII."""

PLAIN: Final = (
    "\t\n !\"$%'->@-~\xa1-\xac\xae-\xdf\u0391-\u0481"
    "\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u2125\u212c-\u2328\u232b-\u2adb"
    "\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua48f\uac00-\ud7a3\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\uffe0-\uffe6"
)
"""What a clean modern text is made of. A stage whose `evidence` is odd finds nothing where there is nothing else.

No `&`, `#` and `?`, which begin an entity or stand where a byte was lost; no letter with a tone mark.
"""

_RUN = compile_later(f"[{HAN}]+")


def count_han(text: str, start: int = 0, end: int = sys.maxsize) -> int:
    """How many ideographs stand in `text[start:end]`."""
    return sum(map(len, _RUN.findall(text, start, end)))
