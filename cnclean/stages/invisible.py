"""Characters that nobody sees: control codes, zero-width spaces, byte order marks, direction marks, noncharacters.

They come from word processors, anti-copy scripts and broken decoders, and they hide every word that they stand in.
Kept: tabs; joiners and variation selectors (emoji, Indic, Arabic and Mongolian text need them); direction marks in
text that has right-to-left letters; tag characters after a black flag (🏴󠁧󠁢󠁥󠁮󠁧󠁿). C1 codes and the soft hyphen are evidence
that the mojibake stage must see first: `characters` takes away what is left of them.
"""

import re
from collections.abc import Iterator

from cnclean.han import HAN
from cnclean.stage import Options, Span, Stage

_ALWAYS = (
    "\x00-\x08\x0e-\x1f\x7f"  # C0 and DEL; tab and line ends are not noise, 0B and 0C are line ends
    "\u034f"  # combining grapheme joiner
    "\u115f\u1160\u3164\uffa0"  # Hangul fillers, used as blank names; in Hangul text see below
    "\u180e\u200b\u2060-\u2064\ufeff"  # zero-width spaces and invisible operators
    "\ufdd0-\ufdef\ufff9-\ufffc"  # noncharacters, interlinear annotation, object replacement
)
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_JOINER = "\u200c\u200d"
_TAG = "\U000e0001\U000e0020-\U000e007f"
_PAGE_BREAK = "\x0b\x0c"
_INVISIBLE = re.compile(
    rf"[{_ALWAYS}]+|[{_PAGE_BREAK}]|[{_DIRECTION}]+"
    # A joiner is noise only where no script uses one: between Han, ASCII and full-width marks.
    rf"|[{_JOINER}]+(?=[\x00-\x7f{HAN}\u3000-\u303f\uff00-\uff60]|\Z)"
    rf"|[{_TAG}]+"
    "|[\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_HANGUL = re.compile("[\u1100-\u115e\u1161-\u11ff\uac00-\ud7a3]")
_JOINED = re.compile(rf"[\x00-\x7f{HAN}\u3000-\u303f\uff00-\uff60]")
_FLAG = "\U0001f3f4"


def find_invisible(text: str, _options: Options) -> Iterator[Span]:
    right_to_left = hangul = None
    for match in _INVISIBLE.finditer(text):
        start, end, first = match.start(), match.end(), match[0][0]
        if first in _PAGE_BREAK:
            yield start, end, "\n"
            continue
        if first in "\u115f\u1160\u3164\uffa0":
            hangul = bool(_HANGUL.search(text)) if hangul is None else hangul
            if hangul:
                continue
        elif re.match(f"[{_DIRECTION}]", first):
            right_to_left = bool(_RIGHT_TO_LEFT.search(text)) if right_to_left is None else right_to_left
            if right_to_left:
                continue
        elif first in _JOINER:
            if start and not _JOINED.match(text[start - 1]):
                continue
        elif first >= "\U000e0000" and start and text[start - 1] == _FLAG:
            continue
        yield start, end, ""


STAGE = Stage("invisible", _INVISIBLE, find_invisible)
