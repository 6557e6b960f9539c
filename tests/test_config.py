"""What the runs of fixtures/cli cannot say of configuration: git's own ignoring, globs, every key, kinds of values."""

import os
import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from cnclean import Options
from cnclean.command.config import load, nearest
from cnclean.command.files import MARKUP_OF_SUFFIX, UsageError, suffix_of
from cnclean.command.flags import parse_flags
from cnclean.command.globs import matches
from cnclean.command.jobs import Planner
from cnclean.command.keys import KINDS, kind_of
from cnclean.command.parser import make_parser
from cnclean.command.settings import options_of
from cnclean.command.walk import files_in
from cnclean.report.settings import render


@pytest.mark.parametrize(
    ("glob", "named", "others"),
    [
        ("a.md", ["a.md", "docs/a.md", "a.md/b"], ["ba.md", "a.md.bak", "aXmd"]),
        ("docs/", ["docs/a.md", "x/docs/a.md"], ["docs.md"]),
        ("docs/a.md", ["docs/a.md"], ["x/docs/a.md", "docs/b.md"]),
        ("./docs/a.md", ["docs/a.md"], ["x/docs/a.md"]),
        ("/a.md", ["a.md"], ["docs/a.md"]),
        ("docs/*.md", ["docs/a.md", "docs/.md"], ["docs/x/a.md", "docs/a.rst"]),
        ("docs/**", ["docs/a.md", "docs/x/a.md"], ["docs", "doc/a.md"]),
        ("docs/**/a.md", ["docs/a.md", "docs/x/y/a.md"], ["docs/xa.md"]),
        ("**/tw/*.md", ["tw/a.md", "x/y/tw/a.md"], ["xtw/a.md"]),
        ("[!a]?.md", ["bc.md", "x/bc.md"], ["ab.md", "b.md"]),
        ("a+(b).md", ["a+(b).md"], ["aab.md"]),
        ("[x", ["[x"], ["x"]),
        ("[z-a].md", [], ["z.md", "a.md", "[z-a].md"]),
        ("[^a].md", ["b.md", "^.md"], ["a.md"]),
        ("[a[].md", ["a.md", "[.md"], ["b.md"]),
        ("[a&&b].md", ["&.md", "b.md"], ["c.md"]),
        ("[a-c].md", ["b.md"], ["-.md"]),
        ("docs[!a]b.md", ["docs-b.md"], ["docs/b.md", "docsab.md"]),
    ],
)
def test_globs_are_those_of_gitignore(glob: str, named: list[str], others: list[str]) -> None:
    assert [path for path in named if not matches(path, [glob])] == []
    assert [path for path in others if matches(path, [glob])] == []


def test_git_says_what_is_ignored(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git")
    for name in (
        "a.md",
        "ignored.md",
        "kept.md",
        "docs/b.md",
        "docs/c.rst",
        "docs/build/d.md",
        "docs/e.py",
        "读 我.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("春天\n", "utf8")
    (tmp_path / ".gitignore").write_text("ignored.md\nkept.md\n", "utf8")
    (tmp_path / "docs/.gitignore").write_text("/build\n", "utf8")
    (tmp_path / "link.md").symlink_to("a.md")
    for command in (["init", "--quiet"], ["add", "a.md"], ["add", "-f", "kept.md"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    found = [str(Path(path).relative_to(tmp_path)) for path in files_in(str(tmp_path))]
    assert found == ["a.md", "docs/b.md", "docs/c.rst", "kept.md", "读 我.txt"]
    assert len(list(files_in(str(tmp_path / "docs")))) == 2
    (tmp_path / "a.md").unlink()
    assert str(tmp_path / "a.md") not in files_in(str(tmp_path)), "git still lists what is deleted"
    (tmp_path / ".git" / "index").write_text("broken", "utf8")
    with pytest.raises(UsageError, match=r"git cannot say what it ignores \(.+\); mend that, or name files"):
        list(files_in(str(tmp_path)))


def test_a_folder_that_nobody_may_look_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.md", "closed/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("春天\n", "utf8")
    look = os.scandir

    def refuse(path: str) -> object:  # root may look everywhere, whatever the mode
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert list(files_in(str(tmp_path))) == [str(tmp_path / "a.md"), str(tmp_path / "closed")]


def test_every_option_is_a_key() -> None:
    for field in fields(Options):
        assert KINDS[field.name.replace("_", "-")] is kind_of(field.type)


def test_a_configuration_with_every_key(tmp_path: Path) -> None:
    text = """
preset = "document"
only = ["punctuation"]
skip = ["spacing"]
script = "taiwan"
vocabulary = true
max-loss = 1
keep = ["byline"]
encoding = "auto"
exclude = ["vendor"]
force-exclude = true
[overrides."*.txt"]
script = "keep"
"""
    (tmp_path / ".cnclean.toml").write_text(text, "utf8")
    config = nearest(str(tmp_path / "deep" / "a.md"))
    assert config
    assert config.folder == str(tmp_path)
    options = options_of(config.table.values, "a.md")
    assert (options.script, options.vocabulary, options.max_loss, options.keep) == ("taiwan", True, 1.0, {"byline"})
    assert options.skip == {*Options.preset("document").skip, "spacing"}
    assert config.overrides[0][1].values == {"script": "keep"}


@pytest.mark.parametrize(
    "wrong",
    [
        "vocabulary = 1",
        'vocabulary = "true"',
        "max-loss = true",
        'max-loss = "1"',
        "max-loss = 2",
        "max_loss = 0.5",
        "skip = [1]",
        'skip = ["footers"]',
        'keep = ["footers"]',
        'preset = "web"',
        "preset = 1",
        'encoding = "klingon"',
        'exclude = "vendor"',
        'force-exclude = "yes"',
        "overrides = []",
        'overrides = { "*.md" = 1 }',
    ],
)
def test_wrong_values_are_errors_that_name_the_key_and_the_line(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.cnclean]\n{wrong}\n", "utf8")
    key = wrong.partition(" ")[0]
    with pytest.raises(UsageError, match=rf"pyproject.toml \[tool.cnclean\]: .*{key}"):
        load(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[tool.cnclean]\nscript = 'keep'\nignore = ['x']\n",
            r"pyproject.toml \[tool.cnclean\]: unknown key 'ignore'; the keys are preset, .*, overrides \(line 3\)",
        ),
        (
            "[tool.cnclean.overrides.'*.md']\nexclude = ['x']\n",
            r"pyproject.toml \[tool.cnclean.overrides.\"\*.md\"\]: unknown key 'exclude'; .*, encoding \(line 2\)",
        ),
    ],
)
def test_an_unknown_key_names_the_known_ones_and_where_it_stands(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf8")
    with pytest.raises(UsageError, match=message + "$"):
        load(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize("wrong", ["tool = 3 # cnclean", "[tool]\ncnclean = 3", "[[tool.cnclean]]\nscript = 'keep'"])
def test_what_is_no_table_is_an_error(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(wrong, "utf8")
    with pytest.raises(UsageError, match=r"pyproject.toml \[tool.cnclean\]: is no table"):
        load(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("[overrides]\nscript = 'keep'", r'overrides has a table for each glob: \[overrides."docs/\*\*"\]'),
        ("[tool.cnclean]\nscript = 'keep'", r"\[tool.cnclean\] is for pyproject.toml"),
        ("script = 1", "script: a word in quotes, not 1"),
        ('max-loss = "1"', "max-loss: a number, not '1'"),
        ("boilerplate = 1", "boilerplate: the name of a file, not 1"),
    ],
)
def test_a_value_of_another_kind_is_told_in_words(wrong: str, message: str, tmp_path: Path) -> None:
    (tmp_path / ".cnclean.toml").write_text(wrong, "utf8")
    with pytest.raises(UsageError, match=message):
        load(str(tmp_path / ".cnclean.toml"))


def test_what_holds_is_shown_with_who_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = """[tool.cnclean]
preset = 'document'
skip = ['spacing']
exclude = ['a"b']
[tool.cnclean.overrides.docs]
encoding = 'gbk'
"""
    (tmp_path / "pyproject.toml").write_text(text, "utf8")
    flags = parse_flags(make_parser(), ["--show-config", "--max-loss", "1", "docs/a.md"])
    lines = [line.strip() for line in render("docs/a.md", Planner(flags).plan("docs/a.md"))]
    shown = dict(re.split(" +# ", line) for line in lines[1:] if not line.startswith("#"))
    assert lines[0] == "# docs/a.md"
    for line, origin in {
        'preset = "document"': "pyproject.toml [tool.cnclean]",
        'script = "keep"': "built in",
        "max-loss = 1.0": "command line",
        'markup = "markdown"': "file name",
        'encoding = "gbk"': 'pyproject.toml [tool.cnclean.overrides."docs"]',
        r'exclude = ["a\"b"]': "pyproject.toml [tool.cnclean]",
    }.items():
        assert shown[line] == origin
    skip = next(line for line in shown if line.startswith("skip"))
    assert '"spacing"' in skip
    assert '"restoration"' in skip
    assert shown[skip] == "pyproject.toml [tool.cnclean], preset document"
    pasted = tmp_path / "pasted.toml"
    pasted.write_text("\n".join(lines), "utf8")
    config = load(str(pasted))
    assert config
    assert options_of(config.table.values, "a.md") == Planner(flags).plan("docs/a.md").options


def test_the_suffix_says_the_markup_where_the_preset_protects_any() -> None:
    assert [suffix_of(name) for name in ("a.MD", "docs/b.tar.rst", ".md", "README", "a.b/c", "c:\\d.txt")] == [
        "md", "rst", "", "", "", "txt",
    ]  # fmt: skip
    assert options_of({"preset": "document"}, "a.txt").markup == "markdown"
    assert options_of({"preset": "document", "markup": "none"}, "a.md").markup == "none"
    assert options_of({}, "a.md").markup == "none"
    assert options_of({"markup": "auto"}, "a.md").markup == "markdown"
    assert options_of({"markup": "auto"}, "a.txt").markup == "none"
    assert set(MARKUP_OF_SUFFIX.values()) == {"markdown", "rst", "asciidoc"}
