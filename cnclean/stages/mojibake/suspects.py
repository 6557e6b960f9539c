"""What looks like mojibake and is left: the bytes are gone, or no reading of them is Chinese."""

from collections.abc import Iterator

from cnclean.edits import apart
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span
from cnclean.stages.mojibake.lines import find_mojibake
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


# What a character of UTF-8 has left of its bytes, the first one at least.
_LEFT = "[\xe2-\xef][^\x00-\x7f\xe2-\xef\u2e80-\uffef]*"
_LEFT_BEHIND = compile_later(_LEFT)
_LEFT_BEFORE = compile_later(rf"{_LEFT}\Z")
_NEAR = 3


def find_suspects(text: str, options: Options) -> Iterator[Span]:
    found = [(*match.span(), match[0], _LOST if match["lost"] else _MISREAD) for match in _SUSPECT.finditer(text)]
    left = [(start, end, text[start:end], _LOST) for start, end in sorted(set(_left(text, options)))]
    yield from sorted([*apart(found, left), *left])


def _left(text: str, options: Options) -> Iterator[tuple[int, int]]:
    """What stands beside repaired characters."""
    for start, end, *_ in find_mojibake(text, options):
        before = _LEFT_BEFORE.search(text, max(0, start - _NEAR), start)
        for match in filter(None, (before, _LEFT_BEHIND.match(text, end, end + _NEAR))):
            yield match.span()
