"""A lost byte on the page: what it may have been, and the ASCII character that it may have taken with it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cnclean.stages.annotations.ahead import half_each, known_ahead
from cnclean.stages.annotations.candidates import common, common_after
from cnclean.stages.annotations.octets import WIDE, octets, vanishing
from cnclean.stages.annotations.readings import windows
from cnclean.stages.annotations.states import ODD, Page, State, Token, emit, read
from cnclean.stages.annotations.symbols import likelihood

_BROKEN: Final = 24
"""So many characters are tried across which the decoder restarted, the likeliest."""
ALONE: Final = 0x80
"""No pair begins with this byte: the decoder loses it alone, without the next one."""
_RESTARTS: Final = "！？；。，"
"""Marks before which the decoder restarts."""
_ENDS: Final = "。！？”"
"""Marks with which a line may end."""
_YEAR: Final = re.compile("[0-9]{3}年")
_SPACED: Final = re.compile("[A-Za-z ]")
_QUOTED: Final = re.compile("[。！？][”’」』]$")
"""No comma follows the end of a sentence."""
_CENTURIES: Final = {"0": "2", "9": "1", "8": "1"}


def guess(state: State, tokens: Sequence[Token], i: int, page: Page, guesses: int) -> Iterator[State]:
    """`?` may be a question mark; the lone first byte of a pair; or one that took an ASCII character with it."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    restart = (
        following is not None and following.kind in ("char", "lost") and following.text.translate(WIDE) in _RESTARTS
    )
    if not state.pending:
        if restart and following is not None:
            for char in _likeliest(common(octets(following.text)[0]), state.last, known_ahead(tokens, i + 1), _BROKEN):
                yield state._replace(pending=octets(char)[0], restarted=True)
        else:
            yield emit(state, "?", page)
        return
    yield from read(state, "?", page)
    if state.restarted:
        return
    if following is not None and following.kind == "annotation":
        yield from _annotated(state, following.text, page)
        return
    likely = sorted(common_after(state.pending), key=lambda char: likelihood(state.last, char))
    for char in likely[:guesses]:
        new = emit(state, char, page)
        if restart or following is None or octets(char)[1] == ALONE:
            yield new
            if following is None:
                yield from _ended(new, octets(char)[1], page)
        else:
            yield from _unswallow(new, tokens, i + 1, page)


def _annotated(state: State, reading: str, page: Page) -> Iterator[State]:
    """The annotated character, which ends with the only second byte that is lost alone."""
    for char, known in windows(state.pending, reading):
        if octets(char)[1] == ALONE:
            new = emit(state, char, page, noted=True)
            yield new if known else new._replace(cost=new.cost + ODD)


def _ended(state: State, trail: int, page: Page) -> Iterator[State]:
    """The line ends with a mark: the lost byte is its second one, and the pair before that fell out."""
    vanished = vanishing().get(trail, ())
    for mark in _ENDS:
        if octets(mark)[0] in vanished:
            yield emit(state, mark, page)


def _likeliest(characters: Sequence[str], before: str, ahead: str, most: int) -> list[str]:
    """The likeliest behind `before`, also by what is ahead, where that is known."""
    likely = sorted(characters, key=lambda char: likelihood(before, char))
    if not ahead:
        return likely[:most]
    return half_each(likely, lambda char: likelihood(before, char) + likelihood(char, ahead), most)


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
        unusual = 1.0 if spaced else page.space
        yield state._replace(text=state.text + " ", cost=state.cost + unusual)
    if page.narrow and not spaced:
        yield emit(state, ",", page)
