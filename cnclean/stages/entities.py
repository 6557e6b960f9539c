"""HTML entities that stand in the text as text: `&#20013;`, `&amp;nbsp;`, `#xff08;` without its ampersand.

Damage of extraction: the markup was taken away, its escapes were not; a page escaped twice shows `&amp;lt;`. Decoded
to the end of the nesting in one step. Left alone: `&` in a URL's query (`?a=1&copy=2`), names that need their
semicolon and lack it (`AT&T`, `&copy`), numbers that name no character, `#x4e2d` inside a longer word, what a lesson
speaks of (`&lt;表示小于号`), code that shows them, and the source of a page: what stands in a tag, and `&lt;` and
`&amp;` beside one.
Runs before the stages for line ends and invisible characters, which pages write as entities: `&#13;`, `&#8203;`.
"""

import html
import re
from collections.abc import Iterator

from cnclean.edits import Bounds, apart
from cnclean.patterns import compile_later
from cnclean.prose.fences import find_fenced
from cnclean.stage import Options, Span, Stage, rewrite

_NAME = "[A-Za-z][A-Za-z0-9]{1,30}"
_NUMBER = "#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})"
# Both halves of a character, as a script writes them: `&#55357;&#56832;`.
_HALVES = (
    "&#(?:5529[6-9]|55[3-9][0-9]{2}|56[0-2][0-9]{2}|5631[0-9]|[xX][dD][89aAbB][0-9a-fA-F]{2});"
    "&#(?:563[2-9][0-9]|56[4-9][0-9]{2}|57[0-2][0-9]{2}|573[0-3][0-9]|5734[0-3]|[xX][dD][c-fC-F][0-9a-fA-F]{2});"
)
_NUMBERED = compile_later("&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));")
# `&#20013` without its semicolon is clear as long as no digit could follow; a name without one is not.
_ENTITY = compile_later(
    rf"{_HALVES}|&(?:amp;){{0,8}}(?:{_NAME};|{_NUMBER};|#[0-9]{{5}}(?![0-9])|#[xX][0-9a-fA-F]{{4}}(?![0-9a-zA-Z]))"
    "|#[xX][0-9a-fA-F]{4};(?<![A-Za-z0-9&]#[xX]....;)"
)
# No space and no quote: `张三&nbsp;表示`, `写成&quot;好&quot;`.
_SIGN = "&(?:lt|gt|amp);"
_ANY = rf"&(?:{_NAME}|{_NUMBER});"
_LESSON = compile_later(
    rf"{_SIGN}[”」』’\"'`]? ?(?:表示|代表|[对對][应應])"
    rf"|(?:[写寫][作成为為]|转义[为成]|轉義[為成]|替[换換][为為成])[：:]? ?[“「『‘\"'`]?{_SIGN}"
    rf"|{_ANY}[”」』’\"'`]?\s?(?:表示|代表)(?:[单双單雙]?引[号號]|空格|[大小][于於]|版[权權]|撇[号號]|[与與][号號])"
    rf"|(?:[写寫用]|[输輸]入)\s?[“「『’\"'`]?{_ANY}[”」』’\"'`]?\s?[来來]?(?:[显顯]示|得到|表示|代表|代替|替代|替[换換]|[输輸]出)"
    rf"|[写寫][：:]\s?{_ANY}\s?(?:[或、和]|$)"
    r"|表示[为為成]\s?&#"
)
_TAUGHT = compile_later(
    "[实實][体體]名[称稱][^\n]{0,20}[实實][体體][编編][号號]|的[实實][体體]名[称稱]"
    "|字符[实實][体體]|(?:HTML|html) ?(?:[实實][体體]|[转轉][义義])"
)
"""What a page about entities says: it shows them."""

_ENDS = "\n\x0b\x0c\r\x85\u2028\u2029"
_CODE = compile_later(f"(?<!`)`([^`{_ENDS}]+)`(?!`)|<code>([^{_ENDS}]*?)</code>")
_ONLY_ENTITIES = compile_later(rf"\s*(?:{_ANY}\s*)+")
_RAW = compile_later(rf"[<>]|&(?!{_NAME};|{_NUMBER};)")
"""Of code that has one, none was escaped."""

_NEAR = 40  # in a sentence with one of them: `&lt;和&gt;表示尖括号`
_IN_TAG = compile_later(r"<[A-Za-z][A-Za-z0-9]*\s[^<>]*=\s?[\"'][^<>]*\Z")
_TAG = compile_later(r"</[A-Za-z][A-Za-z0-9]{0,10}>")
# What is a line end, or becomes one in this stage or a later one.
_LINE_END = compile_later(
    f"[{_ENDS}]|&(?:amp;){{0,8}}(?:#(?:1[023]|823[23]|[xX]0{{0,4}}(?:[aAcCdD]|202[89]))|NewLine);"
)
_LONGEST_TAG = 1000
_BESIDE = 200
_ESCAPED_SIGN = compile_later(_SIGN)


def find_entities(text: str, options: Options) -> Iterator[Span]:
    if _TAUGHT.search(text):
        return iter(())
    spans = _DECODE(text, options)
    shown = sorted(_shown(text)) if "`" in text or "<code>" in text else []
    return apart(spans, shown) if shown else spans


def _shown(text: str) -> Iterator[Bounds]:
    """Code that was not escaped, or is nothing but entities: these are what it shows."""
    for start, end in find_fenced(text):
        if _RAW.search(text, start, end):
            yield start, end
    for code in _CODE.finditer(text):
        inner = code[1] or code[2] or ""
        if _RAW.search(inner) or _ONLY_ENTITIES.fullmatch(inner):
            yield code.span()


def _decode(match: re.Match[str]) -> str | None:
    if _LESSON.search(match.string, max(0, match.start() - _NEAR), match.end() + _NEAR) or _is_source(match):
        return None
    if len(halves := _NUMBERED.findall(match[0])) == 2:
        both = "".join(chr(int(decimal or hexadecimal, 10 if decimal else 16)) for decimal, hexadecimal in halves)
        return both.encode("utf-16", "surrogatepass").decode("utf-16")
    escaped = match[0] if match[0].startswith("&") else "&" + match[0]
    escaped = escaped.removesuffix(";") + ";"
    for _ in range(9):
        decoded = html.unescape(escaped)
        if decoded == escaped:
            break
        escaped = decoded
    if "&" in decoded[:-1] or len(decoded) > 2 or "\ufffd" in decoded or not decoded:
        return None
    return decoded


def _is_source(match: re.Match[str]) -> bool:
    """Whether an entity is of the source of a page: in a tag, or a sign that begins one, on a line of tags."""
    text, start, end = match.string, match.start(), match.end()
    opened = text.rfind("<", max(0, start - _LONGEST_TAG), start)
    if opened >= 0 and _IN_TAG.match(text, opened, start):
        return True
    if not _ESCAPED_SIGN.fullmatch(match[0]):
        return False
    before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return bool(_TAG.search(_LINE_END.split(before)[-1]) or _TAG.search(_LINE_END.split(behind, maxsplit=1)[0]))


_TRIGGER = compile_later("&(?=[#A-Za-z])|#[xX][0-9a-fA-F]{4};")
_DECODE = rewrite(_ENTITY, _decode)
STAGE = Stage("entities", _TRIGGER, find_entities, evidence="odd")
