"""Labels with their values: which label, which separator, and whether what follows looks like its value."""

import re
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import ADDRESS, Line
from cnclean.stages.boilerplate.lookup import LONGEST_LABEL, labels

_BOUNDARY = compile_later(r"(?<![^\s|,;·(\[>*&])(?=[^\s|,;·(\[>*&])")
_SEPARATOR = compile_later(r"\s*(?:[:|]+|→)\s*|(?P<tight>\s?[/·•=@.]\s?|\s+)|[(\[]")
_VALUE_END = compile_later(r"\s{2,}|\s*\|\s*|\s(?=[\[(])")
_NAME = compile_later(r'[^。!?;…"]{0,34}$')
_SPOKEN = compile_later("我|你|他|了|吗|呢|不是")
_TIGHT_NAME = compile_later(rf"[{HAN}a-z·. ]{{1,10}}$")
_CODE = compile_later(r"[a-z]|\d{1,3}(?!\d|[-/.年:])")
_TIME = compile_later(r"[\d\s:./\-年月日,apmt(){}|星期一二三四五六发布于]*$")
_COUNT = compile_later(r"[\d\s,.+万千wk次人条个分:*()大中小ab+\-|\[\]字页mb]*$")
_LONGEST: Final = 80


def weigh_labels(line: Line) -> None:
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
    known = labels()
    done = 0
    for match in _BOUNDARY.finditer(text):
        at = match.start()
        if at < done:
            continue
        for end in range(min(at + LONGEST_LABEL, len(text)), at, -1):
            if text[at:end] in known and (separator := _SEPARATOR.match(text, end)):
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
        return bool(_NAME.match(value)) and not _SPOKEN.search(value) and value.count(",") <= 3
    if kind == "time":
        return bool(_TIME.match(value))
    if kind == "count":
        return bool(_COUNT.match(value))
    if kind == "link":
        return not value or bool(ADDRESS.match(value))
    return not value.endswith("。") and len(value) <= _LONGEST
