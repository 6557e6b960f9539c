"""Which of the places where a term may be missing are sure, and the text with the term put back there."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cnclean.stages.restoration.evidence import Site, alone, stump
from cnclean.stages.restoration.page import Page, page_of
from cnclean.stages.restoration.terms import LISTED
from cnclean.stages.restoration.weigh import Finding

Restored = tuple[int, int, str, str]
"""A span, and what the filter did there."""

CERTAIN: Final = 12.0
"""From this strength on hardly any place of a replacement is genuine, and half the odds will do."""

REPEATED: Final = 5.0
"""What a place gains where the same stump was restored elsewhere: after 腾讯混元, a lone 讯 is 腾讯 too."""

CLEARLY: Final = 2.0
"""Log odds by which one of two rival places must be the better."""


def apply(page: Page, findings: list[Finding], sure: float, spans: dict[int, Restored]) -> Page:
    """Restore the sure places in the page, and note them in `spans` by their offset in the text."""
    chosen: dict[int, tuple[float, Finding]] = {}
    for finding in findings:
        needed = sure / 2 if finding.replacement and finding.strength > CERTAIN else sure
        for place, odds in _with_repeated(page, finding, sure):
            if odds >= needed and (place not in chosen or chosen[place][0] < odds):
                chosen[place] = odds, finding
    _drop_rivals(chosen)
    _drop_contradicted(page.symbols, chosen)
    _drop_usual(page.symbols, chosen)
    symbols, starts = list(page.symbols), list(page.starts)
    for place in sorted(chosen, reverse=True):
        finding = chosen[place][1]
        offset, end = starts[place], place + len(finding.replacement)
        if offset in spans:
            continue
        stop = starts[end - 1] + 1 if finding.replacement else offset
        spans |= {span[0]: span for span in _smallest(offset, stop, finding)}
        symbols[place:end] = finding.term
        starts[place:end] = [offset] * len(finding.term)
    return page_of("".join(symbols), starts)


def _smallest(start: int, stop: int, finding: Finding) -> Iterator[Restored]:
    """What is left of a term stays where it is: 近 → 习近平 is an insertion before and one behind."""
    before, kept, behind = finding.term.partition(finding.replacement or finding.term)
    if finding.replacement and kept:
        yield start, start, before, finding.kind
        yield stop, stop, behind, finding.kind
    else:
        yield start, stop, finding.term, finding.kind


def _drop_rivals(chosen: dict[int, tuple[float, Finding]]) -> None:
    """Of places side by side only one lacks something: 因现的 is 因现实的 or 因实现的, unsure if both are likely."""
    for place in sorted(chosen):
        for near in (place - 2, place - 1):
            if place in chosen and near in chosen:
                better, worse = sorted((place, near), key=lambda at: -chosen[at][0])
                margin = chosen[better][0] - chosen[worse][0]
                del chosen[worse]
                if margin < CLEARLY:
                    del chosen[better]


def _drop_contradicted(symbols: str, chosen: dict[int, tuple[float, Finding]]) -> None:
    """A stump that mostly stands whole elsewhere is no stump: 昆仑万维 is a name, though 万维网 is a word."""
    stumps = {
        place: stump(symbols, place, finding.term) for place, (_, finding) in chosen.items() if not finding.replacement
    }
    restored = Counter(stumps.values())
    for place, found in stumps.items():
        if len(found) > 1 and symbols.count(found) > 2 * restored[found]:
            del chosen[place]


def _drop_usual(symbols: str, chosen: dict[int, tuple[float, Finding]]) -> None:
    """What mostly stands side by side where nothing is missing belongs together: 本台 is not always 本平台."""
    pairs = {place: symbols[place - 1 : place + 1] for place, (_, finding) in chosen.items() if not finding.replacement}
    restored = Counter(pairs.values())
    for place, pair in pairs.items():
        if symbols.count(pair) > 2 * restored[pair]:
            del chosen[place]


def _with_repeated(page: Page, finding: Finding, sure: float) -> Iterator[Site]:
    """The places that are sure or nearly so, these with what they gain from others of the same stump."""
    if finding.replacement:
        yield from finding.sites
        return
    heads = Counter(page.symbols[place] for place, odds in finding.sites if odds >= sure)
    for place, odds in finding.sites:
        if sure - REPEATED <= odds < sure and finding.term in LISTED:
            odds += _repeated(page, place, finding.term, heads)  # noqa: PLW2901
        yield Site(place, odds)


def _repeated(page: Page, place: int, term: str, heads: Counter[str]) -> float:
    head = page.symbols[place]
    done = heads[head] + page.symbols.count(term + head)
    if not done or not alone(page.symbols, place):
        return 0.0
    lone = sum(alone(page.symbols, at) for at in page.places[head])
    return 0.0 if 4 * done < lone else REPEATED if done > 1 else REPEATED / 2
