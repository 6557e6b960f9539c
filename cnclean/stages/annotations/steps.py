"""How a reading of a broken run goes on with the next token of the page."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.candidates import common, common_after, ended, fallen, fallen_twice
from cnclean.stages.annotations.language import Language, likelihood
from cnclean.stages.annotations.octets import WIDE, character, octets, vanishing, widened
from cnclean.stages.annotations.readings import fits, windows, windows_of
from cnclean.stages.annotations.script import is_converted, unconverted

ODD: Final = 3.0
"""The price, in orders of magnitude, of what the converter did not do elsewhere in the document."""

_LIKELY: Final = 2.0
"""No pair fell out where the text goes on so well without."""
_ENDED: Final = 8
"""So many characters are tried that a fallen pair may have ended,"""
_ENDED_TWICE: Final = 3
"""and so many of them before two fallen pairs;"""
_FALLEN: Final = 12
"""in all so many ways in which the text may go on."""
_GUESSES: Final = 60
"""So many characters are tried for a lost second byte, the commonest,"""
_FEWER: Final = 12
"""and so many in all but the best readings."""
_RESTARTS: Final = "！？；。，"
"""Marks before which the decoder restarts."""
DOUBLED: Final = ("—", "…")
_YEAR: Final = re.compile("[0-9]{3}年")
_CENTURIES: Final = {"0": "2", "9": "1", "8": "1"}


class Token(NamedTuple):
    """A character, an annotation `(yè)`, a lost byte `?`, or one that took the bracket of an annotation: `?yè)`."""

    start: int
    end: int
    kind: str  # char, annotation, lost, straddle
    text: str  # the character or the reading


class Page(NamedTuple):
    """What holds all over the document: which characters are always annotated, whether it was made Traditional,
    whether its commas are half-width, and whether what restarts the decoder shows as a comma before marks.
    """

    annotated: frozenset[str]
    traditional: bool
    narrow: bool
    doubled: bool
    language: Language


class Rival(NamedTuple):
    """Another reading of the first `length` characters, and how much less likely it is."""

    lead: float
    length: int
    text: str
    at: str


class State(NamedTuple):
    cost: float
    pending: int  # first byte of the next true character; 0 between characters
    history: str
    last: str  # the last true character
    text: str = ""
    at: str = ""  # for each character, as a code point, the token that completed it; `grow` leaves out the last
    rivals: tuple[Rival, ...] = ()
    price: float = 0.0  # of the last character
    worst: float = 0.0  # the highest price of two neighbours
    restarted: bool = False  # a mark must follow


def grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page, dropping: int) -> Iterator[State]:
    """The states behind token `i`; in the `dropping` best ones a pair may have fallen out before it."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    noted = following is not None and following.kind == "annotation"
    shifted = [state for state in states if state.pending and not state.restarted][:dropping]
    if token.kind == "char":
        states = [*states, *(new for state in shifted for new in _undrop(state, token, following, page))]
    for rank, state in enumerate(states):
        if token.kind == "char":
            yield from _read(state, token.text, page, noted=noted)
        elif token.kind == "annotation":
            yield from _skip(state, tokens[i - 1].text if i else "", token.text, page)
        elif token.kind == "straddle":
            yield from _read_across(state, token.text, page)
            if state in shifted:
                yield from _undrop_across(state, token.text, page)
        else:
            yield from _guess(state, tokens, i, page, _GUESSES if rank < 4 else _FEWER)


def _read(state: State, char: str, page: Page, *, noted: bool = False) -> Iterator[State]:
    if not state.pending:
        yield _emit(state, char, page, noted=noted)
        return
    for found in filter(None, dict.fromkeys((octets(char), widened(char)))):
        new: State | None = state
        for byte in found:
            new = new and _feed(new, byte, page, noted=noted and len(found) == 1)
        if new is not None:
            yield new


def _skip(state: State, before: str, reading: str, page: Page) -> Iterator[State]:
    """An annotation stands behind the two bytes that it annotates, whether or not they are one true character."""
    if fits(before if state.pending else state.last, reading) and (state.pending or is_converted(state.last)):
        yield state
    elif not state.pending:
        for char in f"({reading})":
            state = _emit(state, char, page)
        yield state


def _read_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """The lost byte and the one before it are the annotated character."""
    before = state.pending or (octets(state.last) or b"\0")[-1]
    for char, known in windows(before, reading):
        new = _feed(state, octets(char)[1], page, noted=True)
        if new is not None:
            yield new if known else new._replace(cost=new.cost + ODD)
    if not state.pending:
        for char in f"?{reading})":
            state = _emit(state, char, page)
        yield state._replace(cost=state.cost + 3 * ODD)


def _undrop_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """A pair fell out before the annotated character: it ended one true character and began that one."""
    for char, lead in ended(state.pending):
        head = _emit(state, char, page)
        for annotated in windows_of(reading):
            if octets(annotated)[0] in vanishing()[lead]:
                yield _emit(head, annotated, page, noted=True)


def _guess(state: State, tokens: Sequence[Token], i: int, page: Page, guesses: int) -> Iterator[State]:
    """`?` may be a question mark; the lone first byte of a pair; or one that took an ASCII character with it."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    restart = (
        following is not None and following.kind in ("char", "lost") and following.text.translate(WIDE) in _RESTARTS
    )
    if not state.pending:
        yield _emit(state, "?", page)
        if restart and following is not None:
            second = octets(following.text)[0]
            for char in common(second):
                yield state._replace(pending=octets(char)[0], restarted=True)
        return
    yield from _read(state, "?", page)
    if state.restarted:
        return
    for char in common_after(state.pending)[:guesses]:
        new = _emit(state, char, page)
        if restart or following is None or octets(char)[1] == 0x80:
            yield new
        else:
            yield from _unswallow(new, tokens, i + 1, page)


def _unswallow(state: State, tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    """A lost byte took an ASCII character with it: a space, a digit, or a comma where commas are half-width."""
    behind = "".join(token.text for token in tokens[i : i + 4])
    if _YEAR.match(behind) and behind[0] in _CENTURIES:
        yield _emit(state, _CENTURIES[behind[0]], page)
        return
    digit = _emit(state, "0", page)
    yield digit._replace(text=state.text + "?", cost=digit.cost + 1)
    if not behind[:1].isdigit():
        yield state._replace(cost=state.cost + (2 * ODD if page.narrow else ODD))
    if page.narrow:
        yield _emit(state, ",", page)


def _undrop(state: State, token: Token, following: Token | None, page: Page) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another. Or two pairs did."""
    code = octets(token.text)
    plain = character(state.pending, code[0]) if code else ""
    if not code or (plain and page.language.extend(state.history, plain)[0] < _LIKELY):
        return
    next_byte = octets(following.text)[:1] if following is not None and len(code) == 2 else b""
    behind = character(code[1], next_byte[0]) if next_byte else ""
    heads = sorted((_emit(state, char, page), lead) for char, lead in ended(state.pending))
    options: list[tuple[float, str, int, State]] = []
    for rank, (head, lead) in enumerate(heads[:_ENDED]):
        found = fallen(head.last, lead, code[0])
        if rank < _ENDED_TWICE:
            found += fallen_twice(head.last, lead, code[0])
        for price, middle, last, begin in found:
            next_price = likelihood(last, behind) if behind else 0.0
            options.append((head.cost + price + next_price, middle, begin, head))
    options.sort(key=_price)
    for _, middle, begin, head in options[:_FALLEN]:
        yield (_emit(head, middle, page) if middle else head)._replace(pending=begin)


def _price(option: tuple[float, str, int, State]) -> float:
    return option[0]


def _feed(state: State, byte: int, page: Page, *, noted: bool = False) -> State | None:
    if state.pending:
        char = character(state.pending, byte)
        return _emit(state, char, page, noted=noted) if char else None
    if byte < 0x80:
        return _emit(state, chr(byte), page, noted=noted)
    return state._replace(pending=byte)


def _emit(state: State, char: str, page: Page, *, noted: bool = False) -> State:
    """The state behind the true character `char`."""
    price, history = page.language.extend(state.history, char)
    if _is_odd(char, page, noted=noted):
        price += ODD
    if state.last in DOUBLED and char != state.last and not state.text.endswith(2 * state.last):
        price += ODD
    worst = max(state.worst, state.price + price)
    return State(state.cost + price, 0, history, char, state.text + char, state.at, state.rivals, price, worst)


def _is_odd(char: str, page: Page, *, noted: bool) -> bool:
    if page.traditional and char in unconverted():
        return True
    return (char in page.annotated and not noted) or "０" <= char <= "ｚ" or char in "‘’"
