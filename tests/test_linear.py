"""Time is linear in the text for every stage: four times the text takes about four times as long, whatever the text.

Ratios only; a slow machine does not fail here. `CNCLEAN_LINE=5000000 pytest tests/test_linear.py` uses lines of 5 MB.
"""

import json
import os
import time

import pytest
from conftest import FIXTURES

from cnclean import Options, clean

SIZE = int(os.environ.get("CNCLEAN_LINE", "20000"))
GROWTH = 4
PIECES = [piece for row in json.loads((FIXTURES / "pieces.json").read_text("utf8")) for piece in row]
# What makes a careless pattern try every start: openers never closed, runs never ended, words almost matched.
ALMOST = ["。 中", "（中", "“中”", "中,", "中. ", "a.", "a@", "1 ", "中 a ", "&a", "&#", "http://a", "--a", "…中"]
ALMOST += ["作者：中 ", "[url=", "中\n", "- 中\n", "| a |", "# 中\n", "中(a", "\u0301", "か\u3099 ", "Ã¤", "çš„", "涓€"]
ALMOST += ["的(de)", "業(yè)?", "?;業", "讯离职，", "中  \n", "》中", "中:\n", "\u200d", "'a", '"中', "a\xa0"]
RUNS = dict.fromkeys([*PIECES, *ALMOST])
OPTIONS = [Options(), Options(script="simplified", vocabulary=True, spacing="add", markup="markdown")]


@pytest.mark.parametrize("options", OPTIONS, ids=["article", "everything"])
@pytest.mark.parametrize("run", RUNS, ids=ascii)
def test_time_is_linear(run: str, options: Options) -> None:
    small, large = (run * (size // len(run)) for size in (SIZE // GROWTH, SIZE))
    for _attempt in range(4):
        growth = _seconds(large, options) / max(_seconds(small, options), 0.002)
        if growth < GROWTH * 2:
            return
    pytest.fail(f"{GROWTH} times the text takes {growth:.0f} times as long")


def _seconds(text: str, options: Options) -> float:
    begin = time.process_time()
    clean(text, options)
    return time.process_time() - begin
