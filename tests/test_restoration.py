"""A filter is played on a text of ours; what comes back must be what was there."""

from dataclasses import replace
from pathlib import Path

import pytest
from conftest import FIXTURES

from cnclean import Options, clean, convert, explain
from cnclean.edits import Edit, splice
from cnclean.stages.restoration import search
from cnclean.stages.restoration.apply import Restored, apply
from cnclean.stages.restoration.build_clues import rows_of
from cnclean.stages.restoration.choose import choose
from cnclean.stages.restoration.evidence import Site
from cnclean.stages.restoration.expected import LONG, looked_for
from cnclean.stages.restoration.looks import beside, looks_at
from cnclean.stages.restoration.page import read
from cnclean.stages.restoration.scripts import SIMPLIFIED
from cnclean.stages.restoration.terms import LOOKED_FOR, LOOKED_FOR_IN_NEWS
from cnclean.stages.restoration.weigh import Finding
from cnclean.tables.restoration_anchors import ANCHORS
from cnclean.tables.restoration_clues import ROWS

TEXT = (FIXTURES / "documents" / "bookshop.txt").read_text("utf8")
ALONE = Options(only=frozenset({"restoration"}))
BOLD = replace(ALONE, caution="low")

FILTERS: list[tuple[dict[str, str], int]] = [
    # what the filter does, how many places must come back at least
    ({"最": "比较"}, 9),
    ({"最": "比较", "第一": "首"}, 9),
    ({"无": "", "实": ""}, 9),
    ({"无": ""}, 5),
    ({"网": "", "无": ""}, 9),
    ({"最": "比较", "无": "", "实": "", "网": ""}, 20),
]


def blocked(text: str, terms: dict[str, str]) -> str:
    for term, replacement in terms.items():
        text = text.replace(term, replacement)
    return text


@pytest.mark.parametrize(
    ("terms", "least"), FILTERS, ids=lambda value: "".join(value) if isinstance(value, dict) else ""
)
def test_what_comes_back_was_there(terms: dict[str, str], least: int) -> None:
    dirty = blocked(TEXT, terms)
    result = explain(dirty, ALONE)
    assert len(result.edits) >= least
    assert splice(dirty, result.edits) == result.text
    # what a filter takes from the restored text is what it took from the original, and nothing else was added
    assert blocked(result.text, terms) == dirty
    left = [edit for edit in result.edits if not is_true(dirty, edit, terms)]
    assert not left
    assert clean(result.text, ALONE) == result.text


def is_true(dirty: str, edit: Edit, terms: dict[str, str]) -> bool:
    """Whether the text around the edit stands in the original, but for what is still missing there."""
    around = dirty[max(0, edit.start - 3) : edit.start] + edit.new + dirty[edit.end : edit.end + 3]
    return any(
        blocked(around, terms) == blocked(TEXT[at : at + size], terms) and edit.new in TEXT[at : at + size]
        for size in range(len(around), len(around) + 4)
        for at in range(len(TEXT) - size + 1)
    )


def test_traditional_text_is_restored_as_it_is_written() -> None:
    text = convert(TEXT, "s2t")
    dirty = blocked(text, {"最": "比較", "無": "", "實": ""})
    result = explain(dirty, ALONE)
    assert len(result.edits) >= 15
    assert blocked(result.text, {"最": "比較", "無": "", "實": ""}) == dirty
    assert {edit.new for edit in result.edits} == {"最", "無", "實"}
    assert clean(text, ALONE) == text


def test_doubtful_places_are_suspects_where_they_stand() -> None:
    dirty = blocked(TEXT, {"无": "", "实": "", "网": ""})
    suspects = explain(dirty, ALONE).suspects
    assert suspects
    for suspect in suspects:
        assert dirty[suspect.start : suspect.end] == suspect.old
        assert "may be missing" in suspect.notes[0]


def test_a_clause_that_cannot_end_so_is_a_suspect_in_a_damaged_text() -> None:
    dirty = blocked(TEXT, {"最": "比较"}) + "去年，他离开了原。镇外是一片草原。\n"
    suspects = explain(dirty, ALONE).suspects
    assert [(dirty[edit.start - 2 : edit.end], edit.new) for edit in suspects if "behind" in edit.notes[0]] == [
        ("开了原", "原")
    ]
    assert explain(TEXT + "去年，他离开了原。\n", ALONE).suspects == ()


def test_both_ends_of_a_name_are_put_back_around_its_middle() -> None:
    finding = Finding("习近平", "近", [Site(4, 9.0), Site(12, 8.0)], 9.0, 2)
    spans: dict[int, Restored] = {}
    dirty = read("今天上午近同志前往上海。近指出")
    page = apply(dirty, choose(dirty, [finding], 2.5, frozenset()), spans)
    assert page.symbols == "今天上午习近平同志前往上海。习近平指出"
    assert [span[:3] for span in spans.values()] == [
        (4, 4, "习"),
        (5, 5, "平"),
        (12, 12, "习"),
        (13, 13, "平"),
    ]


def test_every_edit_says_why() -> None:
    result = explain(blocked(TEXT, {"最": "比较"}), ALONE)
    assert result.edits
    assert all("比较 for 最: " in edit.notes[0] and "strength" in edit.notes[0] for edit in result.edits)


def test_what_a_text_lacks_for_its_narrow_subject_is_not_looked_for() -> None:
    everything = LOOKED_FOR + LOOKED_FOR_IN_NEWS
    news = everything * (2 * LONG // len(everything))
    assert looked_for(news, SIMPLIFIED) == []
    assert looked_for(news.replace("美", "").replace("网", ""), SIMPLIFIED) == ["网", "美"]
    statute = "实定全" * (LONG // 3 + 1)
    assert looked_for(statute, SIMPLIFIED) == ["平", "优", "网"]
    assert looked_for(statute[:900], SIMPLIFIED) == ["网", "无"]


def test_clues_are_those_of_the_lexicon_and_the_anchors() -> None:
    assert list(ROWS) == list(ANCHORS)
    for term in ("无", "公"):
        assert ROWS[term].strip("\n") == rows_of(term)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("毫不在乎。学者说，办法有了。", set()),
        ("法", set()),
        ("他们法知道,论谁来", {"们法", ",论"}),
        ("毫疑问，他也法回答", {"毫疑", "也法"}),
    ],
)
def test_a_look_finds_what_tells(text: str, pairs: set[str]) -> None:
    found: dict[str, int] = {}
    for look in looks_at("无", SIMPLIFIED):
        found |= beside(text, look)
    assert set(found) == pairs


def test_a_text_that_lacks_nothing_is_left_alone() -> None:
    assert clean(TEXT, ALONE) == TEXT
    assert clean(TEXT * 3, ALONE) == TEXT * 3


def test_less_caution_restores_no_less() -> None:
    dirty = blocked(TEXT, {"无": "", "实": "", "网": ""})
    assert len(explain(dirty, BOLD).edits) >= len(explain(dirty, ALONE).edits) > 0


def test_low_caution_asks_for_no_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    dirty = blocked(TEXT, {"最": "比较"})
    monkeypatch.setattr(search, "is_suspicious", lambda _: False)
    assert list(search.find_missing(dirty, ALONE)) == []
    assert len(list(search.find_missing(dirty, BOLD))) >= 9


def test_the_sample_that_a_filter_has_hit(shared: Path) -> None:
    dirty = next((shared / "articles").glob("004_*")).read_text("utf8")
    restored = clean(dirty, ALONE)
    for term, least in {
        "腾讯": 7,
        "无法": 3,
        "无论": 2,
        "互联网大厂": 2,
        "学习平台": 1,
        "优胜劣汰": 1,
        "高精尖": 1,
        "第一梯队": 1,
        "最": 13,
    }.items():
        assert restored.count(term) >= least, term
    assert clean(restored, ALONE) == restored


@pytest.mark.parametrize("name", ["002_*", "003_*"])
def test_a_sample_that_no_filter_has_hit(shared: Path, name: str) -> None:
    text = next((shared / "articles").glob(name)).read_text("utf8")
    assert clean(text, ALONE) == text
