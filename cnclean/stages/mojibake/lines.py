"""Misread lines: found by their strange characters, read again until nothing is left, compared with one another."""

import functools
from collections import Counter
from collections.abc import Collection, Iterator

from cnclean.stage import Options, Span
from cnclean.stages.mojibake.double_byte import DOUBLE_BYTE, find_double_byte
from cnclean.stages.mojibake.escapes import find_escapes
from cnclean.stages.mojibake.european import find_european
from cnclean.stages.mojibake.evidence import ESCAPED, LATIN_EVIDENCE, SINGLE_EVIDENCE, strange_places
from cnclean.stages.mojibake.misread_line import MisreadLine
from cnclean.stages.mojibake.relayed import find_relayed
from cnclean.stages.mojibake.single_byte import find_single_byte

_AROUND = 24
_NO_DOUBT = 16  # characters repaired


def find_mojibake(text: str, _options: Options) -> Iterator[Span]:
    """The misread runs and what they were; each note names the misreading."""
    lines = list(_strange_lines(text))
    first = ""
    for line in lines:
        line.repair(functools.partial(_find_chinese, first=first))
        first = next(iter(line.size), first)
    if known := _known(lines):
        lines = sorted([*lines, *_lines_between(text, lines)], key=lambda line: line.start)
        for line in lines:
            if not line.size:
                line.repair(lambda text, _: _find_chinese(text, known))
    for line in lines:
        if line.repair(_find_european):
            line.repair(_find_chinese)
        yield from line.spans()


def _known(lines: list[MisreadLine]) -> frozenset[str]:
    """The misreadings of which there is no doubt in this text: short lines are read with them on less evidence."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line.size)
    return frozenset(note for note, size in total.items() if size >= _NO_DOUBT)


def _strange_lines(text: str) -> Iterator[MisreadLine]:
    done = 0
    while (at := next(strange_places(text, done), None)) is not None:
        line = _line_around(text, at)
        done = line.start + len(line.old)
        yield line


def _lines_between(text: str, lines: list[MisreadLine]) -> Iterator[MisreadLine]:
    """The lines with a single strange character, which is no evidence unless other lines are misread."""
    known = {line.start for line in lines}
    done = 0
    while (match := SINGLE_EVIDENCE.search(text, done)) is not None:
        line = _line_around(text, match.start())
        done = line.start + len(line.old)
        if line.start not in known:
            yield line


def _line_around(text: str, at: int) -> MisreadLine:
    start = text.rfind("\n", 0, at + 1) + 1
    end = text.find("\n", max(at, start))
    return MisreadLine(start, text[start : len(text) if end < 0 else end])


def _find_chinese(line: str, known: Collection[str] = (), first: str = "") -> list[Span]:
    if ESCAPED.search(line) and (spans := list(find_escapes(line))):
        return spans
    if LATIN_EVIDENCE.search(line) and (spans := list(find_single_byte(line, known))):
        return spans
    crossed = [note for note in known if note in DOUBLE_BYTE]
    return find_double_byte(line, crossed, first) if crossed or _holds_misread_han(line) else []


def _find_european(line: str, _known: Collection[str]) -> list[Span]:
    """After all Chinese: what this finds in Chinese that was read as Latin-1 cannot be undone."""
    return list(find_european(line)) if LATIN_EVIDENCE.search(line) else []


def _holds_misread_han(line: str) -> bool:
    """A look at each place with evidence, before a long line is read in five ways."""
    if any(find_relayed(line)):
        return True  # two or three signs a character: a place would cut some in two
    done = 0
    seen: set[str] = set()  # 锟斤拷 comes by the thousand
    for at in strange_places(line, signs=False):
        if at < done:
            continue
        if len(line) <= 2 * _AROUND:
            return True
        place = line[max(done, at - _AROUND) : at + _AROUND]
        done = at + _AROUND
        if place not in seen and find_double_byte(place):
            return True
        seen.add(place)
    return False
