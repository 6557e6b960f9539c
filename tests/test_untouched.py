"""Text that no preset for people's own words may touch: code, data, tables, addresses, formulas, faces, numbers."""

import json
from dataclasses import replace

import pytest
from conftest import FIXTURES

from cnclean import Options, clean

TEXTS: dict[str, list[str]] = json.loads((FIXTURES / "untouched.json").read_text("utf8"))
DOCUMENT = Options.preset("document")


@pytest.mark.parametrize(("markup", "text"), [(markup, text) for markup in TEXTS for text in TEXTS[markup]])
def test_people_s_own_files(markup: str, text: str) -> None:
    assert clean(text, replace(DOCUMENT, markup=markup)) == text  # type: ignore[arg-type]  # a key of the table
    if markup == "none":
        assert clean(text, DOCUMENT) == text


@pytest.mark.parametrize("text", TEXTS["none"])
def test_plain_text(text: str) -> None:
    assert clean(text, Options.preset("repair")) == text
