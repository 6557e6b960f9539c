"""The character classes that several stages share, as bodies of a regex class: `re.compile(f"[{HAN}]")`.

Astral characters stand in ranges only: one astral literal in a class makes Python's `re` thirty times slower.
"""

from typing import Final

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f"
"""Ideographs, with 〇, which Unicode counts as a number."""

KANA: Final = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"

BOPOMOFO: Final = "\u3105-\u312f\u31a0-\u31bf"

STOPS: Final = "。！？…"
"""Marks that end a sentence."""

CLOSERS: Final = "”’」』）】》〉〕"
"""Full-width marks that may follow a stop."""

OPENERS: Final = "“‘「『（【《〈〔"
