"""Chinese read in another Chinese encoding.

`浣犲ソ` is 你好 in UTF-8 read as GB, `笢恅` 中文 in GB read as Big5, `いゅ` 中文 in Big5 read as GB.

Text is turned back into the bytes that it was read from, those are read as what they were, and the reading is taken
where it is far better Chinese than the text. UTF-8 has three bytes a character and GB two, so that bytes may have been
lost where they did not pair; a few lost characters (U+FFFD in the repair) are borne, many are not.
"""

import contextlib
import functools
import re
from collections.abc import Iterator

from cnclean.encoding.likelihood import chinese, chinese_step, natural, natural_step
from cnclean.stage import Span

_SEQUENCE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})"
_UTF8 = re.compile(_SEQUENCE + rb"(?:[\x80-\xff]{0,3}?[\x00-\x7f]{0,40}?" + _SEQUENCE + rb")*")

_GAIN = 14.0
_PER_CHARACTER = 0.3
_LOST = 0.12
# What a change between clean and misread costs: inside a sentence it is seldom, at ASCII and line ends common.
_SWITCH, _SWITCH_AT_ASCII = 10.0, 3.0
_UNREADABLE = -12.0


def find_utf8_as(line: str, encoding: str) -> Iterator[Span]:
    """UTF-8 that was read as `encoding`."""
    codes = [_code(character, encoding) for character in line]
    data = b"".join(codes)
    starts = {0: 0}
    position = 0
    for index, code in enumerate(codes, 1):
        position += len(code)
        starts[position] = index
    for match in _UTF8.finditer(data):
        start, end = match.span()
        while start not in starts:
            start += 1
        while end not in starts:
            end += 1
        old = line[starts[start] : starts[end]]
        new = _read_again(data[start:end].decode("utf-8", "replace"), encoding)
        if new != old and _better(old, new):
            yield starts[start], starts[end], new, f"UTF-8 read as {encoding}"


def _read_again(text: str, encoding: str) -> str:
    """What was misread twice is no better after the first step."""
    with contextlib.suppress(UnicodeError):
        again = text.encode(encoding).decode("utf-8")
        if chinese(again) > chinese(text):
            return again
    return text


def _better(old: str, new: str) -> bool:
    score = chinese(new)
    count = sum(character > "\x7f" for character in new)
    return (
        count > 1
        and score >= count * _PER_CHARACTER
        and new.count("\ufffd") <= _LOST * count
        and score - max(0.0, natural(old)) >= _GAIN
    )


def find_crossed(line: str, wrote: str, read: str) -> Iterator[Span]:
    """GB read as Big5 or the other way round: each character is one character in both."""
    new = [_reread(character, wrote, read) for character in line]
    for start, end in _misread_runs(line, new):
        text = "".join(new[start:end])
        if text != line[start:end] and _better(line[start:end], text):
            yield start, end, text, f"{wrote} read as {read}"


def _misread_runs(line: str, new: list[str]) -> list[tuple[int, int]]:
    """The likeliest division of the line into clean and misread runs (Viterbi over the two states)."""
    clean, misread = 0.0, 0.0
    came_from_misread: list[tuple[bool, bool]] = []  # where the best way into clean, into misread, comes from
    old_before = new_before = ""
    for old, reading in zip(line, new, strict=True):
        switch = _SWITCH_AT_ASCII if old < "\x80" or not old_before else _SWITCH
        into_clean, into_misread = misread - switch > clean, misread > clean - switch
        came_from_misread.append((into_clean, into_misread))
        stay_clean, stay_misread = clean, misread
        clean = misread - switch if into_clean else stay_clean
        misread = stay_misread if into_misread else stay_clean - switch
        if old < "\x80":
            old_before = new_before = ""
            continue
        clean += natural_step(old, old_before)
        misread += chinese_step(reading, new_before) if reading else _UNREADABLE
        old_before, new_before = old, reading
    runs: list[tuple[int, int]] = []
    state, end = misread > clean, len(line)
    for index in range(len(line) - 1, -1, -1):
        before = came_from_misread[index][state]
        if before != state:
            if state:
                runs.append((index, end))
            else:
                end = index
            state = before
    if state:
        runs.append((0, end))
    return runs[::-1]


@functools.lru_cache(maxsize=20_000)
def _code(character: str, encoding: str) -> bytes:
    if character == "\ufffd":
        return b"?"
    return character.encode(encoding, "replace")


@functools.lru_cache(maxsize=20_000)
def _reread(character: str, wrote: str, read: str) -> str:
    if character < "\x80":
        return character
    try:
        return character.encode(read).decode(wrote)
    except UnicodeError:
        return ""
