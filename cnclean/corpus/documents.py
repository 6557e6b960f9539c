"""The documents of a corpus: text files, folders of them, documents that end with a NUL, a field of JSONL.

Files may be compressed as far as the standard library can read them; their names say how.
"""

import bz2
import gzip
import json
import lzma
import zlib
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import Final, NamedTuple

from cnclean.command.document import parse
from cnclean.command.files import FileError, explained, open_input, suffix_of
from cnclean.command.output import shown
from cnclean.command.records import split_records
from cnclean.command.walk import files_in
from cnclean.corpus.learning import Record
from cnclean.options import DEFAULT

_OPENERS: Final = {"gz": gzip.GzipFile, "xz": lzma.LZMAFile, "bz2": bz2.BZ2File}
_BROKEN: Final = (OSError, EOFError, zlib.error, lzma.LZMAError)
"""What reading a file may raise, compressed ones included."""


class Form(NamedTuple):
    """How documents stand in a file: it is one; or each ends with a NUL; or each is a `field` of a line of JSON.

    `group` is the field that names the site or source; of a URL it is the host.
    """

    encoding: str = "utf-8"
    nul: bool = False
    field: str | None = None
    group: str | None = None


def documents(paths: list[str], form: Form) -> Iterator[Record]:
    """All documents of the files and of those in the folders. Raises `FileError` for what cannot be read."""
    for path in paths:
        for name in files_in(path) if Path(path).is_dir() else [path]:
            try:
                yield from _of_file(name, form)
            except (FileError, *_BROKEN) as error:
                said = explained(error) if isinstance(error, OSError) else error
                raise FileError(f"{shown(name)}: {said}") from error


def _of_file(path: str, form: Form) -> Iterator[Record]:
    with _open(path) as source:
        if form.field is not None:
            for number, data in enumerate(split_records(source, b"\n"), 1):
                if data.strip():
                    yield _of_json(_text(data, form), number, form.field, form.group)
        else:
            for data in split_records(source, b"\0") if form.nul else [source.read()]:
                yield Record(_text(data, form))


def _text(data: bytes, form: Form) -> str:
    return parse(data, form.encoding, DEFAULT).text


def _of_json(line: str, number: int, field: str, group: str | None) -> Record:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FileError(f"line {number} is not JSON: {error}") from error

    def value(name: str) -> str:
        found = row.get(name) if isinstance(row, dict) else None
        if not isinstance(found, str):
            raise FileError(f"line {number} has no text in the field {name!r}")
        return found

    return Record(value(field)) if group is None else Record(value(field), _site(value(group)))


def _site(value: str) -> str:
    return value.split("/")[2] if "://" in value else value


def _open(path: str) -> BufferedReader:
    suffix = suffix_of(path)
    if suffix in ("zst", "zstd"):
        raise FileError(f"is compressed with Zstandard; unpack it: zstd -d {shown(path)}")
    return BufferedReader(_OPENERS[suffix](path)) if suffix in _OPENERS else open_input(path)
