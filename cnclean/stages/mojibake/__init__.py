"""Mojibake: text whose bytes were read in the wrong encoding.

UTF-8, GB 18030 and Big5 read as one another or as Latin-1, cp1252 or MacRoman, also twice over: whole documents, single
lines, and runs inside clean text. What a line was is decided by how likely its characters and neighbours are in Chinese
(`cnclean.encoding.likelihood`); European text is left to ftfy's rules, and only where those find damage. Left alone:
what cannot be reversed (锟斤拷, U+FFFD, 烫烫烫, ????).
"""

import functools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from cnclean.edits import Gap, compose, splice
from cnclean.encoding.likelihood import natural
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage
from cnclean.stages.mojibake.double_byte import find_double_byte
from cnclean.stages.mojibake.escapes import find_escapes
from cnclean.stages.mojibake.european import find_european
from cnclean.stages.mojibake.single_byte import find_single_byte
from cnclean.stages.mojibake.suspects import find_suspects
from cnclean.tables.misread import EVIDENCE

_LATIN = "\x80-\x9f\xa1-\u024f\u02c6-\u02dd"
_OTHER = "\ufe5c\ufe5d\u0391-\u03c9\u0402-\u045f\u0490\u0491\u2550-\u2570\u3041-\u30f6\u3105-\u3129\ue000-\uf8ff"
_BEFORE = f"{_LATIN}\u2030\u221a\u2500-\u256c"  # with the signs that begin characters in MacRoman and cp437
_SIGNS = "\u2013-\u203a\u2044\u20ac\u2122\u2202-\u2265\u2500-\u256c\u25ca\uf8ff\ufb01\ufb02\ufffd"
_AFTER = f"\x80-\u024f\u02c6-\u02dd\u03a9\u03c0{_SIGNS}"
_ALTERNATING = "[@-~][\xa1-\xb6\xb8-\xf9](?<!\xb7..)"  # Big5; D·E·Knuth is none
_ESCAPE = r"(?<=%)[4-9A-Fa-f][0-9A-Fa-f]%|(?<=[%\\])u[0-9A-Fa-f]{4}"
_TRIGGER = compile_later(
    rf"[{_BEFORE}{_OTHER}{EVIDENCE}%\\](?:"
    rf"{_ESCAPE}|"
    f"(?<=[\x80-\x84\x86-\x9f])|(?<=[\xc2\xc3])[ ]|(?<=[{_BEFORE}])(?:[{_AFTER}]|{_ALTERNATING})"
    f"|(?<![\0-\u024f])(?=.{{0,5}}[{_OTHER}{EVIDENCE}]))"
)
_LATIN_EVIDENCE = compile_later(
    f"[\x80-\x9f]|[\xc2\xc3][ ]|[{_BEFORE}](?:[{_AFTER}]|{_ALTERNATING})"
    # UTF-8 read as cp1251: the second byte is no letter of Russian
    "|[\u0410-\u044f][\u0402-\u040f\u0452-\u045f\u0490\u0491\x80-\xbf\u2013-\u203a\u20ac\u2116\u2122]"
)
_ESCAPED = compile_later(rf"[%\\](?:{_ESCAPE})")
_HAN_EVIDENCE = compile_later(f"[{_OTHER}{EVIDENCE}](?=.{{0,5}}[{_OTHER}{EVIDENCE}])")
_SINGLE_EVIDENCE = compile_later(f"[{_LATIN}{_OTHER}{EVIDENCE}]")
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
            if not line.gaps:
                line.repair(functools.partial(_find_chinese, known=known))
    for line in lines:
        if line.repair(_find_european):
            line.repair(_find_chinese)
        yield from line.spans()


class _Line:
    """A line on the way: what it has become, and where that differs from what it was."""

    def __init__(self, start: int, text: str) -> None:
        self.start, self.old, self.new = start, text, text
        self.gaps: list[Gap] = []
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
            if new != self.old[gap.original_start : gap.original_end]:
                yield self.start + gap.original_start, self.start + gap.original_end, new, gap.notes[0]


def _known(lines: list[_Line]) -> frozenset[str]:
    """The misreadings of which there is no doubt in this text: short lines are read with them on less evidence."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line.size)
    return frozenset(note for note, size in total.items() if size >= _NO_DOUBT)


def _odd_lines(text: str) -> Iterator[_Line]:
    done = 0
    while (match := _TRIGGER.search(text, done)) is not None:
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
    while (match := _SINGLE_EVIDENCE.search(text, done)) is not None:
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
    return _LATIN_EVIDENCE.search(place) is not None or natural(place) < _ORDINARY


def _find_chinese(line: str, known: Collection[str] = (), first: str = "") -> list[Span]:
    if _ESCAPED.search(line) and (spans := list(find_escapes(line))):
        return spans
    if _LATIN_EVIDENCE.search(line) and (spans := list(find_single_byte(line, known))):
        return spans
    return find_double_byte(line, known, first) if known or _holds_misread_han(line) else []


def _find_european(line: str) -> list[Span]:
    """After all Chinese: what this finds in Chinese that was read as Latin-1 cannot be undone."""
    return list(find_european(line)) if _LATIN_EVIDENCE.search(line) else []


def _holds_misread_han(line: str) -> bool:
    """A look at each place with evidence, before a long line is read in five ways."""
    if len(line) <= 2 * _AROUND:
        return _HAN_EVIDENCE.search(line) is not None
    done = 0
    while (match := _HAN_EVIDENCE.search(line, done)) is not None:
        start = max(done, match.start() - _AROUND)
        done = match.start() + _AROUND
        if find_double_byte(line[start:done]):
            return True
    return False


STAGE = Stage("mojibake", _TRIGGER, find_mojibake, suspect=find_suspects)
