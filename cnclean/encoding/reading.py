"""Bytes read in a given encoding, damaged or not, and how good the text is."""

from cnclean.encoding.double_byte import decode_double_byte
from cnclean.encoding.hz import decode_hz
from cnclean.encoding.likelihood import chinese, count_beyond_ascii
from cnclean.encoding.unicode import decode_utf8, decode_utf16
from cnclean.han import KANA
from cnclean.patterns import compile_later
from cnclean.tables.private_use import GB_PRIVATE_USE

_KANA = compile_later(f"[{KANA}]")
_UTF8_SEQUENCE = compile_later(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LOST = -10.0  # what an unreadable byte costs a reading
_PER_CHARACTER = 0.5


def read(data: bytes, encoding: str) -> tuple[str, int]:
    """The text of `data`, and how many characters are lost."""
    if encoding == "utf-8":
        return decode_utf8(data)
    if encoding == "hz":
        return decode_hz(data)
    if encoding in ("gb18030", "big5hkscs"):
        text, lost = decode_double_byte(data, encoding)
        return (text.translate(GB_PRIVATE_USE) if encoding == "gb18030" else text), lost
    return decode_utf16(data, encoding)


def score(data: bytes, encoding: str) -> float:
    """How likely it is that `data` is in `encoding`; 0 where it is not."""
    if encoding == "utf-8":
        return _score_utf8(data)
    text, lost = read(data, encoding)
    if encoding.startswith("utf-16"):
        return max(0.0, _good_enough(text, lost)) + max(0.0, _score_latin(data, text, encoding))
    return _good_enough(text, lost)


def average(data: bytes, encoding: str) -> float:
    """The score of a character."""
    text = _KANA.sub("", read(data, encoding)[0].replace("\ufffd", ""))
    return chinese(text) / max(1, sum(character > "\x7f" for character in text))


def utf8_sequences(data: bytes) -> list[bytes]:
    """The characters beyond ASCII in `data` that are whole in UTF-8."""
    return _UTF8_SEQUENCE.findall(data)


def _good_enough(text: str, lost: int) -> float:
    # Kana have one code in GB and in EUC-JP: they say nothing, the ideographs between them do.
    text = _KANA.sub("", text.replace("\ufffd", ""))
    points = chinese(text) + _LOST * lost
    return points if points > count_beyond_ascii(text) * _PER_CHARACTER else 0.0


def _score_utf8(data: bytes) -> float:
    """Valid sequences are evidence whatever they say; a stray high byte in a few is damage."""
    valid = utf8_sequences(data)
    covered = sum(map(len, valid))
    stray = sum(byte > 0x7F for byte in data) - covered
    if stray > max(2, covered * 0.2) or not valid:
        return 0.0
    return len(valid) * 6.0 + _LOST * min(stray, len(valid)) * 0.3


def _score_latin(data: bytes, text: str, encoding: str) -> float:
    """ASCII in UTF-16 is every second byte a zero."""
    zeros, others = (data[start::2].count(0) for start in ((1, 0) if encoding == "utf-16-le" else (0, 1)))
    return (zeros - 2 * others) * 3.0 if sum(" " <= c < "\x7f" for c in text) >= zeros * 0.8 else 0.0
