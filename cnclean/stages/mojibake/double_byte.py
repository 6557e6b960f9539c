"""Chinese read in another Chinese encoding.

`浣犲ソ` is 你好 in UTF-8 read as GB, `笢恅` 中文 in GB read as Big5, `いゅ` 中文 in Big5 read as GB.

Text is turned back into the bytes that it was read from, those are read as what they were, and the reading is taken
where it is far better Chinese than the text.
"""

import functools
import itertools
from collections.abc import Callable, Collection, Iterator
from typing import Final

from cnclean.encoding.likelihood import chinese, count_beyond_ascii, natural, pairs
from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.crossed import find_crossed
from cnclean.stages.mojibake.relayed import find_relayed
from cnclean.stages.mojibake.shifted import LOST, apart_from_lost
from cnclean.stages.mojibake.tripled import find_tripled

# By how much a reading must score better than what stands there (`cnclean.encoding.likelihood`):
_GAIN = 24.0
_GAIN_OF_WHOLE = 12.0  # in a line in which nothing is clean
_GAIN_OF_KNOWN = 12.0  # where other lines of the text were misread so
_CLEAR = 6.0  # a reading of the whole line that gains so much a character needs no comparison
# What it must score itself, and how much of it may be lost besides the characters that are lost already:
_ENOUGH = 3.0
_PER_CHARACTER = 0.3
_MOST_LOST = 0.15
_READABLE = 1 / 3  # with more of it lost in all, it is no text
# Of the characters in prose so many pairs are common ones; or they are more than a few, each of them scores so much,
# and no more than so many are doubles or in the order of a list.
_PAIRS, _FEW, _GOOD, _DOUBLES, _SORTED = 0.12, 5, 1.2, 0.2, 0.9

# Readings in Bopomofo; numbers in circles and brackets and small Roman ones, as in answers to an exercise. Of misread
# text they are one character in ten.
_WRITTEN_SO = compile_later("[\u3105-\u312fˇˊˋ˙\u2160-\u217f\u2460-\u24ff\u2776-\u2793\u3220-\u32ff]")
_LOST_BEFORE = compile_later(rf"{LOST}|(?<=[^\0-\x7f])\?")
_APART = compile_later(r"(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])")  # as a table has its characters
_ICONS = compile_later("[\0-\x7f]*(?:[\ue000-\uf8ff][\0-\x7f]+)*[\ue000-\uf8ff]?")  # each beside its number

_Find = Callable[[str], Iterator[tuple[int, int, str]]]
# The two Big5 differ in a few rows; Python and Windows write the plain one, browsers the other.
_READINGS: Final[tuple[tuple[str, _Find, float], ...]] = (
    ("utf-8 read as gb18030", functools.partial(find_tripled, encoding="gb18030"), 0.0),
    ("utf-8 read as big5", functools.partial(find_tripled, encoding="big5hkscs"), 0.0),
    ("latin-1 in utf-8 read as gb18030", find_relayed, 0.0),
    ("gb18030 read as big5", functools.partial(find_crossed, wrote="gb18030", read="big5"), 0.0),
    ("gb18030 read as big5hkscs", functools.partial(find_crossed, wrote="gb18030", read="big5hkscs"), 8.0),
    ("big5 read as gb18030", functools.partial(find_crossed, wrote="big5hkscs", read="gb18030"), 0.0),
)

DOUBLE_BYTE: Final = frozenset(note for note, _, _ in _READINGS)


def find_double_byte(line: str, known: Collection[str] = (), first: str = "") -> list[Span]:
    """The spans of the misreading that explains most.

    `known` misreadings of other lines need less evidence; the misreading `first`, of the last line, is tried first.
    """
    best: list[Span] = []
    most = 0.0
    size = count_beyond_ascii(line)
    for note, find, handicap in sorted(_READINGS, key=lambda reading: reading[0] != first):
        if known and note not in known:
            continue
        spans, gain = _reading(line, note, find, size, is_known=bool(known))
        if gain - handicap > most:
            best, most = spans, gain - handicap
        if most > _CLEAR * size:
            break
    return best


def _reading(line: str, note: str, find: _Find, size: int, *, is_known: bool) -> tuple[list[Span], float]:
    """The spans of one misreading that make better Chinese, and how much better it is in all."""
    enough = _GAIN_OF_KNOWN if is_known else _GAIN
    spans: list[Span] = []
    gain = 0.0
    for start, end, new in find(line):
        old = line[start:end]
        if new == old or not (is_known or "utf-8" in note or _is_prose(old, new)):
            continue
        whole = count_beyond_ascii(new) >= size
        better = _gain(old, new, min(enough, _GAIN_OF_WHOLE) if whole else enough)
        if better:
            spans += [(*part, note) for part in apart_from_lost(start, old, new)]
            gain += better
    return spans, gain


def _is_prose(old: str, new: str) -> bool:
    """Half of the neighbours in prose are common pairs; in a list of rare characters, read anew, hardly any are.

    Where they are few, the text must not be such a list: sorted, with doubles, or of characters no better than others.
    """
    count = count_beyond_ascii(old)
    if 2 * len(_WRITTEN_SO.findall(old)) >= count or 2 * len(_APART.findall(old)) >= count or _ICONS.fullmatch(old):
        return False
    characters = [character for character in new if character > "\x7f"]
    neighbours = [first + second for first, second in itertools.pairwise(characters) if first != second]
    common = pairs()
    if sum(pair in common for pair in neighbours) >= max(1, _PAIRS * (len(characters) - 1)):
        return True
    doubles = sum(first == second for first, second in itertools.pairwise(characters))
    if len(characters) < _FEW or doubles > _DOUBLES * len(characters) or chinese(new) < _GOOD * len(characters):
        return False
    return not (_is_sorted(old) or _is_sorted(new))


def _is_sorted(text: str) -> bool:
    """By code point, or by the bytes of GB, which are those of Big5 here."""
    for codes in (
        [ord(character) for character in text],
        [character.encode("gb18030", "replace") for character in text],
    ):
        steps = [first < second for first, second in itertools.pairwise(codes)]  # type: ignore[operator]  # a list of one kind
        if sum(steps) >= _SORTED * len(steps):
            return True
    return False


def _gain(old: str, new: str, enough: float) -> float:
    """How much better the reading is; 0 where it is not clearly better, or no Chinese, or too much of it is lost."""
    score = chinese(new)
    count = count_beyond_ascii(new)
    gain = score - natural(old)
    if (
        count < 2
        or score < max(_ENOUGH, count * _PER_CHARACTER)
        or gain < enough
        or new.count(LOST) > min(len(_LOST_BEFORE.findall(old)) + max(1, _MOST_LOST * count), _READABLE * count)
    ):
        return 0.0
    return gain
