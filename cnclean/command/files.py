"""Files read, and what their names say. Every failure becomes a `FileError` that says what to do."""

import codecs
import errno
from io import BufferedReader
from typing import Final, NamedTuple

from cnclean.options import Options

STDIN: Final = "-"


class FileError(Exception):
    """A file that cannot be read, understood or written: what failed, and what to do; `line` where one is at fault."""

    def __init__(self, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class UsageError(Exception):
    """The command line or a configuration file is wrong: nothing is done."""


class Job(NamedTuple):
    """One input and how it is treated.

    `path` is what is opened (`-` is standard input), `name` what it is called in all that is said of it.
    """

    path: str
    name: str
    encoding: str
    options: Options


MARKUP_OF_SUFFIX: Final = {
    "md": "markdown",
    "markdown": "markdown",
    "mdown": "markdown",
    "mkd": "markdown",
    "mkdn": "markdown",
    "rst": "rst",
    "rest": "rst",
    "adoc": "asciidoc",
    "asciidoc": "asciidoc",
}
"""The markup of files with these names."""

PLAIN_SUFFIXES: Final = ("txt", "text")
"""What else is looked at in a folder."""

_ADVICE: Final = {
    FileNotFoundError: "no such file; check the name",
    IsADirectoryError: "a directory; name one file, or look through it with --check, --diff or --write",
    PermissionError: "permission denied; check the owner and the mode",
}


def suffix_of(name: str) -> str:
    """`md` for `docs/读我.MD`; nothing for `.md` and `README`."""
    stem, dot, suffix = name.replace("\\", "/").rpartition("/")[2].rpartition(".")
    return suffix.lower() if stem and dot else ""


def check_encoding(name: str) -> str:
    """The encoding's name as Python spells it. Raises `ValueError` where there is none, or none of text."""
    if name == "auto":
        return name
    try:
        "a".encode(name)
        return codecs.lookup(name).name.removesuffix("-sig")
    except (LookupError, UnicodeError) as error:  # of `undefined`, which is there to fail
        raise ValueError(f"encoding: no encoding {name!r}; try gb18030, big5hkscs, utf-16 or utf-8") from error


def open_input(path: str) -> BufferedReader:
    """The file, or standard input for `-`."""
    try:
        return open(0, "rb", closefd=False) if path == STDIN else open(path, "rb")
    except OSError as error:
        raise explained(error) from error


def read(path: str) -> bytes:
    with open_input(path) as stream:
        try:
            return stream.read()
        except OSError as error:
            raise explained(error) from error


def explained(error: OSError) -> FileError:
    """The same in words that say what to do."""
    if error.errno == errno.EBADF:  # started with `<&-`
        return FileError("closed; name a file, or send text through a pipe")
    return FileError(_ADVICE.get(type(error)) or f"{error.strerror or error}; check the disk and the name")
