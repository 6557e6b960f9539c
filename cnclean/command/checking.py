"""Files examined, many at once: what would change is told, or written."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from cnclean.command.actions import DONE, FOUND, fail, open_intact
from cnclean.command.document import Report
from cnclean.command.files import FileError, Job
from cnclean.command.output import out
from cnclean.command.processes import count_for, mapped
from cnclean.directives import skips_file

Render = Callable[[Iterable[Report]], Iterator[str]]


def check(jobs: Iterable[Job], render: Render, processes: int | None) -> int:
    """Tell what would change in all files together: some formats are one document."""
    jobs = _once(jobs)
    status = DONE

    def reports() -> Iterator[Report]:
        nonlocal status
        for job, found in _examined(jobs, processes):
            if isinstance(found, FileError):
                status = max(status, fail(job, found))
            elif found:
                status = max(status, FOUND)
                yield found

    out(render(reports()))
    return status


def write(jobs: Iterable[Job], processes: int | None) -> int:
    """Rewrite the files that change."""
    status = DONE
    jobs = _once(jobs)
    for job, found in _examined(jobs, processes):
        try:
            if isinstance(found, FileError):
                raise found
            if found:
                _write(job, found)
        except FileError as error:
            status = max(status, fail(job, error))
    return status


def _once(jobs: Iterable[Job]) -> list[Job]:
    """Each file once, by however many names and folders it was named: by the first."""
    found: dict[str, Job] = {}
    for job in jobs:
        found.setdefault(os.path.realpath(job.path), job)
    return [*found.values()]


def _write(job: Job, report: Report) -> None:
    from cnclean.command.atomic import replace  # noqa: PLC0415 - only where something is written
    from cnclean.report.summary import summarize  # noqa: PLC0415 - as above

    document = report.document
    if document.encoded(document.original) != document.data:
        raise FileError(
            f"cannot be written back as {document.encoding} exactly, nothing written; "
            "clean it to standard output, which is UTF-8"
        )
    replace(job.path, document.data, document.encoded(document.restored(report.result.text)))
    out([f"{job.name}: changed: {summarize(document.edits(report.result))}\n"])


def _examined(jobs: Sequence[Job], processes: int | None) -> Iterator[tuple[Job, Report | FileError | None]]:
    return zip(jobs, mapped(_examine, jobs, count_for(jobs, processes)), strict=True)


def _examine(job: Job) -> Report | FileError | None:
    """What would change, if anything would."""
    try:
        document = open_intact(job)
    except FileError as error:
        return error
    result = document.edited(job.options)
    if skips_file(document.text, job.options) or document.restored(result.text) == document.original:
        return None
    return Report(job.name, document, result)
