"""Read a broken run again: all texts whose bytes, damaged as the pages were, give what stands there; the likeliest.

The damaged bytes were read in wrong pairs. A state of the search is a text read so far and, where the true pairs lie
across those on the page, the first byte of the next true character. A character on the page adds its bytes; a lost
byte is guessed, and so is a pair that the decoder dropped. States that can no longer differ in what follows are
merged; by how much the better one won is remembered, and the smallest such lead is the margin of the run.
"""

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.language import UNKNOWN, cost, extend, is_known, symbol
from cnclean.stages.annotations.octets import WIDE, character, octets, vanishing, widened
from cnclean.stages.annotations.readings import fits, windows
from cnclean.stages.annotations.script import is_converted, unconverted

WORSE: Final = 12.0
"""A state that is less likely than the best by so many orders of magnitude is given up."""
BEAM: Final = 300
DROPPING: Final = 2
"""Dropped pairs are guessed in so many of the best states."""
LONGEST: Final = 120
"""A run of more tokens is given up."""
ODD: Final = 3.0
"""The price, in orders of magnitude, of what the converter did not do elsewhere in the document."""

RESTARTS: Final = "！？；。，"
"""Marks before which the decoder restarts."""
SWALLOWED: Final = "\ufffd"
"""Stands in a reading for an ASCII character that is lost for good."""


class Token(NamedTuple):
    """A character, an annotation `(yè)`, a lost byte `?`, or one that took the bracket of an annotation: `?yè)`."""

    start: int
    end: int
    kind: str  # char, annotation, lost, straddle
    text: str  # the character or the reading


class Page(NamedTuple):
    """What holds all over the document: the characters that are always annotated; whether it was made Traditional."""

    annotated: frozenset[str]
    traditional: bool


class State(NamedTuple):
    cost: float
    pending: int  # first byte of the next true character; 0 between characters
    history: str
    last: str  # the last true character
    text: str
    margin: float
    rival: str = ""


class Run(NamedTuple):
    end: int  # the token behind the run
    text: str
    margin: float
    rival: str
    gain: float  # by how many orders of magnitude it is likelier than the text as it stands


def reread(tokens: Sequence[Token], start: int, history: str, last: str, page: Page) -> Run | None:
    """The likeliest reading from token `start` to where all readings agree again; `None` if there is none."""
    states = [State(0.0, 0, history, last, "", 99.0)]
    stop = min(len(tokens), start + LONGEST)
    for i in range(start, stop):
        states = _pruned(_grow(states, tokens, i, page))
        if not states:
            return None
        if i > start + 1 and len(states) == 1 and not states[0].pending:
            return _run(states[0], tokens[start : i + 1], history, i + 1)
    complete = [s._replace(history="", last="") for s in states if not s.pending]
    if stop < len(tokens) or not complete:
        return None
    return _run(_pruned(complete)[0], tokens[start:stop], history, stop)


def _run(best: State, tokens: Sequence[Token], history: str, end: int) -> Run:
    plain = 0.0
    for token in tokens:
        for char in "?" + token.text + ")" if token.kind == "straddle" else token.text:
            price, history = extend(history, char)
            plain += price
    return Run(end, best.text, best.margin, best.rival, plain - best.cost)


def _pruned(states: Iterable[State]) -> list[State]:
    """The best of the states that what follows cannot tell apart, each with its lead; hopeless ones dropped."""
    merged: dict[tuple[int, str, str], State] = {}
    for state in states:
        key = state.pending, state.history, state.last
        rival = merged.get(key)
        if rival is None:
            merged[key] = state
            continue
        better, worse = (state, rival) if state.cost < rival.cost else (rival, state)
        lead = worse.cost - better.cost
        if lead < better.margin and better.text != worse.text:
            better = better._replace(margin=lead, rival=worse.text)
        merged[key] = better
    kept = sorted(merged.values())
    return [state for state in kept[:BEAM] if state.cost <= kept[0].cost + WORSE]


def _grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    noted = following is not None and following.kind == "annotation"
    if token.kind in ("char", "straddle"):
        dropping = [state for state in states if state.pending][:DROPPING]
        states = [*states, *(new for state in dropping for new in _undrop(state, token, page))]
    for state in states:
        if token.kind == "char":
            yield from _read(state, token.text, page, noted=noted)
        elif token.kind == "annotation":
            yield from _skip(state, tokens[i - 1].text if i else "", token.text)
        elif token.kind == "straddle":
            yield from _read_across(state, token.text, page)
        else:
            yield from _guess(state, tokens, i, page)


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


def _skip(state: State, before: str, reading: str) -> Iterator[State]:
    """An annotation stands behind the two bytes that it annotates, whether or not they are one true character."""
    if fits(before if state.pending else state.last, reading) and (state.pending or is_converted(state.last)):
        yield state
    elif not state.pending:
        for char in f"({reading})":
            state = _emit(state, char, None)
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
            state = _emit(state, char, None)
        yield state._replace(cost=state.cost + ODD)


def _guess(state: State, tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    """`?` may be a question mark; the lone first byte of a pair; or one that took an ASCII character with it."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    restart = (
        following is not None and following.kind in ("char", "lost") and following.text.translate(WIDE) in RESTARTS
    )
    if not state.pending:
        yield _emit(state, "?", page)
        if restart and following is not None:
            second = octets(following.text)[0]
            for char in common(second):
                yield state._replace(pending=octets(char)[0])
        return
    yield from _read(state, "?", page)
    alone = restart or following is None
    for char in common_after(state.pending):
        new = _emit(state._replace(pending=0), char, page)
        if alone or octets(char)[1] == 0x80:
            yield new
        else:
            yield from _unswallow(new, tokens, i + 1, page)


def _unswallow(state: State, tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    behind = "".join(token.text for token in tokens[i : i + 4])
    if behind[3:4] == "年" and behind[:3].isdigit() and behind[0] in "089":
        yield _emit(state, "2" if behind[0] == "0" else "1", page)
    elif behind[:1].isdigit():
        yield _emit(state, SWALLOWED, None)
    else:
        yield state._replace(cost=state.cost + ODD)


def _undrop(state: State, token: Token, page: Page) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another."""
    if token.kind == "straddle":
        return
    first = octets(token.text)
    if not first:
        return
    heads = []
    for lead, trails in vanishing().items():
        char = character(state.pending, lead)
        if char and is_known(symbol(char)):
            heads.append((_emit(state._replace(pending=0), char, page), trails))
    heads.sort(key=lambda head: head[0].cost)
    for head, trails in heads[:6]:
        for char in common(first[0])[:40]:
            if octets(char)[0] in trails:
                yield head._replace(pending=octets(char)[0])


def _feed(state: State, byte: int, page: Page, *, noted: bool = False) -> State | None:
    if state.pending:
        char = character(state.pending, byte)
        return _emit(state._replace(pending=0), char, page, noted=noted) if char else None
    if byte < 0x80:
        return _emit(state, chr(byte), page, noted=noted)
    return state._replace(pending=byte)


def _emit(state: State, char: str, page: Page | None, *, noted: bool = False) -> State:
    price, history = extend(state.history, char)
    if page is not None and _is_odd(char, page, noted=noted):
        price += ODD
    return State(state.cost + price, 0, history, char, state.text + char, state.margin, state.rival)


def _is_odd(char: str, page: Page, *, noted: bool) -> bool:
    if page.traditional and char in unconverted():
        return True
    return (char in page.annotated and not noted) or "０" <= char <= "ｚ"


@functools.lru_cache(maxsize=256)
def common(trail: int) -> tuple[str, ...]:
    """The characters with this second byte that the language model knows, the commonest first."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> tuple[str, ...]:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


def _known(characters: Iterable[str]) -> tuple[str, ...]:
    found = [char for char in characters if char and symbol(char) and cost(symbol(char)) < UNKNOWN]
    return tuple(sorted(found, key=lambda char: cost(symbol(char))))
