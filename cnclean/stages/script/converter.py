"""OpenCC, asked for many clauses at once, and in pieces where it would go wrong with the whole."""

import functools
import importlib
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from cnclean.stages.script.guard import Guard
from cnclean.stages.script.names import kept_in_names, kept_in_traditional_names
from cnclean.stages.script.particles import is_aspect
from cnclean.stages.script.routes import Route
from cnclean.stages.script.vocabulary import general_words, replace_through

OLDEST: Final = (1, 4, 2)

Piece = tuple[str, str]
"""A part of a clause, and the configuration for it; without one it stays as it is."""

_WITHOUT_VOCABULARY: Final[dict[Route, Route]] = {"s2twp": "s2tw", "s2hkp": "s2hk"}
_REPEATED = re.compile(r"一(.)\1")


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


def convert(clauses: Iterable[str], route: Route) -> dict[str, str]:
    """Each clause with its conversion."""
    old = list(clauses)
    if route in ("t2s", "tw2sp", "tw2sp general"):
        plain = convert_exactly(old, "t2s")
        pieces = [_to_simplified(*pair, route) for pair in zip(old, plain, strict=True)]
        return dict(zip(old, _join(pieces), strict=True))
    if route in ("t2tw", "t2hk"):
        return dict(zip(old, convert_exactly(old, route), strict=True))
    # Vocabulary changes lengths. Where the words are is the same question without it.
    plain_route = _WITHOUT_VOCABULARY.get(route, route)
    guard = _guard(plain_route)
    plain = convert_exactly(old, plain_route)
    pieces = [_to_traditional(*pair, route, guard) for pair in zip(old, plain, strict=True)]
    return {clause: _repeat(clause, converted) for clause, converted in zip(old, _join(pieces), strict=True)}


def _to_traditional(clause: str, plain: str, route: Route, guard: Guard) -> list[Piece]:
    bars = guard.bars(clause, plain)
    kept = kept_in_names(clause)
    return _cut(clause, dict.fromkeys(kept, ""), bars, route)


def _to_simplified(clause: str, plain: str, route: Route) -> list[Piece]:
    configuration = "t2s" if route == "t2s" else "tw2sp"
    whole: dict[int, str] = dict.fromkeys(kept_in_traditional_names(clause, plain), "")
    if route != "t2s":
        clause = replace_through(clause)
        # 著 is decided below; OpenCC's tables for Taiwan would make 着 of each.
        whole |= {at: "t2s" for at, character in enumerate(clause) if character == "著"}
    bars: set[int] = set()
    if route == "tw2sp general":
        for start, end in general_words(clause):
            whole |= dict.fromkeys(range(start, end), "t2s")
            bars |= {start, end}
    clause = clause.replace("么", "麼")  # or OpenCC makes 幺 of it
    if "著" in clause:
        clause = "".join("着" if c == "著" and is_aspect(plain, at) else c for at, c in enumerate(clause))
    return _cut(clause, whole, bars, configuration)


def _cut(clause: str, others: dict[int, str], bars: set[int], configuration: str) -> list[Piece]:
    """Cut at `bars` and around the characters that go by other configurations."""
    if not others and not bars:
        return [(clause, configuration)]
    ways = [others.get(at, configuration) for at in range(len(clause))]
    edges = [0, *(at for at in range(1, len(clause)) if at in bars or ways[at] != ways[at - 1]), len(clause)]
    return [(clause[s:e], ways[s]) for s, e in itertools.pairwise(edges)]


def _join(clauses: Sequence[list[Piece]]) -> list[str]:
    """The clauses converted, each distinct piece once."""
    asked: dict[str, set[str]] = {}
    for pieces in clauses:
        for text, configuration in pieces:
            asked.setdefault(configuration, set()).add(text)
    new = {("", text): text for text in asked.pop("", ())}
    for configuration, texts in asked.items():
        old = list(texts)
        converted = convert_exactly(old, configuration)
        new |= {(configuration, text): result for text, result in zip(old, converted, strict=True)}
    return ["".join(new[configuration, text] for text, configuration in pieces) for pieces in clauses]


def _repeat(clause: str, converted: str) -> str:
    """一只只: what is repeated is the same word both times."""
    if len(clause) == len(converted):
        for match in _REPEATED.finditer(clause):
            at = match.end() - 1
            converted = converted[:at] + converted[at - 1] + converted[at + 1 :]
    return converted


def convert_exactly(clauses: Sequence[str], configuration: str) -> list[str]:
    """What OpenCC makes of each. Clauses have no line ends, so one call takes all of them as lines."""
    return converter(configuration).convert("\n".join(clauses)).split("\n") if clauses else []


@functools.cache
def converter(configuration: str) -> Converter:
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
    made: Converter = module.OpenCC(configuration, include_tofu_risk_dictionaries=False)
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
