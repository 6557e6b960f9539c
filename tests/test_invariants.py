"""What holds for every stage and any text. `CNCLEAN_FUZZ=20000 pytest tests/test_invariants.py` looks much deeper."""

import json
import os
import re
import unicodedata
from dataclasses import replace

import pytest
from conftest import FIXTURES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cnclean import STAGES, Boilerplate, Options, clean, explain, steps
from cnclean.edits import splice
from cnclean.han import PLAIN
from cnclean.odd import odd_places
from cnclean.stage import Stage

EXAMPLES = int(os.environ.get("CNCLEAN_FUZZ", "150"))
deeply = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

# Pieces that stages look for, and pieces that make one stage's work another stage's evidence.
PIECES = [piece for row in json.loads((FIXTURES / "pieces.json").read_text("utf8")) for piece in row]
ARTICLES = [path.read_text("utf8") for path in sorted((FIXTURES / "articles").glob("*.txt"))]

pieces = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
# A window of an article with pieces stuck into it: real evidence beside hostile neighbours.
windows = st.tuples(st.sampled_from(ARTICLES), st.integers(0, 2000), st.integers(0, 300)).map(
    lambda drawn: drawn[0][drawn[1] : drawn[1] + drawn[2]]
)
texts = st.one_of(pieces, st.text(max_size=60), st.lists(st.one_of(pieces, windows), max_size=4).map("".join))

EVERYTHING = Options(script="simplified", spacing="auto", quotes="corner", boilerplate=Boilerplate(tail={*PIECES[::9]}))
OPTIONS = [
    Options(),
    Options.preset("repair"),
    Options.preset("document"),
    Options(script="simplified", vocabulary=True, spacing="add"),
    Options(script="taiwan", spacing="remove", punctuation="keep"),
]
options = pytest.mark.parametrize("options", OPTIONS, ids=["article", "repair", "document", "simplified", "taiwan"])
PLAIN_CHARACTERS = re.findall(f"[{PLAIN}]", "".join(map(chr, range(0x10000))))
plain_texts = st.text(st.sampled_from(PLAIN_CHARACTERS) | st.sampled_from("&#?();:,.x0a 　\n中文"), max_size=60).map(
    lambda text: re.sub(f"[^{PLAIN}]", "", text)
)
every_stage = pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
ODD_STAGES = [stage for stage in STAGES if stage.evidence == "odd"]
odd_stages = pytest.mark.parametrize("stage", ODD_STAGES, ids=lambda stage: stage.name)


@options
@deeply
@given(text=texts)
def test_edits_account_for_every_change_and_suspects_for_what_is_left(options: Options, text: str) -> None:
    result = explain(text, options)
    assert result.text == clean(text, options)
    assert splice(text, result.edits) == result.text
    end = -1
    for edit in result.edits:
        assert end < edit.start <= edit.end, "sorted, disjoint, never touching"
        assert edit.old == text[edit.start : edit.end] != edit.new
        assert edit.stages
        end = edit.end
    assert list(result.suspects) == sorted(result.suspects)
    for suspect in result.suspects:
        assert suspect.old == text[suspect.start : suspect.end]
        assert suspect.stages
        assert suspect.notes


@options
@deeply
@given(text=texts)
@example("")
@example("\n")
@example("夜深了...联系邮箱:12 34@qq.com")
@example("夜深了?联系邮箱:12 34@qq.com\t")
@example("夜深了......https://a.cn/b")
@example("夜深了。。。\xa0天亮了:")
@example("C:\\用户\\甲,乙?!天亮了:https://a.cn/x?甲=乙")
@example("夜深了--(图)\n\n天亮了:第二天")
@example("甲&lt;乙&#13;</b>丙")
@example("⻓有，⼈\ue863")
@example("0上篇：\r编辑")
def test_cleaning_twice_changes_nothing_more(options: Options, text: str) -> None:
    once = clean(text, options)
    assert clean(once, options) == once


@every_stage
@deeply
@given(text=texts)
def test_a_stage_alone(stage: Stage, text: str) -> None:
    alone = replace(EVERYTHING, only=frozenset({stage.name}))
    assert stage.wanted is None or stage.wanted(alone)
    spans = list(stage.find(text, alone))
    if not stage.trigger.search(text):
        assert not spans, "the trigger is necessary"
    end = 0
    for span in spans:
        assert end <= span[0] <= span[1] <= len(text), "sorted and disjoint"
        assert text[span[0] : span[1]] != span[2], "no span that changes nothing"
        end = span[1]
    once = clean(text, alone)
    assert clean(once, alone) == once


@options
@deeply
@given(text=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=80))
def test_ascii_is_no_damage(options: Options, text: str) -> None:
    by = {stage.name for stage, _, _ in steps(text, options)}
    # ASCII can hold escaped Chinese, unwanted lines, and empty ones; nothing else of it is ever wrong.
    assert by <= {"entities", "mojibake", "boilerplate", "repeats", "links", "blank_lines"}
    assert by or clean(text, options) == text


@deeply
@given(text=texts)
def test_steps_tell_the_whole_story(text: str) -> None:
    current = text
    for _, spans, after in steps(text):
        assert spans
        assert splice(current, spans) == after
        current = after
    assert current == clean(text)


@deeply
@given(text=texts)
def test_characters_come_out_composed(text: str) -> None:
    for edit in explain(text, Options(only=frozenset({"characters"}))).edits:
        assert unicodedata.is_normalized("NFC", edit.new)


@odd_stages
@deeply
@given(text=plain_texts)
def test_plain_characters_are_nothing_odd(stage: Stage, text: str) -> None:
    assert not stage.trigger.search(text)
    assert stage.suspect is None or not list(stage.suspect(text, Options()))


@odd_stages
@deeply
@given(text=st.text(st.sampled_from("#&;xX1aF \n甲，?？(。")))
@example("# 甲 & 乙 #")
@example("甲?乙? 丙?\n")
def test_number_signs_ampersands_and_questions_alone_are_nothing_odd(stage: Stage, text: str) -> None:
    if not odd_places(text):
        assert not stage.trigger.search(text)
        assert stage.suspect is None or not list(stage.suspect(text, Options()))


@odd_stages
@deeply
@given(text=texts, plain=st.sampled_from(["", "今天的天气很好，我们一起去公园走走。\n" * 20]))
def test_odd_places_hold_all_that_is_odd(stage: Stage, text: str, plain: str) -> None:
    for whole in (plain + text + plain, text):
        if stage.trigger.search(whole):
            assert stage.trigger.search(odd_places(whole))


@odd_stages
def test_no_plain_character_is_odd(stage: Stage) -> None:
    assert [char for char in PLAIN_CHARACTERS if stage.trigger.search(char)] == []
