"""Read a broken run again: all texts whose bytes, damaged as the pages were, give what stands there; the likeliest.

The damaged bytes were read in wrong pairs. A state of the search is a text read so far and, where the true pairs lie
across those on the page, the first byte of the next true character. A character on the page adds its bytes; a lost
byte is guessed, and so is a pair that the decoder dropped. States that can no longer differ in what follows are
merged; by how much the better one won is remembered, and the smallest such lead is the margin of the run.
"""

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cnclean.stages.annotations.language import UNKNOWN, Language, likelihood, rarity
from cnclean.stages.annotations.octets import WIDE, character, octets, vanishing, widened
from cnclean.stages.annotations.readings import fits, windows
from cnclean.stages.annotations.script import is_converted, unconverted

WORSE: Final = 8.0
"""A state that is less likely than the best by so many orders of magnitude is given up."""
BEAM: Final = 100
DROPPING: Final = 8
"""Dropped pairs are guessed in so many of the best states,"""
LIKELY: Final = 2.0
"""unless the text goes on well without;"""
FALLEN: Final = 24
"""so many pairs are tried."""
EFFORT: Final = 12_000
"""A run that needs more states than this is given up, and so is"""
LONGEST: Final = 120
"""one of more tokens."""
ODD: Final = 3.0
"""The price, in orders of magnitude, of what the converter did not do elsewhere in the document."""

CLOSE: Final = 4.0
RIVALS: Final = 12
"""So many other readings are remembered, and only those that are so close."""
GUESSES: Final = 60
"""So many characters are tried for a lost second byte, the commonest."""

_MIDDLE: Final = 3.0
_DOUBLED: Final = ("—", "…")
_YEAR: Final = re.compile("[0-9]{3}年")
_CENTURIES: Final = {"0": "2", "9": "1", "8": "1"}

RESTARTS: Final = "！？；。，"
"""Marks before which the decoder restarts."""


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


class State(NamedTuple):
    cost: float
    pending: int  # first byte of the next true character; 0 between characters
    history: str
    last: str  # the last true character
    text: str
    rivals: tuple[Rival, ...] = ()
    restarted: bool = False  # a mark must follow


class Run(NamedTuple):
    end: int  # the token behind the run
    readings: tuple[tuple[float, str], ...]  # with their costs, the likeliest first
    gain: float  # by how many orders of magnitude it is likelier than the text as it stands


def reread(tokens: Sequence[Token], start: int, history: str, last: str, page: Page) -> Run | None:
    """The likeliest reading from token `start` to where all readings agree again; `None` if there is none."""
    states = [State(0.0, 0, history, last, "")]
    stop = min(len(tokens), start + LONGEST)
    effort = 0
    for i in range(start, stop):
        grown = list(itertools.islice(_grow(states, tokens, i, page), EFFORT))
        effort += len(grown)
        states = _pruned(grown)
        if not states or effort > EFFORT:
            return None
        annotated = i + 1 < stop and tokens[i + 1].kind == "annotation"
        if i > start + 1 and len(states) == 1 and not states[0].pending and not annotated:
            return _run(states[0], tokens[start : i + 1], history, page)._replace(end=i + 1)
    complete = [s._replace(history="", last="") for s in states if not s.pending]
    if stop < len(tokens) or not complete:
        return None
    return _run(_pruned(complete)[0], tokens[start:stop], history, page)._replace(end=stop)


def _run(best: State, tokens: Sequence[Token], history: str, page: Page) -> Run:
    plain = 0.0
    for token in tokens:
        for char in "?" + token.text + ")" if token.kind == "straddle" else token.text:
            price, history = page.language.extend(history, char)
            plain += price + (ODD if "０" <= char <= "ｚ" else 0)
    others = ((rival.lead, rival.text + best.text[rival.length :]) for rival in best.rivals)
    return Run(0, ((0.0, best.text), *others), plain - best.cost)


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
        if lead < CLOSE and better.text != worse.text:
            better = better._replace(rivals=_rivals(better, worse, lead))
        merged[key] = better
    kept = sorted(merged.values())
    return [state for state in kept[:BEAM] if state.cost <= kept[0].cost + WORSE]


def _rivals(better: State, worse: State, lead: float) -> tuple[Rival, ...]:
    length = len(better.text)
    found = [Rival(lead, length, worse.text)]
    found += (Rival(lead + each.lead, length, each.text + worse.text[each.length :]) for each in worse.rivals)
    return tuple(sorted((*better.rivals, *found))[:RIVALS])


def _grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    noted = following is not None and following.kind == "annotation"
    if token.kind == "char":
        dropping = [state for state in states if state.pending and not state.restarted][:DROPPING]
        states = [*states, *(new for state in dropping for new in _undrop(state, token, page))]
    for rank, state in enumerate(states):
        if token.kind == "char":
            yield from _read(state, token.text, page, noted=noted)
        elif token.kind == "annotation":
            yield from _skip(state, tokens[i - 1].text if i else "", token.text, page)
        elif token.kind == "straddle":
            yield from _read_across(state, token.text, page)
        else:
            yield from _guess(state, tokens, i, page, GUESSES if rank < 4 else 12)


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


def _guess(state: State, tokens: Sequence[Token], i: int, page: Page, guesses: int) -> Iterator[State]:
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


def _undrop(state: State, token: Token, page: Page) -> Iterator[State]:
    """A pair fell out before `token`: it ended one true character and began another."""
    first = octets(token.text)[:1]
    if token.kind != "char" or not first:
        return
    plain = character(state.pending, first[0])
    if plain and page.language.extend(state.history, plain)[0] < LIKELY:
        return
    one: list[tuple[float, str, int, State]] = []
    two: list[tuple[float, str, int, State]] = []
    for char, seconds in _fallen(state.pending, first[0]):
        head = _emit(state._replace(pending=0), char, page)
        for price, middle, lead in seconds:
            (two if middle else one).append((head.cost + price, middle, lead, head))
    one.sort(key=_price)
    two.sort(key=_price)
    for _, middle, lead, head in one[:FALLEN] + two[: FALLEN // 3]:
        yield (_emit(head, middle, page) if middle else head)._replace(pending=lead)


def _price(fallen: tuple[float, str, int, State]) -> float:
    return fallen[0]


@functools.lru_cache(maxsize=1 << 12)
def _fallen(pending: int, first: int) -> list[tuple[str, list[tuple[float, str, int]]]]:
    """The characters that a fallen pair may have ended, and how the text goes on: with the beginning of the next.

    Two pairs may have fallen, then a whole character stood between them.
    """
    found = []
    for lead in vanishing():
        char = character(pending, lead)
        if char and rarity(char) < UNKNOWN:
            alone = [(likelihood(char, second), "", begin) for second, begin in _begun(lead, first)]
            double = []
            for middle in _between(lead):
                price = likelihood(char, middle)
                if price < _MIDDLE:
                    thirds = _begun(octets(middle)[1], first)[:12]
                    double += [(price + likelihood(middle, third), middle, begin) for third, begin in thirds]
            found.append((char, sorted(alone)[:12] + sorted(double)[:8]))
    return found


@functools.lru_cache(maxsize=1 << 12)
def _begun(lead: int, trail: int) -> list[tuple[str, int]]:
    """The characters with the second byte `trail` whose first fell out with `lead` before it, and that byte."""
    trails = vanishing()[lead]
    return [(char, octets(char)[0]) for char in common(trail) if octets(char)[0] in trails]


@functools.cache
def _between(lead: int) -> tuple[str, ...]:
    """The commonest characters whose two bytes fell out with another each, the first with `lead` before it."""
    trails = vanishing()[lead]
    found = (char for trail in vanishing() for char in common(trail)[:20] if octets(char)[0] in trails)
    return tuple(sorted(found, key=rarity)[:24])


def _feed(state: State, byte: int, page: Page, *, noted: bool = False) -> State | None:
    if state.pending:
        char = character(state.pending, byte)
        return _emit(state._replace(pending=0), char, page, noted=noted) if char else None
    if byte < 0x80:
        return _emit(state, chr(byte), page, noted=noted)
    return state._replace(pending=byte)


def _emit(state: State, char: str, page: Page, *, noted: bool = False) -> State:
    price, history = page.language.extend(state.history, char)
    if _is_odd(char, page, noted=noted):
        price += ODD
    if state.last in _DOUBLED and char != state.last and not state.text.endswith(2 * state.last):
        price += ODD
    return State(state.cost + price, 0, history, char, state.text + char, state.rivals)


def _is_odd(char: str, page: Page, *, noted: bool) -> bool:
    if page.traditional and char in unconverted():
        return True
    return (char in page.annotated and not noted) or "０" <= char <= "ｚ" or char in "‘’"


@functools.lru_cache(maxsize=256)
def common(trail: int) -> tuple[str, ...]:
    """The characters with this second byte that the language model knows, the commonest first."""
    return _known(character(lead, trail) for lead in range(0x81, 0xFF))


@functools.lru_cache(maxsize=256)
def common_after(lead: int) -> tuple[str, ...]:
    """The characters with this first byte and a second one that can begin a pair."""
    return _known(character(lead, trail) for trail in range(0x80, 0xFF))


def _known(characters: Iterable[str]) -> tuple[str, ...]:
    found = {char: rarity(char) for char in characters if char}
    return tuple(sorted((char for char in found if found[char] < UNKNOWN), key=lambda char: found[char]))
