"""Documents, diffs and explanations of any text: the form is kept, and a diff says just what changed."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cnclean import STAGES, Options
from cnclean.command.document import Document, parse
from cnclean.edits import Edit, Result, splice
from cnclean.report import diff, explain

NOISE = ["\u200b", "\ufeff", "\u3000", "\u2028", "\x85", "\x0b", "\udcc4", "\x1b[31m", "&#65281;", "&#10;"]
PIECES = st.sampled_from("天终 \t\n\r") | st.sampled_from(["\r\n", "\n" * 5, "上海\n", "  \n", "a,b\r\n", *NOISE])
TEXTS = st.lists(PIECES, max_size=30).map("".join)
NAMES = [stage.name for stage in STAGES]
OPTIONS = st.sets(st.sampled_from(NAMES)).map(lambda names: Options(skip=frozenset(names)))


def document(text: str, options: Options) -> Document:
    return parse(text.encode("utf-8", "surrogateescape"), "utf-8", options)


@given(TEXTS, OPTIONS)
@example("正文\u3000\n终\n\u3000", Options())
def test_the_form_comes_back(text: str, options: Options) -> None:
    read = document(text, options)
    assert read.restored(read.text) == read.original or (not is_uniform(text) and "newlines" not in options.skip)
    result = read.explain(options)
    written = read.restored(result.text)
    assert result.text == read.clean(options)
    assert replace(result, suspects=()) == read.edited(options)
    assert splice(read.original, read.edits(result)) == written
    assert splice(read.text, result.edits) == result.text
    assert written.endswith("\n") <= read.original.endswith(("\n", "\r"))
    assert written.startswith("\ufeff") == text.startswith("\ufeff") or not read.mark
    if is_uniform(text) and "\r\n" in text and "newlines" not in options.skip:
        assert is_uniform(written)


@given(TEXTS, OPTIONS)
def test_a_written_file_has_no_findings_any_more(text: str, options: Options) -> None:
    # Without them the form itself may change: a mark comes to the beginning, the last LF among CRLFs goes.
    assume(options.skip.isdisjoint({"invisible", "newlines"}))
    read = document(text, options)
    written = document(read.restored(read.clean(options)), options)
    assert written.restored(written.clean(options)) == written.original


@given(TEXTS, OPTIONS)
@example("\ufeff\u200b\n\n终", Options())
def test_the_diff_makes_the_new_file_of_the_old_one(text: str, options: Options) -> None:
    read = document(text, options)
    result = read.explain(options)
    patch = list(diff.diff("a.txt", read, result, color=False))
    assert patched(read.original, patch) == read.restored(result.text)
    assert bool(patch) == (read.restored(result.text) != read.original)


@given(TEXTS, OPTIONS)
def test_an_explanation_has_a_line_for_each_edit_and_nothing_that_a_terminal_obeys(text: str, options: Options) -> None:
    read = document(text, options)
    result = read.explain(options)
    lines = list(explain.render("a.txt", read.text, result, color=False))
    assert len([line for line in lines if re.match(r" *\d+:\d+  ", line)]) == len(result.edits)
    assert "".join(lines).replace("\n", "").isprintable()


def test_git_accepts_the_diff(tmp_path: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git")
    text = "\ufeff始&#65281;\r\n" + "中\r\n" * 9 + "\r\n" * 9 + "又\u200b是\n" + "中\r\n" * 5 + "终&#10;了  "
    options = Options()
    read = document(text, options)
    result = read.explain(options)
    (tmp_path / "a.txt").write_bytes(read.data)
    patch = "".join(diff.diff("a.txt", read, result, color=False)).encode()
    subprocess.run(["git", "apply", "--whitespace=nowarn"], cwd=tmp_path, input=patch, check=True)
    assert (tmp_path / "a.txt").read_bytes() == read.restored(result.text).encode()


def is_uniform(text: str) -> bool:
    return text.count("\r\n") in (0, text.count("\n"))


def patched(old: str, patch: list[str]) -> str:
    """`old` after a unified diff, applied as strictly as can be: every context and every removed line must fit."""
    lines = diff.lines_of(old)
    new: list[str] = []
    done = 0
    body = iter(_joined(patch[2:]))
    for line in body:
        if line.startswith("@@"):
            match = re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@\n", line)
            assert match
            start, length, new_start, _ = map(int, match.groups())
            first = start - 1 if length else start
            new += lines[done:first]
            done = first
            assert len(new) == new_start - (1 if int(match[4]) else 0)
            continue
        if line[0] in " -":
            assert lines[done] == line[1:]
            done += 1
        if line[0] in " +":
            new.append(line[1:])
    return "".join(new + lines[done:])


def _joined(patch: list[str]) -> list[str]:
    r"""The lines of a patch; the one before "\ No newline" without its line end."""
    lines: list[str] = []
    for line in patch:
        if line.startswith("\\"):
            lines[-1] = lines[-1][:-1]
        else:
            lines.append(line)
    return lines


def test_suspects_are_told_but_are_no_edits() -> None:
    suspects = (Edit(1, 3, "?!", "校", ("annotations",), ("lost",)), Edit(4, 5, "\ufffd", "\ufffd", ("mojibake",)))
    text = "党?!火\ufffd"
    lines = "".join(explain.render("a.txt", text, Result(text, (), suspects), color=False))
    assert lines == (
        "a.txt: 0 edits, 5 characters\n\nleft as found: 2 places that may be damaged\n"
        "     1:2  党[??!?]火\ufffd  (annotations, lost, perhaps 校)\n"
        "     1:5  党?!火[?\ufffd?]  (mojibake)\n\n"
    )
