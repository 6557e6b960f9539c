"""What holds for the stages `punctuation` and `spacing` on any text, beyond their tables of cases."""

import json
import lzma
import re
from pathlib import Path
from typing import Literal

import pytest
from conftest import LINEAR, growth
from hypothesis import given, settings
from hypothesis import strategies as st

from cnclean import Options, clean, explain
from cnclean.edits import splice

PUNCTUATION = Options(only=frozenset({"punctuation"}))
PIECES = [
    *"中文的人。，：；？！（）“”「」《》、…—·",
    *",:;?!().'\"…- \n\t",
    *"aAx1",
    "...", "......", "… …", "。。。", "--", "——", "──", "・", "•", "AI", "foo(", "(1)", "1,000", "3:30", "www.a.com",
    "https://a.cn/b,", "`a,中`", "$x,y$", "<b>", "&nbsp;", "%s", "(yè)", "?；", "?!睂", ":)", ":smile:", "C:\\", "](",
    "[", "http：//a.cn ", "5，500万", "{", "}", "\u3000", "か", "한", "\ud800", "𠮷", "x = ", "def ", "：", " - ",
    "*", "_",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
MARKS = str.maketrans("，：；？！（）", ",:;?!()")


@given(texts)
@settings(max_examples=400)
def test_a_second_run_finds_nothing(text: str) -> None:
    once = clean(text, PUNCTUATION)
    assert clean(once, PUNCTUATION) == once


@given(texts, st.sampled_from(["curly", "corner"]))
@settings(max_examples=200)
def test_quotes_are_stable(text: str, quotes: Literal["curly", "corner"]) -> None:
    options = Options(only=frozenset({"punctuation", "quotes"}), quotes=quotes)
    once = clean(text, options)
    assert clean(once, options) == once


@given(texts)
@settings(max_examples=500)
def test_only_the_width_of_marks_changes_and_the_space_that_was_part_of_it(text: str) -> None:
    result = explain(text, PUNCTUATION)
    assert splice(text, result.edits) == result.text
    for edit in result.edits:
        assert not any(char.isalnum() or char.isspace() for char in edit.new)
        assert re.fullmatch(r" ?[,;:] ?|[.?!]+ ?|[.…⋯]+ [.…⋯]+|[^\w\s]+", edit.old)


@given(texts, st.sampled_from(["add", "remove", "auto"]), st.sampled_from(["none", "markdown", "rst", "asciidoc"]))
@settings(max_examples=400)
def test_spacing_is_stable(text: str, spacing: str, markup: str) -> None:
    options = Options(only=frozenset({"punctuation", "spacing"}), spacing=spacing, markup=markup)  # type: ignore[arg-type]
    once = clean(text, options)
    assert clean(once, options) == once


@given(texts)
def test_spacing_changes_nothing_unless_asked(text: str) -> None:
    assert clean(text, Options(only=frozenset({"spacing"}))) == text


@given(texts)
def test_keep_switches_the_stage_off(text: str) -> None:
    assert clean(text, Options(only=frozenset({"punctuation"}), punctuation="keep")) == text


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_left_alone(text: str) -> None:
    for spacing in ("keep", "add", "remove", "auto"):
        assert clean(text, Options(only=frozenset({"punctuation", "spacing"}), spacing=spacing)) == text


# Half-width commas after Chinese in each sample, and what stays half-width in it: ratios, `ID:vittimes`, URLs.
SAMPLES = {"000": (215, {}), "002": (150, {":": 4, "(": 2}), "003": (144, {}), "004": (150, {":": 2})}


@pytest.mark.parametrize("number", SAMPLES)
def test_every_mark_of_the_samples(shared: Path, number: str) -> None:
    text = next((shared / "articles").glob(f"{number}_*.txt")).read_text("utf8")
    got = clean(text, PUNCTUATION)
    commas, left = SAMPLES[number]
    assert text.count(",") == commas and "," not in got
    assert {mark: got.count(mark) for mark in ":;?!(" if mark in got} == left
    assert clean(got, PUNCTUATION) == got


def test_the_evidence_of_lost_bytes_is_left_for_others(shared: Path) -> None:
    text = next((shared / "articles").glob("001_*.txt")).read_text("utf8")
    got = clean(text, PUNCTUATION)
    assert [m[0] for m in re.finditer(r"\?[^\n,，]", got)] == [m[0] for m in re.finditer(r"\?[^\n,，]", text)]
    assert got.count("(") > 800


@pytest.mark.parametrize("corpus", ["broadcast_news", "wikipedia_hant"])
def test_marks_that_lost_their_width_get_it_back(shared: Path, corpus: str) -> None:
    full = wrong = back = 0
    with lzma.open(shared / "corpus" / f"{corpus}.jsonl.xz", "rt", encoding="utf8") as lines:
        for _, line in zip(range(60), lines, strict=False):
            text = json.loads(line)["text"]
            got = clean(text.translate(MARKS), PUNCTUATION)
            if len(got) != len(text):
                continue
            pairs = [(a, b) for a, b in zip(text, got, strict=True) if {a, b} & set("，：；？！（）")]
            full += sum(a in "，：；？！（）" for a, _ in pairs)
            back += sum(a == b for a, b in pairs)
            wrong += sum(a not in "，：；？！（）" for a, _ in pairs)
    assert back / full > 0.99
    assert wrong / full < 0.002


HOSTILE = [
    "中,", "中(", "中)", "(((中)))", "中?!", "!! ", "...", "… ", "--", "中 -- ", "，1", "• ", "中 (a) ",
    "a,b\n", "中,1,2\n", '中",', '"甲",', "def (", "def a(b):", "if (", "中`", "[中](", "。。。 ", "?!睂", "%s ",
    "a = ", "a/b#", "；;", "产(chǎn)",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    options = Options(only=frozenset({"punctuation", "spacing"}), spacing="add")
    assert growth(lambda size: clean("中文" + piece * (size // len(piece)), options), 64_000) < LINEAR
