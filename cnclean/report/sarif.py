"""Findings as SARIF 2.1.0, which code scanning services and editors read. A rule for each stage.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from cnclean import __version__
from cnclean.command.document import Report
from cnclean.pipeline import STAGES
from cnclean.report.findings import Finding, findings_of
from cnclean.report.machine import encoded, separated
from cnclean.stages import about

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(reports: Iterable[Report]) -> Iterator[str]:
    tool = {"driver": {"name": "cnclean", "version": __version__, "rules": list(_rules())}}
    yield f'{{"$schema": {encoded(_SCHEMA)}, "version": "2.1.0", "runs": [{{"tool": {encoded(tool)},\n'
    yield '"columnKind": "unicodeCodePoints", "results": ['
    yield from separated(_result(report.name, finding) for report in reports for finding in findings_of(report))
    yield "]}]}\n"


def _rules() -> Iterator[object]:
    for stage in STAGES:
        description = {"text": about(stage.name)}
        yield {"id": stage.name, "shortDescription": description, "defaultConfiguration": {"level": "warning"}}


def _result(name: str, finding: Finding) -> object:
    artifact = {"uri": _uri(name)}
    region = {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
    }
    replacement = {"deletedRegion": region, "insertedContent": {"text": finding.edit.new}}
    return {
        "ruleId": finding.edit.stages[0],
        "level": "warning",
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "fixes": [{"artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}]}],
    }


def _uri(name: str) -> str:
    data = name.encode("utf-8", "surrogateescape")
    return Path(os.fsdecode(data)).as_uri() if name.startswith("/") else quote(data.replace(os.sep.encode(), b"/"))
