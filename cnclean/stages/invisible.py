"""Characters that nobody sees: control codes, zero-width spaces, byte order marks, direction marks, noncharacters.

They come from word processors, anti-copy scripts and broken decoders, and they hide every word that they stand in.
Kept: tabs; joiners and variation selectors (emoji, Indic, Arabic and Mongolian text need them); direction marks in
text that has right-to-left letters; tag characters after a black flag (🏴󠁧󠁢󠁥󠁮󠁧󠁿). C1 codes and the soft hyphen are evidence
that the mojibake stage must see first: `characters` takes away what is left of them.
"""

import re
from collections.abc import Iterator

from cnclean.han import HAN
from cnclean.stage import Options, Span, Stage, matches_at

_CONTROL = "\x00-\x08\x0e-\x1f\x7f"  # C0 and DEL without tab and line ends
_ZERO_WIDTH = "\u034f\u180e\u200b\u2060-\u2064\ufeff"
_NO_CHARACTER = (
    "\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0003ffff"
    "\U000efffe-\U000effff\U000ffffe-\U000fffff\U0010fffe-\U0010ffff"
)
_PAGE_BREAK = "\x0b\x0c"
_FILLER = "\u115f\u1160\u3164\uffa0"  # Hangul fillers, used as blank names
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_JOINER = "\u200c\u200d"
_TAG = "\U000e0001-\U000e007f"

# One astral range, though it holds more: each further one costs time at every character.
_INVISIBLE = re.compile(
    f"[{_CONTROL}{_ZERO_WIDTH}\ufdd0-\ufdef\ufff9-\uffff{_PAGE_BREAK}{_FILLER}{_DIRECTION}{_JOINER}\U0001fffe-\U0010ffff]"
)
_KINDS = re.compile(
    rf"(?P<noise>[{_CONTROL}{_ZERO_WIDTH}{_NO_CHARACTER}]+)|(?P<page_break>[{_PAGE_BREAK}])|(?P<filler>[{_FILLER}]+)"
    rf"|(?P<direction>[{_DIRECTION}]+)|(?P<joiner>[{_JOINER}]+)|(?P<tag>[{_TAG}]+)"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_HANGUL = re.compile("[\u1100-\u115e\u1161-\u11ff\uac00-\ud7a3]")
# Where no script uses a joiner: between Han, ASCII and full-width marks.
_NEVER_JOINED = re.compile(rf"[\x00-\x7f{HAN}\u3000-\u303f\uff00-\uff60]?")
_FLAG = "\U0001f3f4"


def find_invisible(text: str, _options: Options) -> Iterator[Span]:
    needed = {
        kind: bool(pattern.search(text)) for kind, pattern in (("direction", _RIGHT_TO_LEFT), ("filler", _HANGUL))
    }
    for match in matches_at(_INVISIBLE, _KINDS, text):
        start, end = match.span()
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        match match.lastgroup:
            case "page_break":
                yield start, end, "\n"
            case "joiner" if not (_NEVER_JOINED.fullmatch(before) and _NEVER_JOINED.fullmatch(after)):
                continue
            case "tag" if before == _FLAG:
                continue
            case "direction" | "filler" as kind if needed[kind]:
                continue
            case _:
                yield start, end, ""


STAGE = Stage("invisible", _INVISIBLE, find_invisible)
