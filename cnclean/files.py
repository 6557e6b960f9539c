"""Files read. Every failure becomes a `FileError` that says what to do."""

from io import BufferedReader
from typing import Final

STDIN: Final = "-"


class FileError(Exception):
    """A file that cannot be read, understood or written: what failed, and what to do."""


_ADVICE: Final = {
    FileNotFoundError: "no such file; check the name",
    IsADirectoryError: "a directory; name the files in it, as in: git ls-files -z '*.md' | xargs -0 cnclean --check",
    PermissionError: "permission denied; check the owner and the mode",
}


def open_input(name: str) -> BufferedReader:
    """The file, or standard input for `-`."""
    try:
        # No pathlib: it would be a tenth of the start-up time.
        return open(0, "rb", closefd=False) if name == STDIN else open(name, "rb")  # noqa: PTH123
    except OSError as error:
        raise explained(error) from error


def read(name: str) -> bytes:
    with open_input(name) as stream:
        try:
            return stream.read()
        except OSError as error:
            raise explained(error) from error


def explained(error: OSError) -> FileError:
    return FileError(_ADVICE.get(type(error)) or f"{error.strerror or error}; check the disk and the name")
