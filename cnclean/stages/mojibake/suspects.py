"""What looks like mojibake and is left: the bytes are gone, or no reading of them is Chinese."""

from collections.abc import Iterator

from cnclean.patterns import compile_later
from cnclean.stage import Options, Span
from cnclean.tables.misread import ORDINARY

_LOST = "characters that were lost"
_MISREAD = "characters read in a wrong encoding"
_RARE = f"(?![{ORDINARY}])[\u4e00-\u9fff]"
_SUSPECT = compile_later(
    # U+FFFD, and what its own bytes are in GB and in Big5; fill bytes of a debugger; question marks for characters
    "(?P<lost>\ufffd+|锟(?:斤拷锟?|斤(?!拷))+|斤拷(?:锟斤拷)*|嚙(?:踝蕭嚙?|賭|質|誕)+|烫{3,}|屯屯{2,}|(?<=[\u4e00-\u9fff])\\?{4,})"
    f"|{_RARE}(?:[^\n]?{_RARE}){{3,}}"
    "|[\x80-\x9f\xa1-\xff]{6,}"
)


def find_suspects(text: str, _options: Options) -> Iterator[Span]:
    for match in _SUSPECT.finditer(text):
        yield match.start(), match.end(), match[0], _LOST if match["lost"] else _MISREAD
