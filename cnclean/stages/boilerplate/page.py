"""A page while it is looked through: its lines, what each says, and which have been struck out."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import CLAUSE, CODE, is_address, is_body
from cnclean.stages.boilerplate.reading import Reading

NEAR: Final = 32
"""How far, over struck lines, the next line of another kind is looked for."""

_DATES: Final = 2
"""Where more lines are bare dates, they are a chronicle's."""

_CLAUSES: Final = 2
"""So many clauses that say nothing of the page make a contract."""

_DOUBTED: Final = -4.0
_MOST: Final = 3
_SURE: Final = 5.0
_LITTLE: Final = 4
_MUCH: Final = 4.0
_LEAST: Final = -2.0
"""What a paragraph says and claims at least to be furniture where others of its kind end the page."""
_PROSE_REST: Final = 25
_ENDED = compile_later(rf"(?:[。．]|(?<=[{HAN}）)”」』\"])\.)[”」』）)\"]?[\s*]*$")


def says_nothing(reading: Reading | None) -> bool:
    """Nothing that a page says, or nothing but a word or two in a sentence of the text."""
    return reading is None or reading.weight < 1 or reading.claim < _DOUBTED


def _is_known(reading: Reading | None) -> bool:
    """All of a line is the page's own: no paragraph, however long it is."""
    return reading is not None and reading.labelled and reading.rest <= _LITTLE and reading.claim >= _SURE


class Page:
    """The non-blank lines of a text, what each says, and which of them have been struck out (with their kind)."""

    def __init__(self, lines: Sequence[str], keep: Set[str], stays: Set[int]) -> None:
        self.lines = lines
        self.keep = keep
        self.bare = [line.strip() for line in lines]
        self.copies = Counter(self.bare)
        self.addresses = {at for at, line in enumerate(lines) if is_address(line)}
        self._stays = stays
        self._paragraphs = [at for at, line in enumerate(lines) if is_body(line)]
        self._clauses = [at for at, line in enumerate(lines) if CLAUSE.match(line)]

    def begin(self, readings: Mapping[int, Reading], spared: Set[int]) -> None:
        """Begin with what some lines say; nothing is struck out, and those that are `spared` stay."""
        self.readings = readings
        self.spared = {*self._stays, *spared}
        self.struck: dict[int, str] = {}
        self.body = dict.fromkeys(at for at in self._paragraphs if not _is_known(readings.get(at)))
        self.prose = any(
            at not in readings or readings[at].claim < 0 or readings[at].rest >= _PROSE_REST for at in self.body
        )
        self.is_chronicle = sum(reading.bare_date for reading in readings.values()) > _DATES
        self.has_clauses = sum(says_nothing(readings.get(at)) for at in self._clauses) >= _CLAUSES
        self.fleeting: set[int] = set()
        self.head, self.tail, self.end = 0, -1, -1
        self.terms: set[int] = set()
        self._first = 0

    def drop(self, at: int, kind: str) -> bool:
        if kind in self.keep or at in self.spared or CODE.match(self.lines[at]):
            return False
        self.struck[at] = kind
        return True

    def beside(self, at: int) -> set[str]:
        """The kinds of the struck lines next to a line."""
        return {self.struck[near] for near in (at - 1, at + 1) if near in self.struck}

    def next_to(self, at: int) -> list[int]:
        return [near for near in (at - 1, at + 1) if 0 <= near < len(self.lines)]

    def is_enclosed(self, at: int) -> bool:
        """Between lines that have gone, as has one line more beside them; the page's end counts as gone."""
        around = [
            near in self.struck or near in self.terms or near >= len(self.lines)
            for near in (at - 2, at - 1, at + 1, at + 2)
        ]
        return around[1] and around[2] and sum(around) >= _MOST

    def is_below_text(self, at: int) -> bool:
        return at >= self.tail >= 0 or at in self.terms

    def kept(self, at: int, step: int) -> str:
        """The next kept line, if it is near."""
        for near in range(at + step, at + NEAR * step, step):
            if 0 <= near < len(self.lines) and not (near in self.struck or near in self.terms or near in self.fleeting):
                return self.lines[near]
        return ""

    def neighbour(self, at: int, step: int = 1) -> str:
        """The line right beside, if it is kept."""
        near = at + step
        return self.lines[near] if 0 <= near < len(self.lines) and near not in self.struck else ""

    def first_kept(self) -> int:
        while self._first in self.struck:
            self._first += 1
        return self._first

    def first_body(self) -> int:
        return next((at for at in self.body if at not in self.struck), 0)

    def last_body(self) -> int:
        return next((at for at in reversed(self.body) if at not in self.struck), -1)

    def last_text(self) -> int:
        return next((at for at in range(len(self.lines) - 1, -1, -1) if self.is_text(at)), -1)

    def closing_terms(self) -> set[int]:
        """The last kept paragraphs, as far as each says as much of the page as rules for commenting do."""
        terms = set()
        for at in [at for at in reversed(self.body) if at not in self.struck]:
            reading = self.readings.get(at)
            if reading is None or reading.weight < _MUCH or reading.claim < _LEAST:
                break
            terms.add(at)
        return terms

    def is_text(self, at: int) -> bool:
        """A kept paragraph, or a short sentence that says nothing a page would say."""
        if at in self.struck:
            return False
        reading = self.readings.get(at)
        return at in self.body or (says_nothing(reading) and bool(_ENDED.search(self.lines[at])))
