"""Which lines of a page go: position, line shape, neighbours and wording weighed together.

What a line says for itself (`reading.py`) must reach what its place demands: little at the edges of the page, much in
the middle, more where half of the line is words that no phrase explains. Position counts kept lines only, so a block
of boilerplate shrinks from its outer end, and cleaning twice finds nothing new.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from cnclean.han import HAN
from cnclean.stages.boilerplate.evidence import ADDRESS
from cnclean.stages.boilerplate.reading import Reading

_BODY: Final = 25
"""A line of so many characters that ends as a sentence, or twice as many however it ends, is a paragraph."""

_STOP = re.compile(r"[。！？!?；;…：:」』”\"）)]\s*$")
_LINK = re.compile(r"\W*\[[^\]\n]{4,80}\]\(http")
_BULLET = re.compile(r"^\s*(?:[●·•▪◆◇■□▶►▸★☆○－—*-]\s*|[\[【]|\d{1,2}\s*[、.．]\s*|>{1,2}\s*|→\s*)")
_FIELD = re.compile(rf"\s*[{HAN}A-Za-z]{{2,12}}\s?[:：]\s?\S[^。]{{0,40}}$")
_NEED_PROSE: Final = frozenset({"byline", "meta", "credit", "pager", "navigation", "contact", "tags"})
"""Labels that verses, forms and lists have too; beside prose they are the page's."""
_WORD = re.compile(rf"\s*[{HAN}]{{1,6}}\s*$")
_RULE = re.compile(r"[\W_]+$")
_NOTE = re.compile(r"化名|^\W*注[:：]|参考文献|參考文獻|作者简介|作者簡介|附[:：]|[（(]完[)）]")
_HAN = re.compile(f"[{HAN}]")


class Page:
    """The non-blank lines of a text, what each says, and which of them have been struck out (with their kind)."""

    def __init__(self, lines: Sequence[str], readings: Mapping[int, Reading], keep: frozenset[str]) -> None:
        self.lines = lines
        self.readings = readings
        self.keep = keep
        self.struck: dict[int, str] = {}
        self.prose = any(at not in readings and _is_body(line) for at, line in enumerate(lines))
        self.dated = sum(1 for reading in readings.values() if reading.stamped)

    def strike(self) -> dict[int, str]:
        for _ in range(8):  # what neighbours say travels a line a round; a cap keeps time linear
            before = len(self.struck)
            self._strike_lists()
            self._strike_edges()
            self._strike_middle()
            if self.struck:
                self._strike_between()
            if len(self.struck) == before:
                break
        return self.struck

    def _drop(self, at: int, kind: str) -> bool:
        if kind in self.keep:
            return False
        self.struck[at] = kind
        return True

    # Edges

    def _strike_edges(self) -> None:
        kept = 0
        for at in range(len(self.lines)):
            if at in self.struck:
                continue
            if not self._try(at, _DEMAND_HEAD[kept]):
                kept += 1
                if kept == len(_DEMAND_HEAD):
                    break
        kept = 0
        for at in range(len(self.lines) - 1, -1, -1):
            if at in self.struck:
                continue
            if not self._try(at, _DEMAND_TAIL[kept], tail=True):
                kept += 1
                if kept == len(_DEMAND_TAIL):
                    break

    def _title_doubt(self, at: int) -> float:
        """The first line is the title until it is all phrases: one about 版权所有 holds the phrase too."""
        reading = self.readings.get(at)
        explained = reading is None or reading.labelled or reading.stamped
        if reading is not None and reading.weight < 3 and _WORD.match(self.lines[at]):
            return 2.0
        explained = explained or reading is None or 4 * reading.rest <= min(reading.size, 8)
        return 0.0 if explained else 2.0

    def _strike_middle(self) -> None:
        for at in self.readings:
            if at not in self.struck:
                self._try(at, _DEMAND_MIDDLE - (1.0 if self._opens_section(at) else 0.0))

    def _try(self, at: int, demand: float, *, tail: bool = False) -> bool:
        reading = self.readings.get(at)
        if reading is None:
            return False
        claim = reading.claim - self._doubt(at, reading, tail=tail)
        if reading.stamped and reading.kind == "meta" and reading.rest <= 20 and not tail and self.dated <= 3:
            claim = max(claim, reading.weight + 1.0)  # a time of day in the head is the page's, whoever stands beside
        return claim >= demand and self._drop(at, reading.kind)

    def _doubt(self, at: int, reading: Reading, *, tail: bool) -> float:
        """What speaks against a line because of its place."""
        doubt = -1.0 if self._beside_struck(at) else 0.0
        if not self.prose and reading.kind in _NEED_PROSE:
            doubt += 2.0
        if self._in_form(at):
            doubt += 2.0
        if self._in_table(at):
            doubt += 4.0
        if self._kept(at, -1) is None:
            doubt += self._title_doubt(at)
        if reading.contact and not self._beside_struck(at, but="contact"):
            doubt += 3.0  # an address may be what the page is for
        if reading.dated and reading.kind == "meta" and (tail or self.dated > 3):
            doubt += 2.0  # a letter ends with its date; a log has many
        return doubt

    def _beside_struck(self, at: int, but: str = "") -> bool:
        return any(self.struck.get(beside, but) != but for beside in (at - 1, at + 1))

    def _in_table(self, at: int) -> bool:
        bars = self.lines[at].count("|")
        return bars >= 2 and any(
            self.lines[beside].count("|") == bars for beside in (at - 1, at + 1) if 0 <= beside < len(self.lines)
        )

    def _in_form(self, at: int) -> bool:
        """Beside other `label: value` lines that nothing explains: a form, a recipe, a timetable."""
        return any(
            beside not in self.struck and beside not in self.readings and _FIELD.match(self.lines[beside])
            for beside in (at - 1, at + 1)
            if 0 < beside < len(self.lines)
        )

    def _opens_section(self, at: int) -> bool:
        """Between a title and its first paragraph, or between a last paragraph and the next title."""
        before, after = self._kept(at, -1), self._kept(at, 1)
        if before is None or after is None:
            return False
        above, below = self.lines[before], self.lines[after]
        return (_is_title(above) and _is_body(below)) or (_is_body(above) and _is_title(below))

    def _kept(self, at: int, step: int) -> int | None:
        at += step
        while 0 <= at < len(self.lines):
            if at not in self.struck:
                return at
            at += step
        return None

    # Lists

    def _strike_lists(self) -> None:
        for at, reading in self.readings.items():
            if not reading.opens_list or "related" in self.keep:
                continue
            items = self._items(at)
            last = items[-1] if items else at
            if any(
                _is_body(self.lines[later]) and later not in self.readings for later in range(last + 1, len(self.lines))
            ):
                items = [item for item in items if _BULLET.match(self.lines[item]) or _LINK.match(self.lines[item])]
            if items:
                self._drop(at, "related")
            for item in items:
                self._drop(item, "related")

    def _items(self, head: int) -> list[int]:
        items: list[int] = []
        for at in range(head + 1, min(head + 13, len(self.lines))):
            if not self._is_item(at):
                break
            items.append(at)
        return items

    def _is_item(self, at: int) -> bool:
        """Another article's title: a short line, no sentence, nothing that speaks for itself."""
        line, reading = self.lines[at].rstrip(), self.readings.get(at)
        if _LINK.match(line):
            return True
        if reading is not None and (reading.opens_list or reading.rest <= 2 or reading.weight >= 3):
            return False
        if self.struck.get(at, "related") != "related" or len(line) > 60 or _is_body(line) or ADDRESS.search(line):
            return False
        return not line.endswith(("。", "；", ";", "，", ",")) and not _NOTE.search(line)

    # Neighbours

    def _strike_between(self) -> None:
        """Short scraps among struck lines: at the tail everything unexplained, elsewhere rules only."""
        first_body = min(
            (at for at in range(len(self.lines)) if at not in self.struck and _is_body(self.lines[at])), default=0
        )
        last_body = max(
            (at for at in range(len(self.lines)) if at not in self.struck and _is_body(self.lines[at])), default=-1
        )
        for at, line in enumerate(self.lines):
            if at in self.struck:
                continue
            above, below = at - 1 in self.struck, at + 1 in self.struck
            if _RULE.match(line) and (above or below) and (at > last_body or at < first_body or (above and below)):
                self._drop(at, "end")
            elif at > last_body >= 0 and above and (below or at + 1 == len(self.lines)) and self._is_scrap(at, line):
                self._drop(at, self.struck[at - 1])

    def _is_scrap(self, at: int, line: str) -> bool:
        reading = self.readings.get(at)
        if _NOTE.search(line) or (reading is not None and reading.contact):
            return False
        if ADDRESS.search(line):
            return self.struck[at - 1] == "reprint"  # 原文链接: and below it the link
        return len(line) <= 30 and not line.rstrip().endswith("。")


_DEMAND_HEAD: Final = (3.0, 3.0, 3.5, 4.0, 4.0, 4.5)
_DEMAND_TAIL: Final = (3.0, 3.0, 3.5, 3.5, 4.0, 4.0, 4.0, 4.5, 4.5, 4.5)
_DEMAND_MIDDLE: Final = 5.0
LEAST: Final = min(_DEMAND_HEAD)
"""What a line must claim to go anywhere where no neighbour helps."""


def _is_body(line: str) -> bool:
    line = line.strip()
    return len(line) >= 2 * _BODY or (len(line) >= _BODY and bool(_STOP.search(line)))


def _is_title(line: str) -> bool:
    line = line.strip()
    return 4 <= len(line) <= 40 and not _STOP.search(line.rstrip("?？"))
