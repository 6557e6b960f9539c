"""The states of the search for what a broken run was, and how one takes in a true character."""

import functools
from typing import Final, Literal, NamedTuple

from cnclean.stages.annotations.candidates import Followers
from cnclean.stages.annotations.language import Language
from cnclean.stages.annotations.octets import character, is_widened, octets, widened

ODD: Final = 3.0
"""The price, in orders of magnitude, of what the converter did not do elsewhere in the document."""
DOUBLED: Final = ("—", "…")
"""Marks of two characters each."""


class Token(NamedTuple):
    """A character, an annotation `(yè)`, a lost byte `?`, or one that took the bracket of an annotation: `?yè)`."""

    start: int
    end: int
    kind: Literal["char", "annotation", "lost", "straddle"]
    text: str  # the character or the reading


class Page(NamedTuple):
    """What holds all over the document."""

    annotated: frozenset[str]
    """The characters that are always annotated."""
    traditional: bool
    """Whether it was made Traditional."""
    unusual: frozenset[str]
    """The characters that it hardly has."""
    narrow: bool
    """Whether its commas are half-width."""
    space: float
    """The price of a space between its characters."""
    widened: bool
    """Whether it has full-width letters."""
    doubled: bool
    """Whether what restarts the decoder shows as a comma before marks."""
    language: Language
    followers: Followers


class Rival(NamedTuple):
    """Another reading of the first `length` characters, and how much less likely it is."""

    lead: float
    length: int
    text: str
    at: tuple[int, ...]


class State(NamedTuple):
    cost: float
    pending: int  # first byte of the next true character; 0 between characters
    history: str
    last: str  # the last true character
    text: str = ""
    at: tuple[int, ...] = ()  # for each character the token that completed it; `grow` leaves out the last
    rivals: tuple[Rival, ...] = ()
    price: float = 0.0  # of the last character
    worst: float = 0.0  # the highest price of two neighbours
    restarted: bool = False  # a mark must follow


def feed(state: State, byte: int, page: Page) -> State | None:
    """The state behind a byte of a character that is annotated."""
    if state.pending:
        char = character(state.pending, byte)
        return emit(state, char, page, noted=True) if char else None
    if byte < 0x80:
        return emit(state, chr(byte), page, noted=True)
    return state._replace(pending=byte)


def emit(state: State, char: str, page: Page, *, noted: bool = False, pending: int = 0) -> State:
    """The state behind the true character `char`, with the first byte of the next one if that is read already."""
    cost, _, history, last, text, at, rivals, before, worst, _ = state
    price, history = page.language.extend(history, char)
    if char in page.unusual or (char in page.annotated and not noted):
        price += ODD
    if "＂" <= char <= "～" and not page.widened and is_widened(char):
        price += 2 * ODD
    if last in DOUBLED and char != last and not text.endswith(2 * last):
        price += ODD
    worst = max(worst, before + price)
    # Half the price of `State(...)`, of which a search makes thousands.
    return tuple.__new__(State, (cost + price, pending, history, char, text + char, at, rivals, price, worst, False))


def read(state: State, char: str, page: Page, *, noted: bool = False) -> list[State]:
    """The states behind `char` on the page."""
    if not state.pending:
        return [emit(state, char, page, noted=noted)]
    found = []
    for code in _codes(char):
        true = character(state.pending, code[0])
        if true and len(code) == 1:
            found.append(emit(state, true, page, noted=noted))
        elif true and code[1] >= 0x80:
            found.append(emit(state, true, page, pending=code[1]))
        elif true:
            found.append(emit(emit(state, true, page), chr(code[1]), page))
    return found


@functools.lru_cache(maxsize=4096)
def _codes(char: str) -> tuple[bytes, ...]:
    """The bytes that a character on the page may have been read from."""
    return tuple(filter(None, dict.fromkeys((octets(char), widened(char)))))
