"""The repair of each kind of odd character."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from cnclean.han import HAN
from cnclean.item_numbers import is_item_number
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, matches_at
from cnclean.stages.characters.classes import KINDS, PRIVATE, RADICAL, TRIGGER
from cnclean.stages.characters.document import DELETED_CODE, WORD, Document
from cnclean.stages.characters.forms import FORMS, FROM_PRIVATE_USE, RADICALS_SIMPLIFIED
from cnclean.tables.radicals import RADICALS

_HAN_OR_UNUSUAL = compile_later(f"[{HAN}{RADICAL}{PRIVATE}]")
_NAMES_A_RADICAL = compile_later("(?:部首|偏旁|部件|字根|字旁|笔画|筆畫)[“「『‘:： ]?\\Z")
_LISTS_RADICALS = compile_later(rf"[{RADICAL}][、,，和与與]\Z")
_LISTED_RADICALS = compile_later(rf"[、,，和与與][{RADICAL}]")
# ⼀、目的; ⼗⼆. 附则; （⼆）费用
_NUMBERS_A_HEADING = compile_later(
    rf"[⼀⼆⼋⼗](?<![{HAN}{RADICAL}].)[⼀⼆⼋⼗]{{0,2}}[、.．)）] ?(?:[{HAN}]|[{RADICAL}][{HAN}{RADICAL}])"
)
_CODES_BUT_NO_BREAKS: Final = dict.fromkeys([*range(0x80, 0xA0), 0xAD], "") | {0x85: "\n"}
_CODES: Final = _CODES_BUT_NO_BREAKS | {0xA0: " "}
_LONGEST_ITEM_NUMBER: Final = 3
_PARTNERS: Final = {mark: pair[1 - at] for pair in ("︵︶", "︿﹀", "﹁﹂", "﹃﹄") for at, mark in enumerate(pair)}
_KATAKANA_WORD = compile_later("[ｦ-ﾝ][ｦ-ﾟ]*[ｦ-ﾝ]")


def find_characters(text: str, options: Options) -> Iterator[Span]:
    document, done = Document(text, options), 0
    for match in matches_at(TRIGGER, KINDS, text):
        start, end = match.span()
        if match.lastgroup == "composing":
            start = max(done, start - 1)  # with the letter that the marks stand on
            new: str | None = unicodedata.normalize("NFC", text[start:end])
        else:
            new = _repaired(match, document)
        if new is not None and new != text[start:end]:
            yield start, end, new
            done = end


def _repaired(match: re.Match[str], document: Document) -> str | None:  # noqa: PLR0911 - one line a kind
    old = match[0]
    match match.lastgroup:
        case "space":
            return None if document.spaces_are_meant else " "
        case "full_width":
            return _half_width(match, document) if document.full_width_is_damage else None
        case "unusual":
            return _ideographs(match, document)
        case "form" if old in _PARTNERS and document.is_drawn(match, _PARTNERS[old]):
            return None
        case "form":
            return FORMS.get(old)
        case "half_kana":
            return None if document.is_about_widths else _full_kana(match, document)
        case "code" if "\xa0" in old and document.keeps_no_break(match):
            return old.translate(_CODES_BUT_NO_BREAKS)
        case "code":
            return old.translate(_CODES)
        case _:
            return old.encode("utf-16", "surrogatepass").decode("utf-16")


def _half_width(match: re.Match[str], document: Document) -> str:
    new = unicodedata.normalize("NFKC", match[0])
    point = match[0].find("．", 0, _LONGEST_ITEM_NUMBER + 1)
    if point > 0 and is_item_number(document.text, match.start() + point):
        new = f"{new[:point]}．{new[point + 1 :]}"
    return new


def _ideographs(match: re.Match[str], document: Document) -> str:
    """Radicals and private-use characters, where they stand in a word."""
    neighbours, new = document.neighbours(match), DELETED_CODE.sub("", match[0])
    before = document.text[max(0, match.start() - 3) : match.start()]
    is_subject = _NAMES_A_RADICAL.search(before) or (
        document.is_about_radicals
        and (_LISTS_RADICALS.search(before) or _LISTED_RADICALS.match(document.text, match.end()))
    )
    is_number = not document.is_about_radicals and _NUMBERS_A_HEADING.match(document.text, match.start())
    if (WORD.search(neighbours) or is_number or document.radicals_are_damage) and not is_subject:
        new = new.translate(RADICALS)
        if document.is_simplified:
            new = new.translate(RADICALS_SIMPLIFIED)
    # An icon font uses private-use characters that GB does not. What was a radical is a neighbour like any other.
    if WORD.search(neighbours + new) and not document.has_icons:
        new = new.translate(FROM_PRIVATE_USE)
    return new


def _full_kana(match: re.Match[str], document: Document) -> str | None:
    is_mark = not re.search("[ｦ-ﾟ･]", match[0]) and _HAN_OR_UNUSUAL.search(document.neighbours(match))
    if is_mark or _KATAKANA_WORD.search(match[0]):
        return unicodedata.normalize("NFKC", match[0])
    return None
