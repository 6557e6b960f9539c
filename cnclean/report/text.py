"""Findings for people and problem matchers: a line each, `docs/a.md:3:14: punctuation: “,” → “，”`."""

from collections.abc import Iterable, Iterator

from cnclean.command.document import Report
from cnclean.report.findings import findings_of
from cnclean.report.summary import stages_of


def render(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        for finding in findings_of(report):
            place = f"{report.name}:{finding.seen.line}:{finding.seen.column}"
            yield f"{place}: {stages_of(finding.edit)}: {finding.message}\n"
