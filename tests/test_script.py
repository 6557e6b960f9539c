"""Script conversion and detection: what the tables of cases cannot say."""

import json
import random
import subprocess
import sys
import types
from pathlib import Path

import pytest
from conftest import LINEAR, environment, growth
from hypothesis import given
from hypothesis import strategies as st

from cnclean import Options, clean, convert, convert_batch, explain
from cnclean.detection import detect
from cnclean.edits import splice
from cnclean.stages.script import STAGE, engine, exact, kinds
from cnclean.stages.script.everyday import everyday_words
from cnclean.stages.script.evidence import weigh
from cnclean.stages.script.targets import Target
from cnclean.tables import script_bigrams

WORDS = (
    "臺灣 台湾 頭髮 头发 發現 后面 後面 皇后 乾杯 乾隆 徐乾學 著名 看著 干部 系統 系统 程序 程式 透過 檔案 文件 只 "
    '了解 瞭解 列印 つづく 東京都渋谷区 。 ， , 「 」 “ ” ` abc ( " https://a.cn/ \ud800 \uf900 a@b.cn ``` · 𠮷 𫗧'
)
PIECES = st.sampled_from(["\n", *WORDS.split()])
TEXTS = st.lists(PIECES, max_size=12).map("".join)
TARGETS: tuple[Target, ...] = ("simplified", "traditional", "taiwan", "hongkong")
CHOICES = [Options(only=frozenset({"script"}), script=t, vocabulary=v) for t in TARGETS for v in (False, True)]


@given(TEXTS, st.sampled_from(CHOICES))
def test_once_is_enough_and_edits_are_minimal(text: str, options: Options) -> None:
    result = explain(text, options)
    assert splice(text, result.edits) == result.text == clean(text, options)
    assert clean(result.text, options) == result.text
    for edit in result.edits:
        assert edit.old[:1] != edit.new[:1] or len(edit.old) != len(edit.new)


@given(st.text(max_size=60))
def test_nothing_is_done_unless_asked_for(text: str) -> None:
    assert list(STAGE.find(text, Options())) == []


def test_opencc_is_not_imported_for_text_in_the_right_script() -> None:
    code = (
        "import sys, cnclean; options = cnclean.Options(script='simplified');"
        "cnclean.clean('这家公司的员工', options); cnclean.clean('这家公司的员工'); cnclean.clean('plain', options);"
        "assert 'opencc' not in sys.modules;"
        "assert cnclean.clean('這家公司的員工', options) == '这家公司的员工'; assert 'opencc' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], env=environment(), check=True)


@pytest.mark.parametrize("attributes", [{}, {"__version__": "1.2.0", "opencc_clib": None}])
def test_another_package_under_the_name_of_opencc(monkeypatch: pytest.MonkeyPatch, attributes: dict[str, str]) -> None:
    fake = types.ModuleType("opencc")
    fake.__file__ = "/somewhere/opencc/__init__.py"
    vars(fake).update(attributes)
    monkeypatch.setitem(sys.modules, "opencc", fake)
    engine.converter.cache_clear()
    with pytest.raises(ImportError, match=r"needs OpenCC 1\.4\.2 or newer.*opencc-python-reimplemented"):
        clean("這家公司的員工", Options(script="simplified"))


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("这家公司的员工每天开会", "simplified"),
        ("這家公司的員工每天開會", "traditional"),
        ("这家公司的员工\n每天開會的員工", "mixed"),
        ("新增", "undecided"),
        ("plain", "undecided"),
        ("", "undecided"),
        ("\ud800", "undecided"),
        ("会社の開発者が集まった", "japanese"),
        ("東京都渋谷区", "japanese"),
        ("東京大学", "japanese"),
        ("鉱工業生産", "japanese"),
        ("働く人", "japanese"),
        ("駐車禁止", "japanese"),
        ("給料明細書類", "japanese"),
        ("宅配便手荷物", "japanese"),
        ("指定席\n気象情報\n経済対策を閣議決定\n禁煙\n沖縄県", "japanese"),
        ("本市预算案公布", "simplified"),
        ("董事会社会责任报告", "simplified"),
        ("他喜欢听「ありがとう」这首歌", "simplified"),
        ("不予批准的研究", "undecided"),
        ("文部科学省", "simplified"),
        ("大会社会学", "simplified"),
        ("作為替代", "traditional"),
        ("吸引上下游", "undecided"),
        ("新年賀詞", "traditional"),
        ("臨時給了我", "traditional"),
    ],
)
def test_detection(text: str, script: str) -> None:
    assert detect(text).script == script


def test_detection_by_line() -> None:
    assert detect("学习汉语\n學習漢語\n\nやさしい\nabc").lines == (
        "simplified", "traditional", "undecided", "japanese", "undecided"
    )  # fmt: skip


def test_article_back_to_simplified(shared: Path) -> None:
    article = next((shared / "articles").glob("000_*")).read_text("utf8")
    options = Options(only=frozenset({"script"}), script="simplified", vocabulary=True)
    converted = clean(article, options)
    assert converted.count("通过") >= 6
    assert "透过" not in converted
    assert detect(converted).script == "simplified"
    assert clean(converted, options) == converted


@given(st.text(PIECES.flatmap(st.sampled_from), max_size=40), st.sampled_from(["s2t", "s2twp", "t2s", "tw2sp", "jp2t"]))
def test_exact_conversion_is_what_opencc_makes(text: str, configuration: str) -> None:
    opencc = pytest.importorskip("opencc")
    whole = text.replace("\ud800", "")
    assert convert(whole, configuration) == opencc.OpenCC(configuration).convert(whole)
    assert convert("\ud800" + whole, configuration) == "\ud800" + convert(whole, configuration)


@pytest.mark.parametrize("configuration", sorted(script_bigrams.JOINED))
def test_conversion_by_table_is_exact(configuration: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(exact, "_is_long", lambda _text, _configuration: True)
    opencc = pytest.importorskip("opencc").OpenCC(configuration)
    choice = random.Random(configuration)
    signs = script_bigrams.DIFFERING["s2t" if configuration.startswith("s2") else configuration].split()
    groups = script_bigrams.JOINED["s2t" if configuration.startswith("s2") else configuration].split()
    for _ in range(60):
        signed = [choice.choice(signs).strip("+") for _ in range(8)] if signs else []
        joined = [choice.choice(groups)[: choice.randrange(1, 4)] for _ in range(8)] if groups else []
        others = choice.choices("\n，。aU- 台著乾后里发面只埠·\r\t😀\uf900⿰\U000e0001𠮷𫗧", k=6)
        pieces = [*signed, *joined, *others]
        choice.shuffle(pieces)
        text = "".join(pieces)
        for share in (0.0, 0.9):  # of ASCII, which is skipped where there is much
            monkeypatch.setattr(exact, "_share_of_ascii", lambda _text, share=share: share)
            assert convert(text, configuration) == opencc.convert(text)


@given(st.lists(TEXTS, min_size=20, max_size=40).map("\n".join), st.sampled_from(CHOICES))
def test_a_long_text_is_made_of_the_same_edits(text: str, options: Options) -> None:
    assert clean(text, options) == explain(text, options).text


@given(st.lists(TEXTS, max_size=40).map("\n".join))
def test_lines_are_weighed_alike_one_by_one_and_together(text: str) -> None:
    together = kinds.weigh_lines(text + "这" * 250)
    assert together == [weigh(line) for line in (text + "这" * 250).split("\n")]


def test_nothing_changes_without_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"{word}，这家公司{word}的头发干了。\n" for word in WORDS.split()) * 3
    with_numpy = [clean(text, options) for options in CHOICES]
    monkeypatch.setattr(exact, "character_table", lambda *_args, **_options: None)
    monkeypatch.setattr(kinds, "bits_of", lambda _text: None)
    assert [clean(text, options) for options in CHOICES] == with_numpy


def test_a_batch_is_converted_string_by_string() -> None:
    texts = ["头发", "", "发\n展", "\n", "a", "\ud800后面", "皇后"] * 40
    assert convert_batch(texts, "s2tw") == [convert(text, "s2tw") for text in texts]
    assert convert_batch([], "s2tw") == []


def test_each_word_of_every_day_has_one_partner_and_goes_both_ways() -> None:
    here, there = everyday_words(from_mainland=False), everyday_words(from_mainland=True)
    assert {word: other for other, word in there.items()} == here
    for taiwan, mainland in here.items():
        to_mainland = Options(only=frozenset({"script"}), script="simplified", vocabulary=True)
        to_taiwan = Options(only=frozenset({"script"}), script="taiwan", vocabulary=True)
        assert clean(f"這裡說的是{taiwan}嗎", to_mainland) == f"这里说的是{mainland}吗"
        assert clean(f"这里说的是{mainland}吗", to_taiwan) == f"這裡說的是{taiwan}嗎"


def test_hong_kong_gets_no_words_of_taiwan() -> None:
    text = "这个软件要联网，打印机和屏幕的质量很好；视频、短信、激光、信息、自行车、意大利、新西兰、土豆、公交车。"
    converted = clean(text, Options(only=frozenset({"script"}), script="hongkong", vocabulary=True))
    assert "軟件" in converted
    words = "軟體|網路|印表機|列印|螢幕|品質|影片|簡訊|雷射|資訊|腳踏車|義大利|紐西蘭|馬鈴薯|公車"
    assert not [word for word in words.split("|") if word in converted]


def test_nothing_is_lost_at_a_nul() -> None:
    assert clean("这家公司\0的员工", Options(only=frozenset({"script"}), script="taiwan")) == "這家公司\0的員工"


def test_exact_conversion_passes_the_suite_of_opencc(shared: Path) -> None:
    lines = (shared / "conformance" / "opencc.jsonl").read_text("utf8").splitlines()
    for case in map(json.loads, lines):
        assert convert(case["input"], case["op"]) == case["expected"], case


def test_what_opencc_has_made_is_recognised(shared: Path) -> None:
    article = next((shared / "articles").glob("000_*")).read_text("utf8")
    found = detect(article)
    assert (found.script, found.region, found.machine_converted) == ("traditional", "taiwan", True)
    assert not detect(clean(article, Options(only=frozenset({"script"}), script="simplified"))).machine_converted


def test_cantonese_is_not_japanese() -> None:
    """Though 晒 is Simplified elsewhere, and Japanese has it."""
    assert detect("唔該晒！下次再傾過啦").script != "japanese"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("這個軟體要裝在伺服器上，滑鼠一按就好", "taiwan"),
        ("呢啲嘢喺度，佢哋冇嚟", "hongkong"),
        ("這個軟件要裝在服務器上，鼠標一按就好", "mainland"),
        ("這家公司的員工每天都要開會", None),
        ("这个软件要装在服务器上", None),
    ],
)
def test_the_region_is_hinted_at(text: str, region: str | None) -> None:
    assert detect(text).region == region


def test_the_command_tells_the_script(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("这家公司的员工\n這個軟體要裝在伺服器上，滑鼠一按就好\n", "utf8")
    command = [sys.executable, "-m", "cnclean", "--detect", str(file)]
    done = subprocess.run(command, env=environment(), capture_output=True, check=True)
    shares = "only simplified 8.3%, only traditional 20.8%"
    assert done.stdout.decode() == f"{file}: mixed; {shares}; region taiwan; lines: 1 simplified, 1 traditional\n"


def test_the_command_counts_the_scripts_of_a_corpus(tmp_path: Path) -> None:
    file = tmp_path / "corpus.txt"
    file.write_text("这家公司的员工\n這家公司的員工\nとても良い会社です\n这个软件\n", "utf8")
    command = [sys.executable, "-m", "cnclean", "--detect", "--lines", str(file)]
    done = subprocess.run(command, env=environment(), capture_output=True, check=True)
    assert done.stdout.decode() == f"{file}: 4 documents; 2 simplified; 1 traditional; 1 japanese\n"


@pytest.mark.parametrize("unit", ["被发明", "著", "于宏", "系统和系統", "あ臺灣", "(臺", '"a("', "<a", "https://a/臺"])
@pytest.mark.parametrize("target", TARGETS)
def test_time_is_linear(unit: str, target: Target) -> None:
    options = Options(only=frozenset({"script"}), script=target, vocabulary=True)
    clean(unit * 200, options)  # the dictionaries load
    assert growth(lambda size: clean(unit * size, options), 4000) < LINEAR
