"""Lines in another encoding than the rest: files that were joined, a log that two programs write."""

from typing import Final

from cnclean.encoding.reading import read, score
from cnclean.patterns import compile_later

_REPLACEMENT: Final = "\ufffd"
_BY_LINE: Final = ("utf-8", "gb18030", "big5hkscs")  # no second byte of a character is a line end
_CHINESE_UTF8 = compile_later(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2}[ -~]*+){4}")
_MANY: Final = 3  # characters that are lost; fewer are damage
_SURE: Final = 24.0


def read_mixed(data: bytes, encoding: str) -> tuple[str, int]:
    """The text of `data`, a line that clearly is in another encoding read in that, and how many characters are lost."""
    text, lost = read(data, encoding)
    if encoding not in _BY_LINE or b"\n" not in data or not (_may_be_utf8(data, encoding) or lost >= _MANY):
        return text, lost
    lines, sources = text.split("\n"), data.split(b"\n")
    if len(lines) != len(sources):
        return text, lost
    for index, (line, source) in enumerate(zip(lines, sources, strict=True)):
        other = _read_otherwise(line, source, encoding)
        if other is not None:
            lost -= line.count(_REPLACEMENT)
            lines[index] = other
    return "\n".join(lines), max(0, lost)


def _may_be_utf8(data: bytes, encoding: str) -> bool:
    return encoding != "utf-8" and _CHINESE_UTF8.search(data) is not None


def _read_otherwise(line: str, source: bytes, encoding: str) -> str | None:
    """The line in another encoding: in UTF-8 where it is valid, which no other Chinese is by chance."""
    if _may_be_utf8(source, encoding):
        try:
            return source.decode("utf-8")
        except UnicodeDecodeError:
            pass
    if line.count(_REPLACEMENT) < _MANY:
        return None
    scores = {other: score(source, other) for other in _BY_LINE[1:] if other != encoding}
    best = max(scores, key=lambda name: scores[name])
    text, lost = read(source, best)
    return text if scores[best] >= _SURE and not lost else None
