"""Bytes of Chinese text in any encoding become text: which encoding it was, how sure that is, what was lost."""

from typing import NamedTuple

__all__ = ["Decoded", "decode"]


class Decoded(NamedTuple):
    """`text`, the `encoding` that it was read in, how sure that is (0 to 1), and how many characters were lost.

    `encoding` is None where no encoding gives Chinese, or text at all; `text` is then what UTF-8 makes of the bytes.
    Lost characters stand in `text` as U+FFFD; one that the end of the data cuts through is left out, and counted.
    """

    text: str
    encoding: str | None
    confidence: float
    lost: int


def decode(data: bytes) -> Decoded:
    """Read bytes that may be UTF-8, GB 18030, Big5 with HKSCS, UTF-16 or HZ, whole or slightly damaged.

    Marks and valid UTF-8 decide at once; else the reading that is the likeliest Chinese does. GB 2312 and GBK are read
    as `gb18030`, Big5 as `big5hkscs`, which hold all of them. Raises `TypeError` for anything but bytes.
    """
    if not isinstance(data, bytes | bytearray | memoryview):
        raise TypeError(f"decode takes bytes, not {type(data).__name__}; text needs no decoding")
    from cnclean.encoding.detection import decode_unknown  # noqa: PLC0415 - start-up

    return decode_unknown(bytes(data))
