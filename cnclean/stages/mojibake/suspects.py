"""What looks like mojibake and is left: the bytes are gone, or no reading of them is Chinese."""

from collections.abc import Iterator

from cnclean.edits import apart
from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span, imported_later
from cnclean.tables.misread import ORDINARY

_LOST = "characters that were lost"
_MISREAD = "characters read in a wrong encoding"
# One class first, which `re` skips to: an alternation of classes is twenty times slower.
_RARE = f"[^\0-\u4dff{ORDINARY}\ua000-\U0010ffff]"
_RARE_OR_LATIN = f"[^\0-\x7f\xa0\u0100-\u4dff{ORDINARY}\ua000-\U0010ffff]"
_UNREAD = rf"{_RARE_OR_LATIN}(?:(?<=[\x80-\xff])[\x80-\x9f\xa1-\xff]{{5,}}|(?<![\x80-\xff])(?:[^\n]?{_RARE}){{3,}})"
_IS_MISREAD = compile_later(_UNREAD)
_IS_SUSPECT = compile_later(
    # U+FFFD, and what its own bytes are in GB and in Big5; fill bytes of a debugger; question marks for characters
    "(?P<lost>\ufffd+|锟(?:斤拷锟?|斤(?!拷))+|斤拷(?:锟斤拷)*|嚙(?:踝蕭嚙?|賭|質|誕)+|烫{3,}|屯屯{2,}|(?<=[\u4e00-\u9fff])\\?{4,})"
    f"|{_UNREAD}"
)
_SIGN_OF_LOSS = AnyOf("\ufffd", "锟", "斤拷", "嚙", "烫烫烫", "屯屯屯", "????")


# What a character of UTF-8 has left of its bytes, the first one at least.
_FIRST = "âãäåæçèéï"
_LEFT = f"[{_FIRST}][^\x00-\x7f\xe2-\xef\u2e80-\uffef]*"
_LEFT_BEHIND = compile_later(_LEFT)
_LEFT_BEFORE = compile_later(rf"{_LEFT}\Z")
_SIGN_OF_FIRST = AnyOf(*_FIRST)
_NEAR = 3

_find_mojibake = imported_later("cnclean.stages.mojibake.lines", "find_mojibake")


def find_suspects(text: str, options: Options) -> Iterator[Span]:
    """What is left of lost characters, and runs that nobody wrote so; there is no guess."""
    suspect = _IS_SUSPECT if _SIGN_OF_LOSS.search(text) else _IS_MISREAD
    found: list[Span] = [
        (match.start(), match.end(), match[0], _LOST if match.lastgroup else _MISREAD)
        for match in suspect.finditer(text)
    ]
    if _SIGN_OF_FIRST.search(text):
        left = [(start, end, text[start:end], _LOST) for start, end in sorted(set(_left(text, options)))]
        found = sorted([*apart(found, left), *left])
    return iter(found)


def _left(text: str, options: Options) -> Iterator[tuple[int, int]]:
    """What stands beside repaired characters."""
    for start, end, *_ in _find_mojibake(text, options):
        before = _LEFT_BEFORE.search(text, max(0, start - _NEAR), start)
        for match in filter(None, (before, _LEFT_BEHIND.match(text, end, end + _NEAR))):
            yield match.span()
