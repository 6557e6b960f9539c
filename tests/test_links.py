"""The words around addresses: one spelling stands for all."""

import opencc
import pytest

from cnclean.folding import fold
from cnclean.stages.links import wording

WORDS = {word for name, words in vars(wording).items() if name.isupper() for word in words.split()}


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_every_word_is_found_in_traditional_characters(config: str) -> None:
    convert = opencc.OpenCC(config).convert
    assert {word: convert(word) for word in WORDS if fold(convert(word)) != word} == {}


def test_words_are_folded() -> None:
    assert {word for word in WORDS if fold(word) != word} == set()
