"""Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from collections.abc import Iterable, Iterator

from cnclean.command.document import Report
from cnclean.report.findings import Finding, findings_of
from cnclean.report.summary import stages_of


def render(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        for finding in findings_of(report):
            yield f"::warning {_place(report.name, finding)}::{_data(finding.message)}\n"


def _place(name: str, finding: Finding) -> str:
    start, end = finding.seen, finding.end
    columns = f",col={start.column},endColumn={end.column}" if start.line == end.line else ""
    title = _property(f"cnclean {stages_of(finding.edit)}")
    return f"file={_property(name)},line={start.line},endLine={end.line}{columns},title={title}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
