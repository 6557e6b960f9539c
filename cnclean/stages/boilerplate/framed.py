"""What a frame holds together: an advertisement between brackets, quoted terms. All of it goes, or nothing."""

from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import RIGHTS
from cnclean.stages.boilerplate.line_shapes import HASH, ends_sentence, is_numbered
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import KNOWN

_OPENS: Final = compile_later(r"[\s*]*【[\s*]*$")
_CLOSES: Final = compile_later(r"[^【]*】[\s*]*$")
_LONGEST: Final = 12
_TITLE: Final = compile_later(r"\W*(?:免[责責]|版[权權])?[声聲]明[\s*:：]*$")
_PIECES: Final = 6
_PIECE: Final = 40
_QUOTE: Final = compile_later(r"\s*>\s*\S")
_PROMPTS: Final = frozenset({"follow", "share", "ad", "app"})


def strike_framed(page: Page) -> None:
    for at in sorted(page.struck):
        if page.struck[at] in RIGHTS and _QUOTE.match(page.lines[at]) and _goes_on(page, at + 1):
            page.drop(at + 1, page.struck[at])
    for at in [at for at, reading in page.readings.items() if reading.kind in RIGHTS and _TITLE.match(page.lines[at])]:
        terms = _terms(page, at)
        for near in [at, *terms] if terms else ():
            page.drop(near, page.readings[at].kind)
    for at in [at for at, kind in page.struck.items() if kind in _PROMPTS]:
        line = page.lines[at]
        first = at if _OPENS.match(line) else _nearest(page, at, -1)
        last = at if _CLOSES.match(line) else _nearest(page, at, 1)
        if first >= 0 and last >= 0:
            for near in range(first, last + 1):
                page.drop(near, page.struck[at])


def _terms(page: Page, at: int) -> list[int]:
    """The pieces of a sentence between the title of terms and those that have gone."""
    pieces: list[int] = []
    between = 0
    for near in range(at + 1, min(at + 2 + _PIECES, len(page.lines))):
        if page.struck.get(near) in RIGHTS:
            between = len(pieces)
        elif near not in page.struck and _is_piece(page, near):
            pieces.append(near)
        else:
            break
    return pieces[:between]


def _is_piece(page: Page, at: int) -> bool:
    line = page.lines[at]
    return len(line) <= _PIECE and not (at in page.body or ends_sentence(line) or HASH.match(line) or is_numbered(line))


def _goes_on(page: Page, at: int) -> bool:
    """Whether a quoted line goes on about rights, as the one above does."""
    reading = page.readings.get(at)
    told = reading is not None and reading.kind in RIGHTS and reading.weight >= KNOWN
    return told and bool(_QUOTE.match(page.lines[at]))


def _nearest(page: Page, at: int, step: int) -> int:
    """The bracket that opens above or closes below, or -1 where another frame begins or none is near."""
    wanted, unwanted = (_OPENS, _CLOSES) if step < 0 else (_CLOSES, _OPENS)
    for near in range(at + step, at + _LONGEST * step, step):
        if not 0 <= near < len(page.lines) or near in page.body or unwanted.match(page.lines[near]):
            break
        if wanted.match(page.lines[near]):
            return near
    return -1
