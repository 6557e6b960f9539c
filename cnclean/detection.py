"""Which script a text is in: Simplified, Traditional, both, or not Chinese but Japanese."""

from dataclasses import dataclass

from cnclean.stages.script.evidence import Script, add, judge
from cnclean.stages.script.kinds import weigh_lines
from cnclean.stages.script.machine import is_machine_converted
from cnclean.stages.script.region import Region, region_of


@dataclass(frozen=True, slots=True)
class Detection:
    """What `detect` found.

    `script`              of the text as a whole
    `simplified`          share of the Han characters that exist in Simplified only
    `traditional`         share of the Han characters that exist in Traditional only
    `kana`                share of kana in Han and kana together
    `region`              whose words and forms a text has that is not Simplified; a hint, `None` if few speak for any
    `machine_converted`   whether it was converted from Simplified to Taiwan's script and words by OpenCC
    `lines`               the script of each line, by that line alone
    """

    script: Script
    simplified: float
    traditional: float
    kana: float
    region: Region | None
    machine_converted: bool
    lines: tuple[Script, ...]


def detect(text: str) -> Detection:
    """The script of a text and of each of its lines.

    The evidence is characters that stand in one script only, and kana. Characters of both scripts (后, 里, 干) say
    nothing, so a short line may well be undecided: 新增 is the same in both.
    """
    if not isinstance(text, str):
        raise TypeError(f"detect takes str, not {type(text).__name__}")
    found = weigh_lines(text)
    total = add(found)
    script = judge(total)
    return Detection(
        script,
        total.simplified / max(total.han, 1),
        total.traditional / max(total.han, 1),
        total.kana / max(total.han + total.kana, 1),
        region_of(text) if script not in ("simplified", "japanese") else None,
        script == "traditional" and is_machine_converted(text),
        tuple(judge(evidence) for evidence in found),
    )
