"""What a line has of the other script, where most of it is in the right one."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from cnclean.lexicon import word_frequency
from cnclean.patterns import compile_later
from cnclean.stages.script.engine import convert_exactly

# No clause is longer; what goes on and on is cut, so that the time for each has a bound.
HAN_RUN: Final = "[〇\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002f7ff\U00030000-\U0003ffff]{1,60}"
CLAUSE = compile_later(HAN_RUN)
_QUOTED = compile_later(
    "“[^“”\n]{1,200}”|「[^「」\n]{1,200}」|『[^『』\n]{1,200}』|《[^《》\n]{1,200}》|‘[^‘’\n]{1,200}’"
)

COMMON: Final = 7000
"""Occurrences of a character as a word of its own, in 60 million."""


def strays(line: str, evidence: re.Pattern[str], is_proof: Callable[[str], bool] = bool) -> Iterator[tuple[int, int]]:
    """The clauses with characters of the other script.

    Not those in quotation marks where all the rest is in the right script: there they are what is spoken of. Nor one
    character over and over in a long line: 舖 and 庄 are written in both scripts by those who like them.
    """
    strays = "".join(evidence.findall(line))
    if len(set(strays)) == 1 < len(strays):
        return
    quotes = [] if evidence.search(_QUOTED.sub("", line)) else [match.span() for match in _QUOTED.finditer(line)]
    for clause in CLAUSE.finditer(line):
        if any(map(is_proof, evidence.findall(clause[0]))) and not any(
            s < clause.start() and clause.end() < e for s, e in quotes
        ):
            yield clause.start(), clause.end()


def slips(line: str, evidence: re.Pattern[str], is_slip: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Single characters of the other script where it is not to be believed that they are a name or a habit."""
    quotes = [match.span() for match in _QUOTED.finditer(line)] if evidence.search(line) else []
    for match in evidence.finditer(line):
        if is_slip(match[0]) and not any(start < match.start() < end for start, end in quotes):
            yield match.start(), match.end()


def is_common_in_simplified(characters: str) -> bool:
    """這 and 來 are slips; 舖, 霑 and 樑 are what people call their shops and sons."""
    return all(word_frequency(c) >= COMMON for c in convert_exactly([characters], "t2s")[0])


def is_not_in_big5(characters: str) -> bool:
    """庄, 并 and 栖 are Traditional too, in places and names; so is 恒, in those of Hong Kong's companies."""
    return any(c == "个" or (c != "恒" and not c.encode("big5", "ignore")) for c in characters)
