"""Lines directly followed by themselves."""

from collections.abc import Sequence

from cnclean.stages.repeats.copies import HAN_LETTER, PARAGRAPH, RECORD


def find_neighbours(lines: Sequence[str], left: Sequence[int]) -> dict[int, str]:
    """A paragraph, caption or header directly followed by itself, where its other neighbours are paragraphs."""
    drop: dict[int, str] = {}
    kept: list[str] = []
    for rank, at in enumerate(left):
        line = lines[at]
        if kept and line == kept[-1] and _may_stand_once(line):
            others = kept[-2:-1] + [lines[other] for other in left[rank + 1 : rank + 3] if lines[other] != line][:1]
            if len(line) >= PARAGRAPH or (others and all(len(other) >= PARAGRAPH for other in others)):
                drop[at] = "line"
                continue
        kept.append(line)
    return drop


def _may_stand_once(line: str) -> bool:
    return len(line) >= 8 and not RECORD.search(line) and len(HAN_LETTER.findall(line)) >= 6
