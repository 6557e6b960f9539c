"""The protected spans: what they are, where they end, and that finding them is linear."""

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnclean import Options
from cnclean.edits import Span
from cnclean.protect import outside

PLAIN, MARKDOWN = Options(), Options(markup="markdown")

# Each text with its protected part between the brackets ⟦ ⟧.
INLINE = [
    "见⟦https://a.cn/b,c⟧,然后",
    "见⟦https://a.cn/b⟧。然后",
    "(见⟦https://a.cn/b⟧)",
    "见⟦https://a.cn/b_(c)⟧)",
    "见⟦https://a.cn/⟧查询,再说",
    "⟦www.a.cn⟧,是的",
    "me⟦@example.com⟧,是的",
    "用⟦`甲,乙`⟧,是的",
    "用⟦``甲`,乙``⟧,是的",
    "公式⟦$a,b$⟧,是的",
    "价格$5,比$6贵",
    "⟦\\(甲,乙\\)⟧,是的",
    "⟦\\frac{甲,乙}{丙}⟧,是的",
    '⟦<a title="甲,乙">⟧文,字⟦</a>⟧',
    "如果A<B,或者C>D",
    "⟦<!-- 甲,乙 -->⟧,是的",
    "⟦&nbsp;⟧,⟦&#8230;⟧,是的",
    "⟦{{ 甲,乙 }}⟧,$⟦{甲,乙}⟧,⟦{% 甲,乙 %}⟧,⟦{0}⟧,⟦%s⟧,⟦%(name)s⟧",
    "-⟦{zh-hans:计算机,甲;zh-hant:電腦;}⟧-,是的",
    "[甲,乙⟦](路径,甲)⟧,是的",
    "C⟦:\\用户\\甲乙.txt⟧,是的",
    "在 ⟦/home/用户/甲.txt⟧,是的",
    "北京/上海/广州,是的",
]
BLOCKS = [
    "⟦---\ntitle: 甲,乙\n---⟧\n是的,好\n",
    "文,字\n⟦```py\n甲,乙\n```⟧\n是的,好\n",
    "⟦~~~\n甲,乙\n```\n~~~⟧\n是的,好",
    "⟦```\n甲,乙\n没有结尾⟧",
    "⟦- ```\n  甲,乙\n  ```⟧\n是的,好",
    "⟦| 甲,乙 | 丙 |⟧\n⟦|---|---|⟧\n⟦| 丁,戊 | 己 |⟧\n\n是的,好",
    "⟦甲,乙 | 丙\n--- | ---\n丁,戊 | 己⟧\n\n是的,好",
    "⟦[甲]: https://a.cn/甲,乙⟧\n是的,好",
    '文[甲,乙⟦](路径 "题,目")⟧,是的',
    "⟦<!-- 甲,\n乙 -->⟧\n是的,好",
    "⟦<pre>\n甲,乙\n</pre>⟧\n是的,好",
    "⟦<script>\n甲,乙\n</script>⟧\n是的,好",
    "段,落\n\n⟦    甲,乙\n    丙,丁⟧\n\n是的,好",
    "⟦.. note:: 甲,乙⟧\n是的,好",
    "⟦:author: 甲,乙⟧\n是的,好",
    "见⟦:ref:`甲,乙`⟧,是的",
    '⟦  "键": "甲,乙",⟧\n是的,好',
    '⟦{"键": "甲,乙"}⟧\n是的,好',
    "⟦$$\n甲,乙\n$$⟧\n是的,好",
]


@pytest.mark.parametrize("marked", INLINE)
def test_inline(marked: str) -> None:
    assert show(marked, PLAIN) == marked
    assert show(marked, MARKDOWN) == marked


@pytest.mark.parametrize("marked", BLOCKS)
def test_markdown(marked: str) -> None:
    assert show(marked, MARKDOWN) == marked


def show(marked: str, options: Options) -> str:
    """The text with ⟦ ⟧ around what is protected of it, runs of touching spans as one."""
    text = marked.replace("⟦", "").replace("⟧", "")
    free = {start for start, _, _ in outside(every_character(text), text, options)}  # type: ignore[misc]
    shown, inside = "", False
    for at, char in enumerate(text):
        if (at not in free) != inside:
            inside = not inside
            shown += "⟦" if inside else "⟧"
        shown += char
    return (shown + "⟧" if inside else shown).replace("⟧⟦", "")


def every_character(text: str) -> Iterator[Span]:
    return ((at, at + 1, "") for at in range(len(text)))


def test_an_insertion_may_stand_at_the_edge_of_a_protected_span_but_not_in_it() -> None:
    text = "用`甲乙`写"
    places = [(at, at, " ") for at in range(len(text) + 1)]
    assert [span[0] for span in outside(iter(places), text, PLAIN)] == [0, 1, 5, 6]


def test_nothing_is_computed_where_no_span_is() -> None:
    assert list(outside(iter(()), "https://a.cn", PLAIN)) == []


@given(st.text(st.sampled_from("甲,`$<>-!{}%&/:\\@()[]|~\n #\"'=.ahtps019^_")))
def test_spans_come_back_as_they_are_and_in_order(text: str) -> None:
    for options in (PLAIN, MARKDOWN):
        spans = list(every_character(text))
        kept = list(outside(iter(spans), text, options))
        assert [span for span in spans if span in set(kept)] == kept


HOSTILE = [
    "`", "``x ", "$a ", "<a ", "<!-- ", "\\(", "\\[x", "\\a{", "{%", "{{a", "${", "%(", "&a", "](", "](a(", "/a", " /a",
    "a@", "https://a(", "www.", "http://", "a|\n", "|\n", "---\n", "```\na\n", "\n\n    a", "<pre ", "> ", "[a]: \n",
    '"a', "::: a\n", ":a:`", "[a\n", "- ```\n", "    \n",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        text = "甲,乙\n" + piece * count
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            list(outside(iter([(0, 1, ""), (len(text) - 1, len(text), "")]), text, MARKDOWN))
            best = min(best, time.process_time() - start)
        return best

    for _attempt in range(4):  # another process on the machine may disturb one
        small, large = seconds(1500), seconds(12000)
        if large < 30 * small + 0.01:
            return
    pytest.fail(f"8 times the text takes {large / small:.0f} times as long")
