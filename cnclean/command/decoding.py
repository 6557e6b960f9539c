"""The bytes of a file as text, and the encoding in which the text can be written back."""

from cnclean.command.files import FileError

BOM = "\ufeff"
_FEW = 4
_SURE = 0.5
"""The confidence from which on a detected encoding is trusted with a file."""


def decoded(data: bytes, encoding: str) -> tuple[str, str, str]:
    """The text, the encoding in which it can be written back, and what is doubtful about it."""
    if encoding == "auto":
        return _detect(data)
    encoding = _with_byte_order(encoding, data)
    if not encoding.startswith("utf"):
        _check_utf8(data)
    try:
        return data.decode(encoding), encoding, ""
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return data.decode(encoding, "surrogateescape"), encoding, "has bytes that are not UTF-8"
        raise FileError(f"{_where(data, error)} is not {encoding}; check --encoding") from error
    except UnicodeError as error:  # punycode and idna do not say where
        raise FileError(f"is not {encoding}; check --encoding") from error


def _detect(data: bytes) -> tuple[str, str, str]:
    from cnclean.encoding import decode  # noqa: PLC0415 - start-up

    found = decode(data)
    if found.encoding is None:
        raise FileError("no encoding of Chinese fits, nothing done; name it: --encoding")
    if found.encoding in ("ascii", "utf-8"):
        return decoded(data, "utf-8")
    # The mark belongs to the form: it is written back with the rest.
    encoded = BOM.encode(found.encoding, "ignore")
    mark = BOM if encoded and data.startswith(encoded) else ""
    doubt = f"is perhaps {found.encoding}, which is not sure" if found.confidence < _SURE else ""
    if found.lost:
        doubt = f"has {found.lost} characters that {found.encoding} cannot read"
    return mark + found.text.removeprefix(mark), found.encoding, doubt


def _check_utf8(data: bytes) -> None:
    """Refuses UTF-8 under another name: half of such files can be read, none can be written back."""
    if data.startswith(BOM.encode()):
        raise FileError("begins with the byte order mark of utf-8, nothing done; check --encoding")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return
    if sum(character > "\u07ff" for character in text) >= _FEW:  # fewer may be valid by chance
        raise FileError("is utf-8, nothing done; check --encoding")


def _with_byte_order(encoding: str, data: bytes) -> str:
    """UTF-16 as its byte order mark says, so that it can be written back as it was."""
    if encoding not in ("utf-16", "utf-32"):
        return encoding
    big_endian = data.startswith((b"\xfe\xff", b"\0\0\xfe\xff"))
    return encoding + ("-be" if big_endian else "-le")


def _where(data: bytes, error: UnicodeDecodeError) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    return f"byte 0x{data[error.start]:02X} in line {line}"
