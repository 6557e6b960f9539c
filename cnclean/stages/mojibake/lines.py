"""Misread lines: found by their strange characters, read again until nothing is left, compared with one another."""

import functools
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from cnclean.edits import splice
from cnclean.gaps import compose
from cnclean.han import count_han
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span
from cnclean.stages.mojibake.double_byte import DOUBLE_BYTE, find_double_byte
from cnclean.stages.mojibake.escapes import find_escapes
from cnclean.stages.mojibake.european import find_european
from cnclean.stages.mojibake.evidence import ESCAPED, LATIN_EVIDENCE, SINGLE_EVIDENCE, strange_places
from cnclean.stages.mojibake.relayed import find_relayed
from cnclean.stages.mojibake.single_byte import find_single_byte

_APART = compile_later("[\u3041-\u30fe][\u3099\u309a]")
_AROUND = 24
_ROUNDS = 4
_FEW = 4
_BESIDE = 12
_NO_DOUBT = 16  # characters repaired
_SHOWS = compile_later("[乱亂][码碼]|[编編][码碼]|解[码碼]|方式(?:读取|讀取|打[开開])|[显顯]示(?:[成为為“「]|[:：])")
"""What a line says that shows mojibake; of one that is misread itself nothing of it could be read."""

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b"))  # the stage that takes these away has been there already


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


class _Line:
    """A line on the way: what it has become, and where that differs from what it was.

    Kana whose voice mark stands apart are read as one character, as they are read once they have become one.
    """

    def __init__(self, start: int, text: str) -> None:
        kana: list[Span] = [(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in _APART.finditer(text)]
        self.start, self.old, self.new = start, text, splice(text, kana)
        self.gaps = compose([], kana, "mojibake")
        self.size: Counter[str] = Counter()  # how many characters each misreading has given

    def repair(self, find: Callable[[str, Collection[str]], list[Span]]) -> bool:
        """Repair until nothing is left to repair: a text may have been misread twice. Whether anything was.

        After the first round the misreading of this line is known.
        """
        for done in range(_ROUNDS):
            spans = find(self.new, [note for note, size in self.size.items() if size >= _FEW])
            if not spans:
                return done > 0
            for _, _, new, *notes in spans:
                self.size.update(dict.fromkeys(notes, len(new)))
            self.new = splice(self.new, spans)
            self.gaps = compose(self.gaps, spans, "mojibake")
        return True

    def spans(self) -> Iterator[Span]:
        if _SHOWS.search(self.old):
            return
        for gap in self.gaps:
            new = self.new[gap.start : gap.end]
            start, end = gap.original_start, gap.original_end
            if gap.notes and new != self.old[start:end] and not self._is_shown(start, end, new):
                yield self.start + start, self.start + end, new.translate(_INVISIBLE), gap.notes[0]

    def _is_shown(self, start: int, end: int, new: str) -> bool:
        """Whether it is an example, with what it was beside it: `测试` and `²âÊÔ` in two cells of a table."""
        reach = len(new) + _BESIDE
        return count_han(new) > 1 and (
            new in self.old[max(0, start - reach) : start] or new in self.old[end : end + reach]
        )


def _known(lines: list[_Line]) -> frozenset[str]:
    """The misreadings of which there is no doubt in this text: short lines are read with them on less evidence."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(line.size)
    return frozenset(note for note, size in total.items() if size >= _NO_DOUBT)


def _strange_lines(text: str) -> Iterator[_Line]:
    done = 0
    while (at := next(strange_places(text, done), None)) is not None:
        line = _line_around(text, at)
        done = line.start + len(line.old)
        yield line


def _lines_between(text: str, lines: list[_Line]) -> Iterator[_Line]:
    """The lines with a single strange character, which is no evidence unless other lines are misread."""
    known = {line.start for line in lines}
    done = 0
    while (match := SINGLE_EVIDENCE.search(text, done)) is not None:
        line = _line_around(text, match.start())
        done = line.start + len(line.old)
        if line.start not in known:
            yield line


def _line_around(text: str, at: int) -> _Line:
    start = text.rfind("\n", 0, at + 1) + 1
    end = text.find("\n", max(at, start))
    return _Line(start, text[start : len(text) if end < 0 else end])


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
