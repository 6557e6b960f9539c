"""Streams of documents: one a line, or each ended by a NUL. Memory holds one read and one record."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from io import BufferedReader
from typing import BinaryIO

from cnclean.command.files import explained

_READ = 1 << 16


def clean_records(source: BufferedReader, sink: BinaryIO, separator: bytes, clean: Callable[[bytes], bytes]) -> None:
    """Write each record of `source` cleaned to `sink`; the last one has a separator only if it came with one.

    A byte order mark at the very beginning is the stream's, not the first record's, and stays.

    Flushed whenever the input has been used up, before the next read may wait: a person or a program that writes one
    record gets its answer at once, and a big file costs one flush for many records.
    """
    sink.write(_mark(source))
    for records, rest in _batches(source, separator):
        for record in records:
            sink.write(clean(record) + separator)
        if rest:
            sink.write(clean(rest))
        sink.flush()


def split_records(source: BufferedReader, separator: bytes) -> Iterator[bytes]:
    """The records of `source`, without their separators."""
    for records, rest in _batches(source, separator):
        yield from records
        if rest:
            yield rest


def _mark(source: BufferedReader) -> bytes:
    try:
        return source.read(len(BOM_UTF8)) if source.peek(len(BOM_UTF8)).startswith(BOM_UTF8) else b""
    except OSError as error:
        raise explained(error) from error


def _batches(source: BufferedReader, separator: bytes) -> Iterator[tuple[list[bytes], bytes]]:
    """The records that each read completes; at the end what stands behind the last separator."""
    begun: list[bytes] = []  # pieces of a record that is longer than one read
    while piece := _read(source):
        *records, last = piece.split(separator)
        if records:
            records[0] = b"".join([*begun, records[0]])
            begun.clear()
        begun.append(last)
        if records:
            yield records, b""
    yield [], b"".join(begun)


def _read(source: BufferedReader) -> bytes:
    try:
        return source.read1(_READ)
    except OSError as error:
        raise explained(error) from error
