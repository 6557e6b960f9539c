"""The README against the code. `CNCLEAN_WRITE=1 pytest tests/test_docs.py` writes its two tables anew."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest
from conftest import FIXTURES, ROOT, check_written

from cnclean import STAGES, Boilerplate, Options, clean
from cnclean.command.keys import kind_of
from cnclean.command.parser import make_parser
from cnclean.command.usage import field_helps
from cnclean.corpus.command import make_learn_parser
from cnclean.stages import about
from cnclean.stages.boilerplate import KINDS

README = ROOT / "README.md"
GUIDES = [path for path in ROOT.glob("cnclean/**/__init__.py") if "The way of " in path.read_text("utf8")]


def stage_rows() -> Iterator[str]:
    yield "| stage | what it repairs |"
    yield "|---|---|"
    for stage in STAGES:
        yield f"| {stage.name} | {about(stage.name).removesuffix('.')} |"


_VALUES = {bool: "`True`, `False`", float: "a number", Boilerplate: "a `Boilerplate`; for the command, its file"}


def option_rows() -> Iterator[str]:
    about = field_helps()
    yield "| option | values | default | what it does |"
    yield "|---|---|---|---|"
    for field in fields(Options):
        if get_origin(field.type) is Literal:
            values = ", ".join(f"`{choice}`" for choice in get_args(field.type))
        else:
            values = _VALUES.get(kind_of(field.type), "names")
        default = ", ".join(sorted(field.default)) if isinstance(field.default, frozenset) else field.default
        yield f"| {field.name} | {values} | {f'`{default}`' if default != '' else 'none'} | {about[field.name]} |"


@pytest.mark.parametrize("rows", [stage_rows, option_rows])
def test_tables_are_what_the_code_says(rows: Callable[[], Iterator[str]]) -> None:
    want = "\n".join(rows())
    head = want.partition("\n")[0]
    text = README.read_text("utf8")
    table = re.search(rf"^{re.escape(head)}\n(?:\|.*\n)*", text, re.M)
    assert table, f"no table {head}"
    check_written(README, text.replace(table[0], want + "\n"))


def test_every_kind_of_boilerplate_is_named() -> None:
    assert ", ".join(f"`{kind}`" for kind in KINDS) in README.read_text("utf8").replace("\n", " ")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.parent.name)
def test_the_way_through_a_package_names_all_its_modules(guide: Path) -> None:
    said = set(re.findall(r"`([a-z_]+)`", guide.read_text("utf8").split('"""')[1]))
    assert {path.stem for path in guide.parent.glob("[!_]*.py") if not path.stem.startswith("build")} <= said


def test_every_table_stands_in_the_notice() -> None:
    notice = (ROOT / "cnclean" / "tables" / "NOTICE.txt").read_text("utf8")
    tables = {*ROOT.glob("cnclean/tables/[!_]*.py"), *ROOT.glob("cnclean/lexicon/*.bin")}
    assert {table for table in tables if str(table.relative_to(ROOT)) not in notice} == set()


def test_python_examples_do_what_their_comments_say() -> None:
    namespace: dict[str, object] = {}
    for block in re.findall(r"```python\n(.*?)```", README.read_text("utf8"), re.S):
        for line in block.splitlines():
            code, _, comment = line.partition("  # ")
            if comment:
                assert repr(eval(code, namespace)) == comment, line  # noqa: S307 - our own README
            else:
                exec(code, namespace)  # noqa: S102 - our own README


def test_every_flag_of_the_readme_exists() -> None:
    parsers = make_parser(), make_learn_parser()
    known = {flag for parser in parsers for action in parser._actions for flag in action.option_strings}
    shown = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README.read_text("utf8")))
    assert shown - known == {"--force-reinstall"}, "of pip"


def test_the_first_example_comes_out_as_the_readme_says() -> None:
    before, after = re.findall(r"```text\n(.*?)```", README.read_text("utf8"), re.S)[:2]
    assert clean(before) == after


def test_the_page_with_readings_comes_out_as_the_readme_says() -> None:
    section = README.read_text("utf8").partition("## Broken encodings")[2]
    before, after = re.findall(r"```text\n(.*?)```", section, re.S)[:2]
    page = (FIXTURES / "articles" / "annotated.dirty.txt").read_text("utf8")
    assert clean(page + before).endswith(after), "one line alone would be too little evidence"
