"""The scripts that a text may get, and OpenCC's configurations that lead there."""

from typing import Final, Literal

from cnclean.stages.script.standards import Between

Target = Literal["simplified", "traditional", "taiwan", "hongkong"]
Route = Literal[
    "tw2s", "tw2sp", "tw2sp general", "s2t", "s2tw", "s2twp", "s2twp general", "s2hk", "s2hkp", "t2tw", "t2hk"
]
"""A configuration of OpenCC; `general`: without the words that are words of both regions."""

Found = tuple[int, int, Route]

FROM_SIMPLIFIED: Final[dict[Target, tuple[Route, Route]]] = {
    "traditional": ("s2t", "s2t"),
    "taiwan": ("s2tw", "s2twp"),
    "hongkong": ("s2hk", "s2hkp"),
}
"""Without and with regional vocabulary."""

BETWEEN_STANDARDS: Final[dict[Target, Between]] = {"taiwan": "t2tw", "hongkong": "t2hk"}
