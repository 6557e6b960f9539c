"""Spans that no guarded stage may touch: URLs, e-mail addresses, code."""

import re
from collections.abc import Iterator

from cnclean.edits import Span
from cnclean.options import Options

URL = r"(?:https?|ftp)://[!-~]+|www\.[!-~]+"
EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"

_PLAIN = re.compile(f"{URL}|{EMAIL}")


def outside(spans: Iterator[Span], text: str, _options: Options) -> Iterator[Span]:
    """The spans that touch nothing protected. The protected spans are computed at the first span only."""
    first = next(spans, None)
    if first is None:
        return
    guards = ((match.start(), match.end()) for match in _PLAIN.finditer(text))
    guard = next(guards, None)
    for span in _chain(first, spans):
        while guard is not None and guard[1] <= span[0]:
            guard = next(guards, None)
        if guard is None or span[1] <= guard[0]:
            yield span


def _chain(first: Span, rest: Iterator[Span]) -> Iterator[Span]:
    yield first
    yield from rest
