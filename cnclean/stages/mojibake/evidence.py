"""What a misread text shows at a glance: the stage's trigger, and what each kind of misreading needs."""

from cnclean.patterns import compile_later
from cnclean.tables.misread import EVIDENCE

_LATIN = "\x80-\x9f\xa1-\u024f\u02c6-\u02dd"
_OTHER = "\ufe5c\ufe5d\u0391-\u03c9\u0402-\u045f\u0490\u0491\u2550-\u2570\u3041-\u30f6\u3105-\u3129\ue000-\uf8ff"
_BEFORE = f"{_LATIN}\u2030\u221a\u2500-\u256c"  # with the signs that begin characters in MacRoman and cp437
_SIGNS = "\u2013-\u203a\u2044\u20ac\u2122\u2202-\u2265\u2500-\u256c\u25ca\uf8ff\ufb01\ufb02\ufffd"
_AFTER = f"\x80-\u024f\u02c6-\u02dd\u03a9\u03c0{_SIGNS}"
_ALTERNATING = "[@-~][\xa1-\xb6\xb8-\xf9](?<!\xb7..)"  # Big5; D·E·Knuth is none
_ESCAPE = r"(?<=%)[4-9A-Fa-f][0-9A-Fa-f]%|(?<=[%\\])u[0-9A-Fa-f]{4}"
ODD = compile_later(
    rf"[{_BEFORE}{_OTHER}{EVIDENCE}%\\](?:"
    rf"{_ESCAPE}|"
    f"(?<=[\x80-\x84\x86-\x9f])|(?<=[\xc2\xc3])[ ]|(?<=[{_BEFORE}])(?:[{_AFTER}]|{_ALTERNATING})"
    f"|(?<![\0-\u024f])(?=.{{0,5}}[{_OTHER}{EVIDENCE}]))"
)
# One class first, which `re` skips to: an alternation of classes is ten times slower.
LATIN_EVIDENCE = compile_later(
    f"[{_BEFORE}\u0410-\u044f](?:"
    f"(?<=[\x80-\x9f])|(?<=[\xc2\xc3])[ ]|(?<=[{_BEFORE}])(?:[{_AFTER}]|{_ALTERNATING})"
    # UTF-8 read as cp1251: the second byte is no letter of Russian
    "|(?<=[\u0410-\u044f])[\u0402-\u040f\u0452-\u045f\u0490\u0491\x80-\xbf\u2013-\u203a\u20ac\u2116\u2122])"
)
ESCAPED = compile_later(rf"[%\\](?:{_ESCAPE})")
HAN_EVIDENCE = compile_later(f"[{_OTHER}{EVIDENCE}](?=.{{0,5}}[{_OTHER}{EVIDENCE}])")
SINGLE_EVIDENCE = compile_later(f"[{_LATIN}{_OTHER}{EVIDENCE}]")
