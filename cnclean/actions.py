"""What is done with one file: a `Job` in, an exit status out.

What only some actions need is imported by them: start-up is part of the product.
"""

# ruff: noqa: PLC0415 - see above

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from cnclean.directives import mistakes, skips_file
from cnclean.document import Document, Report, parse
from cnclean.files import STDIN, FileError, Job, open_input, read
from cnclean.output import in_color, out, say
from cnclean.pipeline import STAGES, clean
from cnclean.records import clean_records

DONE, FOUND, FAILED = 0, 1, 2

Action = Callable[[Job], int]
Render = Callable[[Iterable[Report]], Iterator[str]]


def attempt(action: Action, job: Job) -> int:
    try:
        return action(job)
    except FileError as error:
        return _fail(job, error)


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


def check(jobs: Iterable[Job], render: Render) -> int:
    """Tell what would change in all files together: some formats are one document."""
    status = DONE

    def reports() -> Iterator[Report]:
        nonlocal status
        for job in jobs:
            try:
                if report := _examine(job):
                    status = max(status, FOUND)
                    yield report
            except FileError as error:
                status = max(status, _fail(job, error))

    out(render(reports()))
    return status


def write(job: Job) -> int:
    from cnclean.atomic import replace
    from cnclean.report.summary import summarize

    if report := _examine(job):
        document = report.document
        if document.encoded(document.original) != document.data:
            raise FileError(f"cannot be written back as {document.encoding} exactly, nothing written; {_TO_STDOUT}")
        replace(job.path, document.data, document.encoded(document.restored(report.result.text)))
        out([f"{job.name}: changed: {summarize(document.edits(report.result))}\n"])
    return DONE


def explain(job: Job) -> int:
    from cnclean.report.explain import render

    document = _open_intact(job)
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


_TO_STDOUT: Final = "clean it to standard output, which is UTF-8"
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
    except UnicodeDecodeError as error:
        raise FileError(f"a line is not {job.encoding}: {record[:20]!r}; check --encoding") from error
    body = line.removesuffix("\r")
    cleaned = clean(body, job.options)
    if "\n" in cleaned:
        cleaned = " ".join(filter(None, cleaned.split("\n")))
    return (cleaned + line[len(body) :]).encode("utf-8", "surrogateescape")


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


def _open_intact(job: Job) -> Document:
    document = _open(job)
    if document.doubt:
        raise FileError(f"{document.doubt}, nothing done; {_READ_AS}")
    return document


def _say_doubt(job: Job, document: Document) -> None:
    if document.doubt:
        say(f"{job.name}: {document.doubt}; {_READ_AS}")


def _examine(job: Job) -> Report | None:
    """What would change, or nothing: most files are clean, and seeing that costs less than explaining."""
    document = _open_intact(job)
    if skips_file(document.text, job.options) or document.restored(document.clean(job.options)) == document.original:
        return None
    return Report(job.name, document, document.explain(job.options))


def _fail(job: Job, error: FileError) -> int:
    place = job.name if error.line is None else f"{job.name}:{error.line}"
    say(f"{place}: {error}")
    return FAILED
