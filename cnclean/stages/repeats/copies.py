"""When a line says once more what another one says: the title with the site's name, a lead, a summary."""

from typing import Final

from cnclean.han import HALF_WIDTH, HAN
from cnclean.patterns import compile_later

ALIKE: Final = 4
"""With so many characters of a title begins its copy."""

PARAGRAPH: Final = 40
"""From this length on a line is prose."""

SENTENCE: Final = 25
"""A sentence on its own, of so many characters, is no verse."""

_LONGEST_TITLE: Final = 120
"""With the name of the site."""

_SITES: Final = (
    "网|網|网站|網站|报|報|新闻|新聞|频道|頻道|在线|線上|论坛|論壇|博客|部落格|百科|文库|文庫|社区|社區|头条|頭條|官网|官網"
    "|杂志|雜誌|周刊|週刊|出版社|电视台|電視台|客户端|手机版|手機版|com|cn|net"
)
"""How the name of a site ends."""

_NAME: Final = r"[^_|｜>。，,！？!?:：\n]{2,20}"
_SUFFIX = compile_later(
    rf"\s*(?:(?:[_|｜>]+|(?<![-–—])[-–](?![-–—]))\s*(?!.*第.{{1,5}}[章节節回卷集课課讲講期部])[《【]?{_NAME}"
    rf"(?:[_|｜>\-–]+{_NAME}){{0,2}}"
    rf"|[-–—]{{1,2}}\s*{_NAME}(?:{_SITES})|[【(（]{_NAME}(?:{_SITES})[】)）])",
)
STOPS: Final = ("。", ".", "．")
"""How a sentence ends, also where `punctuation` has yet to widen its stop."""

SUMMARIES: Final = ("摘要", "导读", "導讀", "导语", "導語", "简介", "簡介", "核心提示", "提要", "描述", "概要")
CUT: Final = "….。"
_LABEL = compile_later(rf"[【\[]?(?:内容|文章|本文|新闻)?(?:{'|'.join(SUMMARIES)})[】\]]?\s*[:：]?\s*")
_NUMBERED = compile_later(r"[*#]*(?:\d{1,3}|[一二三四五六七八九十]{1,3})[.、)）]")
"""A heading that the contents of the page name too."""
_CLOSED = compile_later(r"[。；;：:，,”」』]$")
_OPEN: Final = "？！?!…"
RECORD = compile_later(r"^\||\t|[:：]")
HAN_LETTER = compile_later(f"[{HAN}]")
NARROW: Final = HALF_WIDTH | dict.fromkeys(map(ord, " \u3000\u00a0\t"))


def is_copy(line: str, title: str, *, first: bool) -> bool:
    """Whether `line` is the title once more: alone (a lead, or the page's first line), or with the name of the site."""
    if line[:ALIKE] != title[:ALIKE] or (line != title and max(len(line), len(title)) > _LONGEST_TITLE):
        return False
    line, title = key(line), key(title)
    if not line.startswith(title) or RECORD.search(line):
        return False
    han = len(HAN_LETTER.findall(title[:PARAGRAPH]))
    if line == title:
        return (len(line) >= PARAGRAPH and not _NUMBERED.match(line)) or (
            first and not _CLOSED.search(title) and han >= (8 if title[-1] in _OPEN else 4)
        )
    return han >= 4 and bool(_SUFFIX.fullmatch(line, len(title)))


def summary_of(line: str) -> str:
    """The beginning of a paragraph that `line` says it is: it is labelled (`摘要：…`) or cut off. Nothing elsewhere."""
    label = _LABEL.match(line)
    body = line[label.end() :] if label else line
    if not (label or body.endswith(("…", "...", "。。"))):
        return ""
    body = body.rstrip(CUT)
    return body if len(body) >= 20 else ""


def key(line: str) -> str:
    """Without blanks, in half width: title and heading are often set by different hands."""
    return line.translate(NARROW)
