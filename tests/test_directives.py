"""What comments in a document forbid, in each markup; and that nothing else is taken for such a comment."""

import pytest
from conftest import LINEAR, growth
from hypothesis import given
from hypothesis import strategies as st

from cnclean import STAGES, Options, clean
from cnclean.directives import WORDS, directives, mistakes

MARKDOWN = Options(markup="markdown")
NAMES = [stage.name for stage in STAGES]

# What comes out where every mark went in half-width: those that are left so are protected.
CASES = [
    ("markdown", "你好,甲\n<!-- cnclean: skip-file -->\n你好,乙\u200b\n"),
    ("markdown", "你好，甲\n<!-- cnclean: off -->\n你好,乙\n<!-- cnclean: on -->\n你好，丙\n"),
    ("markdown", "你好，甲\n<!-- cnclean: off -->\n你好,乙\n\n\n\n\n你好,丙 \n\n\n"),
    ("markdown", "<!-- cnclean: off -->\n你好,甲\n<!-- cnclean: ignore -->\n<!-- cnclean: on -->\n你好，甲\n"),
    ("markdown", "你好,甲 <!-- cnclean: ignore -->\n你好，乙\n"),
    ("markdown", "你好,甲 <!-- cnclean: ignore[punctuation] -->\n"),
    ("markdown", "你好，甲 <!-- cnclean: ignore[spacing] -->\n"),
    ("markdown", "你好,甲\u200b<!--cnclean:ignore[ invisible,punctuation ]-->\n"),
    ("markdown", "<!-- cnclean: ignore[punctuation] -->\n\n你好,甲\n你好，乙\n"),
    ("markdown", "> <!-- cnclean: ignore -->\n> 你好,甲\n> 你好，乙\n"),
    ("markdown", "[//]: # (cnclean: off)\n你好,甲\n"),
    ("markdown", "{/* cnclean: off */}\n你好,甲\n"),
    ("markdown", "你好，cnclean: off\n你好，甲\n"),
    ("markdown", "<!-- 见 cnclean: off -->\n你好，甲\n"),
    ("markdown", "<!-- cnclean: on -->\n你好，甲\n"),
    ("rst", ".. cnclean: off\n\n你好,甲\n\n.. cnclean: on\n\n你好，乙\n"),
    ("rst", ".. cnclean: ignore[punctuation]\n\n你好,甲\n"),
    ("asciidoc", "// cnclean: off\n你好,甲\n// cnclean: on\n你好，乙\n"),
    ("asciidoc", "// cnclean: ignore\n你好,甲\n你好，乙\n"),
    ("none", "<!-- cnclean: off -->\n你好，甲\n"),
]


@pytest.mark.parametrize(("markup", "want"), CASES)
def test_directives(markup: str, want: str) -> None:
    options = Options(markup=markup)  # type: ignore[arg-type]
    assert clean(want.replace("，", ","), options) == want


def test_only_the_named_stage_leaves_a_line_alone() -> None:
    text = "你好,甲\u200b <!-- cnclean: ignore[punctuation] -->\n"
    assert clean(text, MARKDOWN) == text.replace("\u200b", "")


def test_mistakes_are_told_with_their_line() -> None:
    text = "甲\n<!-- cnclean: ignore[punct] -->\n<!-- cnclean: of -->\n<!-- cnclean: ignore[] -->\n<!-- cnclean: on -->"
    found = list(mistakes(text, MARKDOWN, NAMES))
    assert [line for line, _ in found] == [2, 3, 4]
    assert found[0][1].startswith("ignore: no stage 'punct'; the stages are entities, ")
    assert found[1][1] == "no directive 'of'; they are skip-file, off, on, ignore and ignore[STAGE]"


PIECES = ["<!-- cnclean: ", *WORDS, " -->", "[", "]", "punctuation", "\n", "你好,", " ", "\u200b"]
HOSTILE = [
    "<!-- cnclean: ignore",
    "cnclean:",
    "<!-- cnclean: off --><!-- cnclean: on -->",
    "<!-- cnclean: off\n",
    "<!-- cnclean: ignore -->\n\n",
    "<!-- cnclean: ignore[a,",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_what_is_left_alone_stays_so(text: str) -> None:
    once = clean(text, MARKDOWN)
    assert clean(once, MARKDOWN) == once


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear(piece: str) -> None:
    assert growth(lambda count: list(directives(piece * count, MARKDOWN)), 4000) < LINEAR
