"""Labels with their values: which label, which separator, and whether what follows looks like its value."""

import re
from bisect import bisect_right
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS, Line
from cnclean.stages.boilerplate.lookup import LONGEST_LABEL, Label, endings, label_firsts, labels

_BEGINNINGS = compile_later(r"[^\s|,;·(\[>*&▲▼►▶●■◆★☆]+")
_SEPARATORS = compile_later(r"[\s:|/·•=@.(\[→◎](?<!\s\s)")
_UNLISTED = compile_later(rf"([{HAN}](?:[{HAN}a-z]|\s(?=[a-z])|\s(?<=[a-z]\s)){{1,9}})\s?[:|]")
_SEPARATOR = compile_later(r"\s*(?:[:|]+|→)\s*|(?P<tight>\s?[/·•=@.◎]\s?|\s+)|[(\[]")
_VALUE_END = compile_later(r"\s{2,}|\s*\|\s*|\s(?=[\[(])")
_NAME = compile_later(r'[^。!?;…"]{0,34}$')
_SPOKEN = compile_later("我|你|他|了|吗|呢|不是")
_PERSON = compile_later(rf"[{HAN}a-z·,/ ()]{{2,12}}$")
_HANDLE = compile_later(r"[\d\sa-z_@.()+*转-]{4,40}$|.{2,16}$")
_NUMBER = compile_later(r"(?:[\d\s()+*转-]{5,30}|[\w.+-]+@[\w.-]+|[a-z0-9_-]{5,20})$", re.ASCII)
_TIGHT_NAME = compile_later(
    rf"(?:[{HAN}a-z·. ]{{1,10}}|(?:[{HAN}]{{2,4}},){{1,3}}[{HAN}]{{2,4}}|[a-z][a-z0-9_]{{2,15}})$"
)
_CODE = compile_later(r"[a-z]|\d{1,3}(?!\d|[-/.年:])")
_PATH = compile_later(r"[a-z_.-]+/[a-z]")
_CAPTION = compile_later(rf"图\s?[|:]\s?[{HAN}]{{2,10}}\s摄影?[|:]")
"""What is seen, and whose picture it is."""
_TIME = compile_later(r"[\d\s:./\-年月日,apmt(){}|星期一二三四五六发布于]*$")
_COUNT = compile_later(r"[\d\s,.+万千wk次人条个分:*()大中小ab+\-|\[\]字页mb]*$")
_ANY = compile_later(r".{0,79}(?<!。)$")
_VALUES: Final = {
    "name": _NAME,
    "number": _NUMBER,
    "person": _PERSON,
    "handle": _HANDLE,
    "time": _TIME,
    "count": _COUNT,
    "any": _ANY,
}


def weigh_labels(line: Line) -> None:
    found = _find_labels(line.text)
    for number, (start, label, size, separator) in enumerate(found):
        tight = bool(separator["tight"])
        end = found[number + 1][0] if number + 1 < len(found) else len(line.text)
        value = _value(line.text[separator.end() : end], label.value, tight=tight)
        by_space = tight and not separator["tight"].strip()
        if (
            line.mentioned[start]
            or _CAPTION.match(line.text, start)
            or (by_space and (size < 2 or _CODE.match(value)))
            or (separator[0] == "/" and _PATH.match(line.text, start))
            or not _plausible(label.value, value, tight=tight)
        ):
            continue
        line.add(label.kind, label.weight, start, separator.end() + len(value))
        line.labelled = True


def _find_labels(text: str) -> list[tuple[int, Label, int, re.Match[str]]]:
    """Where a label begins, the label, how long it is, and the separator behind it."""
    found: list[tuple[int, Label, int, re.Match[str]]] = []
    known, firsts = labels(), label_firsts()
    ends = [match.start() for match in _SEPARATORS.finditer(text)]
    marked = ":" in text or "|" in text
    done = 0
    for start in [match.start() for match in _BEGINNINGS.finditer(text)] if ends else ():
        if start < done or not (marked or text[start] in firsts):
            continue
        end, label = 0, None
        if text[start] in firsts:
            near = ends[bisect_right(ends, start) : bisect_right(ends, start + LONGEST_LABEL)]
            end = next((end for end in reversed(near) if text[start:end] in known), 0)
            label = known[text[start:end]] if end else None
        if label is None and marked and (unlisted := _UNLISTED.match(text, start)):
            end, label = unlisted.end(1), _by_ending(unlisted[1])
        if label is not None and (separator := _SEPARATOR.match(text, end)):
            found.append((start, label, end - start, separator))
            done = separator.end()
    return found


def _by_ending(word: str) -> Label | None:
    return next((label for ending, label in endings() if word.endswith(ending)), None)


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
    if kind == "link":
        return not value or bool(ADDRESS.match(value))
    if kind in ("name", "person") and (_SPOKEN.search(value) or value.count(",") > 3):
        return False
    return bool(_VALUES[kind].match(value))
