"""Boilerplate: its tables, what it says of what it removes, what it keeps on demand, and when it refuses."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import opencc
import pytest
from conftest import FIXTURES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnclean import Options, clean, explain
from cnclean.folding import fold, unfold
from cnclean.stages.boilerplate import KINDS, STAGE, anchors, lookup, phrases, rare_pairs
from cnclean.stages.boilerplate.cells import pieces
from cnclean.stages.boilerplate.lookup import LONGEST_LABEL, labels
from cnclean.stages.boilerplate.wording import CLASSES, PHRASES, lists, names, parts, voices
from cnclean.stages.boilerplate.wording.buttons import BUTTONS
from cnclean.stages.boilerplate.wording.labels import ENDINGS, LABELS
from cnclean.stages.boilerplate.wording.shapes import SHAPES

SCAN_CACHES = (rare_pairs.rarest_pairs, anchors.rare_anchors, anchors.edge_anchors)
LABEL_CELLS = [words for *_, words in (*LABELS, *ENDINGS)]
CELLS = [cell for columns in PHRASES.values() for cell in columns] + LABEL_CELLS
COLUMNS = [column for table in (lists, names, parts, voices) for name, column in vars(table).items() if name.isupper()]
PLAIN = [BUTTONS, *COLUMNS, *CLASSES.values()]
ENTRIES = [entry for cell in CELLS for entry in cell.split()]
PIECES = {word for entry in ENTRIES for part in pieces(entry) for word in part.words}
WORDS = PIECES | {word for cell in PLAIN for word in cell.split()}
PROSE = (
    "清晨的渡口起了雾,摆渡的老人把缆绳收好,等第一班客人上船,船上只坐了三个赶集的妇人。\n"
    "他在这条江上撑了四十年船,桥修好以后,客人一天比一天少,只有老街坊还愿意绕路来坐。"
)
ONLY = frozenset({"boilerplate", "links", "repeats"})


def test_every_entry_begins_with_a_word_and_names_known_classes() -> None:
    assert [entry for entry in ENTRIES if "" in pieces(entry)[0].words and entry not in " ".join(LABEL_CELLS)] == []
    assert {word for word in PIECES if set(word) & set("<…+|") - {word}} == set()
    assert [entry for cell in PLAIN for entry in cell.split() if set(entry) & set("<…+|") and len(entry) > 1] == []


def test_a_line_is_read_the_same_however_it_is_spaced() -> None:
    for tail in ["相关阅读1\n桥头的修鞋铺\n老街的钟", "京ICP备12345678号", "下载APP", "有用12 没用3", "2楼 老秦"]:
        options = Options(spacing="add")
        once = clean(f"{PROSE}\n{tail}", options)
        assert clean(once, options) == once


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_every_phrase_is_found_in_traditional_characters(config: str) -> None:
    convert = opencc.OpenCC(config).convert
    assert {word: convert(word) for word in WORDS if fold(convert(word)) != word} == {}


def test_the_tables_are_folded_and_have_no_doubles() -> None:
    assert {word for word in WORDS if fold(word) != word} == set()
    for cell in [" ".join(map(" ".join, PHRASES.values())), *LABEL_CELLS, *PLAIN]:
        # Of a phrase that stands in two kinds or columns, only the heaviest would ever count.
        assert [entry for entry, times in Counter(cell.split()).items() if times > 1] == []
    assert max(map(len, labels())) <= LONGEST_LABEL
    assert {kind for kind, *_ in LABELS} | {kind for kind, *_ in ENDINGS} <= set(KINDS)


@pytest.mark.parametrize(("signs", "pattern"), [(signs, pattern) for _, _, signs, pattern in SHAPES])
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(data=st.data())
def test_what_a_shape_matches_has_one_of_its_signs(
    data: st.DataObject, signs: frozenset[str], pattern: re.Pattern[str]
) -> None:
    found = pattern.search(data.draw(st.from_regex(pattern.pattern)))
    # A folded page has the digits 0 to 9; a pattern knows others too.
    drawn = "" if found is None else "".join(str(int(c)) if c.isdecimal() else c for c in found[0])
    assert not drawn or not signs.isdisjoint(drawn)


def test_folding_keeps_offsets() -> None:
    for char in map(chr, range(0x20, 0x10000)):
        assert len(fold(char)) == 1
        assert char in unfold(fold(char))


def test_every_removal_names_its_kind() -> None:
    for case in json.loads((FIXTURES / "cases" / "boilerplate.json").read_text("utf8"))["repaired"]:
        for edit in explain(case["text"], Options(only=frozenset({"boilerplate"}))).edits:
            assert edit.notes
            assert set(edit.notes) <= set(KINDS)


def test_kinds_can_be_kept() -> None:
    text = f"渡口旧事\n作者:老秦\n{PROSE}\n版权所有 江畔网"
    assert clean(text, Options(only=ONLY)) == f"渡口旧事\n{PROSE}"
    assert clean(text, Options(only=ONLY, keep=frozenset({"byline"}))) == f"渡口旧事\n作者:老秦\n{PROSE}"
    assert clean(text, Options(only=ONLY, keep=frozenset({"byline", "copyright"}))) == text
    with pytest.raises(ValueError, match=r"no kind 'footer'; the kinds are .*byline"):
        Options(keep=frozenset({"footer"}))
    with pytest.raises(TypeError, match="one string"):
        Options(keep="byline")  # type: ignore[arg-type]


def test_a_page_that_would_lose_too_much_is_left_and_reported() -> None:
    text = f"渡口旧事\n来源:江畔网\n{PROSE}\n转载请注明出处\n版权所有 江畔网"
    strict = Options(only=ONLY, max_loss=0.05)
    assert clean(text, Options(only=ONLY)) == f"渡口旧事\n{PROSE}"
    assert clean(text, strict) == text
    suspects = explain(text, strict).suspects
    assert [suspect.old.strip() for suspect in suspects] == ["来源:江畔网", "转载请注明出处\n版权所有 江畔网"]
    assert explain(text, Options(only=ONLY)).suspects == ()


LINES = [
    "作者:老秦", "来源:江畔网", "2020-01-02 08:30 江畔网", "版权所有", "转载请注明出处", "相关阅读",
    "桥头的修鞋铺", "收藏 举报", "在看", "” 或 \"", "上一篇:老街的钟", "页:", "[1]", "2", "首页 > 文化 > 正文",
    "- END -", "----", "#渡口 #老街", "", "电话:0550-000 0000", "地址:老街一号", "图源:网络",
    "3 K, P% ]+ m+ d5 R2 q7 |8 _", "渡口旧事", "老街", "```", "| a | b |",
    "清晨的渡口起了雾,摆渡的老人把缆绳收好,等第一班客人上船,船上只坐了三个赶集的妇人。",
    "他在这条江上撑了四十年船,桥修好以后,客人一天比一天少,只有老街坊还愿意绕路来坐。(责任编辑:老秦)",
    "http://a-b.cn/1", "渡口旧事_江畔网", "更多精彩", "关注我们", "　",
]  # fmt: skip


@settings(max_examples=400)
@given(lines=st.lists(st.sampled_from(LINES), max_size=24))
def test_cleaning_a_page_twice_changes_nothing_more(lines: list[str]) -> None:
    for stages in (frozenset({"boilerplate"}), ONLY):
        options = Options(only=stages, max_loss=1.0)  # whatever is left of a page, it is not taken for another page
        once = clean("\n".join(lines), options)
        assert clean(once, options) == once


@settings(max_examples=200)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=24))
def test_only_whole_lines_and_parts_at_line_ends_go(lines: list[str]) -> None:
    text = "\n".join(lines)
    cleaned = clean(text, Options(only=frozenset({"boilerplate"})))
    rest = iter(text.split("\n"))
    assert all(any(line.startswith(kept) for line in rest) for kept in cleaned.split("\n"))


TAILS = [
    ["| 年份 | 事件 |", "|---|---|", "| 1958 | 建成 |"],
    ["- 1958年建成", "- 1998年大修", "- 2019年拆除"],
    ["1、苹果5元", "2、香蕉3元"],
    ["桥下水", "向东流", "桥上人", "不回头"],
    ["[1] 王一. 江南水利史[M]. 北京: 水利出版社, 1998.", "[2] 李二. 桥梁史[J]. 考古, 2001(3): 45-52."],
    ["注：桥长为约数。", "①一说1956年。"],
    ["问：桥还在吗？", "答：不在了。"],
    ["“走吧。”", "“嗯。”"],
    ["地址：青岚县东岸路1号", "开放时间：9:00-17:00", "票价：免费"],
    ["林若谷", "2020年5月于青岚"],
    ["《旧桥》，林若谷著", "《新桥》，白露著"],
    ["青岚队 3:1 东岸队", "渡口队 0:0 新区队"],
    ["再见，旧桥。"],
    ["图1 旧桥", "图2 新桥"],
    ["The old bridge is gone.", "We miss it."],
]
FOOTERS = [
    ["© 2020 青岚网 版权所有", "青ICP备12345678号-1"],
    ["相关阅读", "老街的钟", "桥头的修鞋铺", "© 2020 青岚网 版权所有"],
    ["分享到：微信 微博", "点赞 收藏 评论", "转载请注明出处"],
    ["关注公众号：青岚旧事", "长按识别二维码关注", "责任编辑：白露", "版权声明：本文为原创，未经授权不得转载"],
]


@pytest.mark.parametrize("tail", TAILS, ids=[tail[0] for tail in TAILS])
def test_how_a_text_ends_stays_above_a_footer(tail: list[str]) -> None:
    for prose in (PROSE, PROSE.replace("。", ".")):
        text = "\n".join([prose, *tail])
        assert [clean("\n".join([text, *footer]), Options(only=ONLY)) for footer in FOOTERS] == [text] * len(FOOTERS)


def test_no_heap_of_blank_lines_is_left() -> None:
    text = f"来源:江畔网\n\n渡口旧事\n\n作者:老秦\n\n{PROSE}\n\n收藏 举报\n\n版权所有 江畔网\n"
    cleaned = clean(text, Options(only=frozenset({"boilerplate"})))
    assert cleaned == f"渡口旧事\n\n{PROSE}\n"
    assert not any(above == below == "" for above, below in pairwise(cleaned.split("\n")))


def test_what_a_clean_text_costs_does_not_depend_on_how_much_wording_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n".join([PROSE, *(f"{number}. {PROSE}" for number in range(100)), "老街的钟"])
    searched: list[int] = []
    telling = anchors.Anchors.telling

    def count(self: anchors.Anchors, lines: Iterable[str], per_character: int) -> list[str]:
        lines = list(lines)
        searched.extend(len(line) + len(self.pattern.findall(line)) for line in lines)
        return telling(self, lines, per_character)

    monkeypatch.setattr(anchors.Anchors, "telling", count)
    assert list(STAGE.find(page, Options())) == []
    work = sum(searched)
    assert 0 < work < len(page) / 20
    halved = {kind: tuple(" ".join(cell.split()[::2]) for cell in columns) for kind, columns in PHRASES.items()}
    monkeypatch.setattr(phrases, "PHRASES", halved)
    monkeypatch.setattr(lookup, "PHRASES", halved)
    _forget_tables()
    assert list(STAGE.find(page, Options())) == []
    monkeypatch.undo()
    _forget_tables()
    assert sum(searched) - work >= 0.95 * work


def _forget_tables() -> None:
    for table in (phrases.phrases, lookup.telling_phrases, lookup.edge_phrases, *SCAN_CACHES):
        table.cache_clear()
