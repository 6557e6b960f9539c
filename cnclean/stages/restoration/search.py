"""The search for blocked terms: which are missing from the whole text, and where they stood."""

import functools
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from cnclean.stage import Options, Span
from cnclean.stages.restoration.apply import Restored, apply, offset_of
from cnclean.stages.restoration.choose import choose
from cnclean.stages.restoration.decide import decide, terms_of
from cnclean.stages.restoration.doubled import doubled
from cnclean.stages.restoration.glimpse import is_suspicious
from cnclean.stages.restoration.page import Page, read
from cnclean.stages.restoration.scripts import SIMPLIFIED, Script, script_of
from cnclean.stages.restoration.unfinished import unfinished
from cnclean.stages.restoration.weigh import Finding

_SURE: Final = {"high": 2.5, "low": 1.0}
"""Log odds from which a place is restored, once its term is known to be missing."""

_DOUBTFUL: Final = 1.0
"""Log odds from which a place that is not sure is worth a person's look."""

_PASSES: Final = 8
"""How often the page is read again after terms were restored; three are usual."""


def find_missing(text: str, options: Options) -> Iterator[Span]:
    """The spans that put terms back, each with a note: the term, how many places, how strong the evidence.

    A Traditional text is read as Simplified, in which the lexicon is.
    """
    return iter(_search(text, options.caution)[0] if _is_worth_reading(text, options.caution) else ())


def suspect_missing(text: str, options: Options) -> Iterator[Span]:
    """The places where a term that is known to be missing may have stood, with that guess; where a word must have."""
    return iter(_search(text, options.caution)[1] if _is_worth_reading(text, options.caution) else ())


def _is_worth_reading(text: str, caution: str) -> bool:
    """Low caution is for a page that is known to be broken: no first look, which knows only the commonest terms."""
    return caution == "low" or is_suspicious(text)


class _Outcome(NamedTuple):
    """The page with its terms put back, where, by what kinds of findings, and what is surely missing."""

    page: Page
    restored: dict[int, Restored]
    kinds: dict[str, Finding]
    sure: list[Finding]


@functools.lru_cache(maxsize=1)  # `explain` asks for the spans, then for the doubts
def _search(text: str, caution: str) -> tuple[list[Span], list[Span]]:
    """Spans and doubts."""
    script = script_of(text)
    simplified = script.simplified(text)
    if len(simplified) != len(text):
        return [], []
    outcome = _restore(simplified, caution)
    spans = _explained(outcome.restored, outcome.kinds)
    doubts = {span[0]: span for finding in outcome.sure for span in _doubts(outcome.page, finding)}
    if script is not SIMPLIFIED:
        spans, doubts = (_written(found, simplified, script) for found in (spans, doubts))
    if spans:
        for span in doubled(simplified):
            if all(span[1] < start or span[0] > end for start, end, *_ in spans.values()):
                spans[span[0]] = span
        doubts = {span[0]: span for span in unfinished(text, simplified) if span[1] not in spans} | doubts
    return sorted(spans.values()), sorted(span for start, span in doubts.items() if start not in spans)


def _restore(text: str, caution: str) -> _Outcome:
    """Terms are weighed, the sure ones restored, and so on until nothing is new."""
    restored: dict[int, Restored] = {}
    page, terms = read(text), terms_of(text)
    absent = terms.absent
    known: dict[str, Finding] = {}
    kinds: dict[str, Finding] = {}
    sure: list[Finding] = []
    for _ in range(_PASSES):
        before = len(restored)
        sure, terms = decide(page, terms, known, caution)
        if not sure:
            break
        chosen = choose(page, sure, _SURE[caution] - min(4, len(known)) / 5, absent)
        page = apply(page, chosen, restored)
        known |= {finding.term: finding for finding in sure}
        kinds |= {finding.kind: finding for finding in sure}
        if len(restored) == before:
            break
    return _Outcome(page, restored, kinds, sure)


def _written(spans: dict[int, Span], simplified: str, script: Script) -> dict[int, Span]:
    """The spans with their terms as the text would write them there."""
    written: dict[int, Span] = {}
    for offset, (start, end, new, *notes) in spans.items():
        left, right = simplified[max(0, start - 6) : start], simplified[end : end + 6]
        found = script.written(left + new + right)[len(left) : len(left) + len(new)]
        written[offset] = start, end, found, str(notes[0])
    return written


def _explained(restored: dict[int, Restored], kinds: dict[str, Finding]) -> dict[int, Span]:
    """The spans by their offset; each note says at how many places a term was restored and how strong it is."""
    counts = Counter(kind for _, _, new, kind in restored.values() if kinds[kind].term.startswith(new))
    explained: dict[int, Span] = {}
    for offset, (start, end, new, kind) in restored.items():
        note = f"{kind}: {counts[kind]} places, strength {kinds[kind].strength:.1f}"
        explained[offset] = start, end, new, note
    return explained


def _doubts(page: Page, finding: Finding) -> Iterator[Span]:
    for place, odds in finding.sites:
        if odds >= _DOUBTFUL:
            start, end = offset_of(page, place, finding), place + len(finding.replacement)
            stop = page.starts[end - 1] + 1 if finding.replacement else start
            yield start, stop, finding.term, f"{finding.term} may be missing"
