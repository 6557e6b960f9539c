"""HZ: seven-bit GB between `~{` and `~}`, which a line opens and closes; one of them may be damaged."""

from collections.abc import Iterable

from cnclean.encoding.double_byte import decode_double_byte
from cnclean.encoding.likelihood import chinese
from cnclean.patterns import compile_later

_SHIFTED = compile_later(rb"~\{((?:[^~\n]|~(?!\}))*)(?:~\})?")
_ESCAPE = compile_later(rb"~[{}]")
_HALF_OPENER = compile_later(rb"(?=~[^\n]|[^\n]\{)")
_HALF_CLOSER = compile_later(rb"(?=~[^\n]|[^\n]\})")
_LONGEST = 2000


def decode_hz(data: bytes) -> tuple[str, int]:
    """The text of `data` in HZ, and how many characters are lost."""
    if data.count(b"~{") != data.count(b"~}"):
        data = b"\n".join(map(_mend_escapes, data.split(b"\n")))
    try:
        return data.decode("hz"), 0
    except UnicodeDecodeError:
        pass
    lost, done = 0, 0
    pieces: list[str] = []
    for match in _SHIFTED.finditer(data):
        text, gone = _read(match[1])
        pieces += [_ascii(data[done : match.start()]), text]
        lost += gone
        done = match.end()
    pieces.append(_ascii(data[done:]))
    text = "".join(pieces)
    return text, lost + text.count("\ufffd")


def _read(shifted: bytes) -> tuple[str, int]:
    return decode_double_byte(bytes(byte | 0x80 for byte in shifted), "gb18030")


def _ascii(data: bytes) -> str:
    return data.replace(b"~~", b"~").replace(b"~\n", b"").decode("ascii", "replace")


def _mend_escapes(line: bytes) -> bytes:
    """Put back the escapes of which one byte is left, where what they enclose then is Chinese."""
    mended = bytearray(line)
    opened, done = -1, 0  # where the Chinese before began, and where all before is settled
    for start, escape in [*((match.start(), match[0]) for match in _ESCAPE.finditer(line)), (len(line), b"")]:
        if opened >= 0 and escape != b"~}" and start - opened < _LONGEST:
            halves = (match.start() for match in _HALF_CLOSER.finditer(line, opened, start))
            end = _best(line, [(opened, end, end) for end in halves] + [(opened, start, start)])
            if end < start:
                mended[end : end + 2] = b"~}"
        elif opened < 0 and escape == b"~}" and start - done < _LONGEST:
            halves = (match.start() for match in _HALF_OPENER.finditer(line, done, start))
            begin = _best(line, [(half + 2, start, half) for half in halves] + [(start, start, start)])
            if begin < start:
                mended[begin : begin + 2] = b"~{"
        opened = start + 2 if escape == b"~{" else -1
        done = start + 2
    return bytes(mended)


def _best(line: bytes, parts: Iterable[tuple[int, int, int]]) -> int:
    """The place, the third of each, at which an escape makes the likeliest Chinese of the part between the others."""
    return max(parts, key=lambda part: (chinese(_read(line[part[0] : part[1]])[0]), part[2]))[2]
