"""Which terms are surely missing from the whole text."""

from collections.abc import Set
from typing import Final, NamedTuple

from cnclean.stages.restoration.candidates import candidates
from cnclean.stages.restoration.evidence import MUCH_BETTER, replaced, sites
from cnclean.stages.restoration.expected import looked_for
from cnclean.stages.restoration.page import Page
from cnclean.stages.restoration.scripts import SIMPLIFIED
from cnclean.stages.restoration.terms import DROPPED, LISTED, REPLACED
from cnclean.stages.restoration.weigh import Finding, weigh
from cnclean.tables.common_characters import COMMON

FIRST: Final = {"high": 5.5, "low": 4.0}
"""Strength from which a text is known to be damaged."""

_FIRST_LISTED: Final = {"high": 4.0, "low": 3.0}
"""The same for a term that filters are known to hit."""

_FURTHER: Final = {"high": 6.5, "low": 3.0}
"""Strength from which a term is missing from a text that is known to be damaged."""

_KNOWN_TO_BE_HIT: Final = {"high": 4.0, "low": 2.0}
"""The same for a term that filters are known to hit."""

_SPARED: Final = 1
"""How often a listed term may stand in a text from which it is missing: filters look at words."""

_BOLDER: Final = 1.0
"""By how much less strength does for a listed term, for each other term but one that is known to be missing."""

_HOPELESS: Final = 1 / 3
"""The share of the strength that a first pass must find for a term to be looked at closely."""

_DROPPED: Final = frozenset(row[0] for row in DROPPED)


class Terms(NamedTuple):
    """What may be missing from a text: characters it lacks, replaced terms, words; and what is looked at first."""

    absent: frozenset[str]
    swaps: list[tuple[str, str]]
    words: frozenset[str]
    likely: frozenset[str]


def terms_of(text: str) -> Terms:
    """What may be missing from `text`."""
    spared = {term for term in LISTED if text.count(term) <= _SPARED}
    listed = frozenset(term for term in spared if len(term) == 1)
    return Terms(
        absent=listed.union(char for char in COMMON if char not in text),
        swaps=[row[:2] for row in REPLACED if row[0] not in text and row[1] in text],
        words=frozenset(term for term in spared - listed if term in _DROPPED),
        likely=listed.union(looked_for(text, SIMPLIFIED)),
    )


def decide(page: Page, terms: Terms, known: dict[str, Finding], caution: str) -> tuple[list[Finding], Terms]:
    """What is surely missing, and what is still to be looked at.

    At first only what texts are expected to hold is weighed; once a term is known to be missing, all others are.
    """
    findings = [weigh(page, replaced(page, *row), *row) for row in terms.swaps]
    likely = terms.likely
    if known and terms.absent:
        mended = candidates(page, terms.absent).items()
        likely |= {term for term, places in mended if _is_promising(weigh(page, places, term), known, caution)}
        likely |= terms.words
    dropped = likely | {term for term, finding in known.items() if not finding.replacement}
    dropped -= {finding.term for finding in findings if _is_sure(finding, known, caution)}
    closely = _worth_a_close_look(page, dropped, known, caution)
    findings += [weigh(page, sites(page, term), term) for term in sorted(closely)]
    if known:
        likely &= {finding.term for finding in findings if finding.support}
    sure = [_strongest(finding, known) for finding in findings if _is_sure(finding, known, caution)]
    return sure, terms._replace(likely=likely, absent=frozenset() if known else terms.absent)


def _worth_a_close_look(page: Page, dropped: Set[str], known: dict[str, Finding], caution: str) -> Set[str]:
    """The terms that a first look, at their best places, finds promising."""
    # an idiom without its first character, 胜劣汰, is odd only as a cut: worth a close look in a damaged text
    closely = {term for term in dropped if known and term in LISTED}
    briefly = (weigh(page, sites(page, term, MUCH_BETTER), term) for term in dropped - closely)
    return closely | {finding.term for finding in briefly if _is_promising(finding, known, caution)}


def _strongest(finding: Finding, known: dict[str, Finding]) -> Finding:
    """A finding as strong as it was when its term became known: what is restored since speaks for it no more."""
    before = known.get(finding.term, finding)
    return finding._replace(strength=max(finding.strength, before.strength))


def _is_promising(finding: Finding, known: dict[str, Finding], caution: str) -> bool:
    return finding.strength >= _HOPELESS * _needed(finding, known, caution)


def _is_sure(finding: Finding, known: dict[str, Finding], caution: str) -> bool:
    if finding.strength < _needed(finding, known, caution):
        return False
    return finding.support > 1 or (bool(known) and finding.term in LISTED)


def _needed(finding: Finding, known: dict[str, Finding], caution: str) -> float:
    listed = finding.term in LISTED
    if finding.term in known:
        return 0.0
    if not known:
        return (_FIRST_LISTED if listed and not finding.replacement else FIRST)[caution]
    return _KNOWN_TO_BE_HIT[caution] - _BOLDER * min(4, len(known) - 1) if listed else _FURTHER[caution]
