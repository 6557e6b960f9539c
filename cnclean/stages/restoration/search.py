"""The search for blocked terms: which are missing from the whole text, and where they stood."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.edits import Span
from cnclean.stages.restoration.apply import Restored, apply
from cnclean.stages.restoration.candidates import candidates
from cnclean.stages.restoration.doubled import doubled
from cnclean.stages.restoration.evidence import replaced, sites
from cnclean.stages.restoration.glimpse import is_suspicious, looked_for
from cnclean.stages.restoration.page import Page, read
from cnclean.stages.restoration.presence import absent
from cnclean.stages.restoration.scripts import SIMPLIFIED, Script, script_of
from cnclean.stages.restoration.terms import DROPPED, LISTED, REPLACED
from cnclean.stages.restoration.weigh import Finding, weigh

SURE: Final = {"high": 2.5, "low": 1.0}
"""Log odds from which a place is restored, once its term is known to be missing."""

DOUBTFUL: Final = 1.0
"""Log odds from which a place that is not sure is worth a person's look."""

FIRST: Final = {"high": 5.5, "low": 4.0}
"""Strength from which a text is known to be damaged."""

FIRST_LISTED: Final = {"high": 4.0, "low": 3.0}
"""The same for a term that filters are known to hit."""

FURTHER: Final = {"high": 6.5, "low": 3.0}
"""Strength from which a term is missing from a text that is known to be damaged."""

KNOWN_TO_BE_HIT: Final = {"high": 4.0, "low": 2.0}
"""The same for a term that filters are known to hit."""

SPARED: Final = 1
"""How often a listed term may stand in a text from which it is missing: filters look at words."""

BOLDER: Final = 1.0
"""By how much less strength does for a listed term, for each other term but one that is known to be missing."""

HOPELESS: Final = 1 / 3
"""The share of the strength that a first pass must find for a term to be looked at closely."""


def restore(text: str, caution: str) -> Iterator[Span]:
    """The spans that put terms back, each with a note: the term, how many places, how strong the evidence.

    A Traditional text is read as Simplified, in which the lexicon is.
    """
    spans, _ = _search(text, caution)
    yield from sorted(spans.values())


def doubtful(text: str, caution: str) -> Iterator[Span]:
    """The places where a term that is known to be missing may have stood, with that guess."""
    spans, doubts = _search(text, caution)
    yield from sorted(span for start, span in doubts.items() if start not in spans)


class _Terms(NamedTuple):
    """What may be missing from a text: characters it lacks, replaced terms, words; and what is looked at first."""

    missing: frozenset[str]
    swaps: list[tuple[str, str]]
    words: frozenset[str]
    likely: frozenset[str]


def _search(text: str, caution: str) -> tuple[dict[int, Span], dict[int, Span]]:
    """Spans and doubts by their offset: terms are weighed, the sure ones restored, and so on until nothing is new."""
    script = script_of(text)
    simplified = script.simplified(text) if is_suspicious(text, script) else ""
    if len(simplified) != len(text):
        return {}, {}
    restored: dict[int, Restored] = {}
    page, terms = read(simplified), _terms(simplified)
    known: dict[str, Finding] = {}
    before = -1
    while len(restored) > before:
        before = len(restored)
        sure, weak = _weigh_all(page, terms, known, caution)
        if not sure:
            break
        page = apply(page, sure, SURE[caution] - min(4, len(known)) / 5, restored)
        known |= {finding.term: finding for finding in sure}
        terms = terms._replace(likely=terms.likely - weak)
    spans = _explained(restored, known)
    doubts = {span[0]: span for finding in sure for span in _doubts(page, finding)}
    if script is not SIMPLIFIED:
        spans, doubts = (_written(found, simplified, script) for found in (spans, doubts))
    if spans:
        for span in doubled(simplified):
            if all(span[1] < start or span[0] > end for start, end, *_ in spans.values()):
                spans[span[0]] = span
    return spans, doubts


def _written(spans: dict[int, Span], simplified: str, script: Script) -> dict[int, Span]:
    """The spans with their terms as the text would write them there."""
    written: dict[int, Span] = {}
    for offset, (start, end, new, *notes) in spans.items():
        left, right = simplified[max(0, start - 6) : start], simplified[end : end + 6]
        found = script.written(left + new + right)[len(left) : len(left) + len(new)]
        written[offset] = start, end, found, str(notes[0])
    return written


def _explained(restored: dict[int, Restored], known: dict[str, Finding]) -> dict[int, Span]:
    """The spans by their offset; each note says at how many places a term was restored and how strong it is."""
    findings = {finding.kind: finding for finding in known.values()}
    counts = Counter(kind for _, _, new, kind in restored.values() if findings[kind].term.startswith(new))
    explained: dict[int, Span] = {}
    for offset, (start, end, new, kind) in restored.items():
        note = f"{kind}: {counts[kind]} places, strength {findings[kind].strength:.1f}"
        explained[offset] = start, end, new, note
    return explained


def _terms(text: str) -> _Terms:
    spared = {term for term in LISTED if text.count(term) <= SPARED}
    listed = frozenset(term for term in spared if len(term) == 1)
    return _Terms(
        missing=listed.union(absent(text)),
        swaps=[row[:2] for row in REPLACED if row[0] not in text and row[1] in text],
        words=frozenset(term for term in spared - listed if term in _DROPPED),
        likely=listed.union(term for term, _ in looked_for(text, SIMPLIFIED)),
    )


def _weigh_all(page: Page, terms: _Terms, known: dict[str, Finding], caution: str) -> tuple[list[Finding], set[str]]:
    """What is surely missing, at first of what texts are expected to hold, then of all; and what nothing speaks for."""

    def is_sure(finding: Finding, share: float = 1.0) -> bool:
        enough = finding.strength >= share * _needed(finding, known, caution)
        return enough and (finding.support > 1 or (bool(known) and finding.term in LISTED))

    findings = [weigh(page, replaced(page, *row), *row) for row in terms.swaps]
    dropped = set(terms.likely)
    if known:
        found = candidates(page, terms.missing)
        dropped |= {term for term, places in found.items() if is_sure(weigh(page, places, term), HOPELESS)}
        dropped |= terms.words | {term for term, finding in known.items() if not finding.replacement}
    dropped -= {finding.term for finding in findings if is_sure(finding)}
    findings += [weigh(page, sites(page, term), term) for term in sorted(dropped)]
    sure = [finding for finding in findings if is_sure(finding)]
    strengths = {term: finding.strength for term, finding in known.items()}
    sure = [each._replace(strength=max(each.strength, strengths.get(each.term, 0.0))) for each in sure]
    return sure, {finding.term for finding in findings if not finding.support}


def _needed(finding: Finding, known: dict[str, Finding], caution: str) -> float:
    listed = finding.term in LISTED
    if finding.term in known:
        return 0.0
    if not known:
        return (FIRST_LISTED if listed and not finding.replacement else FIRST)[caution]
    return KNOWN_TO_BE_HIT[caution] - BOLDER * min(4, len(known) - 1) if listed else FURTHER[caution]


_DROPPED: Final = frozenset(row[0] for row in DROPPED)


def _doubts(page: Page, finding: Finding) -> Iterator[Span]:
    for place, odds in finding.sites:
        if odds >= DOUBTFUL:
            end = place + len(finding.replacement)
            stop = page.starts[end - 1] + 1 if finding.replacement else page.starts[place]
            yield page.starts[place], stop, finding.term, f"{finding.term} may be missing"
