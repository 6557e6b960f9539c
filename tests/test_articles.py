"""Whole articles: ours in fixtures/articles with their clean text, and the samples beside the checkout."""

import json
from pathlib import Path

import pytest
from conftest import FIXTURES

from cnclean import Options, clean, explain
from cnclean.edits import splice

DIRTY = sorted((FIXTURES / "articles").glob("*.dirty.txt"))


def options_of(dirty: Path) -> Options:
    """The options beside an article (`NAME.options.json`), the default where there are none."""
    beside = dirty.with_name(dirty.name.replace(".dirty.txt", ".options.json"))
    return Options(**json.loads(beside.read_text("utf8"))) if beside.exists() else Options()


def read(path: Path) -> str:
    return path.read_bytes().decode("utf8")


@pytest.mark.parametrize("dirty", DIRTY, ids=lambda path: path.name.removesuffix(".dirty.txt"))
def test_a_dirty_article_comes_out_clean(dirty: Path) -> None:
    want, options = read(dirty.with_name(dirty.name.replace(".dirty.", ".clean."))), options_of(dirty)
    result = explain(read(dirty), options)
    assert result.text == want
    assert splice(read(dirty), result.edits) == want
    assert clean(want, options) == want, "clean text is left alone"
