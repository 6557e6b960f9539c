"""The hooks of .pre-commit-hooks.yaml, run by a real pre-commit in a new repository. Skipped where there is none."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import COMPILED, ROOT

PRE_COMMIT = shutil.which("pre-commit") or shutil.which("pre-commit", path=str(Path(sys.executable).parent))

pytestmark = pytest.mark.skipif(PRE_COMMIT is None or shutil.which("git") is None, reason="no pre-commit, or no git")

DIRTY = "# 标题\n\n春\u200b天来了。\n"
CLEAN = "# 标题\n\n春天来了。\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with both hooks configured as a user has them, but run from this checkout: nothing is downloaded."""
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf8").replace("language: python", "language: system")
    commands = tmp_path / "bin"
    commands.mkdir()
    command = commands / "cnclean"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" PYTHONPYCACHEPREFIX="{COMPILED}" exec "{sys.executable}" -m cnclean "$@"\n',
        "utf8",
    )
    command.chmod(0o755)
    path = tmp_path / "repository"
    path.mkdir()
    indented = "".join(f"      {line}\n" for line in hooks.splitlines())
    (path / ".pre-commit-config.yaml").write_text("repos:\n  - repo: local\n    hooks:\n" + indented, "utf8")
    run("git", "init", "--quiet", cwd=path)
    run("git", "add", ".", cwd=path)
    return path


def run(*command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    # Git's own variables would lead it to the repository in which these tests are run by a hook.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    its = {
        "PATH": f"{cwd.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(cwd.parent / "home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@example.org",
    }
    return subprocess.run(
        command, cwd=cwd, env={**ours, **its}, capture_output=True, text=True, encoding="utf8", timeout=120, check=False
    )


def hook(repository: Path, name: str) -> "subprocess.CompletedProcess[str]":
    run("git", "add", ".", cwd=repository)
    return run(str(PRE_COMMIT), "run", name, "--all-files", "--verbose", cwd=repository)


def test_a_commit_with_findings_fails_and_fixes_and_the_next_one_passes(repository: Path) -> None:
    assert run(str(PRE_COMMIT), "install", cwd=repository).returncode == 0
    (repository / "说明.md").write_text(DIRTY, "utf8")
    run("git", "add", ".", cwd=repository)
    first = run("git", "commit", "-m", "first", cwd=repository)
    assert first.returncode == 1, first.stderr
    assert "说明.md: changed: invisible 1" in first.stderr + first.stdout
    assert (repository / "说明.md").read_text("utf8") == CLEAN
    run("git", "add", ".", cwd=repository)
    second = run("git", "commit", "-m", "second", cwd=repository)
    assert second.returncode == 0, second.stderr + second.stdout


def test_the_check_fails_and_changes_nothing(repository: Path) -> None:
    (repository / "a.rst").write_text(DIRTY, "utf8")
    got = hook(repository, "cnclean-check")
    assert got.returncode == 1
    assert "a.rst:3:2: invisible: remove “<U+200B>”" in got.stdout
    assert (repository / "a.rst").read_text("utf8") == DIRTY


def test_other_kinds_of_files_are_not_looked_at(repository: Path) -> None:
    for name in ("a.py", "a.json", "a.yaml", "a.html", "a.csv"):
        (repository / name).write_text(DIRTY, "utf8")
    assert hook(repository, "cnclean").returncode == 0
    assert (repository / "a.py").read_text("utf8") == DIRTY


def test_what_cannot_be_read_is_refused_and_the_rest_is_done(repository: Path) -> None:
    contents = {
        "gbk.txt": "春天来了。 \n".encode("gbk"),
        "big5.txt": "春天來了。 \n".encode("big5"),
        "utf16.txt": "春天来了。\n".encode("utf-16"),
        "nul.txt": "春\0天\n".encode(),
        "cut.md": DIRTY.encode()[:-3],
    }
    for name, content in contents.items():
        (repository / name).write_bytes(content)
    (repository / "read-only.md").write_text(DIRTY, "utf8")
    (repository / "read-only.md").chmod(0o444)
    (repository / "ok.txt").write_text(DIRTY, "utf8")
    got = hook(repository, "cnclean")
    assert got.returncode == 1
    for name, content in contents.items():
        assert re.search(rf"cnclean: {name}: .*nothing done; ", got.stdout), name
        assert (repository / name).read_bytes() == content
    assert "cnclean: read-only.md: read-only, nothing written; make it writable: chmod u+w" in got.stdout
    assert (repository / "read-only.md").read_text("utf8") == DIRTY
    assert (repository / "ok.txt").read_text("utf8") == CLEAN


def test_a_configuration_says_what_is_read_and_what_is_left(repository: Path) -> None:
    (repository / "pyproject.toml").write_text(
        "[tool.cnclean]\nexclude = ['vendor/']\n[tool.cnclean.overrides.'old/*']\nencoding = 'gb18030'\n", "utf8"
    )
    for folder in ("vendor", "old"):
        (repository / folder).mkdir()
    (repository / "vendor" / "a.md").write_text(DIRTY, "utf8")
    (repository / "old" / "a.txt").write_bytes("春天来了,是的。\n".encode("gb18030"))
    assert hook(repository, "cnclean").returncode == 1
    assert (repository / "vendor" / "a.md").read_text("utf8") == DIRTY
    assert (repository / "old" / "a.txt").read_bytes() == "春天来了，是的。\n".encode("gb18030")
    assert hook(repository, "cnclean").returncode == 0


def test_the_form_of_files_is_kept(repository: Path) -> None:
    (repository / "crlf.md").write_bytes(DIRTY.replace("\n", "\r\n").encode())
    (repository / "bom.md").write_bytes(("\ufeff" + DIRTY).encode())
    (repository / "cut.md").write_bytes(DIRTY.rstrip("\n").encode())
    (repository / "empty.md").write_bytes(b"")
    (repository / "link.md").symlink_to("cut.md")
    (repository / "nowhere.md").symlink_to("none.md")
    hook(repository, "cnclean")
    assert (repository / "crlf.md").read_bytes() == CLEAN.replace("\n", "\r\n").encode()
    assert (repository / "bom.md").read_bytes() == ("\ufeff" + CLEAN).encode()
    assert (repository / "cut.md").read_bytes() == CLEAN.rstrip("\n").encode()
    assert (repository / "empty.md").read_bytes() == b""
    assert (repository / "link.md").is_symlink()
    assert hook(repository, "cnclean").returncode == 0


def test_many_files_in_several_processes(repository: Path) -> None:
    for number in range(300):
        (repository / f"{number}.md").write_text(DIRTY, "utf8")
    assert hook(repository, "cnclean").returncode == 1
    assert {(repository / f"{number}.md").read_text("utf8") for number in range(300)} == {CLEAN}
    assert hook(repository, "cnclean").returncode == 0
