"""Time is linear in the text for every stage: four times the text takes about four times as long, whatever the text.

`CNCLEAN_LINE=5000000 pytest tests/test_linear.py` uses lines of 5 MB.
"""

import json
import os
from itertools import islice

import pytest
from conftest import FIXTURES, LINEAR, growth

from cnclean import Options, clean
from cnclean.tables.readings import FIRST

SIZE = int(os.environ.get("CNCLEAN_LINE", "20000"))
PIECES = [piece for row in json.loads((FIXTURES / "pieces.json").read_text("utf8")) for piece in row]
# What makes a careless pattern try every start: openers never closed, runs never ended, words almost matched.
ALMOST = ["。 中", "（中", "“中”", "中,", "中. ", "a.", "a@", "1 ", "中 a ", "&a", "&#", "http://a", "--a", "…中"]
ALMOST += ["作者：中 ", "[url=", "中\n", "- 中\n", "| a |", "# 中\n", "中(a", "\u0301", "か\u3099 ", "Ã¤", "çš„", "涓€"]
ALMOST += ["的(de)", "業(yè)?", "?;業", "讯离职，", "中  \n", "》中", "中:\n", "\u200d", "'a", '"中', "a\xa0", "中﹃"]
RUNS = dict.fromkeys([*PIECES, *ALMOST])
OPTIONS = [Options(), Options(script="simplified", vocabulary=True, spacing="add", markup="markdown")]


@pytest.mark.parametrize("options", OPTIONS, ids=["article", "everything"])
@pytest.mark.parametrize("run", RUNS, ids=ascii)
def test_time_is_linear(run: str, options: Options) -> None:
    assert growth(lambda size: clean(run * (size // len(run)), options), SIZE) < LINEAR


BODY = "城西的水厂在山脚下，从前只有两个池子，现在添到了六个，镇上一半的人家都喝这里的水。"
FOOT = "责任编辑：林远\n版权所有 侵权必究\n扫码关注我们"


@pytest.mark.parametrize("run", [" ", "\u3000", "-", ".", "Ab. ", "水：", "[水](http"], ids=ascii)
def test_time_is_linear_in_the_lines_of_a_dirty_page(run: str) -> None:
    """Where something goes, all lines are looked at, long ones too."""

    def clean_page(size: int) -> None:
        long = run * (size // len(run))
        clean(f"{BODY}\n{long}水厂\n水厂{long}的池子\n来源：{long}\n来源：\n{long}水\n{FOOT}")

    assert growth(clean_page, SIZE // 4) < LINEAR


def test_time_is_linear_in_readings_of_ever_new_words() -> None:
    characters = [(char, reading) for reading, chars in FIRST.items() for char in chars]

    def clean_page(size: int) -> None:
        pairs = (((first, one), (second, two)) for first, one in characters for second, two in characters)
        page = (f"的(de){a}{b}({c}{d})我们那天去看了看，" for (a, c), (b, d) in islice(pairs, size // 20))
        clean("".join(page), Options(only=frozenset({"annotations"})))

    assert growth(clean_page, 4 * SIZE) < LINEAR


def test_time_is_linear_in_an_unclosed_directive() -> None:
    options = Options(markup="markdown")
    assert growth(lambda size: clean(f"{BODY}\n<!-- cnclean: off{' ' * size}水,水\n", options), SIZE) < LINEAR


LINES = [
    "推荐阅读\n",
    "[](http://a.b)\n",
    "1. 水厂\n",
    "01\n—\n",
    "下载链接\n",
    "> 请勿转载\n",
    "回复“水”获取\n",
    "水厂\n.\n",
    "【\n",
]


@pytest.mark.parametrize("run", LINES, ids=ascii)
def test_time_is_linear_in_the_number_of_lines_of_a_dirty_page(run: str) -> None:
    """What stands beside what has gone may go with it, and then what stands beside that."""
    assert growth(lambda size: clean(f"{BODY}\n{run * (size // len(run))}{FOOT}"), SIZE) < LINEAR
