"""Chinese read in another Chinese encoding: `浣犲ソ` is 你好 (UTF-8 as GB), `笢恅` 中文 (GB as Big5), `いゅ` 中文 (Big5 as GB).

Text is turned back into the bytes that it was read from, those are read as what they were, and the reading is taken
where it is far better Chinese than the text. UTF-8 has three bytes a character and GB two, so that bytes may have been
lost where they did not pair; a few lost characters (U+FFFD in the repair) are borne, many are not.
"""

import functools
import re
from collections.abc import Iterator

from cnclean.encoding.likelihood import chinese, natural
from cnclean.stage import Span

_SEQUENCE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})"
_UTF8 = re.compile(_SEQUENCE + rb"(?:[\x80-\xff]{0,3}?[\x00-\x7f]{0,40}?" + _SEQUENCE + rb")*")

_GAIN = 14.0
_PER_CHARACTER = 1.5
_LOST = 0.12
_DROP = 20.0  # a run of re-read characters ends where this much has been lost since its best


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
        new = data[start:end].decode("utf-8", "replace")
        if new != old and _better(old, new):
            yield starts[start], starts[end], new, f"UTF-8 read as {encoding}"


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
    """GB read as Big5 or the other way round: every pair of bytes is a character in both, so runs are found by sums."""
    new = [_reread(character, wrote, read) for character in line]
    start, total, best, best_end = 0, 0.0, 0.0, 0
    for index, (old, reading) in enumerate(zip(line, new, strict=True)):
        if old < "\x80":
            continue
        gain = -_DROP if not reading else chinese(reading) - natural(old)
        if total <= 0.0:
            start, total, best, best_end = index, 0.0, 0.0, index
        total += gain
        if total > best:
            best, best_end = total, index + 1
        elif total < best - _DROP:
            if best >= _GAIN:
                yield from _crossed(line, new, start, best_end, wrote, read)
            total = best = 0.0
    if best >= _GAIN:
        yield from _crossed(line, new, start, best_end, wrote, read)


def _crossed(line: str, new: list[str], start: int, end: int, wrote: str, read: str) -> Iterator[Span]:
    text = "".join(new[start:end])
    if text != line[start:end] and _better(line[start:end], text):
        yield start, end, text, f"{wrote} read as {read}"


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
