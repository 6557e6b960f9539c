"""UTF-8 read as GB 18030 or Big5: three bytes a character became one and a half.

Where the bytes did not pair, some were lost (`damaged.py`).
"""

import functools
import itertools
from collections.abc import Iterator, Mapping, Sequence

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, chinese, natural_weights, pairs, weights
from cnclean.patterns import compile_later
from cnclean.stages.mojibake.damaged import TOKEN, decode_damaged

_STRICT = compile_later(rb"(?:(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2})[\x00-\x7f]*){4,}")
_MARK = "\ufeff".encode()  # of the byte order: at a beginning it is no stranger than nothing
_GAIN = 8.0
_STRAY = -4.0  # what a byte costs that belongs to no character
_DROP = 25.0  # a run ends where so much has been lost since its best


def find_tripled(line: str, encoding: str) -> Iterator[tuple[int, int, str]]:
    """The runs of `line` that are UTF-8 read as `encoding`, and what they were."""
    codes = _codes(line, encoding)
    data = b"".join(codes)
    boundaries = dict(zip(itertools.accumulate(map(len, codes), initial=0), itertools.count(), strict=False))
    if doubled := list(_find_doubled(data, boundaries, encoding)):
        return iter(doubled)
    runs = list(_runs(data, boundaries, _natural_sums(line, codes)))
    if runs and (whole := _whole(line, codes)):
        # What is left of a line that is UTF-8 throughout is it too, even if it reads well: 路 was `·`, 伪 was α.
        return iter([(0, len(line), whole)])
    return ((boundaries[start], boundaries[end], decode_damaged(data[start:end])) for start, end in runs)


def _whole(line: str, codes: Sequence[bytes]) -> str | None:
    """The line read as UTF-8, if none of its bytes is lost or belongs to no character."""
    if any(code == b"?" != character.encode("utf-8", "replace") for character, code in zip(line, codes, strict=True)):
        return None
    try:
        return b"".join(codes).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _find_doubled(data: bytes, boundaries: Mapping[int, int], encoding: str) -> Iterator[tuple[int, int, str]]:
    """What was misread twice is no better after the first step."""
    for match in _STRICT.finditer(data):
        start, end = match.span()
        once = match[0].decode("utf-8", "replace")
        if start in boundaries and end in boundaries and chinese(once) < 0:
            again = decode_damaged(b"".join(_codes(once, encoding)))
            if chinese(again) > 0:
                yield boundaries[start], boundaries[end], again


def _runs(data: bytes, boundaries: Mapping[int, int], old: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The stretches, between whole characters of the line, that are far better as UTF-8: runs of the greatest sum."""
    weight, common = weights(), pairs()
    start, total, best, best_end = -1, 0.0, 0.0, 0
    before = ""
    for token in TOKEN.finditer(data):
        if start < 0:
            if not token["whole"] or token.start() not in boundaries:
                continue
            start, total, best, before = token.start(), 0.0, 0.0, ""
        if token["ascii"] or token[0] == _MARK:
            before = ""
        elif token["whole"]:
            character = token[0].decode("utf-8", "replace")
            total += weight[character] + (COMMON_PAIR if before + character in common else OTHER_PAIR)
            before = character
        else:
            total += _STRAY
            before = ""
        total -= old[token.end()] - old[token.start()]
        if total > best and token.end() in boundaries:
            best, best_end = total, token.end()
        elif total < best - _DROP or (best == 0.0 and total < 0.0):
            if best > _GAIN:
                yield start, best_end
            start = -1
    if start >= 0 and best > _GAIN:
        yield start, best_end


def _natural_sums(line: str, codes: Sequence[bytes]) -> list[float]:
    """For each byte, how natural the line is up to it."""
    weight, common = natural_weights(), pairs()
    sums = [0.0]
    before = ""
    for character, code in zip(line, codes, strict=True):
        if character < "\x80":
            step = 0.0
        else:
            step = weight[character] + (COMMON_PAIR if before + character in common else OTHER_PAIR)
        before = character
        sums += [sums[-1] + step * (i + 1) / len(code) for i in range(len(code))]
    return sums


def _codes(line: str, encoding: str) -> list[bytes]:
    codes = [_code(character, encoding) for character in line]
    if encoding == "gb18030" and "€" in line:
        # Windows reads a lone byte 80 as the euro sign, which has a code of two bytes too.
        for index, character in enumerate(line):
            if character == "€":
                after = b"".join(codes[index + 1 : index + 3])[:2]
                continues = len(after) == 2 and all(0x80 <= byte <= 0xBF for byte in after)
                codes[index] = b"\xa2\xe3" if continues else b"\x80"
    return codes


@functools.lru_cache(maxsize=20_000)
def _code(character: str, encoding: str) -> bytes:
    if character == "\ufffd":
        return b"\xff"
    return character.encode(encoding, "replace")
