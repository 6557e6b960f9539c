"""Chinese bytes read as Latin-1, saved as UTF-8, and read as GB: `脟脿潞脫` is `ÇàºÓ` is 青河.

In UTF-8 each sign of Latin-1 is two bytes, the first C2 or C3, and in GB those two are one of 128 characters.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.single_byte import find_single_byte

_SIGNS: Final = "".join(bytes([lead, trail]).decode("gb18030") for lead in (0xC2, 0xC3) for trail in range(0x80, 0xC0))
_RUN = compile_later(rf"[{_SIGNS}](?:[ -~]*+[{_SIGNS}]){{3,}}[ -~]?")


def find_relayed(line: str) -> Iterator[tuple[int, int, str]]:
    for run in _RUN.finditer(line):
        latin = run[0].encode("gb18030").decode("utf-8")  # a sign for each character
        for start, end, new in _joined(latin, find_single_byte(latin, ())):
            yield run.start() + start, run.start() + end, new


def _joined(latin: str, spans: Iterable[Span]) -> Iterator[tuple[int, int, str]]:
    """Those with nothing but ASCII between them as one: a character alone between digits is no evidence by itself."""
    start, end, joined = 0, 0, ""
    for begin, stop, new, *_ in spans:
        if joined and latin[end:begin].isascii():
            joined += latin[end:begin] + new
        else:
            if joined:
                yield start, end, joined
            start, joined = begin, new
        end = stop
    if joined:
        yield start, end, joined
