"""The Simplified phrases whose characters become others than by themselves, out of the dictionaries of OpenCC.

`CNCLEAN_WRITE=1 pytest tests/test_tables_script_phrases.py` writes the table, plain `pytest` compares it.
"""

import os
import textwrap
from pathlib import Path

import pytest
from test_tables_script import reader

from cnclean.tables import script_phrases

TABLE = Path(script_phrases.__file__)
HEADER = '''"""Phrases that decide for an ambiguous character. Regenerate with CNCLEAN_WRITE=1 (tests/test_tables_script_phrases.py)

Source: STPhrases, STPhrases_GeneratedFromRegionalPhrases and STCharacters of OpenCC {version} (Apache-2.0,
https://github.com/BYVoid/OpenCC). Sorted.
"""

from typing import Final

'''


def test_the_table_is_what_opencc_says(tmp_path: Path) -> None:
    opencc = pytest.importorskip("opencc")
    read = reader(tmp_path)
    characters = read("STCharacters")
    phrases = {**read("STPhrases"), **read("STPhrases_GeneratedFromRegionalPhrases")}
    deciding = {
        phrase for phrase, values in phrases.items() if values[0] != "".join(characters.get(c, [c])[0] for c in phrase)
    }
    guarding = {phrase for phrase in set(phrases) - deciding if any(part in deciding for part in _parts(phrase))}
    content = HEADER.format(version=opencc.__version__)
    content += _constant("DECIDING", deciding, "Some character becomes another one than by itself: 面包, 皇后.")
    content += _constant("GUARDING", guarding, "All characters as by themselves, though a deciding phrase is inside.")
    writes = "CNCLEAN_WRITE" in os.environ
    if not writes and f"OpenCC {opencc.__version__} " not in TABLE.read_text("utf8"):
        pytest.skip("the table was made from another version of opencc")
    if writes:
        TABLE.write_text(content, "utf8")
    assert TABLE.read_text("utf8") == content


def _parts(phrase: str) -> list[str]:
    size = len(phrase)
    return [phrase[i:j] for i in range(size) for j in range(i + 2, size + 1) if j - i < size]


def _constant(name: str, phrases: set[str], meaning: str) -> str:
    lines = "\n".join(textwrap.wrap(" ".join(sorted(phrases)), 56))
    return f'{name}: Final = """\n{lines}\n"""\n"""{meaning}"""\n'
