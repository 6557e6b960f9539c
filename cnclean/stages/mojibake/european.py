"""UTF-8 read as a single-byte encoding in text that is not Chinese: `dÃ©jÃ ` is déjà, `РґР°` да, `â€œ` a quote.

ftfy repairs these perfectly. It is imported at the first suspicion only (that takes longer than all of this package),
and sees only what is neither Chinese nor other bytes read as characters: of GB read as Latin-1 it makes what nobody can
read again. `ftfy.fix_encoding` alone is called: its callers lose the configuration, or touch quotes and widths.
"""

import functools
import re
from collections.abc import Callable, Iterator

from cnclean.encoding.likelihood import natural
from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.differences import differences
from cnclean.stages.mojibake.evidence import SMALL

_CJK = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
# Two ellipses are Chinese punctuation, perhaps made of three dots, and no bytes.
_SEGMENT = compile_later(f"(?:[^{_CJK}\n…]|(?<!…)…(?!…))+")
_WIDE = compile_later(f"[{_CJK}]")
_FEWEST_WIDE = 2
_ARCHAIC = compile_later("[\u0370-\u0377\u03cf-\u03ff]")  # ϵͳ: the bytes of 系统 in GB, which are UTF-8 too
_PER_CHARACTER = 2.0
# Two high characters, the first of which may be the lead byte of UTF-8; not the accents of French or Pinyin, a small
# letter before a quote, or a row.
_SUSPICIOUS = compile_later(
    f"[\x80-\x9f]|[\xc2\xc3] |(?![{SMALL}][{SMALL}–—‘’“”…])"
    "([\xab\xac\xc0-\u024f\u0402-\u045f\u2013\u2014\u201a\u201e\u2021-\u203a\u20ac\u221a\u2206\u2248\u25ca─├┬┼╞╟╧╨╤╥╙])"
    "(?!\\1)[^\x00-\x7f]"
)
_QUOTED = compile_later(r"(?<![\x80-\u2fff])(?:“[^“”]+”|‘[^‘’]+’)")
_YEN = compile_later("Â¥(?= ?[0-9])")  # ftfy leaves it
# Where some of many bytes are no UTF-8, all may be GB.
_MANY_BYTES = compile_later("[\xa1-\xff]{5}")
_TWO_BYTES = compile_later("[\xa1-\xff]{2}(?!\ufffd)")


def find_european(line: str) -> Iterator[Span]:
    """The runs of `line` without Chinese that ftfy repairs."""
    for segment in _SEGMENT.finditer(line):
        if _SUSPICIOUS.search(segment[0]):
            new = _repair(segment[0])
            if new != segment[0]:
                yield from differences(segment[0], new, segment.start(), "UTF-8 read as single characters")


def _repair(text: str) -> str:
    fix, utf8 = _ftfy()
    if _MANY_BYTES.search(text) and _TWO_BYTES.search(utf8.sub(" ", text)):
        return text
    new = _YEN.sub("¥", fix(text))
    if len(_QUOTED.findall(new)) < len(_QUOTED.findall(text)):
        return text  # `字母“Ã”`: the quote was none of the bytes
    return text if _is_unlikely("".join(_WIDE.findall(new))) or _ARCHAIC.search(new) else new


def _is_unlikely(wide: str) -> bool:
    """Whether East Asian characters that came out are none that anybody wrote: two bytes of a character that lost its
    third and the next sign give a rare one in some encoding."""
    return bool(wide) and (len(wide) < _FEWEST_WIDE or natural(wide) < _PER_CHARACTER * len(wide))


@functools.cache
def _ftfy() -> tuple[Callable[[str], str], re.Pattern[str]]:
    import ftfy  # noqa: PLC0415 - 65 ms
    from ftfy.chardata import UTF8_DETECTOR_RE  # noqa: PLC0415 - as above

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        normalization=None,
        explain=False,
    )
    return functools.partial(ftfy.fix_encoding, config=config), UTF8_DETECTOR_RE
