"""Which of the places where terms may be missing are sure."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from cnclean.lexicon.words import word_frequency
from cnclean.stages.restoration.candidates import Usual, explaining
from cnclean.stages.restoration.evidence import Site, alone, log_odds_at, stump
from cnclean.stages.restoration.page import Page, bigram
from cnclean.stages.restoration.terms import LISTED
from cnclean.stages.restoration.weigh import Finding

_CERTAIN: Final = 12.0
"""From this strength on hardly any place of a replacement is genuine, and less will do."""

_LESS: Final = 0.6
MORE: Final = 1.4
"""The share of the log odds that then is enough, and the one that is needed below that strength."""

_RIVAL: Final = -1.0
"""log10 of how much likelier its bigrams must at least make another character for a closer look."""

_REPEATED: Final = 5.0
"""What a place gains where the same stump was restored elsewhere: after 腾讯混元, a lone 讯 is 腾讯 too."""

WORD: Final = 10_000
"""From this frequency on a lone character is a word of its own, and gains little: 本台 is not 本平台."""

_REPEATED_WORD: Final = 1.2

_CLEARLY: Final = 2.0
"""Log odds by which one of two rival places must be the better."""

_USUAL: Final = 2
"""How many times as often as it is restored something may stand where nothing is missing."""

_USUAL_ALONE: Final = 4
"""The same for a single character: half of its places may not be sure yet."""

Chosen = dict[int, tuple[float, Finding]]
"""By place: the log odds, and what is restored there."""


def choose(page: Page, findings: list[Finding], sure: float, absent: frozenset[str]) -> Chosen:
    """The places whose log odds are at least `sure` and that nothing speaks against; `absent` lack in the text."""
    chosen: Chosen = {}
    for finding in findings:
        needed = sure
        if finding.replacement:
            needed *= _LESS if finding.strength > _CERTAIN else MORE
        for place, odds in _with_repeated(page, finding, sure):
            if odds >= needed and (place not in chosen or chosen[place][0] < odds):
                chosen[place] = odds, finding
    _drop_neighbouring(chosen)
    drops = {place: found for place, found in chosen.items() if not found[1].replacement}
    wrong = {*_contradicted(page, drops), *_usual(page, drops), *_better_explained(page, drops, absent)}
    return {place: found for place, found in chosen.items() if place not in wrong}


def _drop_neighbouring(chosen: Chosen) -> None:
    """Of places side by side only one lacks something: 因现的 is 因现实的 or 因实现的, unsure if both are likely."""
    for place in sorted(chosen):
        for near in (place - 2, place - 1):
            if place in chosen and near in chosen:
                better, worse = sorted((place, near), key=lambda at: -chosen[at][0])
                margin = chosen[better][0] - chosen[worse][0]
                del chosen[worse]
                if margin < _CLEARLY:
                    del chosen[better]


def _contradicted(page: Page, drops: Chosen) -> Iterator[int]:
    """A stump that mostly stands where nothing is missing is no stump.

    昆仑万维 is a name, though 万维网 is a word; where memory has pages, 页 is not 网页.
    """
    stumps = {place: stump(page.symbols, place, finding.term) for place, (_, finding) in drops.items()}
    restored = Counter(stumps.values())
    whole = {found for found, count in restored.items() if _stands_more_than(count, found, page)}
    yield from (place for place, found in stumps.items() if found in whole)


def _stands_more_than(restored: int, found: str, page: Page) -> bool:
    if len(found) != 1:
        return bool(found) and page.symbols.count(found) > _USUAL * restored
    standing = (True for place in page.places(found) if alone(page.symbols, place))
    return next(islice(standing, _USUAL_ALONE * restored, None), False)


def _usual(page: Page, drops: Chosen) -> Iterator[int]:
    """What mostly stands side by side where nothing is missing belongs together: 本台 is not always 本平台."""
    pairs = {place: page.symbols[place - 1 : place + 1] for place in drops}
    restored = Counter(pairs.values())
    for place, pair in pairs.items():
        if len(page.pairs.get(pair, ())) > _USUAL * restored[pair]:
            yield place


def _better_explained(page: Page, drops: Chosen, absent: frozenset[str]) -> Iterator[int]:
    """Places that another character mends better that the text lacks too: 安性 is 安全性, not 安定性."""
    follow: Usual = {}
    precede: Usual = {}
    for place, (odds, finding) in drops.items():
        pair, term = page.symbols[place - 1 : place + 1], finding.term
        bonds = bigram(pair[0] + term[0]) + bigram(term[-1] + pair[1])
        for rival in explaining(pair, bonds + _RIVAL, absent, follow, precede):
            if rival != term and (log_odds_at(page, place, rival) or 0.0) > odds:
                yield place
                break


def _with_repeated(page: Page, finding: Finding, sure: float) -> Iterator[Site]:
    """The places that are sure or nearly so, these with what they gain from others of the same stump."""
    if finding.replacement:
        yield from finding.sites
        return
    heads = Counter(page.symbols[place] for place, odds in finding.sites if odds >= sure)
    gains: dict[str, float] = {}
    for place, odds in finding.sites:
        if sure - _REPEATED <= odds < sure and finding.term in LISTED and alone(page.symbols, place):
            head = page.symbols[place]
            if head not in gains:
                gains[head] = _repeated(page, head, heads[head] + page.symbols.count(finding.term + head))
            odds += gains[head]  # noqa: PLW2901 - of this site
        yield Site(place, odds)


def _repeated(page: Page, head: str, done: int) -> float:
    if not done:
        return 0.0
    lone = sum(alone(page.symbols, place) for place in page.places(head))
    gain = _REPEATED if word_frequency(head) < WORD else _REPEATED_WORD
    return 0.0 if 4 * done < lone else gain if done > 1 else gain / 2
