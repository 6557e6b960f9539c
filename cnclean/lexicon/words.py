"""Word frequencies, and the cut of a clause into the likeliest words."""

import functools
import math
from collections.abc import Iterable
from typing import Final

from cnclean.lexicon.content import content_of
from cnclean.patterns import compile_later
from cnclean.remembered import remembered

LEVELS_FROM: Final = 0x100
"""In the table a word ends with its level: U+0100 + index into `COUNTS`. No word has such a letter."""


def _counts() -> list[int]:
    """What the 256 levels stand for: exact counts up to 18, then steps of 5.6 %."""
    counts = [1]
    while len(counts) < 256:
        counts.append(max(counts[-1] + 1, round(counts[-1] * 1.056)))
    return counts


COUNTS: Final = _counts()
LOGS: Final = {chr(LEVELS_FROM + index): math.log10(count) for index, count in enumerate(COUNTS)}
"""Of the levels, what they stand for."""
_WORD: Final = compile_later("([^\u0100-\u01ff]*)([\u0100-\u01ff])")
LOG_TOTAL: Final = math.log10(60_101_967)
"""Of the sum of jieba's counts: what a word of one occurrence costs."""
_LETTERS: Final = compile_later("[A-Za-z0-9]")


def word_frequency(word: str) -> int:
    """Occurrences per 60 million words, to about 3 %; 0 for what is no word of the lexicon."""
    log = word_log(word)
    return round(10**log) if log >= 0 else 0


@remembered(most=1 << 16)
def word_log(word: str) -> float:
    """log10 of the occurrences of `word`; -1 for what is no word of the lexicon."""
    line, rest = _lines().get(word[:1], ""), word[1:]
    if not rest:
        return LOGS.get(line[:1], -1.0)
    at = line.find(rest)
    while at >= 0:
        level = line[at + len(rest) : at + len(rest) + 1]
        if level in LOGS and (at == 0 or line[at - 1] in LOGS):
            return LOGS[level]
        at = line.find(rest, at + 1)
    return -1.0


def segment(clause: str) -> list[str]:
    """Cut `clause` into the words whose product of frequencies is greatest; `"".join(segment(c)) == c`.

    What is in no word stands alone, character by character; a run of ASCII letters and digits stays together.
    """
    return _join_letters(clause, best_cut(clause)[1])


def best_cut(clause: str) -> tuple[list[float], list[int]]:
    """For each place: the cost (-log10 of the probability) of the best cut from there on, and where its word stops."""
    end = len(clause)
    costs = [0.0] * (end + 1)
    stops = [end] * (end + 1)
    for start in range(end - 1, -1, -1):
        words = words_at(clause[start : start + 2])
        stop = start + 1
        least, choice = costs[stop] + LOG_TOTAL, stop  # an unknown character counts as one occurrence
        fragment = clause[start]
        while (log := words.get(fragment)) is not None:
            if log >= 0 and costs[stop] + LOG_TOTAL - log < least:
                least, choice = costs[stop] + LOG_TOTAL - log, stop
            if stop == end:
                break
            stop += 1
            fragment = clause[start:stop]
        costs[start], stops[start] = least, choice
    return costs, stops


def _join_letters(clause: str, stops: list[int]) -> list[str]:
    pieces: list[str] = []
    start, joining = 0, False
    while start < len(clause):
        stop = stops[start]
        letter = stop == start + 1 and _LETTERS.match(clause[start]) is not None
        if letter and joining:
            pieces[-1] += clause[start]
        else:
            pieces.append(clause[start:stop])
        start, joining = stop, letter
    return pieces


def first_characters() -> Iterable[str]:
    """The characters with which words begin."""
    return _lines()


@remembered(most=1 << 15)
def words_at(pair: str) -> dict[str, float]:
    """The words that begin with `pair` or are its first character, and log10 of their counts; beginnings of words: -1.

    Of the words that begin with a character most are never met, hence by pairs.
    """
    line, first, second = _lines().get(pair[0], ""), pair[0], pair[1:]
    if not line:
        return {}
    found = {first: LOGS.get(line[0], -1.0)}
    at = line.find(second) if second and second not in LOGS else -1
    while at > 0 and line[at - 1] not in LOGS:
        at = line.find(second, at + 1)
    while at >= 0 and line.startswith(second, at):  # the words are sorted
        match = _WORD.match(line, at)
        assert match is not None  # noqa: S101 - each word ends with its level
        word, at = first + match[1], match.end()
        for stop in range(2, len(word)):
            found.setdefault(word[:stop], -1.0)
        found[word] = LOGS[match[2]]
    return found


@functools.cache
def levels_after(first: str) -> dict[str, str]:
    """What follows `first` in the words that begin with it, each with its level, whose log10 is in `LOGS`."""
    return dict(_WORD.findall(_lines().get(first, "")))


@functools.cache
def _lines() -> dict[str, str]:
    lines = content_of("words.bin").decode("utf8").split("\n")
    return {line[0]: line[1:] for line in lines}
