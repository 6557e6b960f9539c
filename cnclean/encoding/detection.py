"""Which encoding bytes are in.

Byte order marks first, then pure ASCII (with HZ inside or not), then valid UTF-8: each of these is certain. All else is
read in every candidate encoding, and the reading that scores best as Chinese (`likelihood`) is taken: a sample decides,
the whole is decoded. Damaged bytes cost a reading little, so that a few never change the decision.
"""

import codecs
import re

from cnclean.encoding.damaged import decode_double_byte, decode_hz, decode_utf8, decode_utf16
from cnclean.encoding.likelihood import chinese
from cnclean.tables.private_use import GB_PRIVATE_USE

Detection = tuple[str, str | None, float, int]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_SAMPLE = 4096
_HIGH = re.compile(rb"[\x80-\xff]")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LOST = -10.0  # what an unreadable byte costs a reading
_SURE = 12.0  # the score of two or three common characters
_PER_CHARACTER = 0.5


def detect(data: bytes) -> Detection:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text, lost = read(data[len(mark) :], encoding)
            return text, encoding, 1.0, lost
    if not _HIGH.search(data) and b"\0" not in data:
        return _detect_seven_bit(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if b"\0" not in data:
            return text, "utf-8", 1.0, 0
    return _detect_by_score(data)


def read(data: bytes, encoding: str) -> tuple[str, int]:
    """The text of `data` in a known encoding, damaged or not, and how many characters are lost."""
    if encoding == "utf-8":
        return decode_utf8(data)
    if encoding == "hz":
        return decode_hz(data)
    if encoding in ("gb18030", "big5", "big5hkscs"):
        text, lost = decode_double_byte(data, encoding)
        return (text.translate(GB_PRIVATE_USE) if encoding == "gb18030" else text), lost
    return decode_utf16(data, encoding)


def _detect_seven_bit(data: bytes) -> Detection:
    if b"~{" in data:
        text, lost = decode_hz(data)
        if chinese(text[:_SAMPLE]) > 0:
            return text, "hz", 1.0, lost
    return data.decode("ascii"), "ascii", 1.0, 0


def _detect_by_score(data: bytes) -> Detection:
    high = _HIGH.search(data)
    start = high.start() if high else 0
    # All before the first high byte is ASCII, so that characters of one, two or three bytes begin there.
    sample, whole_units = data[start : start + _SAMPLE], data[:_SAMPLE]
    scores = {
        "utf-8": _score_utf8(sample),
        "gb18030": _score(sample, "gb18030"),
        "big5hkscs": _score(sample, "big5hkscs"),
        "utf-16-le": _score_utf16(whole_units, "utf-16-le"),
        "utf-16-be": _score_utf16(whole_units, "utf-16-be"),
    }
    if b"~{" in data:
        scores["hz"] = _score(whole_units, "hz")
    ranked = sorted(scores, key=lambda name: -scores[name])
    best, second = ranked[0], ranked[1]
    if scores[best] <= 0:
        text, lost = decode_utf8(data)
        return text, None, 0.0, lost
    if best == "big5hkscs":
        best = _name_big5(data)
    text, lost = read(data, best)
    return text, best, _confidence(scores[ranked[0]], max(0.0, scores[second])), lost


def _confidence(best: float, second: float) -> float:
    return round(min(1.0, (best - second) / (2 * _SURE)), 3)


def _score(sample: bytes, encoding: str) -> float:
    text, lost = read(sample, encoding)
    return _good_enough(text, lost)


def _good_enough(text: str, lost: int) -> float:
    score = chinese(text.replace("\ufffd", "")) + _LOST * lost
    count = sum(character > "\x7f" for character in text)
    return score if score > count * _PER_CHARACTER else 0.0


def _score_utf8(sample: bytes) -> float:
    """Valid sequences are evidence whatever they say; a stray high byte in a few is damage."""
    valid = _UTF8_SEQUENCE.findall(sample)
    high = sum(byte > 0x7F for byte in sample)
    covered = sum(map(len, valid))
    stray = high - covered
    if stray > max(2, covered * 0.2) or not valid:
        return 0.0
    return len(valid) * 6.0 + _LOST * min(stray, len(valid)) * 0.3


def _score_utf16(sample: bytes, encoding: str) -> float:
    text, lost = decode_utf16(sample, encoding)
    zeros = sample[1::2].count(0) if encoding == "utf-16-le" else sample[::2].count(0)
    others = sample[::2].count(0) if encoding == "utf-16-le" else sample[1::2].count(0)
    latin = (zeros - 2 * others) * 3.0 if sum(" " <= c < "\x7f" for c in text) >= zeros * 0.8 else 0.0
    return max(0.0, _good_enough(text, lost)) + max(0.0, latin)


def _name_big5(data: bytes) -> str:
    """The rows C6-C8, where 〇 is, differ in Python's `big5`; browsers read them as HKSCS and ETEN do."""
    try:
        return "big5" if data.decode("big5") == data.decode("big5hkscs") else "big5hkscs"
    except UnicodeDecodeError:
        return "big5hkscs"
