"""Pages on which lines stand twice in any order: what has gone once leaves nothing for a second run."""

from hypothesis import given
from hypothesis import strategies as st

from cnclean import Options, clean

LEAD = "清晨的渡口起了雾,摆渡的老人把缆绳收好,等第一班客人上船,船上只坐了三个赶集的妇人。"
LINES = [
    "渡口旧事一则", "渡 口旧事一则", "渡口旧事一则 - 江畔网", "渡口旧事一则_江畔", "渡口为什么没有船?",
    "图为清晨的渡口和老人",
    LEAD, f"{LEAD[:-1]}他说。", f"{LEAD[:25]}……", f"摘要:{LEAD}", "他走了。", "https://a.cn/x", "| a | b |",
]  # fmt: skip
only_repeats = Options(only=frozenset({"repeats"}))


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_once_is_enough(lines: list[str]) -> None:
    once = clean("\n".join(lines), only_repeats)
    assert clean(once, only_repeats) == once


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_every_line_that_goes_was_a_copy(lines: list[str]) -> None:
    kept = clean("\n".join(lines), only_repeats).replace(" ", "")
    for line in lines:
        said = line.removesuffix(" - 江畔网").removesuffix("_江畔").removeprefix("摘要:").rstrip("…")
        assert said.replace(" ", "") in kept
