"""The search for blocked terms: which are missing from the whole text, and where they stood."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from cnclean.edits import Span
from cnclean.stages.restoration.doubled import doubled
from cnclean.stages.restoration.evidence import Page, Site, alone, read, replaced, sites, stump
from cnclean.stages.restoration.glimpse import FIRST, SECOND, seems_missing
from cnclean.stages.restoration.presence import absent, expected
from cnclean.stages.restoration.terms import DROPPED, LOOKED_FOR, REPLACED

SURE: Final = {"high": 3.0, "low": 1.0}
"""Log odds from which a place is restored, once its term is known to be missing."""

DOUBTFUL: Final = 1.0
"""Log odds from which a place that is not sure is worth a person's look."""

ENOUGH: Final = {"high": 12.0, "low": 7.0}
"""Sum of the log odds, over different surroundings, from which an unlisted term is known to be missing."""

LISTED: Final = 1.5
"""How much more the evidence for a term weighs that filters are known to hit."""

PER_NEIGHBOUR: Final = 6.0
"""What all places before, or behind, the same character may add."""

MORE: Final = 4
"""In a text that surely misses n other terms, evidence weighs 1 + n times as much, but no more than this."""

SINGLE: Final = 6.0
"""Log odds that a listed character needs where, in a damaged text, only one place speaks for it."""

CERTAIN: Final = 30.0
"""From this sum on hardly any place of a replacement is genuine, and half the odds will do."""

MOST: Final = 5.0
"""What one place may add to the sum."""

REPEATED: Final = 5.0
"""What a place gains where the same stump was restored elsewhere: after 腾讯混元, a lone 讯 is 腾讯 too."""

CLEARLY: Final = 2.0
"""Log odds by which one of two rival places must be the better."""

HEAD: Final = 5000
"""Where the first look ends: a filter that hits a text hits its beginning."""

_TRADITIONAL: Final = "這們說會來時後個對學"


class _Finding(NamedTuple):
    term: str
    replacement: str
    sites: list[Site]
    strength: float


def restore(text: str, caution: str) -> Iterator[Span]:
    """The spans that put terms back, each with a note: the term, how many places, how strong the evidence.

    The lexicon is Simplified: Traditional text is left alone.
    """
    spans, _ = _search(text, caution)
    yield from sorted(spans.values())


def doubtful(text: str, caution: str) -> Iterator[Span]:
    """The places where a term that is known to be missing may have stood, with that guess."""
    spans, doubts = _search(text, caution)
    yield from sorted(span for start, span in doubts.items() if start not in spans)


def _search(text: str, caution: str) -> tuple[dict[int, Span], dict[int, Span]]:
    """Spans and doubts by their offset: terms are weighed, the sure ones restored, and so on until nothing is new."""
    spans: dict[int, Span] = {}
    head = text[:HEAD]
    terms = {term for term in _suspects(head) if seems_missing(head, term, FIRST) and term not in text[HEAD:]}
    terms = {term for term in terms if seems_missing(text, term, SECOND)}
    swaps = [row[:2] for row in REPLACED if row[0] not in text and len(row[1]) > 1 and text.count(row[1]) > 1]
    if not (terms or swaps) or any(char in text for char in _TRADITIONAL):
        return spans, {}
    page = read(text)
    known: set[str] = set()
    while True:
        sure, weak = _weigh_all(page, terms, swaps, known, caution)
        before = len(spans)
        page = _apply(page, sure, SURE[caution], spans)
        if len(spans) == before:
            break
        if not known:
            terms.update(term for term, _ in DROPPED if text.count(term) <= 1)
            terms.update(term for term in absent(text) if seems_missing(text, term, FIRST))
            swaps = [row[:2] for row in REPLACED if row[0] not in text and row[1] in text]
        known.update(finding.term for finding in sure)
        terms -= weak | {finding.term for finding in sure if finding.replacement}
    doubts = {span[0]: span for finding in sure if finding.term in known for span in _doubts(page, finding)}
    if spans:
        for span in doubled(text):
            if all(span[1] < start or span[0] > end for start, end, *_ in spans.values()):
                spans[span[0]] = span
    return spans, doubts


def _weigh_all(
    page: Page, terms: set[str], swaps: list[tuple[str, str]], known: set[str], caution: str
) -> tuple[list[_Finding], set[str]]:
    """What is surely missing, and the terms for which there is so little evidence that they need no second look."""
    weight = min(MORE, 1 + len(known))
    findings = [_weigh(page, replaced(page.symbols, *row), *row, weight) for row in swaps]
    taken = {finding.term for finding in findings if finding.strength >= ENOUGH[caution]}
    findings += [_weigh(page, sites(page.symbols, term), term, "", weight) for term in sorted(terms - taken)]
    weak = {f.term for f in findings if f.strength < ENOUGH[caution] / 3 and f.term not in _LISTED}
    return [f for f in findings if f.strength >= ENOUGH[caution] or f.term in known], weak - known


def _doubts(page: Page, finding: _Finding) -> Iterator[Span]:
    for place, odds in finding.sites:
        if odds >= DOUBTFUL:
            end = place + len(finding.replacement)
            stop = page.starts[end - 1] + 1 if finding.replacement else page.starts[place]
            yield page.starts[place], stop, finding.term, f"{finding.term} may be missing"


def _suspects(text: str) -> Iterator[str]:
    yield from (term for term in LOOKED_FOR if term not in text)
    yield from (char for char in expected(text) if char not in LOOKED_FOR)


_LISTED: Final = frozenset(row[0] for row in DROPPED) | frozenset(row[0] for row in REPLACED)


def _weigh(page: Page, found: Iterable[Site], term: str, replacement: str, weight: int) -> _Finding:
    """Sum up the evidence for a term, little from each neighbour: one name or one word of the trade is no evidence.

    In a text on registers, 值 stands everywhere where the lexicon expects 价值; in one about 腾讯, 讯 does.
    """
    found = list(found)
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    total, best, contributing = 0.0, 0.0, 0
    for place, odds in sorted(found, key=lambda site: -site.odds):
        if odds <= 0:
            break
        before, after = page.symbols[place - 1 : place], page.symbols[place + len(replacement) :][:1]
        share = max(0.0, min(MOST, odds, PER_NEIGHBOUR - left[before], PER_NEIGHBOUR - right[after]))
        left[before] += share
        right[after] += share
        total, best, contributing = total + share, max(best, odds), contributing + 1
    listed = term in _LISTED
    strength = total * (LISTED * weight if listed and not replacement else weight if replacement else 1.0)
    alone_but_sure = listed and weight > 1 and (len(term) > 1 or best >= SINGLE)
    enough = contributing > 1 or alone_but_sure
    return _Finding(term, replacement, found, strength if enough else 0.0)


def _apply(page: Page, findings: list[_Finding], sure: float, spans: dict[int, Span]) -> Page:
    """Restore the sure places in the page, and note them in `spans` by their offset in the text."""
    chosen: dict[int, tuple[float, _Finding]] = {}
    for finding in findings:
        needed = sure / 2 if finding.replacement and finding.strength > CERTAIN else sure
        for place, odds in _with_repeated(page, finding, sure):
            if odds >= needed and (place not in chosen or chosen[place][0] < odds):
                chosen[place] = odds, finding
    _drop_rivals(chosen)
    _drop_contradicted(page.symbols, chosen)
    symbols, starts = list(page.symbols), list(page.starts)
    for place in sorted(chosen, reverse=True):
        finding = chosen[place][1]
        offset, end = starts[place], place + len(finding.replacement)
        if offset in spans:
            continue
        count = sum(odds >= sure for _, odds in finding.sites)
        kind = f"{finding.replacement or 'nothing'} for {finding.term}"
        note = f"{kind}: {count} places, strength {finding.strength:.0f}"
        stop = starts[end - 1] + 1 if finding.replacement else offset
        spans[offset] = offset, stop, finding.term, note
        symbols[place:end] = finding.term
        starts[place:end] = [offset] * len(finding.term)
    return Page("".join(symbols), starts)


def _drop_rivals(chosen: dict[int, tuple[float, _Finding]]) -> None:
    """Of places side by side only one lacks something: 因现的 is 因现实的 or 因实现的, unsure if both are likely."""
    for place in sorted(chosen):
        for near in (place - 2, place - 1):
            if place in chosen and near in chosen:
                better, worse = sorted((place, near), key=lambda at: -chosen[at][0])
                margin = chosen[better][0] - chosen[worse][0]
                del chosen[worse]
                if margin < CLEARLY:
                    del chosen[better]


def _drop_contradicted(symbols: str, chosen: dict[int, tuple[float, _Finding]]) -> None:
    """A stump that mostly stands whole elsewhere is no stump: 昆仑万维 is a name, though 万维网 is a word."""
    stumps = {
        place: stump(symbols, place, finding.term) for place, (_, finding) in chosen.items() if not finding.replacement
    }
    restored = Counter(stumps.values())
    for place, found in stumps.items():
        if len(found) > 1 and symbols.count(found) > 2 * restored[found]:
            del chosen[place]


def _with_repeated(page: Page, finding: _Finding, sure: float) -> Iterator[Site]:
    if finding.replacement:
        yield from finding.sites
        return
    heads = Counter(page.symbols[place] for place, odds in finding.sites if odds >= sure)
    for place, odds in finding.sites:
        head = page.symbols[place]
        done = heads[head] + page.symbols.count(finding.term + head)
        if odds < sure and done and alone(page.symbols, place) and 4 * done >= _lone(page.symbols, head):
            odds += REPEATED if done > 1 else REPEATED / 2  # noqa: PLW2901
        yield Site(place, odds)


def _lone(symbols: str, char: str) -> int:
    return sum(found == char and alone(symbols, place) for place, found in enumerate(symbols))
