"""OpenCC, asked for many clauses at once."""

import functools
import importlib
import re
from collections.abc import Iterable
from typing import Protocol

from cnclean.stages.script.routes import Route

OLDEST = (1, 4, 2)

# Taiwan's 透過 is 通过; only light and sight go through things in both. OpenCC gave the entry up for the latter's sake.
_THROUGH = re.compile("透過(?![薄厚層一那這]?[窗玻鏡門雲霧紗葉樹簾縫眼濾])")


class Converter(Protocol):
    def convert(self, text: str) -> str: ...


def convert(clauses: Iterable[str], route: Route) -> dict[str, str]:
    """Each clause with its conversion. Clauses have no line ends, so one call takes all of them as lines."""
    old = list(clauses)
    asked = old
    if route in ("t2s", "tw2s", "tw2sp"):
        asked = [clause.replace("么", "麼") for clause in asked]  # or OpenCC makes 幺 of it
    if route == "tw2sp":
        asked = [_THROUGH.sub("通過", clause) for clause in asked]
    new = converter(route).convert("\n".join(asked)).split("\n")
    return dict(zip(old, new, strict=True))


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


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
