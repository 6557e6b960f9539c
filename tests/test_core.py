"""The engine without any stage's knowledge: spans, edits of the original, options, and what `clean` refuses."""

import copy
import dataclasses
import itertools
import pickle
import subprocess
import sys

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

import cnclean
from cnclean import STAGES, Boilerplate, Options, clean, convert, convert_batch, detect, explain, steps
from cnclean.edits import Edit, Span, splice
from cnclean.gaps import Gap, compose, edits_of
from cnclean.patterns import compile_later
from cnclean.stage import AnyOf

letters = st.text("abc", max_size=12)


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> list[Span]:
    bounds = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = zip(bounds[::2], bounds[1::2], strict=False)
    return [(start, end, draw(st.text("xy", max_size=2))) for start, end in pairs]


@given(data=st.data(), text=letters)
def test_spans_of_several_stages_become_edits_of_the_original(data: st.DataObject, text: str) -> None:
    current, gaps = text, list[Gap]()
    for stage in ("first", "second", "third"):
        spans = data.draw(spans_in(current))
        gaps = compose(gaps, spans, stage)
        current = splice(current, spans)
    edits = edits_of(text, current, gaps)
    assert splice(text, edits) == current
    assert all(before.end < after.start for before, after in itertools.pairwise(edits))


def test_an_edit_names_all_stages_and_notes_that_made_it() -> None:
    gaps = compose([], [(1, 2, "xx", "why")], "first")
    gaps = compose(gaps, [(2, 4, "")], "second")
    assert edits_of("abcd", "ax", [*gaps]) == (Edit(1, 3, "bc", "x", ("first", "second"), ("why",)),)
    gaps = compose([], [(2, 4, "", "gone")], "first")
    gaps = compose(gaps, [(1, 2, "x", "mark")], "second")
    (edit,) = edits_of("abcd", "ax", gaps)
    assert (edit.stages, edit.notes) == (("first", "second"), ("mark", "gone")), "stages by time, notes by place"


def test_what_a_later_stage_undoes_is_no_edit() -> None:
    gaps = compose(compose([], [(1, 2, "x")], "first"), [(1, 2, "b")], "second")
    assert edits_of("abc", "abc", gaps) == ()


@pytest.mark.parametrize("wrong", [b"bytes", None, 3, ["text"]])
def test_only_text_is_cleaned(wrong: object) -> None:
    for function in (clean, explain, lambda text: list(steps(text))):
        with pytest.raises(TypeError, match="takes str"):
            function(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes str"):
        detect(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="takes str"):
        convert(wrong, "s2t")  # type: ignore[arg-type]


def test_an_unknown_configuration_is_named() -> None:
    with pytest.raises(ValueError, match="no configuration 's2x' of OpenCC"):
        convert("一", "s2x")


def test_a_batch_is_a_list_of_str() -> None:
    with pytest.raises(TypeError, match="not one str"):
        convert_batch("头发", "s2t")
    with pytest.raises(TypeError, match="a list of str, not list_iterator"):
        convert_batch(iter(["头发"]), "s2t")  # type: ignore[arg-type]


class Markup(str):
    """As `markupsafe` has it: what is put beside it becomes something else."""

    __slots__ = ()

    def __radd__(self, other: str) -> str:
        return f"{other}<escaped>{self[:]}"


@pytest.mark.parametrize("text", ["没有变", "变 了\u200b,是的", "abc", ""])
def test_subclasses_of_str_become_str(text: str) -> None:
    for found in (clean(Markup(text)), explain(Markup(text)).text):
        assert type(found) is str
        assert found == clean(text)
    assert list(steps(Markup(text))) == list(steps(text))


@pytest.mark.parametrize("wrong", ["repair", None, {"script": "taiwan"}])
def test_only_options_are_options(wrong: object) -> None:
    for function in (clean, explain, lambda text, options: list(steps(text, options))):
        with pytest.raises(TypeError, match=r"must be cnclean\.Options"):
            function("一", wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [1, [1], {"links", 1}, [["links"]], b"links"])
@pytest.mark.parametrize("field", ["only", "skip", "keep"])
def test_names_are_strings(field: str, wrong: object) -> None:
    with pytest.raises(TypeError, match=f"{field} is a set of names"):
        Options(**{field: wrong})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="tail is a set of lines"):
        Boilerplate(tail=wrong)  # type: ignore[arg-type]


def test_wrong_options_are_errors_that_name_what_is_known() -> None:
    with pytest.raises(ValueError, match=r"skip: no stage 'footers'; the stages are entities, .*blank_lines"):
        Options(skip=frozenset({"footers"}))
    with pytest.raises(ValueError, match="script: no choice 'tw'; the choices are keep, simplified"):
        Options(script="tw")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="preset: no choice"):
        Options.preset("web")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"max_loss: .* between 0 and 1"):
        Options(max_loss=60)
    with pytest.raises(TypeError, match="one string"):
        Options(only="links")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="skip is a set of names, not None"):
        Options(skip=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="vocabulary is True or False, not 1"):
        Options(vocabulary=1)  # type: ignore[arg-type]
    for wrong in (True, "1"):
        with pytest.raises(TypeError, match="max_loss is a number"):
            Options(max_loss=wrong)  # type: ignore[arg-type]


def test_any_set_of_names_will_do() -> None:
    options = Options(skip={"links"}, only=["links", "newlines"])  # type: ignore[arg-type]
    assert clean("一\r\n二", options) == "一\n二"
    assert hash(options) == hash(Options(skip=frozenset({"links"}), only=frozenset({"links", "newlines"})))
    assert dataclasses.replace(options, only=None).only is None


def test_only_the_preset_article_deletes_what_is_no_damage() -> None:
    article = "渡口旧事\n清晨的渡口起了雾，摆渡的老人把缆绳收好，等第一班客人上船。"
    page = article.replace("\n", "\n作者：张三\n") + "\n版权所有 甲网"
    assert clean(page, Options.preset("article")) == clean(page) == article
    assert clean(page, Options.preset("repair")) == clean(page, Options.preset("document")) == page


def test_only_the_preset_document_keeps_code_and_blank_lines() -> None:
    text = "你好,世界\n\n\n\n\n    甲,乙\n"
    assert clean(text, Options.preset("repair")) == "你好，世界\n\n    甲，乙\n"
    assert clean(text, Options.preset("document")) == "你好，世界\n\n\n\n\n    甲,乙\n"


def test_surrogate_pairs_join_and_lone_ones_stay() -> None:
    assert clean("笑\ud83d\ude00") == "笑😀"
    assert clean("坏\udcff字节\ud83d") == "坏\udcff字节\ud83d"


def test_any_of_some_literals_is_found() -> None:
    trigger = AnyOf("\n", "中文")
    assert trigger.search("一行\n") and trigger.search("说中文")
    assert trigger.search("中 文") is None


def test_stage_names_are_unique() -> None:
    names = [stage.name for stage in STAGES]
    assert len(set(names)) == len(names)


def test_a_pattern_that_is_not_compiled_yet_can_be_copied() -> None:
    assert copy.deepcopy(compile_later("春")).search("立春")
    assert pickle.loads(pickle.dumps(compile_later("春"))).search("立春")  # noqa: S301 - our own


def test_the_public_names_are_listed_before_they_are_imported() -> None:
    code = "import cnclean; assert {*cnclean.__all__} <= {*dir(cnclean)}; import sys; assert 're' not in sys.modules"
    subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, check=True)
    with pytest.raises(AttributeError, match="module 'cnclean' has no attribute 'claen'"):
        cnclean.claen  # type: ignore[attr-defined]  # noqa: B018 - that is the test, the type checker's too
