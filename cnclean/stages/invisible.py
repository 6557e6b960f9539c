"""Characters that nobody sees: control codes, zero-width spaces, byte order marks, direction marks, noncharacters.

They come from word processors, anti-copy scripts, terminals and broken decoders, and hide every word they stand in.
Kept: tabs; joiners and variation selectors (emoji, Indic, Arabic and Mongolian text need them); direction marks in
lines that have right-to-left letters; tag characters after a black flag (🏴󠁧󠁢󠁥󠁮󠁧󠁿). C1 codes and the soft hyphen are evidence
that the mojibake stage must see first: `characters` takes away what is left of them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, matches_at

_CONTROL = "\x00-\x08\x0e-\x1f\x7f"  # C0 and DEL without tab and line ends
_ZERO_WIDTH = "\u034f\u200b\u2060-\u2064\ufeff"
_NO_CHARACTER = (
    "\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0003ffff"
    "\U000efffe-\U000effff\U000ffffe-\U000fffff\U0010fffe-\U0010ffff"
)
_PAGE_BREAK = "\x0b\x0c"
_LINE_ENDS = "\n" + _PAGE_BREAK
_LINE_END = compile_later(f"[{_LINE_ENDS}]")
_FILLER = "\u115f\u1160\u3164\uffa0"  # Hangul fillers, used as blank names
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u206a-\u206f"
_JOINER = "\u180e\u200c\u200d"
_TAG = "\U000e0001-\U000e007f"

# One astral range, though it holds more: each further one costs time at every character.
_CANDIDATE = compile_later(
    f"[{_CONTROL}{_ZERO_WIDTH}\ufdd0-\ufdef\ufff9-\uffff{_PAGE_BREAK}{_FILLER}{_DIRECTION}{_JOINER}\U0001fffe-\U0010ffff]"
)
# Colours and erasures of a terminal: without ESC alone, the rest of the code would be read as text.
_TERMINAL = "\x1b\\[[0-9;?]{0,16}[A-HJKSTfhlmsu]"
_RUN = compile_later(
    f"(?:{_TERMINAL}|[{_CONTROL}{_ZERO_WIDTH}{_NO_CHARACTER}{_PAGE_BREAK}{_FILLER}{_DIRECTION}{_JOINER}{_TAG}])++"
)
_TERMINAL_CODE = compile_later(_TERMINAL)
_NEEDS_CONTEXT = compile_later(f"(?P<joiner>[{_JOINER}])|(?P<tag>[{_TAG}])|(?P<direction>[{_DIRECTION}])|[{_FILLER}]")
_RIGHT_TO_LEFT = compile_later("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_HANGUL = compile_later("[\u1100-\u115e\u1161-\u11ff\uac00-\ud7a3]")
# Scripts and symbols that use joiners: Hebrew to Greek Extended, Meetei and its neighbours, symbols and emoji.
_JOINED = compile_later(
    "[\u0590-\u1fff\u2190-\u2bff\ua800-\uabff\ufb1d-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff]"
)
_FLAG = "\U0001f3f4"


def find_invisible(text: str, _options: Options) -> Iterator[Span]:
    needs, line_end = _Needs(direction=False, filler=False), -1
    for match in matches_at(_CANDIDATE, _RUN, text):
        start, end = match.span()
        if start > line_end:
            line_start = 1 + max(line_end, *(text.rfind(mark, line_end + 1, start) for mark in _LINE_ENDS))
            found = _LINE_END.search(text, start)
            line_end = found.start() if found else len(text)
            needs = _needs_of(text, line_start, line_end)
        if any(mark in match[0] for mark in _PAGE_BREAK):
            new = "\n" * sum(match[0].count(mark) for mark in _PAGE_BREAK)
        else:
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            codes = _TERMINAL_CODE.sub("", match[0])
            new = "".join(code for code in codes if _is_needed(code, before, after, needs))
        if new != match[0]:
            yield start, end, new


class _Needs(NamedTuple):
    """What the letters of a line need. Where there are none of them, these characters do nothing."""

    direction: bool
    filler: bool


def _needs_of(text: str, start: int, end: int) -> _Needs:
    return _Needs(_RIGHT_TO_LEFT.search(text, start, end) is not None, _HANGUL.search(text, start, end) is not None)


def _is_needed(code: str, before: str, after: str, needs: _Needs) -> bool:
    kind = _NEEDS_CONTEXT.match(code)
    if kind is None:
        return False
    match kind.lastgroup:
        case "joiner":
            return bool(_JOINED.match(before) or _JOINED.match(after))
        case "tag":
            return before == _FLAG
        case "direction":
            return needs.direction
        case _:
            return needs.filler


STAGE = Stage("invisible", _CANDIDATE, find_invisible, evidence="odd")
