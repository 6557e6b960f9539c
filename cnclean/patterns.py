"""Patterns that are compiled when a text first needs them.

Start-up is part of the product: a class of Han characters takes `re` a millisecond or more to compile, there are some
two hundred patterns, and a clean text needs thirty. Patterns that every text needs are no better compiled early.
"""

import re
from typing import AnyStr, Generic, cast


class _Later(Generic[AnyStr]):
    """Stands for a compiled pattern; takes over its methods at the first use, so that the second costs nothing more."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self._source: tuple[AnyStr, int] = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(*self._source)
        method: object = getattr(compiled, name)
        setattr(self, name, method)
        return method

    def __reduce__(self) -> tuple[object, ...]:
        # Else pickle and copy would ask `__getattr__` for what it needs itself.
        return compile_later, self._source


def compile_later(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but at the first use. A mistake in the pattern shows only then: tests must reach it."""
    return cast("re.Pattern[AnyStr]", _Later(pattern, flags))
