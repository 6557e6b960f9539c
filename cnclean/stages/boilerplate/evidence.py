"""What one line holds: labels with their values, phrases, times, page numbers, rows of short parts."""

import re
from collections import defaultdict
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.lookup import LONGEST_LABEL, labels, opens_list, phrases
from cnclean.stages.boilerplate.rows import match_row, match_whole

ADDRESS: Final = compile_later(r"https?://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_QUOTED = compile_later(r"[“「『][^“”「」『』]{5,40}[”」』]|\"[^\"]{5,40}\"|《[^《》]{2,40}》")
_SENTENCES: Final = frozenset({"novel", "forum", "disclaimer", "copyright", "reprint", "licence"})
_PROSE = compile_later(r".{20}[。!?…]\W*$")
_OPENS_QUOTED = compile_later(r"\s*[“「『\"]")
_FILE = compile_later(r"《[^》]{1,40}\.(?:docx?|pdf|pptx?|xlsx?|txt)(?:\([^)]*\))?》")
_CONTENT = compile_later(rf"[A-Za-z0-9{HAN}]")
_UNEXPLAINED = re.compile(b"\0+")
_DECORATION = compile_later(r"^[\W_]+|[\W_]+$")


class Line:
    """A folded line, which of its characters are explained, and the weight of the evidence by kind."""

    def __init__(self, text: str, raw: str) -> None:
        self.text = text
        self.plain = _DECORATION.sub("", text)
        self.explained = bytearray(len(text))
        self.mentioned = bytearray(len(text))
        self.weights: defaultdict[str, float] = defaultdict(float)
        self.labelled = self.dated = self.stamped = False
        for match in _QUOTED.finditer(raw):
            if len(match[0]) < len(raw) - 1:  # in quotation marks a phrase is mentioned, not used
                self.mentioned[match.start() : match.end()] = b"\1" * len(match[0])
        for pattern in (ADDRESS, _FILE):
            for match in pattern.finditer(text):
                self.mentioned[match.start() : match.end()] = b"\1" * len(match[0])
                self.explain(match.start(), match.end())
        self.opens_list = opens_list(self.plain.rstrip(":").strip())
        self.whole = None if _OPENS_QUOTED.match(raw) else match_whole(self.plain) or match_row(text)
        _weigh_labels(self)
        _weigh_phrases(self)
        _weigh_times(self)
        _weigh_shapes(self)
        if self.whole:
            self.weights[self.whole.kind] += max(0.0, self.whole.weight - sum(self.weights.values()))
            if (self.whole.weight > 2 and self.whole.kind in _SENTENCES) or not _PROSE.search(text):
                self.explain(0, len(text))

    def explain(self, start: int, end: int) -> None:
        self.explained[start:end] = b"\1" * (end - start)

    def add(self, kind: str, weight: float, start: int, end: int) -> None:
        self.weights[kind] += weight
        self.explain(start, end)

    def rest(self) -> int:
        """How many letters and digits nothing accounts for."""
        return sum(len(_CONTENT.findall(self.text, *gap.span())) for gap in _UNEXPLAINED.finditer(self.explained))


# Labels

_BOUNDARY = compile_later(r"(?<![^\s|,;·(\[>*&])(?=[^\s|,;·(\[>*&])")
_SEPARATOR = compile_later(r"\s*(?:[:|]+|→)\s*|(?P<tight>\s?[/·•=@.]\s?|\s+)|[(\[]")
_VALUE_END = compile_later(r"\s{2,}|\s*\|\s*|\s(?=[\[(])")
_NAME = compile_later(r'[^。!?;…"]{0,34}$')
_TIGHT_NAME = compile_later(rf"[{HAN}a-z·. ]{{1,10}}$")
_CODE = compile_later(r"[a-z]|\d{1,3}(?!\d|[-/.年:])")
_TIME = compile_later(r"[\d\s:./\-年月日,apmt(){}|星期一二三四五六发布于]*$")
_COUNT = compile_later(r"[\d\s,.+万千wk次人条个:*()大中小ab+\-|\[\]字页mb]*$")


def _weigh_labels(line: Line) -> None:
    found = _find_labels(line.text)
    for number, (start, word, separator) in enumerate(found):
        label, tight = labels()[word], bool(separator["tight"])
        end = found[number + 1][0] if number + 1 < len(found) else len(line.text)
        value = _value(line.text[separator.end() : end], label.value, tight=tight)
        by_space = tight and not separator["tight"].strip()
        if (
            line.mentioned[start]
            or (by_space and (len(word) < 2 or _CODE.match(value)))
            or not _plausible(label.value, value, tight=tight)
        ):
            continue
        line.add(label.kind, label.weight, start, separator.end() + len(value))
        line.labelled = True


def _find_labels(text: str) -> list[tuple[int, str, re.Match[str]]]:
    """Where a label begins, the label, and the separator behind it."""
    found: list[tuple[int, str, re.Match[str]]] = []
    done = 0
    for match in _BOUNDARY.finditer(text):
        at = match.start()
        for end in range(min(at + LONGEST_LABEL, len(text)), at, -1):
            if at >= done and text[at:end] in labels() and (separator := _SEPARATOR.match(text, end)):
                found.append((at, text[at:end], separator))
                done = separator.end()
                break
    return found


def _value(text: str, kind: str, *, tight: bool) -> str:
    cut = _VALUE_END.search(text) if kind != "any" else None
    if cut and cut.start():
        text = text[: cut.start()]
    if tight and kind == "name" and " " in text.strip():
        text = text.strip().split(" ")[0]
    return text


def _plausible(kind: str, value: str, *, tight: bool) -> bool:
    value = value.strip(" ,;|)]")
    if tight:
        return kind != "count" and bool(value) and bool(_TIGHT_NAME.match(value) or _TIME.match(value))
    if kind == "name":
        return bool(_NAME.match(value)) and value.count(",") <= 3
    if kind == "time":
        return bool(_TIME.match(value))
    if kind == "count":
        return bool(_COUNT.match(value))
    if kind == "link":
        return not value or bool(ADDRESS.match(value))
    return not value.endswith("。") and len(value) <= 80


# Phrases

_WORD = compile_later(rf"[a-z0-9{HAN}]")


def _weigh_phrases(line: Line) -> None:
    index, text = phrases(), line.text
    seen: set[str] = set()
    hints: list[tuple[str, int, int]] = []
    at = 0
    while at < len(text):
        phrase = next((each for each in index.get(text[at : at + 2], ()) if text.startswith(each.word, at)), None)
        if phrase is None:
            at += 1
            continue
        start, at = at, at + len(phrase.word)
        if not phrase.weight or line.mentioned[start]:
            continue
        if line.explained[start] or phrase.word in seen:
            line.explain(start, at)
        elif phrase.weight > 1:
            line.add(phrase.kind, phrase.weight, start, at)
        else:
            hints.append((phrase.kind, start, at))
        seen.add(phrase.word)
    # A hint is an ordinary word: it counts on a button of its own, or beside a phrase that says more.
    enough = sum(line.weights.values()) >= 2
    for kind, start, end in hints:
        if enough or not (_WORD.match(text, end) or (start and _WORD.match(text[start - 1]))):
            line.add(kind, 1.0, start, end)


# Times, numbers and other shapes

_STAMP = compile_later(
    r"(?:(?:19|20)\d\d\s?(?:[-/]\s?\d{1,2}[-/]\d{1,2}|\.\d\d\.\d\d|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"|(?<!\d)\d\d[./]\d\d[./](?:19|20)\d\d)(?!\d)(?P<time>[,t]?(?:\s*[-·|,]?\s*\d{1,2}:\d\d(?::\d\d)?)?(?:\s?[ap]m)?)"
)
_NUMBER = compile_later(
    r"(?<![\d.])[+-]?\d[\d,.:*-]*\d?\s*(?:万\+?|w\+?|k|人|次|条|个|篇|字|页|分钟|年|月|日|楼|mb|kb|元|%)?"
)
_PAGES = compile_later(r"第?\s*\d+\s*页\s*[/|,]?\s*共\s*\d+\s*页|^第\s*\d+\s*页$|^-\s*\d+\s*-$|^\d+\s*/\s*\d+\s*页?$")
_PAGE_LINK = compile_later(r"^\[?\d{1,3}\]?(?:\s+\[?\d{1,3}\]?)*$")
_REPORTER = compile_later(
    rf"记者\s?[{HAN}]{{2,4}}\s?[/|]|[{HAN}]{{2,3}}中心\s?/\s?[{HAN}]{{2,4}}报[导道]|/\s?[{HAN}]{{2,4}}报导"
    r"|^原创\s+\S|^本报记者\s"
)
_TAGS = compile_later(r"(?:#[^\s#]{1,20}#?[\s,]*){2,}$|#[^\s#]{1,20}(?:\s+\d+个)?$")
_SEGMENTS = compile_later(r"\s*(?:[|>»›→]|::|\s-\s)+\s*")
_TRAIL = compile_later(r"^(?:首页|主页|home)\s*[>»›→].{1,40}$|^.{1,40}[>»›→]\s*(?:正文|详情|内容)$")
_ENDS: Final = frozenset({"end", "the end", "完", "全文完", "本文完", "本章完", "未完待续"})


def _weigh_times(line: Line) -> None:
    for match in _STAMP.finditer(line.text):
        timed = ":" in match["time"]
        if not line.explained[match.start()] and not line.dated:
            line.weights["meta"] += 1.0 if "日" in match[0] and not timed else 2.0
        line.stamped |= timed and not line.explained[match.start()]
        line.dated = True
        line.explain(match.start(), match.end())
    for match in _NUMBER.finditer(line.text):
        line.explain(match.start(), match.end())


def _weigh_shapes(line: Line) -> None:
    text = line.text
    for kind, weight, pattern in (
        ("byline", 3.0, _REPORTER),
        ("pager", 3.0, _PAGES),
        ("pager", 0.5, _PAGE_LINK),
        ("tags", 3.0, _TAGS),
        ("navigation", 3.0, _TRAIL),
    ):
        if match := pattern.search(text):
            line.add(kind, weight, match.start(), match.end())
    parts = [part for part in _SEGMENTS.split(text) if part]
    if len(parts) >= 3 and all(len(part) <= 10 for part in parts):
        line.add("navigation", 1.5, 0, len(text))  # 首页 > 新闻 > 正文
    if line.plain in _ENDS and (line.plain != text or "end" in line.plain):
        line.add("end", 3.0, 0, len(text))
    if line.opens_list:
        line.add("related", 2.0, 0, len(text))
