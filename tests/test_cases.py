"""The tables of cases in fixtures/cases: each stage alone, on what it repairs and on what it must leave alone.

`CNCLEAN_WRITE=1 pytest tests/test_cases.py` lays the tables out anew.
"""

import json
from typing import Any

import pytest
from conftest import FIXTURES, check_written

from cnclean import STAGES, Boilerplate, Options, clean, explain
from cnclean.edits import splice

TABLES = sorted((FIXTURES / "cases").glob("*.json"))
NAMES = {stage.name for stage in STAGES}


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(table.stem, case, id=f"{table.stem}-{number}")
        for table in TABLES
        for number, case in enumerate(json.loads(table.read_text("utf8"))[kind])
    ]


def options_of(stage: str, case: dict[str, Any]) -> Options:
    choices = case.get("options", {})
    if "boilerplate" in choices:
        choices = choices | {"boilerplate": Boilerplate(**choices["boilerplate"])}
    return Options(only=frozenset({stage}), **choices)


def laid_out(content: dict[str, list[dict[str, Any]]]) -> str:
    """A case a line, so that a change of one is a change of one line."""
    kinds = [
        f' "{kind}": [\n' + ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in listed) + "\n ]"
        for kind, listed in content.items()
    ]
    return "{\n" + ",\n".join(kinds) + "\n}\n"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_case_has_its_line(table: Any) -> None:
    check_written(table, laid_out(json.loads(table.read_text("utf8"))))


def test_every_stage_has_a_table() -> None:
    assert {table.stem for table in TABLES} == NAMES


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_half_of_each_table_is_unchanged_text(table: Any) -> None:
    content = json.loads(table.read_text("utf8"))
    assert set(content) == {"repaired", "unchanged"}
    assert len(content["unchanged"]) >= len(content["repaired"]) > 0


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_case_stands_twice(table: Any) -> None:
    listed = [case for kind in json.loads(table.read_text("utf8")).values() for case in kind]
    asked = [json.dumps((case["text"], case.get("options")), sort_keys=True) for case in listed]
    assert [case["text"] for case, ask in zip(listed, asked, strict=True) if asked.count(ask) > 1] == []


@pytest.mark.parametrize(("stage", "case"), cases("repaired"))
def test_repaired(stage: str, case: dict[str, Any]) -> None:
    options = options_of(stage, case)
    result = explain(case["text"], options)
    assert result.text == clean(case["text"], options) == case["want"], case.get("why")
    assert clean(case["want"], options) == case["want"], "not stable"
    assert splice(case["text"], result.edits) == case["want"]


@pytest.mark.parametrize(("stage", "case"), cases("unchanged"))
def test_unchanged(stage: str, case: dict[str, Any]) -> None:
    assert clean(case["text"], options_of(stage, case)) == case["text"], case.get("why")
