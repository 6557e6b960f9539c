"""Findings as JSON: our own, and that of reviewdog (rdjson).

Both are written as the files are read: a long run shows its first findings at once and needs no memory for them.
"""

import json
from collections.abc import Iterable, Iterator

from cnclean.command.document import Report
from cnclean.report.findings import Finding, Place, findings_of


def render_json(reports: Iterable[Report]) -> Iterator[str]:
    """One array of findings. Offsets and columns count characters of the file as it is; an end is exclusive."""
    yield "["
    yield from separated(_object(report.name, finding) for report in reports for finding in findings_of(report))
    yield "]\n"


def render_rdjson(reports: Iterable[Report]) -> Iterator[str]:
    """https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns count bytes of UTF-8 there."""
    yield '{"source": {"name": "cnclean"}, "severity": "WARNING", "diagnostics": ['
    yield from separated(_diagnostic(report.name, finding) for report in reports for finding in findings_of(report))
    yield "]}\n"


def separated(objects: Iterable[object]) -> Iterator[str]:
    """Each object on a line of its own, commas between them."""
    between = "\n"
    for item in objects:
        yield between + encoded(item)
        between = ",\n"
    yield "" if between == "\n" else "\n"


def encoded(item: object) -> str:
    """JSON that is UTF-8 even where a file name is not."""
    return json.dumps(item, ensure_ascii=False).encode("utf-8", "replace").decode()


def _object(name: str, finding: Finding) -> object:
    edit = finding.edit
    return {
        "file": name,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": edit.start,
        "end": edit.end,
        "old": edit.old,
        "new": edit.new,
        "stages": edit.stages,
        "notes": edit.notes,
        "message": finding.message,
    }


def _diagnostic(name: str, finding: Finding) -> object:
    span = {"start": _position(finding.start), "end": _position(finding.end)}
    return {
        "message": finding.message,
        "location": {"path": name, "range": span},
        "severity": "WARNING",
        "code": {"value": finding.edit.stages[0]},
        "suggestions": [{"range": span, "text": finding.edit.new}],
    }


def _position(place: Place) -> object:
    return {"line": place.line, "column": place.in_bytes}
