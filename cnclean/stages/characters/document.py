"""What the whole text says about its odd characters."""

import functools
import re

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stage import Options
from cnclean.stages.characters.classes import DELETED, FULL_WIDTH, PRIVATE, RADICAL
from cnclean.tables.private_use import GB_PRIVATE_USE

_SIMPLIFIED_ONLY = compile_later("[们这为来时说对没过还发会学经与]")
_TRADITIONAL_ONLY = compile_later("[們這為來時說對沒過還發會學經與]")
DELETED_CODE = compile_later(f"[{DELETED}]")
_NAMES_RADICALS = compile_later("部首|偏旁|部件|字根|字[旁头頭底]|[笔筆][画畫]|康熙")
_RADICAL_IN_WORD = compile_later(f"[{RADICAL}](?:(?<=[{HAN}].)|(?=[{HAN}]))")
_NAMES_WIDTHS = compile_later("[全半][角形](?:[转轉换換字数數标標英片假和与與、]|$)")
_NAMES_VERTICAL = compile_later("[直竖豎纵縱][排书書](?![气氣队隊列])")
_VERTICAL = compile_later("[︵︶︿﹀﹁﹂﹃﹄]")
WORD = compile_later(rf"[{HAN}A-Za-z0-9{FULL_WIDTH}]")
_FEW = 2  # of a kind are an author's; more of them are what a machine left
_OTHER_NEIGHBOUR = compile_later("[A-Za-z0-9)）。，…](?=\xa0)|(?<=\xa0)[A-Za-z0-9)）。，…]")


class Document:
    """What the whole text says about its characters; each question is answered once, and only if it comes up."""

    def __init__(self, text: str, options: Options) -> None:
        self.text = text
        self.spaces_are_meant = options.markup != "none"

    @functools.cached_property
    def is_simplified(self) -> bool:
        return len(_SIMPLIFIED_ONLY.findall(self.text)) > len(_TRADITIONAL_ONLY.findall(self.text))

    @functools.cached_property
    def has_icons(self) -> bool:
        return any(ord(match[0]) not in GB_PRIVATE_USE for match in re.finditer(f"[{PRIVATE}]", self.text))

    @functools.cached_property
    def is_about_radicals(self) -> bool:
        return _NAMES_RADICALS.search(self.text) is not None

    @functools.cached_property
    def radicals_are_damage(self) -> bool:
        """Whether radicals stand in words here: those between marks are characters then, too."""
        return not self.is_about_radicals and _RADICAL_IN_WORD.search(self.text) is not None

    @functools.cached_property
    def full_width_is_damage(self) -> bool:
        return len(re.findall(f"[{FULL_WIDTH}]", self.text)) > _FEW and not self.is_about_widths

    @functools.cached_property
    def is_about_widths(self) -> bool:
        return _NAMES_WIDTHS.search(self.text) is not None

    @functools.cached_property
    def vertical(self) -> frozenset[str]:
        """The vertical brackets that the text has."""
        return frozenset(_VERTICAL.findall(self.text))

    @functools.cached_property
    def is_about_vertical(self) -> bool:
        return _NAMES_VERTICAL.search(self.text) is not None

    def is_drawn(self, match: re.Match[str], partner: str) -> bool:
        """Whether a vertical bracket is none: alone, in a face (`(╯°□°)╯︵ ┻━┻`, `(ˉ﹃ˉ)`), what the text is about."""
        if partner not in self.vertical or self.is_about_vertical:
            return True
        return match[0] in "︵︶︿﹀" and not WORD.search(self.neighbours(match))

    @functools.cached_property
    def no_break_is_damage(self) -> bool:
        return self.text.count("\xa0") > _FEW

    def keeps_no_break(self, match: re.Match[str]) -> bool:
        """Whether a no-break space is its author's."""
        if self.spaces_are_meant:
            return True
        near = self.text[max(match.start() - 1, 0) : match.end() + 1]
        return not self.no_break_is_damage and _OTHER_NEIGHBOUR.search(near) is not None

    def neighbours(self, match: re.Match[str]) -> str:
        """The characters before and after, past the codes that this stage deletes."""
        start, end = match.span()
        while start and DELETED_CODE.match(self.text, start - 1):
            start -= 1
        while DELETED_CODE.match(self.text, end):
            end += 1
        return self.text[max(0, start - 1) : start] + self.text[end : end + 1]
