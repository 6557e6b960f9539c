"""What stands in brackets: an aside, or a symbol, a face, coordinates, a note on the reading."""

from typing import Final

from cnclean.han import HAN, TONED
from cnclean.patterns import compile_later
from cnclean.stages.punctuation.faces import is_face

_TONE = compile_later(f"[{TONED}ê]")
_PINYIN = compile_later(f"[a-zü{TONED}ê]{{1,6}}")
_TONELESS = compile_later(
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iuü]?a(?:i|o|ng?)?|[iuü]?e(?:i|r|ng?)?|i?ong|i(?:u|ng?)?|u[ion]?|ün?|ou?)"
)
_READING = compile_later(rf"\((?:(?<=[{HAN}]\()|(?<=[{HAN}] \())[a-z]{{0,4}}[{TONED}ê][a-z]{{0,3}}\)")
_IN_WORDS: Final = r"\w\s,、.;:：/&'\"’“”《》·+°%~～–—％．￥¥$€－＋∶×／"
_WORDS = compile_later(rf"[{_IN_WORDS}-]*[^\W_][{_IN_WORDS}=＝-]*")
_VARIABLE = compile_later(r"\$(?:[A-Za-z_{]|[0-9](?![0-9.,]))")  # `($name)`, `($1)`
# What statistics say: `（P<0.05）`, `（15.6±3.0）`.
_MEASURE = compile_later(r"\w[\w\s.．,，;；%％~～–－-]*[=＝<>＜＞≤≥±][\w\s.．,，;；%％=＝<>＜＞≤≥±~～–－-]*[0-9][%％]?")
# Years that letters tell apart: `（2011a,2011b）`.
_YEARS = compile_later("(?:1[5-9]|20)[0-9]{2}[a-z](?:[,，;；、] ?(?:(?:1[5-9]|20)[0-9]{2})?[a-z]?)*")
_CHEMICAL = compile_later("OH|HO|CH[23]?|NH[234]?|COOH|CO|NO[23]|[SP]O4|CN|H2O")
_COORDINATES = compile_later(r"[-+\dA-Za-zπ√∞./ ]{1,12}(?:,[-+\dA-Za-zπ√∞./ ]{1,12})+(?<=[\dπ∞xyzabnt])")


def is_reading(inside: str) -> bool:
    """The note in `业(yè)`."""
    return bool(_PINYIN.fullmatch(inside) and _TONE.search(inside))


def is_toneless(inside: str) -> bool:
    """A syllable as the readings beside `友(you)` have one: whether it is one of them, only they tell."""
    return _TONELESS.fullmatch(inside) is not None


def holds_readings(text: str) -> bool:
    """Whether its characters have their readings behind them."""
    return _READING.search(text) is not None


def is_chemical(inside: str) -> bool:
    """A group of atoms, as in `即(HO)2SO2`."""
    return _CHEMICAL.fullmatch(inside) is not None


def is_symbol(inside: str, right: str) -> bool:
    """What is no aside: `(R)-2-丁醇`, the key in `(a)ttach`, `在(0,1)上`, a face."""
    before_latin = right.isascii() and right.isalnum()
    if right == "-" or (before_latin and (is_chemical(inside) or (len(inside) == 1 and right.isalpha()))):
        return True
    if _MEASURE.fullmatch(inside) or _YEARS.fullmatch(inside):
        return False
    if "$" in inside and _VARIABLE.search(inside):
        return True
    return not _WORDS.fullmatch(inside) or is_face(inside) or _COORDINATES.fullmatch(inside) is not None
