"""What the command says: results to standard output, everything else to standard error."""

import os
import sys
from collections.abc import Iterable

from cnclean.command.files import STDIN


def set_streams() -> None:
    """UTF-8 without translation of line ends, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def out(pieces: Iterable[str]) -> None:
    for piece in pieces:
        sys.stdout.buffer.write(piece.encode("utf-8", "surrogateescape"))


def say(line: str) -> None:
    print(f"cnclean: {line}", file=sys.stderr)


def shown(path: str) -> str:
    """A file's name as its own bytes, whatever the locale made of them."""
    return "stdin" if path == STDIN else os.fsencode(path).decode("utf-8", "surrogateescape")


def in_color() -> bool:
    from cnclean.report.color import wants_color  # noqa: PLC0415 - start-up

    return wants_color(sys.stdout.buffer)
