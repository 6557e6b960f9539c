"""The command, run as users run it: the runs of fixtures/cli, and what data cannot say (pipes, signals, terminals)."""

import os
import pty
import re
import signal
import stat
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from conftest import FIXTURES, environment

from cnclean import STAGES, Options, __version__
from cnclean.command.atomic import replace as replace_file
from cnclean.command.decoding import decoded
from cnclean.command.files import FileError
from cnclean.command.flags import given, parse_flags
from cnclean.command.parser import make_parser
from cnclean.command.settings import options_of
from cnclean.command.usage import field_helps

CNCLEAN = [sys.executable, "-m", "cnclean"]
DIRTY = "春\u200b天\n".encode()
CLEAN = "春天\n".encode()


def runs() -> list[Any]:
    tables = sorted((FIXTURES / "cli").glob("*.toml"))
    return [
        pytest.param(run, id=f"{table.stem}: {run['name']}")
        for table in tables
        for run in tomllib.loads(table.read_text("utf8"))["run"]
    ]


def data(value: str | Mapping[str, str]) -> bytes:
    """Text stands for itself in UTF-8; `{ gbk = "..." }` for text in another encoding, `{ hex = "..." }` for bytes."""
    if isinstance(value, str):
        return value.encode()
    ((encoding, text),) = value.items()
    return bytes.fromhex(text) if encoding == "hex" else text.encode(encoding)


def cnclean(*args: str, cwd: Path, stdin: bytes = b"", **env: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*CNCLEAN, *args], cwd=cwd, input=stdin, capture_output=True, env=environment(**env), timeout=60, check=False
    )


@pytest.mark.parametrize("run", runs())
def test_run(run: dict[str, Any], tmp_path: Path) -> None:
    known = {"name", "args", "env", "stdin", "files", "stdout", "stderr", "exit", "after"}
    assert set(run) <= known
    before = run.get("files", {})
    for name, content in before.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data(content))
    got = cnclean(*run.get("args", ()), cwd=tmp_path, stdin=data(run.get("stdin", "")), **run.get("env", {}))
    assert got.stdout.decode("utf8", "backslashreplace") == data(run.get("stdout", "")).decode(
        "utf8", "backslashreplace"
    )
    assert got.stderr.decode("utf8") == run.get("stderr", "")
    assert got.returncode == run.get("exit", 0)
    for name, content in {**before, **run.get("after", {})}.items():
        assert (tmp_path / name).read_bytes() == data(content), name
    assert {path.name for path in tmp_path.iterdir()} == {name.partition("/")[0] for name in before}


def test_clean_text_needs_none_of_the_heavy_modules() -> None:
    code = "import sys, cnclean.__main__; cnclean.__main__.main(); print(*sys.modules, file=sys.stderr)"
    for args in ([], ["--version"]):
        got = subprocess.run(
            [sys.executable, "-c", code, *args],
            input="今天天气很好，我们去公园走走。\n".encode(),
            capture_output=True,
            env=environment(),
            check=True,
        )
        loaded = set(got.stderr.decode().split())
        assert "cnclean.__main__" in loaded
        assert loaded & {"ftfy", "opencc", "regex", "json", "cnclean.report"} == set()
        if args:
            assert loaded & {"argparse", "re", "typing", "dataclasses", "cnclean.pipeline"} == set()


def test_a_closed_output_is_said_in_one_line(tmp_path: Path) -> None:
    command = f"{sys.executable} -m cnclean --list >&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [b"cnclean: standard output is closed; write to a file or a pipe"]


def test_a_closed_input_is_said_in_one_line(tmp_path: Path) -> None:
    command = f"{sys.executable} -m cnclean <&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [b"cnclean: stdin: closed; name a file, or send text through a pipe"]


def test_version_is_the_package_s(tmp_path: Path) -> None:
    for args in (["--version"], ["--list", "--version"]):
        assert cnclean(*args, cwd=tmp_path).stdout.decode() == f"cnclean {__version__}\n"


def test_help_fits_a_screen_and_names_every_option(tmp_path: Path) -> None:
    text = cnclean("--help", cwd=tmp_path, LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0").stdout.decode("utf8")
    assert max(map(len, text.splitlines())) <= 100
    for field in fields(Options):
        assert field_helps()[field.name], f"Options says nothing of {field.name}"
        assert "--" + field.name.replace("_", "-") in text


def test_list_has_every_stage_with_what_it_is_about(tmp_path: Path) -> None:
    lines = cnclean("--list", "--skip", "newlines", cwd=tmp_path).stdout.decode("utf8").splitlines()
    assert [line.split()[0] for line in lines] == [stage.name for stage in STAGES]
    assert all(len(line.split()) > 3 for line in lines)
    assert [line.split()[0] for line in lines if "(off)" in line] == ["newlines"]


def test_every_flag_reaches_its_option() -> None:
    parser = make_parser()
    for field in fields(Options):
        flag = "--" + field.name.replace("_", "-")
        if get_origin(field.type) is Literal:
            for choice in get_args(field.type):
                options = options_of(given(parse_flags(parser, [flag, choice])))
                assert getattr(options, field.name) == choice
        elif field.type is bool:
            assert getattr(options_of(given(parse_flags(parser, [flag]))), field.name) is True
            assert field.default is False
    assert options_of(
        given(parse_flags(parser, ["--only", "newlines, invisible", "--only", "entities"]))
    ).only == frozenset({"newlines", "invisible", "entities"})
    assert options_of(given(parse_flags(parser, []))) == Options()


def test_flags_change_a_preset() -> None:
    parser = make_parser()
    repair = Options.preset("repair")
    flags = parse_flags(parser, ["--preset", "repair", "--skip", "entities", "--spacing", "add"])
    assert options_of(given(flags)) == replace(repair, skip=repair.skip | {"entities"}, spacing="add")
    flags = parse_flags(parser, ["--preset", "repair", "--only", "links"])
    assert options_of(given(flags)).runs("links")


def test_a_line_is_answered_before_the_next_one_comes(tmp_path: Path) -> None:
    with pipe("--lines", "--only", "invisible", cwd=tmp_path) as process:
        assert process.stdin and process.stdout
        for _ in range(3):
            process.stdin.write(DIRTY)
            process.stdin.flush()
            assert process.stdout.readline() == CLEAN


def test_a_nul_ends_a_document_that_is_answered_at_once(tmp_path: Path) -> None:
    with pipe("-0", "--only", "invisible", cwd=tmp_path) as process:
        assert process.stdin and process.stdout
        process.stdin.write(DIRTY + b"\0")
        process.stdin.flush()
        assert process.stdout.read(len(CLEAN) + 1) == CLEAN + b"\0"


def test_lines_need_no_more_memory_than_a_line(tmp_path: Path) -> None:
    code = (
        "import sys, tracemalloc; from cnclean.command.cli import run;"
        "run(['--lines', '--only', 'invisible', 'a.txt']);"
        "tracemalloc.start(); run(['--lines', '--only', 'invisible', 'a.txt']);"
        "print(tracemalloc.get_traced_memory()[1], file=sys.stderr)"
    )
    peaks = []
    line = ("春天" * 100 + "\n").encode()
    for count in (400, 4_000):
        (tmp_path / "a.txt").write_bytes(line * count)
        got = subprocess.run(
            [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, env=environment(), check=True
        )
        assert got.stdout == line * count * 2
        peaks.append(int(got.stderr))
    assert peaks[1] < peaks[0] * 1.2


@pytest.mark.parametrize("args", [["--lines"], ["--lines", "--only", "invisible"]])
def test_a_reader_that_leaves_is_no_error(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY * 200_000)
    with pipe(*args, "a.txt", cwd=tmp_path, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_ctrl_c_ends_with_130(tmp_path: Path) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's `pytest &` ignores it, as would ours
    process = pipe("--lines", cwd=tmp_path, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    with process:
        assert process.stdin and process.stdout and process.stderr
        process.stdin.write(CLEAN)
        process.stdin.flush()
        process.stdout.readline()  # it runs
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert process.stderr.read() == b""


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    for args in ([], ["--version"], ["--list"]):
        with Path("/dev/full").open("wb") as full:
            got = subprocess.run(
                [*CNCLEAN, *args], input=CLEAN, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, env=environment(),
                check=False,
            )  # fmt: skip
        assert got.returncode == 2
        assert re.fullmatch(rb"cnclean: standard output: .*\n", got.stderr)


def test_an_encoding_need_not_say_where_it_failed() -> None:
    with pytest.raises(FileError, match="is not punycode; check --encoding"):  # before Python 3.13 it did not
        decoded(b"a-{", "punycode")


def test_colours_on_a_terminal_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(DIRTY)
    assert b"\x1b[" not in cnclean("--explain", "--only", "invisible", "a.txt", cwd=tmp_path).stdout
    assert b"\x1b[" in on_terminal("--explain", "--only", "invisible", "a.txt", cwd=tmp_path)
    assert b"\x1b[" not in on_terminal("--explain", "--only", "invisible", "a.txt", cwd=tmp_path, TERM="dumb")
    assert b"\x1b[" not in on_terminal("--explain", "--only", "invisible", "a.txt", cwd=tmp_path, NO_COLOR="1")


class TestWrite:
    def write(self, *names: str, cwd: Path) -> "subprocess.CompletedProcess[bytes]":
        return cnclean("--write", "--only", "invisible", *names, cwd=cwd)

    def test_keeps_the_mode(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(DIRTY)
        path.chmod(0o640)
        self.write("a.txt", cwd=tmp_path)
        assert path.read_bytes() == CLEAN
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_replaces_the_target_of_a_link_and_keeps_the_link(self, tmp_path: Path) -> None:
        (tmp_path / "deep").mkdir()
        target, link = tmp_path / "deep" / "a.txt", tmp_path / "link.txt"
        target.write_bytes(DIRTY)
        link.symlink_to("deep/a.txt")
        self.write("link.txt", cwd=tmp_path)
        assert target.read_bytes() == CLEAN
        assert link.is_symlink()
        assert [path.name for path in (tmp_path / "deep").iterdir()] == ["a.txt"]

    def test_parts_a_hard_link(self, tmp_path: Path) -> None:
        path, other = tmp_path / "a.txt", tmp_path / "b.txt"
        path.write_bytes(DIRTY)
        other.hardlink_to(path)
        self.write("a.txt", cwd=tmp_path)
        assert (path.read_bytes(), other.read_bytes()) == (CLEAN, DIRTY)

    def test_does_not_touch_what_does_not_change(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(CLEAN)
        before = path.stat()
        assert self.write("a.txt", cwd=tmp_path).stdout == b""
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_takes_a_big_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        line = ("今天的天气很好，我们一起去公园走走。" * 50 + "\n").encode()
        text = line * (20_000_000 // len(line))
        path.write_bytes(text + DIRTY)
        assert cnclean("--write", "--preset", "document", "a.txt", cwd=tmp_path).returncode == 0
        assert path.read_bytes() == text + CLEAN

    def test_leaves_a_read_only_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(DIRTY)
        path.chmod(0o444)
        got = self.write("a.txt", cwd=tmp_path)
        assert (got.returncode, path.read_bytes()) == (2, DIRTY)
        assert b"read-only" in got.stderr

    def test_leaves_what_is_no_file(self) -> None:
        with pytest.raises(FileError, match="not a regular file"):
            replace_file(os.devnull, b"", CLEAN)

    def test_a_failed_replacement_leaves_the_file_and_no_scraps(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(DIRTY)

        def fail(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(FileError, match="No space left"):
            replace_file(str(path), DIRTY, CLEAN)
        assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]
        assert path.read_bytes() == DIRTY

    def test_somebody_else_s_change_wins(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        path.write_bytes(b"newer")
        with pytest.raises(FileError, match="changed by somebody else"):
            replace_file(str(path), DIRTY, CLEAN)
        assert path.read_bytes() == b"newer"


def pipe(*args: str, cwd: Path, stderr: int | None = None) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [*CNCLEAN, *args],
        cwd=cwd,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=environment(),
    )


def on_terminal(*args: str, cwd: Path, **env: str) -> bytes:
    """What the command writes where its standard output is a terminal."""
    ours, its = pty.openpty()
    subprocess.run([*CNCLEAN, *args], cwd=cwd, stdin=its, stdout=its, env=environment(**env), timeout=60, check=True)
    os.close(its)
    written = b""
    try:
        while piece := os.read(ours, 65536):
            written += piece
    except OSError:  # Linux says so when the other side is closed
        pass
    os.close(ours)
    return written
