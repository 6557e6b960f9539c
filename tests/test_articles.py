"""Whole articles: ours in fixtures/articles with their clean text, and the samples beside the checkout."""

from pathlib import Path

import pytest
from conftest import FIXTURES

from cnclean import clean, explain
from cnclean.edits import splice

DIRTY = sorted((FIXTURES / "articles").glob("*.dirty.txt"))


def read(path: Path) -> str:
    return path.read_bytes().decode("utf8")


@pytest.mark.parametrize("dirty", DIRTY, ids=lambda path: path.name.removesuffix(".dirty.txt"))
def test_a_dirty_article_comes_out_clean(dirty: Path) -> None:
    want = read(dirty.with_name(dirty.name.replace(".dirty.", ".clean.")))
    result = explain(read(dirty))
    assert result.text == want
    assert splice(read(dirty), result.edits) == want
    assert clean(want) == want, "clean text is left alone"


@pytest.mark.parametrize(
    ("number", "gone", "kept", "paragraphs"),
    [
        ("000", ["人才。 本月"], ["人才。\n本月", "（ViT）"], 62),
        ("001", ["(chǎn)", "(yè)"], ["（AI）"], 61),
        ("002", ["支持一下"], [], 32),
        ("003", ["(资料图片)", "⼈", "版权所有"], ["为化名"], 34),
        ("004", ["http", "页:"], ["腾讯混元"], 43),
    ],
)
def test_a_sample_is_repaired(shared: Path, number: str, gone: list[str], kept: list[str], paragraphs: int) -> None:
    text = read(next((shared / "articles").glob(f"{number}_*")))
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert [word for word in gone if word not in text or word in cleaned] == []
    assert [word for word in kept if word not in cleaned] == []
    assert sum(1 for line in cleaned.split("\n") if line.strip()) == paragraphs
