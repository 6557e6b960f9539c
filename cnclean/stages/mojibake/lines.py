"""Misread lines: found by their odd characters, read again until nothing is left, compared with one another."""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from cnclean.edits import compose, splice
from cnclean.encoding.likelihood import natural
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span
from cnclean.stages.mojibake.double_byte import find_double_byte
from cnclean.stages.mojibake.escapes import find_escapes
from cnclean.stages.mojibake.european import find_european
from cnclean.stages.mojibake.evidence import ESCAPED, HAN_EVIDENCE, LATIN_EVIDENCE, ODD, SINGLE_EVIDENCE
from cnclean.stages.mojibake.single_byte import find_single_byte

_APART = compile_later("[\u3041-\u30fe][\u3099\u309a]")
_ORDINARY = 6.0
_AROUND = 12
_ROUNDS = 4
_NO_DOUBT = 16  # characters repaired


def find_mojibake(text: str, _options: Options) -> Iterator[Span]:
    lines = list(_odd_lines(text))
    first = ""
    for line in lines:
        line.repair(functools.partial(_find_chinese, first=first))
        first = next(iter(line.size), first)
    if known := _known(lines):
        lines = sorted([*lines, *_lines_between(text, lines)], key=lambda line: line.start)
        for line in lines:
            if not line.size:
                line.repair(functools.partial(_find_chinese, known=known))
    for line in lines:
        if line.repair(_find_european):
            line.repair(_find_chinese)
        yield from line.spans()


class _Line:
    """A line on the way: what it has become, and where that differs from what it was.

    Kana whose voice mark stands apart are read as one character, as they are read once they have become one.
    """

    def __init__(self, start: int, text: str) -> None:
        kana: list[Span] = [(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in _APART.finditer(text)]
        self.start, self.old, self.new = start, text, splice(text, kana)
        self.gaps = compose([], kana, "mojibake")
        self.size: Counter[str] = Counter()  # how many characters each misreading has given

    def repair(self, find: Callable[[str], list[Span]]) -> bool:
        """Repair until nothing is left to repair: a text may have been misread twice. Whether anything was."""
        for done in range(_ROUNDS):
            spans = find(self.new)
            if not spans:
                return done > 0
            self.size.update({note: len(new) for _, _, new, *notes in spans for note in notes})
            self.new = splice(self.new, spans)
            self.gaps = compose(self.gaps, spans, "mojibake")
        return True

    def spans(self) -> Iterator[Span]:
        for gap in self.gaps:
            new = self.new[gap.start : gap.end]
            if gap.notes and new != self.old[gap.original_start : gap.original_end]:
                yield self.start + gap.original_start, self.start + gap.original_end, new, gap.notes[0]


def _known(lines: list[_Line]) -> frozenset[str]:
    """The misreadings of which there is no doubt in this text: short lines are read with them on less evidence."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line.size)
    return frozenset(note for note, size in total.items() if size >= _NO_DOUBT)


def _odd_lines(text: str) -> Iterator[_Line]:
    done = 0
    while (match := ODD.search(text, done)) is not None:
        if _is_odd(text, match):
            line = _line_around(text, match)
            done = line.start + len(line.old)
            yield line
        else:
            done = match.start() + 1


def _lines_between(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """The lines with a single odd character, which is no evidence unless other lines are misread."""
    known = {line.start for line in lines}
    done = 0
    while (match := SINGLE_EVIDENCE.search(text, done)) is not None:
        line = _line_around(text, match)
        done = line.start + len(line.old)
        if line.start not in known:
            yield line


def _line_around(text: str, match: re.Match[str]) -> _Line:
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return _Line(start, text[start : len(text) if end < 0 else end])


def _is_odd(text: str, match: re.Match[str]) -> bool:
    """A cheap look at the place before the whole line is read anew: is it unlike any text?"""
    start = match.start()
    if text[start] in "%\\":
        return True
    place = text[max(0, start - 1) : start + 6]
    return LATIN_EVIDENCE.search(place) is not None or natural(place) < _ORDINARY


def _find_chinese(line: str, known: Collection[str] = (), first: str = "") -> list[Span]:
    if ESCAPED.search(line) and (spans := list(find_escapes(line))):
        return spans
    if LATIN_EVIDENCE.search(line) and (spans := list(find_single_byte(line, known))):
        return spans
    return find_double_byte(line, known, first) if known or _holds_misread_han(line) else []


def _find_european(line: str) -> list[Span]:
    """After all Chinese: what this finds in Chinese that was read as Latin-1 cannot be undone."""
    return list(find_european(line)) if LATIN_EVIDENCE.search(line) else []


def _holds_misread_han(line: str) -> bool:
    """A look at each place with evidence, before a long line is read in five ways."""
    if len(line) <= 2 * _AROUND:
        return HAN_EVIDENCE.search(line) is not None
    done = 0
    seen: set[str] = set()  # 锟斤拷 comes by the thousand
    while (match := HAN_EVIDENCE.search(line, done)) is not None:
        if natural(line[max(0, match.start() - 1) : match.start() + 6]) >= _ORDINARY:
            done = match.start() + 1
            continue
        start = max(done, match.start() - _AROUND)
        done = match.start() + _AROUND
        place = line[start:done]
        if place not in seen and find_double_byte(place):
            return True
        seen.add(place)
    return False
