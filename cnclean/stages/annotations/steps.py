"""How a reading of a broken run goes on with the next token of the page."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cnclean.stages.annotations.candidates import common, common_after
from cnclean.stages.annotations.fallen import undrop, undrop_across
from cnclean.stages.annotations.language import likelihood
from cnclean.stages.annotations.octets import WIDE, character, octets, widened
from cnclean.stages.annotations.readings import fits, windows
from cnclean.stages.annotations.script import is_converted
from cnclean.stages.annotations.states import ODD, Page, State, Token, emit, feed

_GUESSES: Final = 20
"""So many characters are tried for a lost second byte, the commonest,"""
_FEWER: Final = 6
"""and so many in all but the best readings."""
_HOPELESS: Final = 2.0
"""No pair is guessed to have fallen out of a reading that is less likely than the best by so much."""
_RESTARTS: Final = "！？；。，"
"""Marks before which the decoder restarts."""
_YEAR: Final = re.compile("[0-9]{3}年")
_SPACED: Final = re.compile("[A-Za-z ]")
_QUOTED: Final = re.compile("[。！？][”’」』]$")
"""No comma follows the end of a sentence."""
_CENTURIES: Final = {"0": "2", "9": "1", "8": "1"}


def grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page, dropping: int) -> Iterator[State]:
    """The states behind token `i`; in the `dropping` best ones a pair may have fallen out before it."""
    token, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    noted = following is not None and following.kind == "annotation"
    shifted = [state for state in states if state.pending and not state.restarted][:dropping]
    shifted = [state for state in shifted if state.cost < shifted[0].cost + _HOPELESS]
    if token.kind == "char":
        ahead = _ahead(tokens, i) if shifted else ""
        states = [*states, *(new for state in shifted for new in undrop(state, token, ahead, page))]
    codes = _codes(token.text) if token.kind == "char" else ()
    for rank, state in enumerate(states):
        if token.kind == "char":
            yield from _read(state, token.text, codes, page, noted=noted)
        elif token.kind == "annotation":
            yield from _skip(state, tokens[i - 1].text if i else "", token.text, page)
        elif token.kind == "straddle":
            yield from _read_across(state, token.text, page)
            if state in shifted:
                yield from undrop_across(state, token.text, page)
        else:
            yield from _guess(state, tokens, i, page, _GUESSES if rank < 4 else _FEWER)


def _ahead(tokens: Sequence[Token], i: int) -> str:
    """The character that begins with the second byte of token `i`, if no pair fell out behind it; empty if unknown."""
    code = octets(tokens[i].text)
    behind = next((token for token in tokens[i + 1 : i + 3] if token.kind != "annotation"), None)
    if len(code) < 2 or behind is None or behind.kind == "lost":
        return ""
    if behind.kind == "straddle":
        return next((char for char, _ in windows(code[1], behind.text)), "")
    following = octets(behind.text)
    return character(code[1], following[0]) if following else ""


def _read(state: State, char: str, codes: Iterable[bytes], page: Page, *, noted: bool = False) -> Iterator[State]:
    if not state.pending:
        yield emit(state, char, page, noted=noted)
        return
    for code in codes:
        true = character(state.pending, code[0])
        if true and len(code) == 1:
            yield emit(state, true, page, noted=noted)
        elif true and code[1] >= 0x80:
            yield emit(state, true, page, pending=code[1])
        elif true:
            yield emit(emit(state, true, page), chr(code[1]), page)


@functools.lru_cache(maxsize=4096)
def _codes(char: str) -> tuple[bytes, ...]:
    """The bytes that a character on the page may have been read from."""
    return tuple(filter(None, dict.fromkeys((octets(char), widened(char)))))


def _skip(state: State, before: str, reading: str, page: Page) -> Iterator[State]:
    """An annotation stands behind the two bytes that it annotates, whether or not they are one true character.

    The second of them may be an ASCII letter: 因為L had the bytes of 長.
    """
    across = state.pending or "@" <= state.last <= "~"
    if fits(before if across else state.last, reading) and (across or is_converted(state.last)):
        yield state
    elif not state.pending:
        for char in f"({reading})":
            state = emit(state, char, page)
        yield state


def _read_across(state: State, reading: str, page: Page) -> Iterator[State]:
    """The lost byte and the one before it are the annotated character."""
    before = state.pending or (octets(state.last) or b"\0")[-1]
    for char, known in windows(before, reading):
        new = feed(state, octets(char)[1], page, noted=True)
        if new is not None:
            yield new if known else new._replace(cost=new.cost + ODD)
    if not state.pending:
        for char in f"?{reading})":
            state = emit(state, char, page)
        yield state._replace(cost=state.cost + 3 * ODD)


def _guess(state: State, tokens: Sequence[Token], i: int, page: Page, guesses: int) -> Iterator[State]:
    """`?` may be a question mark; the lone first byte of a pair; or one that took an ASCII character with it."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    restart = (
        following is not None and following.kind in ("char", "lost") and following.text.translate(WIDE) in _RESTARTS
    )
    if not state.pending:
        yield emit(state, "?", page)
        if restart and following is not None:
            second = octets(following.text)[0]
            for char in common(second):
                yield state._replace(pending=octets(char)[0], restarted=True)
        return
    yield from _read(state, "?", _codes("?"), page)
    if state.restarted:
        return
    likely = sorted(common_after(state.pending), key=lambda char: likelihood(state.last, char))
    for char in likely[:guesses]:
        new = emit(state, char, page)
        if restart or following is None or octets(char)[1] == 0x80:
            yield new
        else:
            yield from _unswallow(new, tokens, i + 1, page)


def _unswallow(state: State, tokens: Sequence[Token], i: int, page: Page) -> Iterator[State]:
    """A lost byte took an ASCII character with it: a space, a digit, or a comma where commas are half-width.

    Which digit it was is only known of years.
    """
    behind = "".join(token.text for token in tokens[i : i + 4])
    if _YEAR.match(behind) and behind[0] in _CENTURIES:
        yield emit(state, _CENTURIES[behind[0]], page)
        return
    digit = emit(state, "0", page)
    yield digit._replace(text=state.text + "?", cost=digit.cost + 1)
    spaced = _SPACED.match(behind) or _QUOTED.search(state.text)
    if not behind[:1].isdigit():
        unusual = 1.0 if spaced else 2 * ODD if page.narrow else ODD
        yield state._replace(text=state.text + " ", cost=state.cost + unusual)
    if page.narrow and not spaced:
        yield emit(state, ",", page)
