"""The protected spans: what they are, where they end, and that finding them is linear."""

import pytest
from conftest import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from cnclean import Options
from cnclean.edits import Bounds
from cnclean.protect import outside

PLAIN, MARKDOWN, RST, ASCIIDOC = (Options(markup=markup) for markup in ("none", "markdown", "rst", "asciidoc"))

# Each text with its protected part between the brackets ⟦ ⟧.
INLINE = [
    "见⟦https://a.cn/b,c⟧,然后",
    "见⟦https://a.cn/b⟧。然后",
    "见⟦https://a.cn/b_(c)⟧)好",
    "见⟦https://a.cn/⟧查询,再说。",
    "见⟦https://a.cn/查询,再说⟧",
    "见⟦https://a.cn/wiki/甲,乙⟧ 再,说",
    "见⟦https://a.cn/甲,乙/丙.html⟧,再说",
    "见 ⟦https://a.cn/wiki/甲,乙⟧ 再,说",
    "见⟦https://a.cn/w?甲=乙;丙&丁=戊⟧,再说",
    "⟦www.a.cn⟧,是的",
    "me⟦@example.com⟧,是的",
    "用⟦`甲,乙`⟧,是的",
    "用⟦``甲`,乙``⟧,是的",
    "公式⟦$a,b$⟧,是的",
    "价格$5,比$6贵",
    "⟦\\(甲,乙\\)⟧,是的",
    "⟦\\frac{甲,乙}{丙}⟧,是的",
    '文⟦<a title="甲,乙">⟧文,字⟦</a>⟧',
    "如果A<B,或者C>D",
    "文⟦<!-- 甲,乙 -->⟧,是的",
    "⟦&nbsp;⟧,⟦&#8230;⟧,是的",
    "⟦{{ 甲,乙 }}⟧,$⟦{甲,乙}⟧,⟦{% 甲,乙 %}⟧,⟦{0}⟧,⟦%s⟧,⟦%(name)s⟧",
    "-⟦{zh-hans:计算机,甲;zh-hant:電腦;}⟧-,是的",
    "[甲,乙⟦](路径,甲)⟧,是的",
    "C⟦:\\用户\\甲乙.txt⟧,是的",
    "在 ⟦/home/用户/甲.txt⟧,是的",
    "北京/上海/广州,是的",
]
MARKDOWN_TEXTS = [
    "⟦---\ntitle: 甲,乙\n---⟧\n是的,好\n",
    "---\n是的,好\n\n好,的\n---\n",
    "文,字\n⟦```py\n甲,乙\n```⟧\n是的,好\n",
    "⟦~~~\n甲,乙\n```\n~~~⟧\n是的,好",
    "⟦```\n甲,乙\n没有结尾⟧",
    "⟦- ```\n  甲,乙\n  ```⟧\n是的,好",
    "- 文,字\n\n⟦  ```\n  甲,乙\n⟧是的,好",
    "⟦> ```\n> 甲,乙\n⟧是的,好",
    "⟦| 甲,乙 | 丙 |\n|---|---|\n| 丁,戊 | 己 |⟧\n\n是的,好",
    "⟦甲,乙 | 丙\n--- | ---\n丁,戊 | 己\n还在,表里⟧\n\n是的,好",
    "⟦[甲]: https://a.cn/甲,乙⟧\n是的,好",
    '⟦[甲]: /a\n  "题,目"⟧\n是的,好',
    "见⟦[甲,乙]⟧,是的\n\n⟦[甲,乙]: https://a.cn⟧",
    "文⟦[^甲,乙]⟧,是的\n\n⟦[^甲,乙]:⟧ 脚,注",
    '文[甲,乙⟦](路径 "题,目")⟧,是的',
    "⟦![⟧甲,乙⟦](图,1.png)⟧是的,好",
    "⟦<!-- 甲,\n乙 -->⟧\n是的,好",
    "⟦<pre>\n甲,乙\n\n丙,丁\n</pre>⟧\n是的,好",
    "⟦<script>\n甲,乙\n</script>⟧\n是的,好",
    "⟦<div>\n甲,乙\n⟧\n是的,好",
    "⟦<details>\n⟧\n是的,好\n\n⟦</details>\n⟧",
    "段,落\n\n⟦    甲,乙\n\n    丙,丁⟧\n\n是的,好",
    "1. 段,落\n\n   是的,好\n\n⟦       甲,乙⟧\n",
    "- 段,落\n    是的,好\n",
    "用⟦`甲,\n乙`⟧,是的",
    "⟦$$\n甲,乙\n$$⟧\n是的,好",
    "公式⟦$f(甲,乙)=1$⟧,是的",
    "⟦::: tip 甲,乙⟧\n是的,好\n⟦:::⟧",
    "(见⟦https://a.cn/b)⟧ 好",
    "见⟦https://a.cn/b:⟧\n好,的",
    '⟦  "键": "甲,乙",⟧\n是的,好',
    '⟦{"键": "甲,乙"}⟧\n是的,好',
]
RST_TEXTS = [
    "文,字⟦::⟧\n\n⟦    甲,乙\n\n    丙,丁⟧\n\n是的,好",
    "文,字⟦::⟧\n\n⟦> 甲,乙⟧\n\n是的,好",
    "⟦.. code-block:: c\n   :linenos:\n\n   甲,乙⟧\n\n是的,好",
    "⟦.. note::⟧ 是的,好\n   好,的\n",
    "⟦.. note::⟧\n⟦   :class: 甲,乙⟧\n\n   是的,好\n",
    "⟦.. 注,释\n   甲,乙⟧\n\n是的,好",
    "⟦.. _甲,乙: https://a.cn⟧\n\n是的,好",
    "⟦.. |甲| replace:: 乙,丙⟧\n\n是的,好",
    "⟦.. [1] ⟧脚,注\n\n是的,好 ⟦[1]_⟧",
    "⟦:作者: 甲,乙\n   丙,丁⟧\n\n是的,好",
    "见⟦:ref:`甲,乙`⟧,见 ⟦`甲,乙 <https://a.cn>`_⟧,见⟦``甲,乙``⟧,见 ⟦|甲,乙|⟧,好⟦,⟧*了*",
    "⟦+----+\n| 甲,乙 |\n+----+⟧\n\n是的,好",
    "⟦==== ====\n甲,乙 丙\n==== ====\n丁,戊 己\n\n庚,辛 壬\n==== ====⟧\n\n是的,好",
    "⟦>>> f(甲, 乙)⟧\n\n是的,好",
    "⟦标题(甲)⟧\n========\n\n是的,好",
    "标题(甲)\n==============\n\n是的,好",
    "⟦(1) ⟧第一,第二\n",
]
ASCIIDOC_TEXTS = [
    "⟦----\n甲,乙\n----⟧\n是的,好",
    "⟦[source,ruby]\n----\n甲,乙\n----⟧\n是的,好",
    "⟦[source]\n甲,乙⟧\n\n是的,好",
    "⟦....\n甲,乙\n....⟧\n是的,好",
    "⟦|===\n|甲,乙\n|===⟧\n是的,好",
    "====\n是的,好,都好\n====\n",
    "⟦ 甲,乙⟧\n\n是的,好",
    "⟦:author: 甲,乙⟧\n是的,好",
    "⟦image::甲,乙.png[丙,丁]⟧\n是的,好",
    "⟦// 甲,乙⟧\n是的,好",
    "见⟦<<甲,乙>>⟧,⟦link:甲,乙[丙,丁]⟧,⟦https://a.cn[丙,丁]⟧,⟦`甲,乙`⟧,好",
    "术,语⟦::⟧ 解,释",
    "⟦标题,一⟧\n----\n\n是的,好",
    "⟦NOTE: ⟧是的,好",
    "⟦---\ntitle: 甲,乙\n---⟧\n是的,好\n",
    '⟦+++\ntitle = "甲,乙"\n+++⟧\n是的,好\n',
    "---\n是的,好\n\n好,的,都好\n---\n",
]
MARKED = [(PLAIN, text) for text in INLINE] + [
    (options, text)
    for options, texts in (
        (MARKDOWN, INLINE + MARKDOWN_TEXTS),
        (RST, RST_TEXTS),
        (ASCIIDOC, ASCIIDOC_TEXTS),
    )
    for text in texts
]


@pytest.mark.parametrize(("options", "marked"), MARKED)
def test_what_is_protected(options: Options, marked: str) -> None:
    assert show(marked, options).replace("⟧\n⟦", "\n") == marked.replace("⟧\n⟦", "\n")


def show(marked: str, options: Options) -> str:
    """The text with ⟦ ⟧ around what is protected of it, runs of touching spans as one."""
    text = marked.replace("⟦", "").replace("⟧", "")
    free = {at for at, _ in outside(every_character(text), text, options)}
    shown, inside = "", False
    for at, char in enumerate(text):
        if (at not in free) != inside:
            inside = not inside
            shown += "⟦" if inside else "⟧"
        shown += char
    return (shown + "⟧" if inside else shown).replace("⟧⟦", "")


def every_character(text: str) -> list[Bounds]:
    return [(at, at + 1) for at in range(len(text))]


def test_an_insertion_may_stand_at_the_edge_of_a_protected_span_but_not_in_it() -> None:
    text = "用`甲乙`写"
    places = [(at, at) for at in range(len(text) + 1)]
    assert [at for at, _ in outside(places, text, PLAIN)] == [0, 1, 5, 6]


def test_nothing_is_computed_where_no_place_is() -> None:
    assert outside([], "https://a.cn", PLAIN) == []


@given(st.text(st.sampled_from("甲,`$<>-!{}%&/:\\@()[]|~\n #\"'=.ahtps019^_")))
def test_places_come_back_as_they_are_and_in_order(text: str) -> None:
    for options in (PLAIN, MARKDOWN, RST, ASCIIDOC):
        places = every_character(text)
        kept = outside(places, text, options)
        assert [place for place in places if place in set(kept)] == kept


HOSTILE = [
    "`", "``x ", "$a ", "<a ", "<!-- ", "\\(", "\\[x", "\\a{", "{%", "{{a", "${", "%(", "&a", "](", "](a(", "/a", " /a",
    "a@", "https://a(", "www.", "http://", "a|\n", "|\n", "---\n", "```\na\n", "\n\n    a", "<pre ", "> ", "[a]: \n",
    '"a', "::: a\n", ":a:`", "[a\n", "- ```\n", "    \n", "甲<!--", "甲<?", "http://a/", "xref:甲", "甲:分", "](#甲,",
    "<%", ".", "…", "x:", "<code>", "<code ",
]  # fmt: skip


@pytest.mark.parametrize("options", [MARKDOWN, RST, ASCIIDOC], ids=["markdown", "rst", "asciidoc"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str, options: Options) -> None:
    def protect(count: int) -> None:
        text = "甲,乙\n" + piece * count + "中"
        outside([(0, 1, ""), (len(text) - 1, len(text), "")], text, options)

    assert growth(protect, 12000) < LINEAR
