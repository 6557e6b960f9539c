"""What looks like mojibake and is left: the bytes are gone, or no reading of them is Chinese."""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import AnyOf, Options, Span
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


def find_suspects(text: str, _options: Options) -> Iterator[Span]:
    suspect = _IS_SUSPECT if _SIGN_OF_LOSS.search(text) else _IS_MISREAD
    for match in suspect.finditer(text):
        yield match.start(), match.end(), match[0], _LOST if match.lastgroup else _MISREAD
