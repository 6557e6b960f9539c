"""OpenCC itself: found, checked, loaded when first needed."""

import functools
import importlib
from collections.abc import Sequence
from types import ModuleType
from typing import Final, Protocol

_OLDEST: Final = (1, 4, 2)


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


def convert_exactly(clauses: Sequence[str], configuration: str) -> list[str]:
    """What OpenCC makes of each; several must not have line ends, so that one call takes them as lines."""
    if len(clauses) < 2:
        return [converter(configuration).convert(clause) for clause in clauses]
    return converter(configuration).convert("\n".join(clauses)).split("\n")


@functools.cache
def converter(configuration: str, *, rare: bool = False) -> Converter:
    """OpenCC's converter for a configuration, built once: the dictionaries to Traditional take 0.1 s to load.

    Unless `rare`, without the dictionaries whose characters most fonts do not have (鄟 → 𫑘).
    """
    try:
        made: Converter = _module().OpenCC(configuration, include_tofu_risk_dictionaries=rare)
    except RuntimeError as error:  # OpenCC's own
        raise ValueError(f"no configuration {configuration!r} of OpenCC, like 's2tw': {error}") from error
    return made


def version() -> str:
    """The version of the OpenCC that is installed."""
    return str(_module().__version__)


def _module() -> ModuleType:
    module = importlib.import_module("opencc")
    version = getattr(module, "__version__", "")
    if not hasattr(module, "opencc_clib") or _numbers(version) < _OLDEST:
        raise ImportError(
            f"script conversion needs OpenCC 1.4.2 or newer, but 'import opencc' gives {module.__file__} "
            f"(version {version or 'unknown'}). opencc-python-reimplemented and older packages take the same name: "
            "pip uninstall -y opencc-python-reimplemented opencc && pip install 'opencc>=1.4.2'"
        )
    return module


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
