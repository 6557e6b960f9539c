"""Mojibake: what is misread without loss comes back, and text that is none stays."""

import json
import lzma
import random
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURES, environment
from hypothesis import given, settings
from hypothesis import strategies as st

from cnclean import Options, clean, explain
from cnclean.stages.mojibake import STAGE

ALONE = Options(only=frozenset({"mojibake"}))
CHAINS = [
    (wrote, read)
    for wrote in ("utf-8", "gb18030", "big5hkscs")
    for read in ("latin-1", "cp1252", "mac_roman", "gb18030", "big5")
    if not wrote.startswith(read) and (wrote, read) != ("utf-8", "big5")  # of which nothing is whole
]
SENTENCES = [
    line
    for path in sorted((FIXTURES / "articles").glob("*.clean.txt"))
    for line in path.read_text("utf8").split("\n")
    if len(line) >= 8 and sum("\u4e00" <= character <= "\u9fff" for character in line) >= len(line) * 0.7
]
# A line that one-byte encodings read as one another has no Chinese in it; a doubled one has no other reading.
DOUBLED = [
    (("utf-8", "latin-1"), ("utf-8", "latin-1")),
    (("utf-8", "cp1252"), ("utf-8", "cp1252")),
    (("gb18030", "latin-1"), ("utf-8", "latin-1")),
    (("big5hkscs", "latin-1"), ("utf-8", "latin-1")),
    (("utf-8", "gb18030"), ("utf-8", "gb18030")),
    (("utf-8", "gb18030"), ("utf-8", "latin-1")),
    (("gb18030", "latin-1"), ("utf-8", "gb18030")),
    (("big5hkscs", "latin-1"), ("utf-8", "gb18030")),
    (("utf-8", "latin-1"), ("utf-8", "gb18030")),
]


def misread(text: str, *chain: tuple[str, str]) -> str | None:
    """The damage; None where the bytes cannot be read so."""
    try:
        for wrote, read in chain:
            text = text.encode(wrote).decode(read)
    except UnicodeError:
        return None
    return text


def passages() -> list[str]:
    """Parts of sentences. Few of them can be misread in some ways: only what is whole in both encodings."""
    chooser = random.Random(5)
    found: list[str] = []
    while len(found) < 6_000:
        sentence = chooser.choice(SENTENCES)
        start = chooser.randrange(len(sentence) - 7)
        text = sentence[start : start + chooser.randint(12, 80)]
        if sum("\u4e00" <= character <= "\u9fff" for character in text) >= 10:
            found.append(text)
    return found


PASSAGES = passages()


@pytest.mark.parametrize("chain", [*((pair,) for pair in CHAINS), *DOUBLED], ids=str)
def test_what_was_misread_comes_back(chain: tuple[tuple[str, str], ...]) -> None:
    damaged = {text: found for text in PASSAGES if (found := misread(text, *chain))}
    tried = [text for text in damaged if len(text) >= 16 or len(chain) == 1][:60]  # twice misread, less is sure
    missed = [text for text in tried if clean(damaged[text], ALONE) != text]
    assert len(tried) >= 10
    assert missed == [] or (len(chain) > 1 and len(missed) == 1)


@settings(max_examples=150)
@given(before=st.sampled_from(SENTENCES), line=st.sampled_from(SENTENCES), chain=st.sampled_from(CHAINS))
def test_a_damaged_line_between_clean_ones(before: str, line: str, chain: tuple[str, str]) -> None:
    damaged = misread(line, chain)
    if damaged is None:
        return
    result = explain(f"{before}\n{damaged}\n{before}", ALONE)
    assert result.text == f"{before}\n{line}\n{before}"
    first, last = len(before) + 1, len(before) + 1 + len(damaged)
    assert all(first <= edit.start <= edit.end <= last for edit in result.edits), "the damaged line only"


@settings(max_examples=200)
@given(text=st.text(st.characters(min_codepoint=0xA1, max_codepoint=0x24F) | st.sampled_from(" aeiostn"), max_size=40))
def test_any_text_is_repaired_once_and_for_all(text: str) -> None:
    repaired = clean(text, ALONE)
    assert clean(repaired, ALONE) == repaired
    assert repaired == text or STAGE.trigger.search(text)


@pytest.mark.parametrize(
    "text", ["ÖÐÎÄ……\xad", "ÖÐÎÄ…… 25", "笢恅か\u3099", "カ\u3099笢恅が", "か\u3099笢恅", "中文ä¸...和"]
)
def test_what_other_stages_change_is_no_new_evidence(text: str) -> None:
    """A soft hyphen goes, a kana and its voice mark become one character: before that they were read no differently."""
    repaired = clean(text)
    assert clean(repaired) == repaired


def test_lost_bytes_are_guessed_only_without_doubt() -> None:
    """Nine bytes of UTF-8 are four and a half characters of GB: the last one is lost."""
    damaged = misread("我们都是好朋友", ("utf-8", "gbk")) or "我们都是好朋友".encode()[:-1].decode("gbk") + "?"
    assert clean(damaged, ALONE) == "我们都是好朋\ufffd"
    lost = "大家都知道，这件事不是他一个人能做的".encode().decode("gbk", "replace")
    repaired = clean(lost, ALONE)
    assert len(repaired) == len("大家都知道，这件事不是他一个人能做的")
    assert sum(a == b for a, b in zip(repaired, "大家都知道，这件事不是他一个人能做的", strict=True)) >= 15


def test_what_cannot_be_reversed_is_reported() -> None:
    text = "开头锟斤拷锟斤拷，中间\ufffd\ufffd，然后是烫烫烫烫，最后????。"
    result = explain(text, ALONE)
    assert result.text == text
    assert [suspect.old for suspect in result.suspects] == ["锟斤拷锟斤拷", "\ufffd\ufffd", "烫烫烫烫", "????"]


def test_clean_text_needs_neither_ftfy_nor_the_statistics() -> None:
    code = (
        "import sys; from cnclean import clean, Options;"
        "clean('他去café点了一杯——“拿铁”……卡尔·马克思，25°C，长×宽。50%', Options(only={'mojibake'}));"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment(), capture_output=True, check=True)
    loaded = set(done.stdout.decode().split())
    assert "cnclean.stages.mojibake" in loaded
    assert not loaded & {"ftfy", "regex", "cnclean.tables.character_frequency"}


def test_the_cases_of_ftfy(shared: Path) -> None:
    """Where ftfy repairs an encoding, so does the stage; the other things that it changes are no encodings."""
    import ftfy  # noqa: PLC0415 - only where its cases are

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        uncurl_quotes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        normalization=None,
    )
    cases = [json.loads(line) for line in (shared / "conformance" / "ftfy.jsonl").read_text("utf8").split("\n") if line]
    assert len(cases) == 161
    for case in cases:
        assert clean(case["input"], ALONE) == ftfy.fix_encoding(case["input"], config), case["label"]


@pytest.mark.parametrize("corpus", ["wikipedia_hans", "wikipedia_hant", "exams_c3", "tech_lctt", "wechat_raw", "laws"])
def test_clean_documents_stay(shared: Path, corpus: str) -> None:
    with lzma.open(shared / "corpus" / f"{corpus}.jsonl.xz", "rt", encoding="utf8") as lines:
        for _, line in zip(range(60), lines, strict=False):
            text = json.loads(line)["text"]
            assert clean(text, ALONE) == text


def test_what_is_left_of_characters_that_lost_a_byte_is_a_suspect() -> None:
    text = "今天多云，é€‚åˆå‡ºé—¨ï¼Œä¸åˆé€‚è¿œè¡Œã€‚"
    result = explain(text, ALONE)
    assert result.text == "今天多云，适åˆ出门，ä¸åˆ适远行。"
    assert [suspect.old for suspect in result.suspects] == ["åˆ", "ä¸åˆ"]
