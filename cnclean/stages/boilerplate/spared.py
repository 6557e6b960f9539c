"""Lines that stay whatever they say: of a log, a paper's terms, a text's pictures, what each item of a list has."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line_shapes import NAME, is_body, is_numbered
from cnclean.stages.boilerplate.reading import KNOWN, Reading

_ABSTRACT: Final = compile_later(r"\W*(?:摘\s*要|提\s*要|[Aa]bstract|ABSTRACT)\s?(?:[:：\]】]|$)")
_TERMS: Final = compile_later(r"\W*(?:[关關][键鍵][词詞字]|[Kk]ey ?[Ww]ords|主[题題][词詞])\s?[:：\]】]")
_VALUE: Final = compile_later(r"\w=\S")
"""What a log says: `温度=23.5`."""

_COMMIT: Final = compile_later(r"\s*commit [0-9a-f]{7,40}\b")
_COMMITTED: Final = compile_later(r"\s*(?:Author|AuthorDate|Commit|CommitDate|Date|Merge):\s")
"""What a version's log says of each change, below its name."""

_FIELDS: Final = 5

_SURE: Final = 6.0
"""A line that says so much is no entry of a log: `本帖最后由 某某 于 2012-11-4 09:10 编辑`."""

_STAMPS: Final = 3
"""Where so many lines have a time of day, they are a log, a chat or a timetable."""

_PICTURES: Final = 3
_ROLES: Final = 2

_SOURCE: Final = compile_later(
    rf"(?:\d{{4}}\D\d\d?\D\d\d?\W+)?[^\w.]*[{HAN}]{{0,4}}(?:来源|來源|标签|標籤)\s?[:：](?P<value>[^:：]{{0,40}}(?:[,，]\s?[^:：]{{2,12}}[:：][^:：]{{1,20}})?|\s*https?:\S+\s*)$"
)
_INLINE: Final = compile_later(rf"\s*[（(【\[〔][{HAN}]{{0,4}}(?:来源|來源)\s?[:：]")
_TAKEN: Final = compile_later(rf"\s*[（(]([{HAN}]{{2,4}})\s?[摄攝][影]?[）)]")
"""Whose picture a paragraph tells of: of several names each belongs to its own."""
_SOURCES: Final = 3
"""A page has one source, or names it twice; of more each belongs to its item."""


def find_spared(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    """The lines of a page that stay for what some of them say."""
    finders = (_find_log, _find_terms, _find_pictures, _find_roles)
    return set[int]().union(*(find(lines, readings) for find in finders))


def find_sources(lines: Sequence[str]) -> set[int]:
    """The sources of a list's items stay too: a line each, or with the name on the next one."""
    found = {at: match for at, line in enumerate(lines) if (match := _SOURCE.match(line))}
    if len(found) < _SOURCES:
        return set()
    values = {
        at + 1
        for at, match in found.items()
        if not match["value"].strip() and at + 1 < len(lines) and NAME.match(lines[at + 1])
    }
    return found.keys() | values


def without_sources(parts: dict[str, tuple[int, str]]) -> dict[str, tuple[int, str]]:
    """The parts at the ends of paragraphs, less the sources of a list's items."""
    sources = {line for line, (at, _) in parts.items() if _INLINE.match(line, at)}
    taken = {line: match[1] for line, (at, _) in parts.items() if (match := _TAKEN.match(line, at))}
    spared = (sources if len(sources) >= _SOURCES else set()) | (taken.keys() if len({*taken.values()}) > 1 else set())
    return {line: part for line, part in parts.items() if line not in spared}


def _find_log(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    stamped = {
        at
        for at, reading in readings.items()
        if reading.stamped and reading.kind == "meta" and not reading.row
        if reading.labelled or reading.weight < KNOWN or (reading.rest and reading.weight < _SURE)
    }
    log = stamped if len(stamped) >= _STAMPS else {at for at in stamped if _VALUE.search(lines[at])}
    return log | {at for at in readings if _COMMITTED.match(lines[at]) and _is_commit(lines[max(at - _FIELDS, 0) : at])}


def _is_commit(above: Sequence[str]) -> bool:
    """Whether the fields of a change stand here, below its name."""
    fields = list(takewhile(lambda line: not _COMMIT.match(line), reversed(above)))
    return len(fields) < len(above) and all(map(_COMMITTED.match, fields))


def _find_pictures(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    """What stands for the pictures of a text: the same word several times, once at least between its paragraphs."""
    pictures: defaultdict[str, list[int]] = defaultdict(list)
    for at, reading in readings.items():
        if reading.kind == "placeholder":
            pictures[lines[at].strip()].append(at)
    shown = [places for places in pictures.values() if len(places) >= _PICTURES]
    return {at for places in shown if any(_is_between_text(lines, at) for at in places) for at in places}


def _is_between_text(lines: Sequence[str], at: int) -> bool:
    return 0 < at < len(lines) - 1 and is_body(lines[at - 1]) and is_body(lines[at + 1])


def _find_terms(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    """The terms that a paper gives below its abstract: `关键词:土壤;水分`."""
    terms = {at for at, reading in readings.items() if reading.kind == "tags" and _TERMS.match(lines[at])}
    return terms if terms and any(map(_ABSTRACT.match, lines)) else set()


def _find_roles(lines: Sequence[str], readings: Mapping[int, Reading]) -> set[int]:
    """Who does what, a line each, below a numbered heading and above the next item: minutes of a meeting."""
    roles: set[int] = set()
    bylines = {at for at, reading in readings.items() if reading.labelled and reading.kind == "byline"}
    for at in [first - 1 for first in bylines if first and is_numbered(lines[first - 1])]:
        last = at + 1
        while last in bylines:
            last += 1
        if last - at > _ROLES and last < len(lines) and is_numbered(lines[last]):
            roles.update(range(at + 1, last))
    return roles
