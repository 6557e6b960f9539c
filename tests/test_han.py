"""The character classes against Unicode's own properties, as the `regex` package knows them."""

import re

import regex

from cnclean.han import HAN, KANA

EVERY = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x110000)]))


def test_han_is_what_unicode_calls_an_ideograph_of_han() -> None:
    ours = set(re.findall(f"[{HAN}]", EVERY))
    unicodes = set(regex.findall(r"(?V1)[\p{Script=Han}&&\p{Ideographic}]", EVERY))
    left_out = re.compile("[〆〡-〩〸-〺\U00016fe0-\U00016fff]")
    assert all(map(left_out.match, unicodes - ours)), "a sign, merchants' numerals and marks are no characters of words"
    unassigned = {char for char in ours - unicodes if regex.match(r"\p{Cn}", char)}
    assert ours - unicodes == unassigned, "code points that Unicode may still fill"


def test_kana_covers_the_syllables() -> None:
    syllables = set(regex.findall(r"(?V1)[[\p{Script=Hiragana}\p{Script=Katakana}]&&\p{Letter}]", EVERY))
    missing = syllables - set(re.findall(f"[{KANA}]", EVERY))
    assert all(char >= "\U0001aff0" for char in missing), "historic kana beyond the Basic Multilingual Plane"
