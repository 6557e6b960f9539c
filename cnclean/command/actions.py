"""What is done with one file: a `Job` in, an exit status out.

What only some actions need is imported by them: start-up is part of the product.
"""

# ruff: noqa: PLC0415 - see above

import sys
from collections.abc import Callable
from functools import partial
from typing import Final

from cnclean.command.document import Document, parse
from cnclean.command.files import STDIN, FileError, Job, open_input, read
from cnclean.command.output import in_color, out, say
from cnclean.command.records import clean_records, split_records
from cnclean.directives import mistakes, skips_file
from cnclean.pipeline import STAGES, clean

DONE, FOUND, FAILED = 0, 1, 2

Action = Callable[[Job], int]


def attempt(action: Action, job: Job) -> int:
    try:
        return action(job)
    except FileError as error:
        return fail(job, error)


def print_cleaned(job: Job) -> int:
    document = _open(job)
    _say_doubt(job, document)
    if skips_file(document.text, job.options):
        out([document.original])
    else:
        mark = document.mark if document.encoding == "utf-8" else ""  # the output is UTF-8, and needs none
        out([mark, document.with_line_ends(document.clean(job.options))])
    return DONE


def print_records(job: Job, separator: bytes) -> int:
    clean_record = partial(_clean_line if separator == b"\n" else _clean_part, job=job)
    with open_input(job.path) as source:
        clean_records(source, sys.stdout.buffer, separator, clean_record)
    return DONE


def explain(job: Job) -> int:
    from cnclean.report.explain import render

    document = open_intact(job)
    title = job.name + (f" ({document.encoding})" if document.encoding != "utf-8" else "")
    out(render(title, document.text, document.explain(job.options), color=in_color()))
    return DONE


def detect(job: Job) -> int:
    from cnclean.detection import detect
    from cnclean.report.detection import render

    document = _open(job)
    _say_doubt(job, document)
    out([render(job.name, detect(document.text))])
    return DONE


def count_scripts(job: Job, separator: bytes) -> int:
    from collections import Counter

    from cnclean.detection import detect
    from cnclean.report.detection import render_counts

    with open_input(job.path) as source:
        texts = (parse(record, job.encoding, job.options).text for record in split_records(source, separator))
        out([render_counts(job.name, Counter(detect(text).script for text in texts))])
    return DONE


_READ_AS: Final = "name the encoding: --encoding gb18030 (or big5hkscs, utf-16, auto)"


def _clean_part(record: bytes, job: Job) -> bytes:
    # A byte order mark that is not at the beginning of the stream is what joining files leaves.
    document = parse(record, job.encoding, job.options)
    return document.with_line_ends(document.clean(job.options)).encode("utf-8", "surrogateescape")


def _clean_line(record: bytes, job: Job) -> bytes:
    """One line in, one line out: where a stage would end a line, there is a space."""
    errors = "surrogateescape" if job.encoding == "utf-8" else "strict"
    try:
        line = record.decode(job.encoding, errors)
    except UnicodeError as error:
        raise FileError(f"a line is not {job.encoding}: {record[:20]!r}; check --encoding") from error
    body = line.removesuffix("\r")
    cleaned = clean(body, job.options)
    if "\n" in cleaned:
        cleaned = " ".join(filter(None, cleaned.split("\n")))
    if body.lstrip()[:1] in ("{", "[", '"') and cleaned != body and _is_json(body) and not _is_json(cleaned):
        cleaned = body  # &quot; in a string
    return (cleaned + line[len(body) :]).encode("utf-8", "surrogateescape")


def _is_json(line: str) -> bool:
    import json

    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _open(job: Job) -> Document:
    data = read(job.path)
    if job.encoding == "utf-8" and data.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Passing this through would not do: its NULs are noise to the stage `invisible`.
        raise FileError("is UTF-16, nothing done; say so: --encoding utf-16")
    document = parse(data, job.encoding, job.options)
    if "\0" in document.text and job.path != STDIN:
        raise FileError("is binary (it has a NUL), nothing done; name text files only")
    for line, mistake in mistakes(document.text, job.options, [stage.name for stage in STAGES]):
        raise FileError(f"{mistake}, nothing done", line=line)
    return document


def open_intact(job: Job) -> Document:
    """The document, if it could be read as it was written."""
    document = _open(job)
    if document.doubt:
        raise FileError(f"{document.doubt}, nothing done; {_READ_AS}")
    return document


def _say_doubt(job: Job, document: Document) -> None:
    if document.doubt:
        say(f"{job.name}: {document.doubt}; {_READ_AS}")


def fail(job: Job, error: FileError) -> int:
    place = job.name if error.line is None else f"{job.name}:{error.line}"
    say(f"{place}: {error}")
    return FAILED
