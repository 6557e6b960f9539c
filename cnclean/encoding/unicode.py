"""UTF-8, UTF-16 and UTF-32 with a few bytes lost, and a character that the end of the data cuts through."""

from cnclean.patterns import compile_later

_REPLACEMENT = "\ufffd"
_CUT_UTF8 = compile_later(rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})\Z")
# What surrogateescape makes of damage: a lead byte whose next byte became another one, or up to three bytes alone.
_STRAY_BYTES = compile_later("[\udce0-\udcef][\x00-\x7f][\udc80-\udcbf]|[\udc80-\udcff][\udc80-\udcbf]{0,3}")


def decode_utf8(data: bytes) -> tuple[str, int]:
    """The text of `data`, and how many characters are lost; one that the end cuts through is left out."""
    cut = _CUT_UTF8.search(data[-4:])
    whole = data[: len(data) - len(cut[0])] if cut else data
    text, lost = _STRAY_BYTES.subn(_REPLACEMENT, whole.decode("utf-8", "surrogateescape"))
    return text, lost + (cut is not None)


def decode_utf16(data: bytes, encoding: str) -> tuple[str, int]:
    """The same for UTF-16 and UTF-32, whose name in `encoding` says the order of the bytes."""
    width = 4 if "32" in encoding else 2
    cut = len(data) % width
    text = (data[: len(data) - cut] if cut else data).decode(encoding, "replace")
    if text and "\ud800" <= text[-1] <= "\udbff":
        text = text[:-1]
    return text, text.count(_REPLACEMENT) + bool(cut)
