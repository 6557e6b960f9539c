"""Sentences that are cut over several lines, of which one has gone: the others go too, if they are that sentence."""

from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.cut_prompts import ends_call, rest_of_prompt
from cnclean.stages.boilerplate.line import RIGHTS
from cnclean.stages.boilerplate.line_shapes import HASH, RULE, ends_sentence, is_numbered
from cnclean.stages.boilerplate.page import Page
from cnclean.stages.boilerplate.reading import read

_GOES_ON: Final = compile_later(
    r"[\s*]*(?:[:：，,、；;]\s?\S|而(?=造成|[导導]致|[产產]生)|以?及(?!时|時|格|早)|并[不且]|並[不且]|所(?=提供|造成)|的(?![士确確]))"
)
"""How the rest of a sentence begins."""

_UNENDED: Final = compile_later(r"^(?!\W*[^\W\d]{2,8}$).*[^\W_][\s*]*$")
"""A line that may go on below, and is no heading."""

_MARKS: Final = compile_later(r"[\s*]*[！!。]+[\s*]*$")
_COMMA: Final = compile_later(r"[\s*>]*[，,、；]\s?\w")
_REST: Final = compile_later(rf"[\s*]*[{HAN}]{{1,6}}[。！]{{1,3}}[\s*]*$")
"""The last word of terms that a line ends without: `负责。`."""

_DANGLING: Final = compile_later(rf"[{HAN}](?:[和与及或][\s*]*$|的[\s*]*#[\s*]*$)|^[\s*]*(?:如需|若需|如欲)[\s*]*$")
_OPENERS: Final = {"”": "“", "」": "「", "』": "『", "】": "【"}
_QUOTE_END: Final = compile_later(r"[^“”「」『』【】\"]{0,14}([”」』】\"])")
_WORDS: Final = compile_later(rf"[{HAN}]{{3,14}}\s*$")
_TERMS: Final = RIGHTS - {"licence"}
_TELLING: Final = 2.0
_WHOLE: Final = 3.0
_LITTLE: Final = 2
"""What together weighs so much, and leaves so few characters unexplained, is one phrase."""
_LINES: Final = 6
_LONGEST: Final = 60


def strike_cut(page: Page) -> None:
    for at in sorted(page.struck):
        kind = page.struck[at]
        for near in _beginning(page, at) if kind in _TERMS else ():
            page.drop(near, kind)
        if _goes_on_below(page, at):
            page.drop(at + 1, kind)
        for near in _phrase(page, at - 1):
            page.drop(near, kind)
        for near in rest_of_prompt(page, at):
            page.drop(near, kind)
        if _dangling(page, at):
            page.drop(at - 1, kind)


def _dangling(page: Page, at: int) -> bool:
    """Below the text, a line that ends inside a phrase which what has gone below it goes on with."""
    above = page.neighbour(at, -1)
    return at - 1 > page.end and len(above) <= _LONGEST and bool(_DANGLING.search(above))


def begins_above(page: Page, at: int) -> bool:
    """Whether a line is the rest of a sentence whose beginning stays."""
    above = page.neighbour(at, -1)
    return bool(above and _GOES_ON.match(page.lines[at]) and _UNENDED.search(above)) and not _beginning(page, at)


def _beginning(page: Page, at: int) -> range:
    """The lines above that the sentence begins with, if they say what it says."""
    joined, goes_on = "", bool(_GOES_ON.match(page.lines[at]))
    if not (goes_on or _UNENDED.search(page.neighbour(at, -1))):
        return range(0)
    for near in range(at - 1, max(at - 1 - _LINES, -1), -1):
        line = page.lines[near].strip()
        if goes_on and page.struck.get(near) in _TERMS and not ends_sentence(line):
            return range(near + 1, at)
        if near in page.struck or len(line) > _LONGEST or ends_sentence(line) or RULE.match(line) or HASH.match(line):
            break
        joined = line + joined
        said = page.readings.get(near), read(joined)
        if any(reading and reading.kind in _TERMS and reading.weight >= _TELLING for reading in said):
            return range(near, at)
        if not goes_on:
            break
    return range(0)


def _goes_on_below(page: Page, at: int) -> bool:
    below = page.neighbour(at)
    if not below or len(below) > _LONGEST:
        return False
    if _MARKS.match(below) or _closes(page, at, below) or _is_between(page, at, below):
        return True
    if ends_sentence(page.lines[at]):
        return False
    if _COMMA.match(below) and at + 2 in page.struck:
        return True
    if page.struck[at] in RIGHTS:
        return bool(_REST.match(below))
    return at + 2 == len(page.lines) and ends_call(page, at, below)


def _closes(page: Page, at: int, below: str) -> bool:
    """Whether a line begins with the end of the quotation that what has gone above it leaves open."""
    mark = _QUOTE_END.match(below)
    if mark is None:
        return False
    above = ""
    for near in range(at, max(at - _LINES, -1), -1):
        if near not in page.struck:
            break
        above = page.lines[near] + above
    if mark[1] == '"':
        return above.count("“") > above.count("”") + above.count('"')
    return above.count(_OPENERS[mark[1]]) > above.count(mark[1])


def _is_between(page: Page, at: int, below: str) -> bool:
    """Whether a line goes on with what has gone above it, and what has gone below goes on with the line."""
    if page.struck[at] not in RIGHTS or page.struck.get(at + 2) not in RIGHTS:
        return False
    if HASH.match(below) or RULE.match(below) or is_numbered(below):
        return False
    return not (ends_sentence(page.lines[at]) or ends_sentence(below))


def _phrase(page: Page, last: int) -> range:
    """The lines right above what has gone that only together are a phrase: `感谢您抽出`, `.`, `来阅读本文`."""
    if not _is_piece(page, last):
        return range(0)
    for at in range(last - 1, max(last - 1 - _LINES, -1), -1):
        if _is_piece(page, at):
            whole = read(page.lines[at].strip() + page.lines[last].strip())
            is_phrase = whole is not None and whole.weight >= _WHOLE and whole.rest <= _LITTLE
            return range(at, last + 1) if is_phrase else range(0)
        if at in page.struck or not RULE.match(page.lines[at]):
            break
    return range(0)


def _is_piece(page: Page, at: int) -> bool:
    """Some words that say nothing alone."""
    if at < 0 or at in page.struck or not _WORDS.match(page.lines[at]):
        return False
    reading = page.readings.get(at)
    return reading is None or reading.weight < 1
