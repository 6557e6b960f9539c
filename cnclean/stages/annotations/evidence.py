"""Which damage a document shows: decided on all its annotations together, never on one."""

import re
from typing import Final

from cnclean.han import HAN
from cnclean.stages.annotations.language import Language
from cnclean.stages.annotations.lattice import Page
from cnclean.stages.annotations.readings import SYLLABLE, fits
from cnclean.stages.annotations.script import is_converted

ANNOTATION: Final = re.compile(rf"[(（]({SYLLABLE})[)）]")

_HAN: Final = re.compile(f"[{HAN}]")


def recognise(text: str) -> Page | None:
    """The converter that annotates: it annotates only characters that it converted, each of them every time."""
    seen: dict[str, int] = {}
    others = 0
    for match in ANNOTATION.finditer(text):
        char = text[match.start() - 1 : match.start()]
        if is_converted(char) and fits(char, match[1]):
            seen[char] = seen.get(char, 0) + 1
        else:
            others += 1
    total = sum(seen.values())
    if len(seen) < 3 or total < 5 or others > total / 4:
        return None
    always = frozenset(char for char, count in seen.items() if text.count(char) <= count * 1.2)
    if sum(seen[char] for char in always) < total * 0.8:
        return None
    han = len(_HAN.findall(text))
    if han < 2 * total or total < han / 100:
        return None
    return Page(always, traditional=True, narrow="，" not in text, language=Language(text))
