"""OpenCC, asked for many clauses at once, with a guard where its phrases are ambiguous."""

import functools
import importlib
import re
from collections.abc import Iterable
from typing import Final, Protocol

from cnclean.stages.script.guard import Guard
from cnclean.stages.script.routes import Route

OLDEST: Final = (1, 4, 2)

_WITHOUT_VOCABULARY: Final[dict[Route, Route]] = {"s2twp": "s2tw", "s2hkp": "s2hk"}


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


# Taiwan's 透過 is 通过; only light and sight go through things in both. OpenCC gave the entry up for the latter's sake.
_THROUGH = re.compile("透過(?![薄厚層一那這]?[窗玻鏡門雲霧紗葉樹簾縫眼濾])")


def convert(clauses: Iterable[str], route: Route) -> dict[str, str]:
    """Each clause with its conversion."""
    old = list(clauses)
    if route in ("t2s", "tw2s", "tw2sp"):
        asked = [clause.replace("么", "麼") for clause in old]  # or OpenCC makes 幺 of it
        if route == "tw2sp":
            asked = [_THROUGH.sub("通過", clause) for clause in asked]
        return dict(zip(old, convert_exactly(asked, route), strict=True))
    if route in ("t2tw", "t2hk"):
        return dict(zip(old, convert_exactly(old, route), strict=True))
    # Vocabulary changes lengths. Where the words are is the same question without it.
    plain = _WITHOUT_VOCABULARY.get(route, route)
    guard = _guard(plain)
    pieces = [guard.pieces(*pair) or [pair[0]] for pair in zip(old, convert_exactly(old, plain), strict=True)]
    parts = list({piece for found in pieces for piece in found})
    new = dict(zip(parts, convert_exactly(parts, route), strict=True))
    return {clause: "".join(new[piece] for piece in found) for clause, found in zip(old, pieces, strict=True)}


def convert_exactly(clauses: list[str], route: Route) -> list[str]:
    """What OpenCC makes of each. Clauses have no line ends, so one call takes all of them as lines."""
    return converter(route).convert("\n".join(clauses)).split("\n") if clauses else []


@functools.cache
def converter(route: Route) -> Converter:
    """OpenCC's converter for a configuration, built once: the dictionaries to Traditional take 0.1 s to load.

    Without the dictionaries whose characters most fonts do not have (鄟 → 𫑘).
    """
    module = importlib.import_module("opencc")
    version = getattr(module, "__version__", "")
    if not hasattr(module, "opencc_clib") or _numbers(version) < OLDEST:
        raise ImportError(
            f"script conversion needs OpenCC 1.4.2 or newer, but 'import opencc' gives {module.__file__} "
            f"(version {version or 'unknown'}). opencc-python-reimplemented and older packages take the same name: "
            "pip uninstall -y opencc-python-reimplemented opencc && pip install 'opencc>=1.4.2'"
        )
    made: Converter = module.OpenCC(route, include_tofu_risk_dictionaries=False)
    return made


@functools.cache
def _guard(route: Route) -> Guard:
    from cnclean.tables.script_phrases import DECIDING, GUARDING  # noqa: PLC0415 - large

    deciding = DECIDING.split()
    characters = sorted(set("".join(deciding)))
    values = dict(zip(deciding, convert_exactly(deciding, route), strict=True))
    alone = dict(zip(characters, convert_exactly(characters, route), strict=True))
    return Guard(values, GUARDING.split(), alone)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
