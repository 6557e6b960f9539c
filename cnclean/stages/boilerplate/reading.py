"""One line on its own: which phrases and labels it holds, and how much of it they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cnclean.han import HAN
from cnclean.stages.boilerplate.fold import fold
from cnclean.stages.boilerplate.labels import LABELS
from cnclean.stages.boilerplate.wording import COLUMNS, PHRASES
from cnclean.stages.boilerplate.wording.lists import HARMLESS, LIST_FIRST, LIST_HEADS, LIST_LAST

LONGEST: Final = 220
"""Longer lines are paragraphs, whatever stands in them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says about itself. `rest` counts the letters and digits that nothing accounts for."""

    kind: str
    weight: float
    rest: int
    size: int
    sentence: bool
    narrative: int
    opens_list: bool = False
    labelled: bool = False
    dated: bool = False
    stamped: bool = False
    contact: bool = False


_DECORATION = re.compile(r"^[\W_]+|[\W_]+$")
_VALUE = re.compile(
    r"(?P<url>https?://[!-~]+|www\.[!-~]+)"
    r"|(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<stamp>(?:19|20)\d\d\s?(?:[-/.]\s?\d{1,2}[-/.]\d{1,2}|年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)[,t]?(?:\s*[-·|,]?\s*\d{1,2}:\d\d(?::\d\d)?)?(?:\s?[ap]m)?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|\d{1,2}:\d\d:\d\d|\d{1,2}:\d\d)"
    r"|(?P<number>(?<![\d.])[+-]?\d[\d,.:*-]*\d?\s*(?:万\+?|w\+?|k|人|次|条|个|篇|字|页|分钟|年|月|日|楼|mb|kb|元|%)?)"
)
_CONTENT = re.compile(rf"[A-Za-z0-9{HAN}]")
_UNCOVERED = re.compile(b"[^\1]+")
_SENTENCE = re.compile(rf"(?:[。!?…]|[{HAN}\d]\.)[\"』」)\]]*$")
_NARRATIVE = re.compile("[他她]|因为|所以|但是|不过|认为|表示|据说|曾经|一位|有人|我(?!们|要|有话|是广告|的)")
_QUOTED = re.compile(r"[“「『][^“”「」『』]{5,40}[”」』]|\"[^\"]{5,40}\"")
_HASHTAG = re.compile(r"(?:#[^\s#]{1,20}#?[\s,]*){2,}$|#[^\s#]{1,20}(?:\s+\d+个)?$")
_SEGMENTS = re.compile(r"\s*(?:[|>»›]|::|\s-\s)+\s*")
_SPACED = re.compile(rf"(?:[{HAN}]\s+){{2,}}[{HAN}]$")
_PAGE_NUMBER = re.compile(
    r"第?\s*\d+\s*页\s*[/|,]?\s*共\s*\d+\s*页|^第\s*\d+\s*页$|^-\s*\d+\s*-$|^\[?\d{1,3}\]?(?:\s+\[?\d{1,3}\]?)*$|^\d+\s*/\s*\d+\s*页?$"
)
_FILE = re.compile(r"《[^》]{1,40}\.(?:docx?|pdf|pptx?|xlsx?|txt)(?:\([^)]*\))?》")
_REPORTER = re.compile(
    rf"记者\s?[{HAN}]{{2,4}}\s?[/|]|[{HAN}]{{2,3}}中心\s?/\s?[{HAN}]{{2,4}}报[导道]|/\s?[{HAN}]{{2,4}}报导|^原创\s+\S|^本报记者\s"
)


def _words(*columns: str) -> list[str]:
    return [word.replace("_", " ") for column in columns for word in column.split()]


def phrases() -> Iterator[tuple[str, float]]:
    """What a line must hold to be worth reading: the phrases that suffice alone, and list heads."""
    for sure, _, _ in PHRASES.values():
        yield from ((word, COLUMNS[0]) for word in _words(sure))
    yield from ((word, COLUMNS[1]) for word in _words(LIST_HEADS))


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, float, str]]]:
    """All phrases by their first two characters, the longest first: a look-up costs the same however many there are."""
    index: dict[str, list[tuple[str, float, str]]] = {}
    entries = [(word, 0.0, "") for word in _words(HARMLESS)]
    for kind, columns in PHRASES.items():
        for weight, column in zip(COLUMNS, columns, strict=True):
            entries += [(word, weight, kind) for word in _words(column)]
    for entry in entries:
        index.setdefault(entry[0][:2], []).append(entry)
    for bucket in index.values():
        bucket.sort(key=lambda entry: (-len(entry[0]), -entry[1]))
    return index


_SPEAKING: Final = frozenset(
    {"copyright", "reprint", "disclaimer", "follow", "share", "ad", "app", "preview", "novel", "contact"}
)
"""Classes that come as sentences too; the others are labels and buttons."""


@lru_cache(maxsize=1)
def _list_heads() -> frozenset[str]:
    return frozenset(_words(LIST_HEADS))


@lru_cache(maxsize=1)
def _list_head_pattern() -> re.Pattern[str]:
    first, last = ("|".join(_words(words)) for words in (LIST_FIRST, LIST_LAST))
    return re.compile(
        rf"(?:(?:{first})+的?[{HAN}]{{0,2}}?(?:{last})+|[你您]可能[还也会]*(?:喜欢|感兴趣|想看|错过)的?(?:{last})?)$"
    )


def _opens_list(plain: str) -> bool:
    return plain in _list_heads() or bool(_list_head_pattern().match(plain))


_Label = tuple[str, str, float]


@lru_cache(maxsize=1)
def _labels() -> tuple[dict[str, _Label], re.Pattern[str]]:
    table: dict[str, _Label] = {}
    for kind, value, weight, words in LABELS:
        for word in _words(words):
            table.setdefault(word, (kind, value, weight))
    union = "|".join(re.escape(word) for word in sorted(table, key=len, reverse=True))
    pattern = re.compile(
        rf"(?:(?<=^)|(?<=[\s|,;·(\[>*&]))(?P<label>{union})"
        r"(?:\s*(?:[:|]+|→)\s*|(?P<tight>\s?[/·•=@.]\s?|\s+)|(?P<open>[(\[]))"
    )
    return table, pattern


def strip_decoration(text: str) -> str:
    return _DECORATION.sub("", text)


def read(line: str) -> Reading | None:
    """The evidence of a line, or None where there is nothing to say."""
    line = line.strip()
    text = fold(line)
    size = len(text)
    if not text or size > LONGEST:
        return None
    if _SPACED.match(text):
        line = text = "".join(text.split())
        size = len(text)
    covered = bytearray(size)
    for match in _QUOTED.finditer(line):
        # A phrase in quotation marks is mentioned, not used - unless the marks hold all there is.
        if len(match[0]) < size - 2:
            covered[match.start() : match.end()] = b"\2" * len(match[0])
    quoted = bytes(covered)
    weights: dict[str, float] = {}
    labelled = _read_labels(text, covered, weights)
    _read_phrases(text, covered, quoted, weights)
    for match in _REPORTER.finditer(text):
        weights["byline"] = weights.get("byline", 0.0) + 3.0
        covered[match.start() : match.end()] = b"\1" * len(match[0])
    for match in _PAGE_NUMBER.finditer(text):
        weights["pager"] = weights.get("pager", 0.0) + (3.0 if "页" in match[0] else 0.5)
        covered[match.start() : match.end()] = b"\1" * len(match[0])
    for match in _FILE.finditer(text):
        covered[match.start() : match.end()] = b"\1" * len(match[0])
    dated, stamped = _read_values(text, covered, weights)
    plain = strip_decoration(text)
    opens_list = _opens_list(plain.rstrip(":").strip())
    if _HASHTAG.match(text):
        weights["tags"] = weights.get("tags", 0.0) + 3.0
        covered[:] = b"\1" * size
    _read_segments(text, covered, weights)
    if plain in {"end", "the end", "完", "全文完", "本文完"} and plain != text:
        weights["end"] = 3.0
    if plain in {"end", "the end"}:
        weights["end"] = 3.0
    if opens_list:
        weights["related"] = weights.get("related", 0.0) + 2.0
        covered[:] = b"\1" * size
    weight = sum(weights.values())
    if weight <= 0:
        return None
    rest = sum(len(_CONTENT.findall(text, *gap.span())) for gap in _UNCOVERED.finditer(covered))
    kind = max(weights, key=lambda name: weights[name])
    sentence = bool(_SENTENCE.search(text))
    if sentence and rest > 2:
        weight = sum(weights.get(name, 0.0) for name in _SPEAKING)  # nobody says 返回列表 in a sentence of a footer
    return Reading(
        kind=kind,
        weight=weight,
        rest=rest,
        size=size,
        sentence=sentence,
        narrative=len(_NARRATIVE.findall(text)),
        opens_list=opens_list,
        labelled=labelled,
        dated=dated,
        stamped=stamped,
        contact=set(weights) == {"contact"},
    )


_NAME = re.compile(r'[^。!?;…"]{0,34}$')
_TIGHT_NAME = re.compile(rf"[{HAN}a-z·. ]{{1,10}}$")
_TIME = re.compile(r"[\d\s:./\-年月日,apmt(){}|星期一二三四五六日发布于]*$")
_COUNT = re.compile(r"[\d\s,.+万千wk次人条个:*()大中小ab+\-|\[\]字页mb]*$")


def _plausible(kind: str, value: str, *, tight: bool) -> bool:
    value = value.strip(" ,;|)]")
    if tight:
        return kind in ("name", "time", "any") and bool(_TIGHT_NAME.match(value) or _TIME.match(value)) and bool(value)
    if kind == "name":
        return bool(_NAME.match(value)) and value.count(",") <= 3
    if kind == "time":
        return bool(_TIME.match(value))
    if kind == "count":
        return bool(_COUNT.match(value))
    if kind == "link":
        return bool(_VALUE.match(value)) or not value
    return not value.endswith("。") and len(value) <= 80


def _read_labels(text: str, covered: bytearray, weights: dict[str, float]) -> bool:
    table, pattern = _labels()
    found = list(pattern.finditer(text))
    labelled = False
    for at, match in enumerate(found):
        if covered[match.start()]:
            continue
        kind, value_kind, weight = table[match["label"]]
        end = found[at + 1].start() if at + 1 < len(found) else len(text)
        value = text[match.end() : end]
        cut = re.search(r"\s{2,}|\s*\|\s*|\s(?=[\[(])", value) if value_kind != "any" else None
        if cut and cut.start():
            value = value[: cut.start()]
        if match["tight"] and value_kind == "name" and " " in value.strip():
            value = value.strip().split(" ")[0]
        if not _plausible(value_kind, value, tight=bool(match["tight"])):
            continue
        if match["tight"] and not match["tight"].strip() and len(match["label"]) < 2:
            continue
        weights[kind] = weights.get(kind, 0.0) + weight
        labelled = True
        stop = match.end() + len(value)
        covered[match.start() : stop] = b"\1" * (stop - match.start())
    return labelled


def _read_phrases(text: str, covered: bytearray, quoted: bytes, weights: dict[str, float]) -> None:
    index = _phrases()
    seen: set[str] = set()
    at, size = 0, len(text)
    while at < size:
        for word, weight, kind in index.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                break
        else:
            at += 1
            continue
        end = at + len(word)
        if not quoted[at] and weight and word not in seen and covered[at] != 1:
            weights[kind] = weights.get(kind, 0.0) + weight
            seen.add(word)
        if not quoted[at] and weight:
            covered[at:end] = b"\1" * (end - at)
        at = end


def _read_values(text: str, covered: bytearray, weights: dict[str, float]) -> tuple[bool, bool]:
    dated = stamped = False
    for match in _VALUE.finditer(text):
        if match["stamp"] and not covered[match.start()]:
            timed = ":" in match[0]
            stamped |= timed and len(match[0]) > 8
            dated |= timed or len(match[0]) > 5
            weights["meta"] = weights.get("meta", 0.0) + (1.0 if "日" in match[0] and not timed else 2.0)
        covered[match.start() : match.end()] = b"\1" * len(match[0])
    return dated, stamped


def _read_segments(text: str, covered: bytearray, weights: dict[str, float]) -> None:
    """`首页 > 新闻 > 正文`: three short parts or more between the same kind of marks."""
    parts = [part for part in _SEGMENTS.split(text) if part]
    if len(parts) >= 3 and all(len(part) <= 10 for part in parts):
        weights["navigation"] = weights.get("navigation", 0.0) + 1.5
        covered[:] = b"\1" * len(covered)
