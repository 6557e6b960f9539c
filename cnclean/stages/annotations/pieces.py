"""The parts of a damaged page that its repair replaces; the annotations among them."""

import functools
import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from cnclean.stages.annotations.converted import is_converted
from cnclean.stages.annotations.octets import character, octets
from cnclean.stages.annotations.readings import ANNOTATION, fits, normalized
from cnclean.stages.annotations.states import Page

_STRIPPED: Final = re.compile(rf"{ANNOTATION.pattern}|[,，](?=[,，。])")


class Piece(NamedTuple):
    """A part of the text and what it was, in the script of the page."""

    start: int
    end: int
    text: str
    note: Literal["annotation", "broken run", "doubled mark", "unreadable"]
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
        at, behind = match.span()
        if _is_annotated(text[max(0, at - 2) : at], match[1]) or (done == at and annotation == match[0]):
            done, annotation = behind, match[0]
            yield Piece(at, behind, "", "annotation")


@functools.lru_cache(maxsize=1 << 12)
def _is_annotated(before: str, syllable: str) -> bool:
    """Whether the character with which `before`, two characters, ends was converted and is read so."""
    annotated = _window(before)
    return is_converted(annotated) and fits(annotated, normalized(syllable))


def _window(before: str) -> str:
    """The character of the last two bytes of `before`: 為T(mén) has the bytes of 門."""
    last = before[-1:]
    if not "@" <= last <= "~" or len(before) < 2:
        return last
    pair = octets(before[0])
    return character(pair[1], ord(last)) if len(pair) == 2 else last
