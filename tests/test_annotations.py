"""The annotations stage against the forward model of the damage, and against pages that only look like it."""

import random
from collections.abc import Callable, Iterator, Sequence

import pytest
from converter import annotate, scatter, scatter_words
from hypothesis import given, settings
from hypothesis import strategies as st

from cnclean import Options, clean, explain
from cnclean.edits import splice
from cnclean.stages.annotations import steps
from cnclean.stages.annotations.effort import Effort
from cnclean.stages.annotations.evidence import converter_page
from cnclean.stages.annotations.runs import read_page
from cnclean.stages.annotations.states import Page, State, Token

ONLY = Options(only=frozenset({"annotations"}))
SENTENCES = [
    "今年以来，全县把发展乡村产业当作头等大事，组织农民学习种植技术，还请来专家到田间讲课。",
    "据统计，参加培训的总人数达三千，当地农民的收入也明显增长，银行贷款的手续简化了许多。",
    "过去，村里没有一条像样的路，农产品运不出去。现在，公路修到了家门口，快递当天就能发货。",
    "实验结果说明，这种材料的强度与温度无关，但对时间敏感，因此储存时应当保持干燥。",
    "学校开学以后，老师发现图书馆里的书少了几本，便请学生会的同学帮忙查找。",
    "医院的挂号系统上周升级，预约、缴费、查询报告都可以在手机上完成，病人不必再排长队。",
    "这家企业创办于二十年前，最初只生产风扇，后来转向新能源，产品远销国外。",
    "研究团队对数据进行了整理，评价标准也更加严格，错误的记录全部删除。",
    "人工智能(AI)进入课堂以后，教师的工作发生了很大变化，但学生的学习习惯并没有变。",
    "为了保护古树，镇里专门设立了监测点，由护林员每天记录温度、湿度和虫害。",
]


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8, unique=True), st.booleans())
def test_undoes_the_converter(sentences: list[str], lines: bool) -> None:  # noqa: FBT001 - drawn
    text = ("\n" if lines else "").join(sentences)
    damaged = annotate(text)
    assert damaged != text
    assert clean(damaged, ONLY) == text


@settings(max_examples=30)
@given(st.permutations(SENTENCES), st.integers(0, 99))
def test_never_raises_and_accounts_for_itself(sentences: list[str], seed: int) -> None:
    text = "\n".join(sentences).replace("，", "！")
    damaged = annotate(text, restarts=0.5, seed=seed)
    result = explain(damaged, ONLY)
    assert splice(damaged, result.edits) == result.text
    assert clean(result.text, ONLY) == result.text


@pytest.mark.parametrize("text", SENTENCES)
def test_leaves_the_text_itself(text: str) -> None:
    assert clean(text, ONLY) == text


@settings(max_examples=20)
@given(st.permutations(SENTENCES), st.integers(0, 999), st.sampled_from([scatter, scatter_words]))
def test_undoes_readings_at_random(sentences: list[str], seed: int, damage: Callable[[str, float, int], str]) -> None:
    text = "".join(sentences)
    assert clean(damage(text, 0.25, seed), ONLY) == text


@pytest.mark.parametrize(("seed", "order"), [(289, (7, 2, 8, 6, 4, 1, 0, 5, 9, 3)), (5, (0, 1, 2, 3))])
def test_undoes_readings_where_chance_annotated_few_function_words(seed: int, order: tuple[int, ...]) -> None:
    text = "".join(SENTENCES[at] for at in order)
    assert clean(scatter(text, 0.25, seed), ONLY) == text


@pytest.mark.parametrize("share", [0.95, 1.0])
def test_leaves_a_textbook_that_annotates_everything(share: float) -> None:
    for damage in (scatter, scatter_words):
        page = damage("".join(SENTENCES), share, 1)
        assert clean(page, ONLY) == page


@pytest.mark.parametrize(
    "line",
    ["有人说：“{}”大家听了都很高兴。", "有人说：「{}」大家听了都很高兴。", "他写道：「{}」", "他说：“{}” 大家都笑了。"],
)
def test_reads_the_broken_runs_of_a_page(line: str) -> None:
    """Quotes of either kind, as the page has them; a space that a lost byte took along."""
    text = "\n".join(map(line.format, SENTENCES))
    damaged = annotate(text, restarts=1.0)
    assert damaged.count("?！") == len(SENTENCES)
    lines = zip(clean(damaged, ONLY).split("\n"), text.split("\n"), strict=True)
    assert sum(got != want for got, want in lines) <= 1


def test_what_is_in_doubt_within_a_run_stays_and_is_suspected() -> None:
    """Of 他深 one byte each is left, which 它深 and 她深 have too."""
    text = annotate("".join(SENTENCES) + "\n因为他深受大家喜爱。")
    result = explain(text, ONLY)
    assert result.text.split("\n")[1] == "因为钍受大家喜爱。"
    (suspect,) = result.suspects
    assert suspect.old == "钍"
    assert splice(text, result.edits) == result.text


@pytest.mark.parametrize(
    "line",
    [
        "他们选它，因为Linux很稳定。",
        "学校所在地的区人民政府、街道办事处应当支持。",
        "因为大家努力，工业化程度比以前高。",
        "当地的桥断了，工业化程度比以前高。",
        "工厂有了新设备，生产线转变为柔性流水线以后，效率高了。",
        "在全国总人口中占第二个位置。",
        "大家商量以后，我们采取了适当的措施。",
    ],
)
def test_reads_what_stands_across_a_letter_or_beside_fallen_pairs(line: str) -> None:
    text = "".join(SENTENCES) + "\n" + line
    assert clean(annotate(text), ONLY) == text


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("因为村里“六小虎”之一、老王说。", "因为村里“』ⅰ敝弧、老王说。"),
        ("因为山上的树多，作为一名老师，他常去。", "因为山上的树多，作为一名老师Ｈ去。"),
    ],
)
def test_what_makes_no_sense_stays_and_is_suspected(line: str, want: str) -> None:
    """The best reading has 痢虎 and, with a letter as no other on the page, 老师＃去."""
    result = explain(annotate("".join(SENTENCES) + "\n" + line), ONLY)
    assert result.text.split("\n")[1] == want
    assert len(result.suspects) == 1


def test_no_reading_stays_beside_what_is_in_doubt() -> None:
    """The bytes of the annotated character are in doubt, and stay; its reading tells nothing more."""
    text = annotate("".join(SENTENCES) + "\n因为吴楚觉得太辛苦，所以没有去。")
    result = explain(text, ONLY)
    assert result.text.split("\n")[1] == "因为吴X得太辛苦，所以没有去。"


def test_an_unclear_run_stays_and_is_suspected() -> None:
    text = annotate("".join(SENTENCES)) + "\n姓?！畢"
    result = explain(text, ONLY)
    assert result.text == "".join(SENTENCES) + "\n姓?！毕"
    (suspect,) = result.suspects
    assert (text[suspect.start : suspect.end], suspect.old, suspect.new) == ("?", "?", "?")


def hostile_lines() -> Iterator[str]:
    """What a broken run may look like that no text ever was."""
    rng = random.Random(5)
    shifted = "".join(SENTENCES).encode("gbk")[1:].decode("gbk", "ignore")
    rare = [chr(code) for code in range(0x4E00, 0x9FA6)]
    for opening in ("?；", "?" * 30 + "，", "業(yè)?chǎn)?；"):
        yield opening + shifted[:80]
        yield opening + "".join(rng.choices(rare, k=80))
        yield opening + "".join(rng.choices([*rare[:200], *"?？，。" * 20, "?！", "(yè)", "?yè)"], k=80))
        yield opening + "".join(rng.choices("的一是了不在有人我他这中大来上国", k=80))


def test_what_a_broken_run_may_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is counted: states of the search and new answers of the language model, each 15 to 20 µs."""
    work = 0

    def grow(states: Sequence[State], tokens: Sequence[Token], i: int, page: Page, effort: Effort) -> Iterator[State]:
        nonlocal work
        asked = page.language.asked()
        try:
            for state in steps.grow(states, tokens, i, page, effort):
                work += 1
                yield state
        finally:
            work += page.language.asked() - asked

    monkeypatch.setattr("cnclean.stages.annotations.lattice.grow", grow)
    most = 0
    for line in hostile_lines():
        text = annotate("".join(SENTENCES)) + "\n" + line
        page = converter_page(text)
        assert page is not None
        for piece in read_page(text, page):
            if piece.start > text.index("\n"):
                break
            work = 0
        most = max(most, work)
    assert 1_500 < most < 2_500
