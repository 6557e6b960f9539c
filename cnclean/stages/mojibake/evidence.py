"""What a misread text shows at a glance: the stage's trigger, and what each kind of misreading needs.

Evidence is what clean text hardly has: two characters close together that are rare but for misread text, a sign of
Latin-1 before another one, an escape.
"""

import operator
from collections.abc import Iterator
from typing import Final

from cnclean.encoding.likelihood import chinese, count_beyond_ascii, natural, pairs
from cnclean.patterns import compile_later
from cnclean.stages.mojibake.crossed import reread
from cnclean.tables.misread import ORDINARY

_LATIN = "\x80-\x9f\xa1-\u024f\u02c6-\u02dd"
_BEFORE = f"{_LATIN}\u2030\u221a\u2500-\u256c"  # with the signs that begin characters in MacRoman and cp437
_SIGNS = "\u2013-\u203a\u2044\u20ac\u2122\u2202-\u2265\u2500-\u256c\u25ca\uf8ff\ufb01\ufb02\ufffd"
_AFTER = f"\x80-\u024f\u02c6-\u02dd\u03a9\u03c0{_SIGNS}"
SMALL: Final = "".join(chr(code) for code in range(0xDF, 0x250) if chr(code).islower() and chr(code) != "œ")
# Foreign words, also before a quote, and drawings: räßlin, jñāta, “né”, ┌──┐.
_FOREIGN = f"[{SMALL}](?:[{SMALL}]|[–—‘’“”…](?![{_AFTER}]))|[\u2500-\u256c][\xa0\u2500-\u257f]"
_ROW = r"(?<=([\xa1-\xbf\xd7]))\1"
_ALTERNATING = "[@-~][\xa1-\xb6\xb8-\xf9](?<!\xb7..)"  # Big5; D·E·Knuth is none
_NEXT = f"(?<=[\x80-\x84\x86-\x9f])|(?<=[\xc2\xc3])[ ]|(?<=[{_BEFORE}])(?:[{_AFTER}]|{_ALTERNATING})"
_CYRILLIC = "(?<=[\u0410-\u044f])[‚„ЂЃЉЊЌЋЏ†‡€‰¤¦§©¬\xad®°±µ¶]"  # the half of a letter in UTF-8, no letter
_ESCAPE = "(?<=%)[4-9A-Fa-f][0-9A-Fa-f]%|u[0-9A-Fa-f]{4}"

# One class first, which `re` skips to: an alternation of classes is ten times slower.
LATIN_EVIDENCE = compile_later(
    rf"[{_BEFORE}\u0410-\u044f](?<=(?!{_FOREIGN}).)(?:{_NEXT}"
    # UTF-8 read as cp1251: the second byte is no letter of Russian
    "|(?<=[\u0410-\u044f])[\u0402-\u040f\u0452-\u045f\u0490\u0491\x80-\xbf\u2013-\u203a\u20ac\u2116\u2122])"
)
ESCAPED = compile_later(rf"[%\\](?:{_ESCAPE})")

_ORDINARY = (
    "\0-$&-\\[\\]-\x7f\xa0·×\u0250-\u02c5\u02de-\u0390\u03ca-\u0401\u0460-\u048f\u0492-\u202f\u2031-\u2219\u221b-\u24ff"
    f"\u2571-\u3040\u30f7-\u3104\u312a-\u4dff{ORDINARY}\ua000-\udfff\uf900-\ufe5b\ufe5e-\U0010ffff"
)
SINGLE_EVIDENCE = compile_later(f"[^{_ORDINARY}%\\\\]")
# Of 100,000 characters of misread text none is one of these; four are 的 in GB read as Big5.
_CLEAN = "，、。；：（）《》「」的一在是人和了以大上我要这为他你自出於"
_NEAR = 6
SINGLE: Final = f"[^\x80-\x9f\xc2\xc3](?!(?<=[{_BEFORE}])[{_AFTER}])"
BEHIND_SINGLE: Final = f"[{_ORDINARY}]{{{_NEAR}}}|[{_ORDINARY}]{{0,{_NEAR - 1}}}?(?:[{_CLEAN}]|\\Z)"
"""One character that would be evidence beside a second one, and what shows that there is none."""

# Up to where two that may be evidence are close together, with nothing between them that clean text has. `re` runs
# through a class twice as fast as it searches for what is not in it.
_CLEAR = compile_later(rf"(?:[{_ORDINARY}]++|%(?![4-9A-Fa-fu])|{SINGLE}(?={BEHIND_SINGLE}))*+")
FEW: Final = 16
"""Characters that are looked at whatever they are."""

_STEP = 4

_SIGN = compile_later(
    rf"[{_BEFORE}\u0410-\u044f%\\](?:(?<=[{_BEFORE}])(?!{_ROW})(?<=(?!{_FOREIGN}).)(?:{_NEXT})"
    rf"|{_CYRILLIC}|(?<=[%\\])(?:{_ESCAPE}))"
)
_TWO_CHARACTERS = compile_later(rb"(?:[\xe2-\xef][\x80-\xbf]{2}){2}|(?:[\xc2\xc3][\x80-\xbf]){4}")  # of UTF-8
_CROSSED: Final = (("gb18030", "big5"), ("gb18030", "big5hkscs"), ("big5hkscs", "gb18030"))
_NATURAL = 0.9  # a character; clean text in any language scores more
_GAIN = 6.0


class _Strange:
    def search(self, text: str, /) -> bool | None:
        for _ in strange_places(text):
            return True
        return None


TRIGGER: Final = _Strange()


def strange_places(text: str, start: int = 0, *, signs: bool = True) -> Iterator[int]:
    """Where a few characters together are unlike any text; or a sign or an escape is."""
    is_short = len(text) <= FEW
    at = start if is_short else _pass_over(text, start)
    while at < len(text):
        if (signs and _SIGN.search(text, at, at + _NEAR + 3)) or _is_unnatural(text, at):
            yield at
        at = at + _STEP if is_short else _pass_over(text, at + _STEP)


def _pass_over(text: str, start: int) -> int:
    clear = _CLEAR.match(text, start)
    return clear.end() if clear else start  # it always matches, if nothing


def _is_unnatural(text: str, at: int) -> bool:
    """Whether the characters here are hardly ever neighbours, and better ones if they are read anew."""
    place = text[max(0, at - 1) : at + _NEAR]
    common = pairs()
    for pair in map(operator.add, place, place[1:]):
        if pair in common:
            return False
    score = natural(place)
    size = count_beyond_ascii(place)
    return size > 1 and score < _NATURAL * size and _may_be_misread(place, score + _GAIN)


def _may_be_misread(place: str, enough: float) -> bool:
    return any(
        _TWO_CHARACTERS.search(place.encode(encoding, "replace")) for encoding in ("gb18030", "big5hkscs")
    ) or any(chinese(reread(place, wrote, read)) > enough for wrote, read in _CROSSED)
