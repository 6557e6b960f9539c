"""The search for blocked terms: which are missing from the whole text, and where they stood."""

from collections.abc import Iterator
from typing import Final

from cnclean.edits import Span
from cnclean.stages.restoration.apply import apply
from cnclean.stages.restoration.candidates import candidates
from cnclean.stages.restoration.doubled import doubled
from cnclean.stages.restoration.evidence import replaced, sites
from cnclean.stages.restoration.glimpse import is_suspicious
from cnclean.stages.restoration.page import Page, read
from cnclean.stages.restoration.presence import absent, expected
from cnclean.stages.restoration.terms import DROPPED, REPLACED
from cnclean.stages.restoration.weigh import Finding, weigh

SURE: Final = {"high": 2.5, "low": 1.0}
"""Log odds from which a place is restored, once its term is known to be missing."""

DOUBTFUL: Final = 1.0
"""Log odds from which a place that is not sure is worth a person's look."""

FIRST: Final = {"high": 6.5, "low": 5.0}
"""Strength from which a text is known to be damaged."""

FIRST_LISTED: Final = {"high": 5.5, "low": 4.5}
"""The same for a term that filters are known to hit."""

FURTHER: Final = {"high": 5.5, "low": 3.0}
"""Strength from which a term is missing from a text that is known to be damaged."""

LISTED: Final = {"high": 4.0, "low": 2.0}
"""The same for a term that filters are known to hit."""

HOPELESS: Final = 1 / 3
"""The share of the strength that a first pass must find for a term to be looked at closely."""


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
    if not is_suspicious(text):
        return spans, {}
    page = read(text)
    missing = frozenset(absent(text))
    swaps = [row[:2] for row in REPLACED if row[0] not in text and row[1] in text]
    words = [term for term, _ in DROPPED if len(term) > 1 and term not in text]
    likely = [term for term in missing if term in _LISTED] + list(expected(text))
    known: dict[str, Finding] = {}
    while True:
        sure = _weigh_all(page, missing, swaps, words, likely, known, caution)
        if not sure:
            break
        before = len(spans)
        page = apply(page, sure, SURE[caution], spans)
        known |= {finding.term: finding for finding in sure}
        if len(spans) == before:
            break
    doubts = {span[0]: span for finding in known.values() for span in _doubts(page, finding)}
    if spans:
        for span in doubled(text):
            if all(span[1] < start or span[0] > end for start, end, *_ in spans.values()):
                spans[span[0]] = span
    return spans, doubts


def _weigh_all(
    page: Page,
    missing: frozenset[str],
    swaps: list[tuple[str, str]],
    words: list[str],
    likely: list[str],
    known: dict[str, Finding],
    caution: str,
) -> list[Finding]:
    """What is surely missing."""

    def needed(term: str) -> float:
        if term in known:
            return 0.0
        if not known:
            return (FIRST_LISTED if term in _LISTED else FIRST)[caution]
        return (LISTED if term in _LISTED else FURTHER)[caution]

    findings = [weigh(page, replaced(page, *row), *row) for row in swaps]
    taken = {finding.term for finding in findings if finding.strength >= needed(finding.term)}
    terms = set(likely) - taken
    if known:
        found = candidates(page, missing - taken)
        rough = [weigh(page, places, term) for term, places in found.items()]
        terms |= {finding.term for finding in rough if finding.strength >= needed(finding.term) * HOPELESS}
        terms |= {term for term in known if not known[term].replacement} | set(words)
    findings += [weigh(page, sites(page, term), term) for term in sorted(terms)]
    return [finding for finding in findings if finding.strength >= needed(finding.term)]


_LISTED: Final = frozenset(row[0] for row in DROPPED) | frozenset(row[0] for row in REPLACED)


def _doubts(page: Page, finding: Finding) -> Iterator[Span]:
    for place, odds in finding.sites:
        if odds >= DOUBTFUL:
            end = place + len(finding.replacement)
            stop = page.starts[end - 1] + 1 if finding.replacement else page.starts[place]
            yield page.starts[place], stop, finding.term, f"{finding.term} may be missing"
