"""Lines that stand twice because the page shows them twice: its title, its lead, a caption, a header line.

Extraction takes the `<title>` (with the site's name) and the heading, the summary and the first paragraph, the caption
and the image's alternative text. Left alone: refrains, verses, clauses, table rows, dialogue - whatever repeats among
lines as short as itself, and any copy that stands apart from its first.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from operator import eq
from typing import Final

from cnclean.deletion import without_lines
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.protect import URL
from cnclean.stage import Options, Span, Stage, line_bounds

_HEAD: Final = 8
"""Lines in which a title or a lead is repeated."""

_ALIKE: Final = 4
"""With so many characters of a title begins its copy."""

_SEEN: Final = 16
"""So much of a line tells whether another begins with it, but for blanks."""

_LABELLED: Final = 8
"""Characters in which a line says that it is a summary."""

_PARAGRAPH: Final = 40
"""From this length on a line is prose."""

_LONGEST_TITLE: Final = 120
"""With the name of the site."""

_ROUNDS: Final = 6
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
_SUMMARIES: Final = ("摘要", "导读", "導讀", "导语", "導語", "简介", "簡介", "核心提示", "提要", "描述", "概要")
_SUMMARY = compile_later("|".join(_SUMMARIES))
_CUT: Final = "….。"
_LABEL = compile_later(rf"[【\[]?(?:内容|文章|本文|新闻)?(?:{'|'.join(_SUMMARIES)})[】\]]?\s*[:：]?\s*")
_LABEL_FIRSTS: Final = frozenset(" \t\u3000\u00a0【[内文本新" + "".join(word[0] for word in _SUMMARIES))
"""What such a label may begin with, or a line before it."""

_CLOSED = compile_later(r"[。；;：:，,”」』]$")
_OPEN: Final = "？！?!…"
_RECORD = compile_later(r"^\||\t|[:：]")
_ADDRESS = compile_later(rf"(?:(?:{URL})\s*)+$")  # what `links` may take away
_ADDRESSES: Final = ("http", "www.", "ftp:")
_HAN = compile_later(f"[{HAN}]")
_WIDTHS: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(map(ord, " \u3000\u00a0\t"))


def find_repeats(text: str, _options: Options) -> Iterator[Span]:
    rows = text.split("\n")
    if "" in rows:
        rows = list(filter(None, rows))
    if len(rows) < 3 or max(map(len, rows)) < _PARAGRAPH:
        return  # verses, lists and dialogues repeat by nature
    if not (_heads_alike(rows[:_HEAD]) or any(map(eq, rows, islice(rows, 1, None)))):
        return
    bounds = line_bounds(text)
    lines = [text[start:end].strip() for start, end in bounds]
    left = [at for at, line in enumerate(lines) if line[:4] not in _ADDRESSES or not _ADDRESS.match(line)]
    drop: dict[int, str] = {}
    for _ in range(_ROUNDS):  # what one finds brings other lines together
        found = _heads(lines, left) | _neighbours(lines, left)
        if not found:
            break
        drop |= found
        left = [at for at in left if at not in found]
    yield from without_lines(bounds, drop)


def _heads_alike(head: Sequence[str]) -> bool:
    """A cheap look: one of the first lines begins with another one, or says that it is a summary."""
    begins = {row[:_ALIKE] for row in head}
    if not _LABEL_FIRSTS.isdisjoint([row[0] for row in head]) and _SUMMARY.search(
        "\n".join([row[:_LABELLED] for row in head])
    ):
        return True
    if len(begins) == len(head):
        return False
    alike = ((one, other) for one, other in combinations(head, 2) if one[:_ALIKE] == other[:_ALIKE])
    return any(_may_begin(*sorted(pair, key=len)) for pair in alike)


def _may_begin(short: str, long: str) -> bool:
    return _key(long[: 2 * _SEEN]).startswith(_key(short[:_SEEN]).rstrip(_CUT))


def _heads(lines: Sequence[str], left: Sequence[int]) -> dict[int, str]:
    """Titles and leads among the first lines: the copies, and of the lines above those that say less than a copy."""
    drop: dict[int, str] = {}
    head: list[int] = []
    summaries: dict[int, str] = {}
    for at in left:
        # The last line stays: without it the line above it would be at an edge, where `boilerplate` saw none.
        line = lines[at]
        alike = [other for other in head if lines[other][:_ALIKE] == line[:_ALIKE]]
        if at != left[-1] and any(_is_copy(line, lines[other], first=other == head[0]) for other in alike):
            drop[at] = "title" if len(line) < _PARAGRAPH else "lead"
            continue
        for other in [other for other in head if other in alike or other in summaries]:
            if other in alike and _is_copy(lines[other], line, first=False):
                drop[other] = "title"
                head.remove(other)
            elif other in summaries and len(line) >= _PARAGRAPH and line.startswith(summaries[other]):
                drop[other] = "lead"
                head.remove(other)
        head.append(at)
        if summary := _summary(line):
            summaries[at] = summary
        if len(head) == _HEAD:
            break
    return drop


def _key(line: str) -> str:
    """Without blanks, in half width: title and heading are often set by different hands."""
    return line.translate(_WIDTHS)


def _is_copy(line: str, title: str, *, first: bool) -> bool:
    """Whether `line` is the title once more: alone (a lead, or the page's first line), or with the name of the site."""
    if line[:_ALIKE] != title[:_ALIKE] or (line != title and max(len(line), len(title)) > _LONGEST_TITLE):
        return False
    line, title = _key(line), _key(title)
    if not line.startswith(title) or _RECORD.search(line):
        return False
    han = len(_HAN.findall(title[:_PARAGRAPH]))
    if line == title:
        return len(line) >= _PARAGRAPH or (
            first and not _CLOSED.search(title) and han >= (8 if title[-1] in _OPEN else 4)
        )
    return han >= 4 and bool(_SUFFIX.fullmatch(line, len(title)))


def _summary(line: str) -> str:
    """The beginning of a paragraph that `line` says it is: it is labelled (`摘要：…`) or cut off. Nothing elsewhere."""
    label = _LABEL.match(line)
    body = line[label.end() :] if label else line
    if not (label or body.endswith(("…", "...", "。。"))):
        return ""
    body = body.rstrip(_CUT)
    return body if len(body) >= 20 else ""


def _neighbours(lines: Sequence[str], left: Sequence[int]) -> dict[int, str]:
    """A paragraph, caption or header directly followed by itself, where its other neighbours are paragraphs."""
    drop: dict[int, str] = {}
    kept: list[str] = []
    for rank, at in enumerate(left):
        line = lines[at]
        if kept and line == kept[-1] and _may_stand_once(line):
            others = kept[-2:-1] + [lines[other] for other in left[rank + 1 : rank + 3] if lines[other] != line][:1]
            if len(line) >= _PARAGRAPH or (others and all(len(other) >= _PARAGRAPH for other in others)):
                drop[at] = "line"
                continue
        kept.append(line)
    return drop


def _may_stand_once(line: str) -> bool:
    return len(line) >= 8 and not _RECORD.search(line) and len(_HAN.findall(line)) >= 6


STAGE = Stage("repeats", compile_later(r"\n"), find_repeats)
