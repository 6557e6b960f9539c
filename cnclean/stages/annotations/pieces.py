"""The parts of a damaged page that its repair replaces; the annotations among them."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.stages.annotations.evidence import ANNOTATION
from cnclean.stages.annotations.octets import character, octets
from cnclean.stages.annotations.readings import fits, normalized
from cnclean.stages.annotations.script import is_converted
from cnclean.stages.annotations.states import Page

_STRIPPED: Final = re.compile(rf"{ANNOTATION.pattern}|[,，](?=[,，。])")


class Piece(NamedTuple):
    """A part of the text and what it was, in the script of the page."""

    start: int
    end: int
    text: str
    note: str
    sure: bool = True
    gain: float = 0.0  # by how many orders of magnitude its run is likelier than what stands there


def strip(text: str, start: int, end: int, page: Page) -> Iterator[Piece]:
    """The annotations from `start` to `end`, and the marks that only show where the decoder restarted."""
    done, annotation = -1, ""
    for match in _STRIPPED.finditer(text, start, end):
        if not match[1]:
            if page.doubled:
                yield Piece(match.start(), match.end(), "", "doubled mark")
            continue
        annotated = _window(text, match.start())
        twice = done == match.start() and annotation == match[0]
        if twice or (is_converted(annotated) and fits(annotated, normalized(match[1]))):
            done, annotation = match.end(), match[0]
            yield Piece(match.start(), match.end(), "", "annotation")


def _window(text: str, end: int) -> str:
    """The character of the last two bytes before `end`: 為T(mén) has the bytes of 門."""
    last = text[max(0, end - 1) : end]
    if not "@" <= last <= "~" or end < 2:
        return last
    before = octets(text[end - 2])
    return character(before[1], ord(last)) if len(before) == 2 else last
