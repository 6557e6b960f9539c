"""Suspects: damage that a stage sees and leaves is reported by `explain`, in the coordinates of the original."""

import re
from collections.abc import Iterator

import pytest

from cnclean import clean, explain, pipeline
from cnclean.stage import Options, Span, Stage, rewrite
from cnclean.stages import blank_lines, entities

_BROKEN = re.compile(r"\?+")


def _suspect(text: str, _options: Options) -> Iterator[Span]:
    for match in _BROKEN.finditer(text):
        yield match.start(), match.end(), "？" if match[0] == "?" else match[0], "lost"


DOUBTER = Stage("doubter", re.compile("!"), rewrite(re.compile("!\\?*"), lambda _: "！"), suspect=_suspect)


@pytest.fixture(autouse=True)
def _with_doubter(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = (entities.STAGE, DOUBTER, blank_lines.STAGE)
    monkeypatch.setattr(pipeline, "_selected", lambda _options: stages)


def test_offsets_are_those_of_the_original() -> None:
    text = "&#20013;文?与&amp;中??国"
    result = explain(text)
    assert result.text == clean(text) == "中文?与&中??国"
    assert [(s.old, s.new, s.stages, s.notes) for s in result.suspects] == [
        ("?", "？", ("doubter",), ("lost",)),
        ("??", "??", ("doubter",), ("lost",)),
    ]
    assert all(text[s.start : s.end] == s.old for s in result.suspects)


def test_a_suspect_that_touches_an_edit_takes_it_in() -> None:
    text = "文&#20013;?好"
    (suspect,) = explain(text).suspects
    assert (suspect.old, suspect.new, suspect.stages) == ("&#20013;?", "中？", ("doubter",))


def test_what_the_stage_repairs_is_no_suspect() -> None:
    result = explain("好!?吗?")
    assert result.text == "好！吗?"
    assert [(s.start, s.old) for s in result.suspects] == [(4, "?")]


def test_what_a_later_stage_deletes_is_no_suspect(monkeypatch: pytest.MonkeyPatch) -> None:
    eraser = Stage("eraser", _BROKEN, rewrite(re.compile(r"a\?b"), lambda _: ""))
    monkeypatch.setattr(pipeline, "_selected", lambda _options: (DOUBTER, eraser))
    assert [s.start for s in explain("中?文a?b").suspects] == [1]


def test_clean_never_asks() -> None:
    def refuse(_text: str, _options: Options) -> Iterator[Span]:
        raise AssertionError

    object.__setattr__(DOUBTER, "suspect", refuse)
    try:
        assert clean("中?文") == "中?文"
    finally:
        object.__setattr__(DOUBTER, "suspect", _suspect)
