"""Boilerplate that shows only across documents: the lines that recur at the edges of a site's pages.

The corpus is read twice. The first time, the lines at the edges are counted in bounded memory; those that may recur
often enough are candidates. The second time every document is looked at as the stage `template` would, and a candidate
is learned if it would go from enough documents, of different content, and stays in few of those that hold it: refrains,
answers in a dialogue and headings of sections recur, but not at an edge.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cnclean.corpus.frequent import Frequent
from cnclean.corpus.lines import content_of, is_learnable, lines_of
from cnclean.learned import Boilerplate, normalize
from cnclean.stages.template import LONGEST, learned_lines

MIN_DOCUMENTS: Final = 10
MIN_SHARE: Final = 0.05
_CAPACITY: Final = 100_000

_EDGE: Final = 30
"""Lines of a page that are counted, from either end."""

_CONTENTS: Final = 20
"""Different contents that are enough, however many documents are asked for."""

_AT_EDGE: Final = 0.8
"""Of the documents that hold a learned line, the share from which it goes."""


class Record(NamedTuple):
    """A document, and the site or source it is counted with."""

    text: str
    group: str = ""


def learn(pages: Iterable[str], *, min_documents: int = MIN_DOCUMENTS, min_share: float = MIN_SHARE) -> Boilerplate:
    """The lines that recur at the edges of the pages of one site.

    `min_documents`  a line stands on at least so many of them
    `min_share`      and on at least this share of them

    Raises `TypeError` for an iterator: the pages are read twice. Raises `ValueError` for a bound that is none.
    """
    if isinstance(pages, Iterator | str) or not isinstance(pages, Iterable):
        raise TypeError(f"learn takes pages that can be read twice, like a list of str, not {type(pages).__name__}")
    return learn_records(lambda: map(Record, pages), min_documents=min_documents, min_share=min_share)


def learn_records(
    read: Callable[[], Iterable[Record]],
    *,
    min_documents: int = MIN_DOCUMENTS,
    min_share: float = MIN_SHARE,
    capacity: int = _CAPACITY,
) -> Boilerplate:
    """As `learn`, for each group alone; `read` is called twice. A line learned in one group is learned for all.

    `capacity` bounds the memory: lines on fewer than one in `capacity / 60` of all documents may be missed.
    """
    if min_documents < 1:
        raise ValueError(f"min_documents: {min_documents} is no number of documents; it is 1 at least")
    if not 0 <= min_share <= 1:
        raise ValueError(f"min_share: {min_share} is no share; it lies between 0 and 1")
    candidates = _candidates(read(), min_documents, capacity)
    sizes, found = _checked(read(), candidates)
    counts: dict[str, dict[str, int]] = {"head": {}, "tail": {}}
    for (group, line), seen in found.items():
        for place, count in seen.struck.items() if seen.is_enough(min_documents) else ():
            if count >= max(min_documents, min_share * sizes[group]):
                counts[place][line] = counts[place].get(line, 0) + count
    both = Counter(counts["head"]) + Counter(counts["tail"])
    return Boilerplate(frozenset(counts["head"]), frozenset(counts["tail"]), counts=both)


@dataclass(slots=True)
class _Seen:
    """Of one line: the documents that hold it, those from which it would go, by place, and what they are about."""

    documents: int = 0
    struck: dict[str, int] = field(default_factory=dict)
    contents: set[int] = field(default_factory=set)

    def add(self, places: list[str | None], content: int) -> None:
        """One more document: the places from which the line would go, `None` for each where it would stay."""
        self.documents += 1
        if None in places or len(set(places)) < len(places):
            return  # a refrain
        for place in filter(None, places):
            self.struck[place] = self.struck.get(place, 0) + 1
        if len(self.contents) < _CONTENTS:
            self.contents.add(content)

    def is_enough(self, min_documents: int) -> bool:
        """Whether the line goes from documents of different content, and from most that hold it."""
        gone = max(self.struck.values(), default=0)
        return len(self.contents) >= min(min_documents, _CONTENTS) and gone >= _AT_EDGE * self.documents


def _candidates(records: Iterable[Record], min_documents: int, capacity: int) -> dict[str, Boilerplate]:
    """For each group the lines that may recur often enough."""
    frequent = Frequent[tuple[str, str, str]](capacity)
    for record in records:
        lines = lines_of(record.text)
        head = {normalize(line) for line in lines[: (len(lines) + 1) // 2][:_EDGE] if len(line) <= LONGEST}
        tail = {normalize(line) for line in lines[(len(lines) + 1) // 2 :][-_EDGE:] if len(line) <= LONGEST}
        for place, edge in (("head", head), ("tail", tail)):
            for line in sorted(edge):  # the order counts where memory runs out
                if is_learnable(line, place):
                    frequent.add((record.group, place, line))
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: {"head": set(), "tail": set()})
    for (group, place, line), count in frequent.counts.items():
        if count + frequent.error >= min_documents:
            found[group][place].add(line)
    return {group: Boilerplate(frozenset(places["head"]), frozenset(places["tail"])) for group, places in found.items()}


def _checked(
    records: Iterable[Record], candidates: dict[str, Boilerplate]
) -> tuple[dict[str, int], dict[tuple[str, str], _Seen]]:
    """The documents of each group that has candidates, and what became of the candidates in them."""
    sizes: dict[str, int] = defaultdict(int)
    found: dict[tuple[str, str], _Seen] = defaultdict(_Seen)
    for text, group in records:
        known = candidates.get(group)
        if known is None:
            continue
        sizes[group] += 1
        lines = lines_of(text)
        struck = learned_lines(lines, known)
        standing: dict[str, list[str | None]] = defaultdict(list)
        for at, line in enumerate(lines):
            key = normalize(line) if len(line) <= LONGEST else ""
            if key in known.head or key in known.tail:
                standing[key].append(struck.get(at))
        content = content_of(lines)
        for key, places in standing.items():
            found[group, key].add(places, content)
    return sizes, found
