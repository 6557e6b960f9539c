"""Findings in every format: valid, in the same places, with the same exit status."""

import io
import json
import os
import re
import signal
import sys
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from conftest import ROOT

from cnclean import STAGES, Options
from cnclean.command.cli import run
from cnclean.command.document import Report, parse
from cnclean.command.files import UsageError
from cnclean.command.parser import FORMATS
from cnclean.command.processes import mapped
from cnclean.report.findings import findings_of

PUNCTUATION = Options(only=frozenset({"punctuation"}))
TEXT = "\ufeff# 标题\r\n\r\n春\u200b天来了,是的&#65281;\r\n夏天\n秋天 \r\n"


def cnclean(*arguments: str) -> tuple[int, str]:
    """Exit status and standard output of the command, run in this process."""
    buffer = io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(buffer, write_through=True))
        status = run(arguments)
        return status, buffer.getvalue().decode()


def output(form: str, *files: str) -> str:
    return cnclean("--check", "--preset", "article", "--output-format", form, *files)[1]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "读 我%.md").write_bytes(TEXT.encode())
    (tmp_path / "clean.md").write_text("春天。\n", "utf8")
    return tmp_path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.usefixtures("tree")
def test_the_exit_status_is_the_same(form: str) -> None:
    assert cnclean("--output-format", form, ".")[0] == 1
    assert cnclean("--output-format", form, "clean.md")[0] == 0
    assert cnclean("--output-format", form, ".", "none.md")[0] == 2


@pytest.mark.usefixtures("tree")
def test_all_formats_tell_of_the_same_places() -> None:
    outputs = {form: output(form, ".") for form in FORMATS}
    found = json.loads(outputs["json"])
    places = [(each["line"], each["column"]) for each in found]
    assert places == [(3, 2), (3, 6), (3, 9), (4, 3), (5, 3)]
    lines = outputs["text"].splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"docs/读 我%.md:{line}:{column}" for line, column in places]
    results = json.loads(outputs["sarif"])["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    assert [(region["startLine"], region["startColumn"]) for region in regions] == places
    assert len(outputs["github"].splitlines()) == len(places)
    diagnostics = json.loads(outputs["rdjson"])["diagnostics"]
    starts = [each["location"]["range"]["start"] for each in diagnostics]
    rows = TEXT.removeprefix("\ufeff").encode().split(b"\n")
    characters = [(start["line"], len(rows[start["line"] - 1][: start["column"] - 1].decode()) + 1) for start in starts]
    assert characters == places


def test_the_suggestions_make_the_file_that_write_makes(tree: Path) -> None:
    text = TEXT
    for each in reversed(json.loads(output("json", "."))):
        assert text[each["start"] : each["end"]] == each["old"]
        text = text[: each["start"]] + each["new"] + text[each["end"] :]
    assert cnclean("--write", "--preset", "article", ".")[0] == 0
    assert (tree / "docs" / "读 我%.md").read_bytes() == text.encode()


def test_sarif_has_what_the_standard_asks_for(tree: Path) -> None:
    elsewhere = tree / "elsewhere" / "读 我%.md"
    elsewhere.parent.mkdir()
    elsewhere.write_text("春\u200b天\n", "utf8")
    log = json.loads(output("sarif", "docs", str(elsewhere)))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in only["tool"]["driver"]["rules"]]
    assert rules == [stage.name for stage in STAGES]
    uris = {_artifact(result)["uri"] for result in only["results"]}
    assert uris == {"docs/%E8%AF%BB%20%E6%88%91%25.md", elsewhere.as_uri()}
    for result in only["results"]:
        assert result["ruleId"] in rules
        assert result["message"]["text"]
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        assert replacement["deletedRegion"] == result["locations"][0]["physicalLocation"]["region"]
        assert isinstance(replacement["insertedContent"]["text"], str)


def _artifact(result: dict[str, Any]) -> dict[str, str]:
    artifact: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
    return artifact


@pytest.mark.usefixtures("tree")
def test_the_problem_matcher_reads_the_text() -> None:
    (matcher,) = json.loads((ROOT / "cnclean" / "report" / "problem_matcher.json").read_text("utf8"))["problemMatcher"]
    (pattern,) = matcher["pattern"]
    lines = output("text", ".").splitlines()
    assert lines
    for line in lines:
        match = re.match(pattern["regexp"], line)
        assert match
        assert match[pattern["file"]] == "docs/读 我%.md"
        assert set(match[pattern["code"]].split("+")) <= {stage.name for stage in STAGES}
        assert int(match[pattern["line"]]) >= 3


def test_several_processes_do_what_one_does(tree: Path) -> None:
    for number in range(40):
        (tree / f"{number}.md").write_text("春\u200b天,来了\n" if number % 3 else "春天\n", "utf8")
    (tree / "link.md").symlink_to("1.md")
    assert cnclean("--check", "-j", "3", ".") == cnclean("--check", "-j", "1", ".")
    status, written = cnclean("--write", "--preset", "article", "-j", "3", ".", "docs", "1.md", "link.md", "none.md")
    assert status == 2
    assert len(written.splitlines()) == 1 + sum(1 for number in range(40) if number % 3)
    assert cnclean("--check", ".") == (0, "")


def _die(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_is_told() -> None:
    with pytest.raises(UsageError, match=r"a process was killed, .*; use fewer: -j 1"):
        list(mapped(_die, range(40), 2))


def test_findings_in_one_long_line_take_linear_time() -> None:
    def seconds(count: int) -> float:
        document = parse(("是的,好吧!" * count).encode(), "utf-8", PUNCTUATION)
        report = Report("a.txt", document, document.edited(PUNCTUATION))
        start = process_time()
        assert sum(1 for _ in findings_of(report)) == 2 * count
        return process_time() - start

    assert any(seconds(8000) < 24 * seconds(1000) + 0.02 for _attempt in range(4))
