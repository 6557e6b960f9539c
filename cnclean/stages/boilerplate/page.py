"""Which lines of a page go: position, line shape, neighbours and wording weighed together.

What a line claims for itself (`reading.py`), less what its place makes doubtful, must reach what its position demands:
little at the edges of the page, much in the middle. Positions count kept lines only, so a block of boilerplate shrinks
from its outer end, and cleaning twice finds nothing new.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.evidence import ADDRESS
from cnclean.stages.boilerplate.reading import Reading

_DEMAND_HEAD: Final = (3.0, 3.0, 3.5, 4.0, 4.0, 4.5)
_DEMAND_TAIL: Final = (3.0, 3.0, 3.5, 3.5, 4.0, 4.0, 4.0, 4.5, 4.5, 4.5)
_DEMAND_MIDDLE: Final = 5.0
LEAST: Final = min(_DEMAND_HEAD)
"""What a line must claim to go anywhere where no neighbour helps."""

_ROUNDS: Final = 8
"""What neighbours say of each other travels a line a round; a cap keeps time linear."""

_BODY: Final = 25
"""A line of so many characters that ends as a sentence, or twice as many however it ends, is a paragraph."""

_NEAR: Final = 32
"""How far, over struck lines, the next kept line is looked for."""

_CERTAIN: Final = 3
"""A tail that has lost so many lines is no text."""

_TELLING: Final = frozenset(
    {"disclaimer", "reprint", "copyright", "share", "follow", "app", "ad", "preview", "licence"}
)
"""Kinds that articles are about."""

_LONGEST_TITLE: Final = 40
_SECTIONS: Final = frozenset({"navigation", "related", "share", "follow", "disclaimer", "copyright", "contact", "meta"})
"""Kinds whose words head a section of an article too: 常见问题."""

_SCRAP_WORD: Final = 5
_INTRODUCTION: Final = 10

_MOST: Final = 3

_ITEMS: Final = 12
"""No list of other articles is longer."""

_STAMPS: Final = 3
"""Where more lines have a time of day, they are a log, a chat or a timetable."""

_NEED_PROSE: Final = frozenset({"byline", "meta", "credit", "pager", "navigation", "contact", "tags"})
"""Labels that verses, forms and lists have too; beside prose they are the page's."""

_STOP = compile_later(r"[。！？!?；;…：:」』”\"）)]\s*$")
_FIELD = compile_later(rf"\s*[{HAN}A-Za-z]{{2,12}}\s?[:：](?!//)\s?\S[^。]{{0,40}}$")
_WORD = compile_later(rf"\s*[{HAN}]{{1,6}}\s*$")
_RULE = compile_later(r"[-=_*#~—–·.。，•▼▽△▲↓↑﹀︾→←⬇⬆️\s]+$")
_ADDRESS_LINE = compile_later(r"\s*(?:(?:https?://|www\.)[!-~]+\s*)+$")
_LINK = compile_later(r"\W*\[[^\]\n]{4,80}\]\(http")
_BULLET = compile_later(r"\s*(?:[●·•▪◆◇■□▶►▸★☆○－—*-]\s*|[\[【]|\d{1,2}\s*[、.．]\s*|>{1,2}\s*|→\s*)")
_POINTER = compile_later(r"\s*[→↑↓▲▼▶►☞✔★☆]")
_CODE = compile_later(r"\s*(?:```|</?[A-Za-z])")
_NUMBERED = compile_later(
    r"\s*(?:[一二三四五六七八九十]+[、.．]|第.{1,3}[章节節条條]|[（(]?\d+[)）.．、]|[Qq问問]\d?[:：.])"
)
_HEADING = compile_later(rf"\W*[{HAN}]{{2,8}}\s*[:：]?\s*$")
_SIGNED = compile_later(
    r"^\s*(?:此致|敬礼|敬禮|附件|附[:：]|注[:：]|[“「『\"]|联系人|聯絡人|聯繫人|[一二三四五六七八九十]+[、.]|[（(]\d)|[日夜晨]\s*$|\d{4}\s?年"
)
_NOTE = compile_later(r"化名|^\W*注[:：]|参考文献|參考文獻|作者简介|作者簡介|附[:：]|[（(]完[)）]")


class Page:
    """The non-blank lines of a text, what each says, and which of them have been struck out (with their kind)."""

    def __init__(self, lines: Sequence[str], readings: Mapping[int, Reading], keep: Set[str], code: set[int]) -> None:
        self.lines = lines
        self.readings = readings
        self.keep = keep
        self.struck: dict[int, str] = {}
        self.prose = any(
            _is_body(line) and (at not in readings or readings[at].rest >= _BODY) for at, line in enumerate(lines)
        )
        stamped = {
            at for at, reading in readings.items() if reading.stamped and reading.kind == "meta" and not reading.whole
        }
        self.spared = code | (stamped if len(stamped) > _STAMPS else set())
        self.fleeting: set[int] = set()
        self._first = 0
        self._tail = -1

    def strike(self) -> dict[int, str]:
        for _ in range(_ROUNDS):
            before = len(self.struck)
            self.fleeting = set(self._fleeting())
            self._tail = self._last_body()
            self._strike_lists()
            self._walk(range(len(self.lines)), _DEMAND_HEAD, tail=False)
            self._walk(range(len(self.lines) - 1, -1, -1), _DEMAND_TAIL, tail=True)
            self._strike_middle()
            if len(self.struck) == before:
                break
            self._strike_scraps()
        return self.struck

    def _fleeting(self) -> Iterator[int]:
        """Lines that `links` or `repeats` may take away: they do not count, for then positions would be others."""
        last, last_but_one = "", ""
        for at, line in enumerate(self.lines):
            if at in self.struck:
                continue
            if _ADDRESS_LINE.match(line) or _alike(line, last) or _alike(line, last_but_one):
                yield at
            else:
                last, last_but_one = line, last

    # Lines by their own claim

    def _walk(self, order: range, demands: tuple[float, ...], *, tail: bool) -> None:
        """From an end of the page inwards, until as many lines are kept as there are demands."""
        kept = 0
        for at in order:
            if at in self.struck or self._try(at, demands[kept], tail=tail):
                continue
            if at not in self.fleeting:
                kept += 1
            if kept == len(demands):
                return

    def _strike_middle(self) -> None:
        for at in self.readings:
            if at not in self.struck:
                self._try(at, _DEMAND_MIDDLE - (1.0 if self._opens_section(at) else 0.0))

    def _try(self, at: int, demand: float, *, tail: bool = False) -> bool:
        reading = self.readings.get(at)
        if reading is None:
            return False
        claim = reading.claim - self._doubt(at, reading, tail=tail)
        if reading.weight >= 2 and at >= self._tail >= 0 and self._is_enclosed(at):
            claim = max(claim, reading.weight + 1.5)
        if reading.stamped and reading.kind == "meta" and reading.rest <= 20 and not tail:
            claim = max(claim, reading.weight + 2.0)  # a time of day in the head is the page's, whoever stands beside
        return claim >= demand and self._drop(at, reading.kind)

    def _is_enclosed(self, at: int) -> bool:
        """Between lines that have gone, as has one line more beside them; the page's end counts as gone."""
        around = [near in self.struck or near >= len(self.lines) for near in (at - 2, at - 1, at + 1, at + 2)]
        return around[1] and around[2] and sum(around) >= _MOST

    def _drop(self, at: int, kind: str) -> bool:
        if kind in self.keep or at in self.spared or _CODE.match(self.lines[at]):
            return False
        self.struck[at] = kind
        return True

    def _doubt(self, at: int, reading: Reading, *, tail: bool) -> float:
        """What speaks against a line because of its place."""
        doubt = -1.0 if self._beside(at) else 0.0
        if not self.prose and (reading.kind in _NEED_PROSE or reading.whole):
            doubt += 2.0
        if self._in_form(at):
            doubt += 2.0
        doubt += self._heading_doubt(at, reading)
        if self._in_table(at):
            doubt += 4.0
        if at == self._first_kept():
            doubt += self._title_doubt(at, reading)
        if reading.contact and not self._in_footer(at):
            doubt += 3.0  # an address may be what the page is for
        if reading.kind == "pager" and reading.weight < 1 and "pager" not in self._beside(at):
            doubt += 3.0  # a number alone
        if reading.dated and reading.kind == "meta" and tail:
            doubt += 2.0  # a letter ends with its date
        return doubt

    def _heading_doubt(self, at: int, reading: Reading) -> float:
        doubt = 0.0
        if reading.whole and not self.struck:
            doubt += 2.0 if reading.weight <= 2 else 1.0 if reading.weight < 3 else 0.0  # alone it proves little
        if reading.kind in _SECTIONS and self._heads_section(at):
            doubt += 3.0
        if reading.opens_list and self._heads_text(at):
            doubt += 4.0  # its own content follows
        if self._is_quoted(at) or self._is_sentence_of_text(at):
            doubt += 4.0
        return doubt

    def _title_doubt(self, at: int, reading: Reading) -> float:
        """The first line is the title unless it explains itself: one about 版权所有 holds the phrase too."""
        line = self.lines[at]
        if reading.whole and reading.kind in _TELLING and _is_title(line) and not self._has_title_below(at):
            return 3.0
        if reading.labelled or reading.stamped or ADDRESS.search(line) or _POINTER.match(line):
            return 0.0
        if _WORD.match(line) and not self._beside(at) and not self._has_title_below(at):
            return 4.0
        if _WORD.match(line) and reading.weight < (2 if reading.whole else 3):
            return 2.0
        if 4 * reading.rest <= min(reading.size, 8):
            return 3.0 if reading.whole and reading.weight < 2 and not self._has_title_below(at) else 0.0
        # With no other title below it, it is the title.
        return 2.0 if self._has_title_below(at) else 2.0 + reading.rest / 2

    def _has_title_below(self, at: int) -> bool:
        below = self._kept(at, 1)
        if _NUMBERED.match(below):
            return False  # the first section's title, not the page's
        return 0 < len(below) <= _LONGEST_TITLE and not _is_body(below) and not _STOP.search(below.rstrip("?？"))

    def _heads_section(self, at: int) -> bool:
        """A word or two above a paragraph, below another line, where nothing has gone: a section's title."""
        if not _HEADING.match(self.lines[at]) or self._beside(at):
            return False
        return at != self._first_kept() and bool(self._kept(at, -1)) and self._heads_text(at)

    def _heads_text(self, at: int) -> bool:
        """Whether a heading is followed by its own paragraph, not by titles."""
        return _is_body(self._kept(at, 1)) or self._kept(at, 1).rstrip().endswith("。")

    def _is_quoted(self, at: int) -> bool:
        """Whether a sentence above introduces the line, or the list it stands in: 右上角有四个按钮："""
        for near in range(at - 1, max(at - _ITEMS, 0) - 1, -1):
            above = self.lines[near].rstrip()
            if near not in self.struck and len(above) >= _INTRODUCTION:
                return above.endswith((":", "："))
        return False

    def _is_sentence_of_text(self, at: int) -> bool:
        """A paragraph between two others: a clause of a law about reprints."""
        return _is_body(self.lines[at]) and _is_body(self._kept(at, -1)) and _is_body(self._kept(at, 1))

    def _in_footer(self, at: int) -> bool:
        """Whether the block of contacts that a line stands in has gone from the side of something else."""
        for step in (-1, 1):
            near = at + step
            while self.struck.get(near) == "contact" and abs(near - at) < _NEAR:
                near += step
            if near in self.struck:
                return True
        return False

    def _beside(self, at: int) -> set[str]:
        """The kinds of the struck lines next to a line."""
        return {self.struck[beside] for beside in (at - 1, at + 1) if beside in self.struck}

    def _in_table(self, at: int) -> bool:
        line = self.lines[at].strip()
        bars = line.count("|")
        return (bars > 2 and line[0] == line[-1] == "|") or (
            bars >= 2 and any(self.lines[beside].count("|") == bars for beside in self._next_to(at))
        )

    def _in_form(self, at: int) -> bool:
        """Beside other `label: value` lines that nothing explains: a form, a recipe, a timetable."""
        return any(
            beside not in self.struck
            and beside not in self.readings
            and beside != self._first_kept()
            and _FIELD.match(self.lines[beside])
            for beside in self._next_to(at)
        )

    def _next_to(self, at: int) -> list[int]:
        return [beside for beside in (at - 1, at + 1) if 0 <= beside < len(self.lines)]

    def _first_kept(self) -> int:
        while self._first in self.struck:
            self._first += 1
        return self._first

    def _opens_section(self, at: int) -> bool:
        """Between a title and its first paragraph, or between a last paragraph and the next title."""
        above, below = self._kept(at, -1), self._kept(at, 1)
        return (_is_title(above) and _is_body(below)) or (_is_body(above) and _is_title(below))

    def _kept(self, at: int, step: int) -> str:
        """The next kept line, if it is near."""
        for near in range(at + step, at + _NEAR * step, step):
            if 0 <= near < len(self.lines) and near not in self.struck and near not in self.fleeting:
                return self.lines[near]
        return ""

    # Lines by their neighbours

    def _strike_lists(self) -> None:
        """`相关阅读` and the titles below it; where the text goes on, only titles with a bullet or a link."""
        last_body = self._last_body()
        for head, reading in self.readings.items():
            if not reading.opens_list or "related" in self.keep:
                continue
            items = self._items(head)
            if last_body > (items[-1] if items else head):
                items = [at for at in items if _BULLET.match(self.lines[at]) or _LINK.match(self.lines[at])]
            for at in [head, *items] if items else []:
                self._drop(at, "related")

    def _items(self, head: int) -> list[int]:
        items: list[int] = []
        for at in range(head + 1, min(head + 1 + _ITEMS, len(self.lines))):
            if not self._is_item(at):
                break
            items.append(at)
        return items

    def _is_item(self, at: int) -> bool:
        """Another article's title: a short line, no sentence, nothing that speaks for itself."""
        line, reading = self.lines[at].rstrip(), self.readings.get(at)
        if _LINK.match(line):
            return True
        if _CODE.match(line):
            return False
        if reading is not None and (
            reading.opens_list or (reading.rest <= 2 and reading.weight >= 1) or reading.weight >= 3
        ):
            return False
        if self.struck.get(at, "related") != "related" or len(line) > 60 or _is_body(line) or ADDRESS.search(line):
            return False
        return not line.endswith(("。", "；", ";", "，", ",")) and not _NOTE.search(line)

    def _strike_scraps(self) -> None:
        """Between struck lines: rules anywhere outside the text, and below it whatever is short and unexplained."""
        first_body, last_body = self._first_body(), self._last_body()
        for at, line in enumerate(self.lines):
            if at in self.struck:
                continue
            above, below = at - 1 in self.struck, at + 1 in self.struck
            outside = at > last_body or at < first_body
            if _RULE.match(line) and ((above and below) or (outside and (above or below))):
                self._drop(at, "end")
            elif at > last_body >= 0 and above and (below or at + 1 == len(self.lines)) and self._is_scrap(at, line):
                self._drop(at, self.struck[at - 1])
        self._strike_runs(last_body)
        self._strike_head_scraps(first_body)

    def _strike_runs(self, last_body: int) -> None:
        """Below the text, where more lines have gone than are left, the short lines between them go too."""
        gone = sum(1 for at in range(last_body + 1, len(self.lines)) if at in self.struck)
        if last_body < 0 or gone < _CERTAIN:
            return
        at = last_body + 1
        while at < len(self.lines):
            run = self._run(at)
            if run and at - 1 in self.struck and len(run) <= gone and all(self._is_loose(near) for near in run):
                for near in run:
                    self._drop(near, self.struck[at - 1])
            at += max(len(run), 1)

    def _run(self, at: int) -> range:
        end = at
        while end < len(self.lines) and end not in self.struck:
            end += 1
        return range(at, end)

    def _is_loose(self, at: int) -> bool:
        line = self.lines[at]
        return self._is_scrap(at, line) and not _SIGNED.search(line) and not _FIELD.match(line)

    def _strike_head_scraps(self, first_body: int) -> None:
        """A word between lines that have gone, above the title."""
        head = range(first_body)
        if sum(1 for at in head if at in self.struck) < 2:
            return
        title = max((at for at in head if at not in self.struck and _is_headline(self.lines[at])), default=-1)
        for at in range(title):
            above, below = at == 0 or at - 1 in self.struck, at + 1 in self.struck
            if at not in self.struck and above and below and len(self.lines[at].strip()) <= _SCRAP_WORD:
                self._drop(at, "navigation")

    def _is_scrap(self, at: int, line: str) -> bool:
        reading = self.readings.get(at)
        if _NOTE.search(line) or (reading is not None and reading.contact):
            return False
        if ADDRESS.search(line):
            return self.struck.get(at - 1) == "reprint"  # 原文链接: and below it the link
        return len(line) <= 30 and (not line.rstrip().endswith("。") or self._is_enclosed(at))

    def _first_body(self) -> int:
        return next((at for at, line in enumerate(self.lines) if self._is_kept_body(at, line)), 0)

    def _last_body(self) -> int:
        downwards = range(len(self.lines) - 1, -1, -1)
        return next((at for at in downwards if self._is_kept_body(at, self.lines[at])), -1)

    def _is_kept_body(self, at: int, line: str) -> bool:
        return at not in self.struck and _is_body(line)


def _alike(one: str, other: str) -> bool:
    return bool(other) and (one.startswith(other) or other.startswith(one))


def _is_body(line: str) -> bool:
    line = line.strip()
    return len(line) >= 2 * _BODY or (len(line) >= _BODY and bool(_STOP.search(line)))


def _is_headline(line: str) -> bool:
    return _is_title(line) and len(line.strip()) > _SCRAP_WORD


def _is_title(line: str) -> bool:
    line = line.strip()
    return 4 <= len(line) <= _LONGEST_TITLE and not _STOP.search(line.rstrip("?？"))
