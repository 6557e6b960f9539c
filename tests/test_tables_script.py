"""The characters that give a script away, derived from the dictionaries inside the opencc wheel.

`CNCLEAN_WRITE=1 pytest tests/test_tables_script.py` writes the table, plain `pytest` compares it.
"""

import subprocess
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import check_written, skip_unless_made_from

from cnclean.tables import script_characters

Dictionary = dict[str, list[str]]

TABLE = Path(script_characters.__file__)
HEADER = '''"""Characters that stand in one script only. Generated: CNCLEAN_WRITE=1 pytest tests/test_tables_script.py

Source: the dictionaries of OpenCC {version} (Apache-2.0, https://github.com/BYVoid/OpenCC): STCharacters, TSCharacters,
TWVariants, HKVariants, JPShinjitaiCharacters and its reverse; GB 2312, Big5 and JIS X 0208 as Python has them. Basic
plane only, sorted by code point.
"""

from typing import Final

'''


def test_the_table_is_what_opencc_says(tmp_path: Path) -> None:
    opencc = pytest.importorskip("opencc")
    read = reader(tmp_path)
    skip_unless_made_from(f"OpenCC {opencc.__version__}", TABLE)
    content = HEADER.format(version=opencc.__version__) + "\n".join(_constants(read))
    check_written(TABLE, content)


def reader(scratch: Path) -> Callable[[str], Dictionary]:
    """What reads a dictionary of the installed opencc; the wheel has the tool that turns them into text."""
    folder = Path(pytest.importorskip("opencc").__file__).parent / "clib"
    tool = folder / "bin" / "opencc_dict"
    if not tool.exists():
        pytest.skip("this wheel of opencc has no opencc_dict")

    def read(name: str) -> Dictionary:
        text = scratch / f"{name}.txt"
        source = folder / "share" / "opencc" / f"{name}.ocd2"
        subprocess.run([tool, "-i", source, "-f", "ocd2", "-o", text, "-t", "text"], check=True)
        rows = (line.split("\t") for line in text.read_text("utf8").split("\n") if "\t" in line)
        return {key: values.split(" ") for key, values in rows}

    return read


def _constants(read: Callable[[str], Dictionary]) -> Iterable[str]:
    to_traditional, to_simplified = read("STCharacters"), read("TSCharacters")
    taiwan, hongkong = read("TWVariants"), read("HKVariants")
    new_to_old, old_to_new = read("JPShinjitaiCharacters"), read("JPShinjitaiCharactersRev")
    traditional = _values(to_traditional) | _values(taiwan) | _values(hongkong)
    simplified_only = {c for c, to in to_traditional.items() if c not in to} - traditional - set(to_simplified)
    traditional_only = {c for c, to in to_simplified.items() if c not in to} - _values(to_simplified)
    traditional_only -= set(to_traditional)
    chinese = set(to_traditional) | set(to_simplified) | set(taiwan) | set(hongkong)
    chinese |= traditional | _values(to_simplified)
    # The dictionaries leave out what never changes: 研, 欠 and 予 are reduced forms, and Chinese all the same.
    japanese = set(new_to_old) | {c for c in map(chr, range(0x4E00, 0xA000)) if _is_common_in_japanese(c)}
    japanese_only = {c for c in japanese - chinese if not _encodes(c, "gb2312") and not _encodes(c, "big5")} | {"々"}
    yield _constant("SIMPLIFIED", simplified_only, "Simplified; no Traditional standard has them.")
    yield _constant("TRADITIONAL", traditional_only, "Traditional; Simplified text does not have them.")
    yield _constant("JAPANESE", japanese_only, "Japanese forms and characters (応, 働) that no Chinese standard has.")
    shared = simplified_only & (set(new_to_old) | set("携剥厨晒碍肴凄俣"))
    yield _constant("SIMPLIFIED_IN_JAPANESE", shared, "Of SIMPLIFIED: Japanese has the same reduced form.")
    replaced = {c for c in traditional_only & set(old_to_new) if not _is_common_in_japanese(c)}
    yield _constant("TRADITIONAL_NOT_IN_JAPANESE", replaced, "Of TRADITIONAL: Japanese writes a reduced form instead.")
    yield _constant("NOT_TAIWAN", set(taiwan) - _values(taiwan), "Traditional forms for which Taiwan writes others.")
    yield _constant("TAIWAN", _values(taiwan) - set(taiwan), "The forms that Taiwan writes for them.")
    yield _constant("NOT_HONGKONG", set(hongkong) - _values(hongkong), "The same for Hong Kong.")
    yield _constant("HONGKONG", _values(hongkong) - set(hongkong), "The forms that Hong Kong writes for them.")


def _is_common_in_japanese(character: str) -> bool:
    """Whether it is in the first level of JIS X 0208, and no variant that some Chinese write too."""
    if character in "冨呑妬嶋廻廼惣栢楳楕樋欝瀞疎碁窓苅薗諌讃讐賎隷靭韮駄":
        return False
    return b"\x88\x9f" <= character.encode("shift_jis", "ignore") <= b"\x98\x72"


def _encodes(character: str, encoding: str) -> bool:
    return bool(character.encode(encoding, "ignore"))


def _values(dictionary: Dictionary) -> set[str]:
    return {value for values in dictionary.values() for value in values}


def _constant(name: str, characters: set[str], meaning: str) -> str:
    content = "".join(sorted(c for c in characters if c <= "\uffff"))
    lines = [f'"{line}"' for line in textwrap.wrap(content, 56)]
    value = lines[0] if len(content) < 45 else "(\n" + "".join(f"    {line}\n" for line in lines) + ")"
    return f'{name}: Final = {value}\n"""{meaning}"""\n'
