"""UTF-8 read as GB 18030 or Big5: three bytes a character became one and a half.

Where the bytes did not pair, some were lost: what stands there is `?`, U+FFFD or nothing. The character is guessed
where its first two bytes are left and its neighbours leave no doubt; else it is U+FFFD in the repair.
"""

import contextlib
import functools
import re
from collections.abc import Iterator

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, chinese, pairs, weights

_SEQUENCE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})"
_TAIL = rb"(?:[\xe0-\xef][\x80-\xbf]?[?\xff]?(?![\x80-\xfe]))?"
_UTF8 = re.compile(_SEQUENCE + rb"(?:[\x80-\xff]{0,3}?[\x00-\x7f]{0,40}?" + _SEQUENCE + rb")*" + _TAIL)
# A whole character, or the beginning of one and what stands for its lost end, or bytes without a beginning.
_CHARACTER = re.compile(
    rb"([\x00-\x7f]+|" + _SEQUENCE + rb")|([\xe0-\xef][\x80-\xbf])[?\xff]?|[\xc2-\xf0][?\xff]?|[\x80-\xff]+?"
)
_SURE = 3.0


def find_tripled(line: str, encoding: str) -> Iterator[tuple[int, int, str]]:
    codes = _codes(line, encoding)
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
        new = _read_again(_decode(data[start:end]), encoding)
        if new != old:
            yield starts[start], starts[end], new


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


def _decode(data: bytes) -> str:
    pieces: list[str] = []
    for match in _CHARACTER.finditer(data):
        if match[1]:
            pieces.append(match[1].decode("utf-8", "replace"))
        elif match[2]:
            after = data[match.end() : match.end() + 3].decode("utf-8", "ignore")
            pieces.append(_guess(match[2], pieces[-1][-1:] if pieces else "", after[:1]))
        elif not pieces or pieces[-1] != "\ufffd":
            pieces.append("\ufffd")
    return "".join(pieces)


def _guess(beginning: bytes, before: str, after: str) -> str:
    """The one of sixty-four characters that fits its neighbours best, if no other one nearly does."""
    common, weight = pairs(), weights()
    scores = []
    for last in range(0x80, 0xC0):
        with contextlib.suppress(UnicodeDecodeError):
            character = (beginning + bytes([last])).decode("utf-8")
            score = weight[character]
            for pair in (before + character, character + after):
                if len(pair) == 2:
                    score += COMMON_PAIR if pair in common else OTHER_PAIR
            scores.append((score, character))
    scores.sort(reverse=True)
    if after > "\x7f" and len(scores) > 1 and scores[0][0] - scores[1][0] >= _SURE:
        return scores[0][1]
    return "\ufffd"


def _read_again(text: str, encoding: str) -> str:
    """What was misread twice is no better after the first step."""
    if chinese(text) >= 0:
        return text
    again = _decode(b"".join(_codes(text, encoding)))
    return again if chinese(again) > chinese(text) else text


@functools.lru_cache(maxsize=20_000)
def _code(character: str, encoding: str) -> bytes:
    if character == "\ufffd":
        return b"\xff"
    return character.encode(encoding, "replace")
