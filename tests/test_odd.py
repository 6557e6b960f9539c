"""The one look that stands for the triggers of all stages whose evidence is odd characters."""

import sys

from hypothesis import example, given
from hypothesis import strategies as st

from cnclean.odd import first_remarkable, odd_places
from cnclean.stages.mojibake.evidence import TRIGGER

CLEAN = "今天的天气很好，我们一起去公园走走。"
pieces = st.sampled_from(
    [*"忙跌鞠鈭舱é°·…—%4a\\&#?!，。的a \n\x85\ufffdäøЎкのΩ┌・②Ａ﹙", CLEAN, "&#20013;", "ä½ å¥½", "%e4%bd", "浣犲ソ"]
)


@given(st.lists(pieces, max_size=30).map("".join))
@example("")
@example(CLEAN + "忙忙" + CLEAN)
def test_what_is_not_remarkable_is_neither_odd_nor_mojibake(text: str) -> None:
    at = first_remarkable(text)
    assert odd_places(text, at) == odd_places(text)
    if at == len(text):
        assert not odd_places(text)
        assert not TRIGGER.search(text)


def test_a_character_that_is_not_remarkable_is_neither_odd_nor_mojibake() -> None:
    for code in (*range(0x10000), 0x1F600, 0x20000, 0xE0001, sys.maxunicode):
        text = f"{CLEAN}{chr(code)}"
        if first_remarkable(text) == len(text):
            assert not odd_places(text), hex(code)
            assert not TRIGGER.search(text), hex(code)


def test_clean_text_is_not_remarkable() -> None:
    text = CLEAN + "这是第 3 篇，“很忙”的人说：50% of it (OK)? C# & D!"
    assert first_remarkable(text) == len(text)
