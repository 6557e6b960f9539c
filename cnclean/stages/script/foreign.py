"""What is Japanese in a text: lines, and passages of Chinese lines. It stays as it is."""

import re
from collections.abc import Iterator
from typing import TypeVar

from cnclean.han import KANA, KANA_LETTERS
from cnclean.patterns import compile_later
from cnclean.stages.script.bits import FOREIGN_LETTER
from cnclean.stages.script.evidence import Evidence, evidence_classes, is_japanese
from cnclean.stages.script.holes import outside_holes

T = TypeVar("T")

_HAN_AND_KANA = compile_later(f"[〇\u3400-\u4dbf\u4e00-\u9fff{KANA}]+")


def outside_foreign(line: str, weight: Evidence, parts: Iterator[tuple[int, int, T]]) -> Iterator[tuple[int, int, T]]:
    """Not Japanese lines, nor Japanese passages in Chinese ones."""
    if is_japanese(weight):
        return
    if not FOREIGN_LETTER.search(line):
        yield from parts
        return
    yield from outside_holes(parts, list(_japanese_passages(line)))


def _japanese_passages(line: str) -> Iterator[tuple[int, int]]:
    """Those of the runs of Han and kana between characters that only Chinese has (晨报|西日本スポーツ)."""
    chinese = evidence_classes().unjapanese
    for run in _HAN_AND_KANA.finditer(line):
        at = run.start()
        for end, following in (*(match.span() for match in chinese.finditer(line, *run.span())), (run.end(), 0)):
            if _is_japanese_passage(line[at:end]):
                yield at, end
            at = following


def _is_japanese_passage(run: str) -> bool:
    kana = len(re.findall(f"[{KANA_LETTERS}]", run))
    return kana >= 2 and kana >= 0.2 * len(run)
