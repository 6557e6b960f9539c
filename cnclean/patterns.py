"""Patterns that are compiled when a text first needs them.

Start-up is part of the product: a class of Han characters takes `re` a millisecond or more to compile, there are some
two hundred patterns, and a clean text needs thirty. Patterns that every text needs are no better compiled early.
"""

import re
from typing import cast


class _Later:
    """Stands for a compiled pattern; takes over its methods at the first use, so that the second costs nothing more."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)
        method: object = getattr(compiled, name)
        setattr(self, name, method)
        return method


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but at the first use. A mistake in the pattern shows only then: tests must reach it."""
    return cast("re.Pattern[str]", _Later(pattern, flags))
