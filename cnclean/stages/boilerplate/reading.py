"""One line on its own: what it claims to be, and how far it explains itself."""

import re
from dataclasses import dataclass
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.evidence import weigh_phrases
from cnclean.stages.boilerplate.fold import fold, space
from cnclean.stages.boilerplate.labelled import weigh_labels
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.rows import weigh_row
from cnclean.stages.boilerplate.shape_weights import weigh_shapes, weigh_times

LONGEST: Final = 220
"""Longer lines are paragraphs, whatever stands in them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says about itself.

    `claim` is the weight of its phrases less the doubts that the line itself raises; `rest` counts the letters and
    digits that nothing accounts for.
    """

    kind: str
    claim: float
    weight: float
    rest: int
    size: int
    opens_list: bool = False
    labelled: bool = False
    dated: bool = False
    stamped: bool = False
    contact: bool = False
    row: bool = False

    @property
    def bare_date(self) -> bool:
        return self.dated and self.kind == "meta" and not (self.labelled or self.stamped)


_SENTENCE = compile_later(rf"(?:[。!?…]|[{HAN}\d]\.)[\"』」)\]]*$")
_OPENS_QUOTED = compile_later(r"\s*[“「『\"]")
_STOP = compile_later("[。!?]")
_SENTENCE_SIZE: Final = 10
_COMMA = compile_later(r",(?!\d)")
_CLAUSE = compile_later(r"[,;:]$")
_NARRATIVE = compile_later("他|她|因为|所以|但是|不过|认为|表示|据说|曾经|一位|有人|我(?!们|要|有话|是广告|的)")
_NUMBERED = compile_later(
    r"\s*(?:[问答]:|[一二三四五六七八九十]{1,3}[,.]|\([一二三四五六七八九十\d]{1,3}\)(?!.*页)|第[一二三四五六七八九十\d]+[条章节步])"
)
_NOTE = compile_later("化名|具名|匿名")
_ITEM = compile_later(r"[\s#*]*\d{1,2}[.,)](?!\d)")
_SECTION = compile_later(r"[\s#*]*\d{1,2}(?:\.\d{1,2}){1,3}(?![\d%:-])")
_CONTINUED = compile_later(r"\s*[,;。!?]")
_SPACED = compile_later(rf"(?:[{HAN}]\s+){{2,}}[{HAN}]$")
_SPACED_LABEL = compile_later(rf"^(?:[{HAN}]\s){{1,4}}[{HAN}](?=\s*[:：])")
_SPEAKING: Final = frozenset(
    {
        "copyright",
        "reprint",
        "licence",
        "disclaimer",
        "follow",
        "share",
        "ad",
        "app",
        "preview",
        "novel",
        "contact",
        "navigation",
    }
)
"""Kinds that come as sentences too; the others are labels and buttons."""


def read(raw: str) -> Reading | None:
    """The evidence of a line, or None where it has nothing to say."""
    raw = raw.strip()
    if not raw or len(raw) > LONGEST:
        return None
    if _SPACED.match(raw):
        raw = "".join(raw.split())
    raw = space(_SPACED_LABEL.sub(_join, raw))
    text = fold(raw)
    line = Line(text, raw)
    weigh_labels(line)
    weigh_phrases(line)
    weigh_times(line)
    weigh_shapes(line)
    if not _OPENS_QUOTED.match(raw):
        weigh_row(line)
    weight = line.weight()
    if weight <= 0:
        return None
    rest = line.rest()
    sentence = bool(_SENTENCE.search(text))
    if sentence and rest > 2:
        weight = sum(line.weights[kind] for kind in _SPEAKING & line.weights.keys())
    return Reading(
        kind=max(line.weights, key=lambda kind: line.weights[kind]),
        claim=weight - _doubt(line, rest, sentence=sentence),
        weight=weight,
        rest=rest,
        size=len(text),
        opens_list=line.opens_list,
        labelled=line.labelled,
        dated=line.dated,
        stamped=line.stamped,
        contact=line.weights.keys() == {"contact"},
        row=line.row,
    )


def _join(match: re.Match[str]) -> str:
    return "".join(match[0].split())


def _doubt(line: Line, rest: int, *, sentence: bool) -> float:
    text = line.text
    if line.row and not rest:  # all of it is known
        return (len(_NARRATIVE.findall(text)) if len(text) > 30 else 0) - 2.0
    doubt = (
        _beginning_doubt(line, rest)
        + max(0, len(text) - 60) / 30
        + len(_NARRATIVE.findall(text))
        + 3.0 * _foreign_sentences(line)
    )
    if sentence and 2 * rest <= sum(map(str.isalnum, text)):
        return doubt + 0.5 + rest / 4 - (2.0 if rest <= 1 else 0.0)  # most of it is known
    doubt += max(0, rest - 6) / 5 if line.sure or line.labelled else max(0, rest - 4) / 3
    if sentence:
        doubt += 0.5 + rest / 4
    elif _CLAUSE.search(text):
        doubt += rest / 4 + (2.0 if line.weight() <= 1 and not line.labelled else 0.0)  # 参考: introduces what follows
    if not line.labelled:
        commas = len(_COMMA.findall(text))
        doubt += max(0, commas - 2) * 0.7 if line.sure else 1.5 * commas
    if rest <= 1 and not (line.dated and line.weight() < 2):
        doubt -= 2.0
    return doubt


def _beginning_doubt(line: Line, rest: int) -> float:
    text = line.text
    doubt = 3.0 if _NUMBERED.match(text) or _SECTION.match(text) else 0.0  # a heading of the text, or a step
    if _ITEM.match(text):
        doubt = 1.0
    if _CONTINUED.match(text):
        doubt += 5.0  # the rest of a sentence
    if "placeholder" in line.weights and rest:
        doubt += 3.0  # 小林:[图片]
    if _NOTE.search(text):
        doubt += 4.0  # what the author says of the text
    return doubt


def _foreign_sentences(line: Line) -> int:
    """How many sentences before the last hardly anything explains: a paragraph with a prompt glued to it."""
    count = start = 0
    for match in _STOP.finditer(line.text):
        if match.start() - start >= _SENTENCE_SIZE and match.end() < len(line.text):
            count += line.rest(start, match.start()) >= _SENTENCE_SIZE
        start = match.end()
    return count
