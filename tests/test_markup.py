"""Real parsers as oracles: what `document` does to a file leaves its structure, its code, its links and its tables."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cnclean import Options, clean

MARKDOWN = Options.preset("document")
RST = replace(MARKDOWN, markup="rst")

TEXT = [
    "甲,乙", "说:好", "真的?", "图(一)里", "等等...", "中--文", "好.", "`码,一`", "`半", "``双,`重``", "**重:**点",
    "*斜,*体",
]  # fmt: skip
BREAKS = ["\n", "\n\n", "\n\n\n", "\n", " "]
BLOCKS = [
    "# 题,目", "- ", "  - ", "1. ", "2) ", "> ", ">", "    ", "   ", "\t", "---", "***", "===", "----", "* ",
    "+ ", "\\", "```\n", "```py\n", "~~~\n", "````\n", "$$\n", "::: tip\n", ":::\n", "!!! note\n",
    "| 甲,乙 | 丙 |\n", "|---|---|\n", "甲,乙 | 丙\n", "--- | ---\n", "|:-:|\n", "[甲,乙](路,径.md)",
    "![图,片](甲,乙.png '题,目')", "[甲,乙][丙,丁]", "[丙,丁]: /路,径\n", "[丙,丁]", "<https://a.cn/,>",
    "<div>\n", "</div>\n", "<b title='甲,乙'>", "</b>", "<!-- 甲,乙 -->", "<!-- 甲,\n", "-->",
    "<pre>\n", "</pre>\n", "<br>", "<a\nhref='甲,乙'>", "<?甲,乙?>", "<table>\n", "https://a.cn/b",
    "---\n题: 甲,乙\n---\n",
]  # fmt: skip
RST_BLOCKS = [
    "题目(一)\n========\n", "题目(一)\n================\n", "========\n题目(一)\n========\n",
    "例,子::\n\n    甲,乙\n\n  丙,丁", "例,子::\n\n> 甲,乙\n> 丙,丁", "::\n\n  甲,乙", ".. note:: 甲,乙\n   丙,丁",
    ".. note::\n\n   甲,乙::\n\n     丙,丁", ".. code-block:: c\n   :caption: 甲,乙\n\n   甲,乙\n\n   丙,丁",
    ".. image:: 甲,乙.png\n   :alt: 甲,乙", ".. 注,释\n   甲,乙", ".. _甲,乙: https://a.cn/", ".. |甲| replace:: 乙,丙",
    ":字段: 甲,乙\n   丙,丁", "- .. image:: 甲,乙.png", "- 甲,乙\n- 丙,丁", "1. 甲,乙::\n\n     丙,丁",
    "(1) 甲,乙\n(2) 丙,丁", "  甲,乙", ".. [1] 甲,乙", ">>> f(甲,乙)\n甲,乙", "| 甲,乙\n| 丙,丁",
    "+------+\n| 甲,乙|\n+------+", "===== ====\n甲,乙 丙\n===== ====\n丁,戊 己\n===== ====", "甲,乙\n  丙,丁",
]  # fmt: skip
RST_INLINE = [
    ":code:`甲,乙`", "`甲,乙 <https://a.cn>`_", "|甲|", "``码,一``", "*斜,体*", "**重,点**", "名_", "[1]_",
    "`甲,乙`:code:", "https://a.cn/", " ", " ", "\n", "\\ ",
]  # fmt: skip


def texts(blocks: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*TEXT, *TEXT, *BREAKS, *BREAKS, *BREAKS, *blocks]), max_size=24).map("".join)


@given(texts(BLOCKS))
@settings(max_examples=150)
@example("- 甲,乙\n\n      码,一\n\n  好,的")
def test_markdown(text: str) -> None:
    assert list(markdown_skeleton(clean(text, MARKDOWN))) == list(markdown_skeleton(text))


plain = [piece for piece in TEXT if "`" not in piece]
paragraphs = st.lists(st.sampled_from([*plain, *plain, *RST_INLINE]), max_size=8).map("".join)


@given(st.lists(st.sampled_from(RST_BLOCKS) | paragraphs, max_size=6).map("\n\n".join))
@settings(max_examples=50)
def test_restructured_text(text: str) -> None:
    assert rst_skeleton(clean(text, RST)) == rst_skeleton(text)


def markdown_skeleton(text: str) -> Iterator[tuple[object, ...]]:
    """The elements of a document with all that is no prose: code, HTML, front matter, tables, addresses."""
    parser = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    if text.startswith("---\n题: 甲,乙\n---"):  # front matter is no CommonMark
        yield ("front matter",)
        text = text[len("---\n题: 甲,乙\n---") :]
    yield from _elements(parser.parse(text))


def _elements(tokens: list[Any]) -> Iterator[tuple[object, ...]]:
    in_table = False
    for token in tokens:
        in_table = in_table or token.type == "table_open"
        kept = in_table or token.type in ("fence", "code_block", "code_inline", "html_block", "html_inline")
        if token.type != "text":
            yield token.type, tuple(token.attrs.get(name) for name in ("href", "src")), token.content if kept else ""
        in_table = in_table and token.type != "table_close"
        yield from _elements(token.children or [])


def rst_skeleton(text: str) -> list[tuple[object, ...]]:
    core, nodes = pytest.importorskip("docutils.core"), pytest.importorskip("docutils.nodes")
    settings = {"report_level": 5, "halt_level": 9, "warning_stream": io.StringIO(), "file_insertion_enabled": False}
    kept = (
        *(nodes.literal_block, nodes.literal, nodes.math, nodes.comment, nodes.table, nodes.field, nodes.doctest_block),
        *(nodes.target, nodes.image, nodes.reference, nodes.problematic),
    )
    document = core.publish_doctree(text, settings_overrides=settings)
    for message in list(document.findall(nodes.system_message)):  # two titles that are the same until one is repaired
        message.parent.remove(message)
    return [
        (type(node).__name__, node.get("refuri"), node.get("uri"), node.astext() if isinstance(node, kept) else "")
        for node in document.findall(nodes.Element)
    ]
