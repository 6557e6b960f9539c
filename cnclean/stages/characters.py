"""Characters that look right and are wrong: radicals for ideographs, full-width letters, presentation forms.

PDF fonts yield `⼈` (U+2F08, a radical) where 人 was printed; old encodings left private-use code points, small and
vertical forms, half-width katakana; pages carry no-break spaces. Search, segmentation and `\\w` break on all of them.
Everything is brought to the character that a Chinese author types: NFC and targeted tables. Never NFKC, which folds
，！（） to ASCII, ① to 1 and ㎡ to m2: it changes four characters in a hundred of good Chinese prose.

Left alone: radicals that stand apart or are the subject (部首⼈), half-width katakana in kaomoji, private-use
characters of icon fonts, the full-width space (it is an indent or a gap that an author set), variation selectors; one
or two full-width letters or digits (Ｔ恤), one or two no-break spaces beside a Latin word, a number or a mark, and all
special spaces of people's own files (`markup`).
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stage import Options, Span, Stage, matches_at
from cnclean.tables.private_use import GB_PRIVATE_USE
from cnclean.tables.radicals import RADICALS

# Everything that NFC may change or compose stands in these ranges (tested against the whole of Unicode).
_COMPOSING = (
    "\u0300-\u0374\u037e\u0387\u0483-\u0487\u0590-\u1cff\u1dc0-\u1fff\u2000\u2001\u20d0-\u20ff\u2126\u212a\u212b"
    "\u2329\u232a\u2adc\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\ua6f1\ua802-\uabff"
    "\uf900-\ufaff\ufb1d-\ufb4f\ufe20-\ufe2f"
    "\U000101fd-\U00016fff\U0001bc9e-\U0001e94a\U0002f800-\U0002fa1f"
)
_RADICAL = "\u2e80-\u2fd5"
_PRIVATE = "\ue000-\uf8ff"
_FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ"
_SPACE = "\u1680\u2000-\u200a\u202f\u205f"
_FORM = "\ufe10-\ufe19\ufe30\ufe35-\ufe44\ufe47\ufe48\ufe50-\ufe6b"
_DELETED = "\x80-\x84\x86-\x9f\xad"
_HALF_KANA = "\uff61-\uff9f"

_KINDS = compile_later(
    rf"(?P<space>[{_SPACE}])"
    rf"|(?P<full_width>[{_FULL_WIDTH}](?:(?:[．／＠－＿％＃＝＆＋～]|：／／|(?<=[０-９])：(?=[０-９]))*[{_FULL_WIDTH}])*(?:(?<=[０-９])％)?)"
    rf"|(?P<unusual>[{_RADICAL}{_PRIVATE}](?:[{_DELETED}]*[{_RADICAL}{_PRIVATE}])*)"
    rf"|(?P<form>[{_FORM}])"
    rf"|(?P<half_kana>[{_HALF_KANA}]+)"
    # Beside a Latin-1 letter these may be bytes of mojibake that nobody could repair: they stay.
    r"|(?P<code>(?<![\x80-\xff])[\x80-\xa0\xad]+(?![\x80-\xff]))"
    r"|(?P<surrogates>[\ud800-\udbff][\udc00-\udfff])"
    rf"|(?P<composing>[{_COMPOSING}]+)"
)
_TRIGGER = compile_later(
    rf"[{_SPACE}{_FULL_WIDTH}{_RADICAL}{_FORM}{_PRIVATE}{_HALF_KANA}\x80-\xa0\xad\ud800-\udbff{_COMPOSING}]"
)

_DELETED_CODE = compile_later(f"[{_DELETED}]")
_FEW = 2  # of a kind are an author's; more of them are what a machine left
_OTHER_NEIGHBOUR = compile_later("[A-Za-z0-9)）。，…](?=\xa0)|(?<=\xa0)[A-Za-z0-9)）。，…]")
_HAN = compile_later(f"[{HAN}]")
_HAN_OR_UNUSUAL = compile_later(f"[{HAN}{_RADICAL}{_PRIVATE}]")
_WORD = compile_later(rf"[{HAN}A-Za-z0-9{_FULL_WIDTH}]")
_NAMES_A_RADICAL = compile_later("(?:部首|偏旁|部件|字根|字旁|笔画|筆畫)[“「『‘:： ]?\\Z")
_LISTS_RADICALS = compile_later(rf"[{_RADICAL}][、,，和与與]\Z")
_KATAKANA_WORD = compile_later("[ｦ-ﾝ][ｦ-ﾟ]*[ｦ-ﾝ]")

_FORMS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫",
        "，、。：；！？〖〗…：（）｛｝〔〕【】《》〈〉「」『』［］，、．；：？！—（）｛｝〔〕＃＆＊＋－＜＞＝＼＄％＠",
        strict=True,
    )
)
"""Vertical and small forms, and the full-width mark that an author types."""

_FROM_PRIVATE_USE = {code: _FORMS.get(new, new) for code, new in GB_PRIVATE_USE.items()}

_SIMPLIFIED_ONLY = compile_later("[们这为来时说对没过还发会学经与]")
_TRADITIONAL_ONLY = compile_later("[們這為來時說對沒過還發會學經與]")
_RADICALS_SIMPLIFIED = str.maketrans(
    "戶見門長馬魚鳥麥黃龍齊齒龜車貝風飛頁韋",
    "户见门长马鱼鸟麦黄龙齐齿龟车贝风飞页韦",
)
"""A Kangxi radical has the traditional shape; in a Simplified document the same glyph stood for the Simplified one."""


def find_characters(text: str, options: Options) -> Iterator[Span]:
    document, done = _Document(text, options), 0
    for match in matches_at(_TRIGGER, _KINDS, text):
        start, end = match.span()
        if match.lastgroup == "composing":
            start = max(done, start - 1)  # with the letter that the marks stand on
            new: str | None = unicodedata.normalize("NFC", text[start:end])
        else:
            new = _repaired(match, document)
        if new is not None and new != text[start:end]:
            yield start, end, new
            done = end


class _Document:
    """What the whole text says about its characters; each question is answered once, and only if it comes up."""

    def __init__(self, text: str, options: Options) -> None:
        self.text = text
        self.spaces_are_meant = options.markup != "none"

    @functools.cached_property
    def is_simplified(self) -> bool:
        return len(_SIMPLIFIED_ONLY.findall(self.text)) > len(_TRADITIONAL_ONLY.findall(self.text))

    @functools.cached_property
    def has_icons(self) -> bool:
        return any(ord(match[0]) not in GB_PRIVATE_USE for match in re.finditer(f"[{_PRIVATE}]", self.text))

    @functools.cached_property
    def full_width_is_damage(self) -> bool:
        return len(re.findall(f"[{_FULL_WIDTH}]", self.text)) > _FEW

    def keeps_no_break(self, match: re.Match[str]) -> bool:
        """Whether a no-break space is its author's."""
        if self.spaces_are_meant:
            return True
        near = self.text[max(match.start() - 1, 0) : match.end() + 1]
        return _OTHER_NEIGHBOUR.search(near) is not None and self.text.count("\xa0") <= _FEW

    def neighbours(self, match: re.Match[str]) -> str:
        """The characters before and after, past the codes that this stage deletes."""
        start, end = match.span()
        while start and _DELETED_CODE.match(self.text, start - 1):
            start -= 1
        while _DELETED_CODE.match(self.text, end):
            end += 1
        return self.text[max(0, start - 1) : start] + self.text[end : end + 1]


def _repaired(match: re.Match[str], document: _Document) -> str | None:  # noqa: PLR0911 - one line a kind
    old = match[0]
    match match.lastgroup:
        case "space":
            return None if document.spaces_are_meant else " "
        case "full_width":
            return unicodedata.normalize("NFKC", old) if document.full_width_is_damage else None
        case "unusual":
            return _ideographs(match, document)
        case "form":
            return _FORMS.get(old)
        case "half_kana":
            return _full_kana(match, document)
        case "code" if "\xa0" in old and document.keeps_no_break(match):
            return "".join({"\xa0": "\xa0", "\x85": "\n"}.get(code, "") for code in old)
        case "code":
            return "".join({"\xa0": " ", "\x85": "\n"}.get(code, "") for code in old)
        case _:
            return old.encode("utf-16", "surrogatepass").decode("utf-16")


def _ideographs(match: re.Match[str], document: _Document) -> str:
    """Radicals and private-use characters, where they stand in a word."""
    neighbours, new = document.neighbours(match), _DELETED_CODE.sub("", match[0])
    before = document.text[max(0, match.start() - 3) : match.start()]
    is_subject = _NAMES_A_RADICAL.search(before) or _LISTS_RADICALS.search(before)
    if _WORD.search(neighbours) and not is_subject:
        new = new.translate(RADICALS)
        if document.is_simplified:
            new = new.translate(_RADICALS_SIMPLIFIED)
    # An icon font uses private-use characters that GB does not.
    if _WORD.search(neighbours) and not document.has_icons:
        new = new.translate(_FROM_PRIVATE_USE)
    return new


def _full_kana(match: re.Match[str], document: _Document) -> str | None:
    is_mark = not re.search("[ｦ-ﾟ･]", match[0]) and _HAN_OR_UNUSUAL.search(document.neighbours(match))
    if is_mark or _KATAKANA_WORD.search(match[0]):
        return unicodedata.normalize("NFKC", match[0])
    return None


STAGE = Stage("characters", _TRIGGER, find_characters, odd=True)
