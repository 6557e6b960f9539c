"""The text with terms put back at the places that are chosen."""

from collections.abc import Iterator

from cnclean.stages.restoration.choose import Chosen
from cnclean.stages.restoration.page import Page, page_of
from cnclean.stages.restoration.weigh import Finding

Restored = tuple[int, int, str, str]
"""A span, and what the filter did there."""


def apply(page: Page, chosen: Chosen, spans: dict[int, Restored]) -> Page:
    """Restore the chosen places in the page, and note them in `spans` by their offset in the text."""
    symbols: list[str] = []
    starts: list[int] = []
    done = 0
    for place in sorted(chosen):
        finding = chosen[place][1]
        offset, end = offset_of(page, place, finding), place + len(finding.replacement)
        if offset in spans or place < done:
            continue
        stop = page.starts[end - 1] + 1 if finding.replacement else offset
        spans |= {span[0]: span for span in _smallest(offset, stop, finding)}
        symbols += page.symbols[done:place], finding.term
        starts += page.starts[done:place]
        starts += [offset] * len(finding.term)
        done = end
    symbols.append(page.symbols[done:])
    starts += page.starts[done:]
    return page_of("".join(symbols), starts)


def offset_of(page: Page, place: int, finding: Finding) -> int:
    """Where the term begins in the text: `决 linux` lacks 定 before its space."""
    offset = page.starts[place]
    if finding.replacement or not place or _is_han(page.symbols[place]) or not _is_han(page.symbols[place - 1]):
        return offset
    return min(offset, page.starts[place - 1] + 1)


def _smallest(start: int, stop: int, finding: Finding) -> Iterator[Restored]:
    """What is left of a term stays where it is: 近 → 习近平 is an insertion before and one behind."""
    before, kept, behind = finding.term.partition(finding.replacement or finding.term)
    if finding.replacement and kept:
        yield start, start, before, finding.kind
        yield stop, stop, behind, finding.kind
    else:
        yield start, stop, finding.term, finding.kind


def _is_han(symbol: str) -> bool:
    return "\u4e00" <= symbol <= "\u9fff"
