"""One line on its own: what it claims to be, and how far it explains itself."""

import re
from typing import Final, NamedTuple

from cnclean.folding import fold, space
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.remembered import remembered
from cnclean.stages.boilerplate.evidence import weigh_phrases
from cnclean.stages.boilerplate.labelled import weigh_labels
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.line_doubts import doubt_line
from cnclean.stages.boilerplate.noise import is_noise_line
from cnclean.stages.boilerplate.rows import weigh_row
from cnclean.stages.boilerplate.shape_weights import weigh_shapes
from cnclean.stages.boilerplate.times import weigh_times

LONGEST: Final = 220
"""Longer lines are paragraphs, whatever stands in them."""

KNOWN: Final = 3.0
"""What weighs so much is the page's own, whatever lines of its shape stand beside it."""


class Reading(NamedTuple):
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


_SENTENCE = compile_later(rf"[。!?….](?:(?<!\.)|(?<=[{HAN}\d)].))[\"』」)\]]*$")
_OPENS_QUOTED = compile_later(r"\s*[“「『\"]")
_SPACED = compile_later(rf"(?![大中小特\s]+$)(?:[{HAN}]\s+(?:[,，、]\s?)?){{2,}}[{HAN}][。.]?$")
_SPACED_LABEL = compile_later(rf"^(?:[{HAN}]\s){{1,4}}[{HAN}](?=\s*[:：])")
_SPEAKING: Final = frozenset(
    {
        "copyright",
        "reprint",
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
    return _read(raw) if 0 < len(raw) <= LONGEST else None


@remembered(most=1 << 14)  # the pages of a site have many lines in common
def _read(raw: str) -> Reading | None:
    if is_noise_line(raw):
        return Reading("noise", 6.0, 6.0, 0, len(raw))
    raw = raw.replace("****", "")  # bold that ends and begins again inside a word
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
    if sentence and (rest > 2 or ("related" in line.weights and text.endswith("。"))):  # no list of titles
        weight = sum(line.weights[kind] for kind in _SPEAKING & line.weights.keys())
    return Reading(
        kind=max(line.weights, key=lambda kind: (line.weights[kind], line.stamped and kind == "meta")),
        claim=weight - doubt_line(line, rest, sentence=sentence),
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
