"""Colours for a terminal, and for nothing else unless asked."""

import os
from typing import BinaryIO, Final

RED: Final = "31"
GREEN: Final = "32"
YELLOW: Final = "33"
BOLD: Final = "1"
DIM: Final = "2"


def wants_color(stream: BinaryIO) -> bool:
    """NO_COLOR is stronger than FORCE_COLOR; without both, a terminal that can has them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def paint(text: str, code: str, *, color: bool) -> str:
    """The text in a colour of a terminal, where there is to be `color`."""
    return f"\x1b[{code}m{text}\x1b[0m" if color and text else text
