"""Globs as `.gitignore` reads them, for `exclude` and `overrides`."""

import re
from collections.abc import Iterable

_PART = re.compile(r"/?\*\*/?|\*|\?|\[!?[^\]]+\]|[^*?\[]+|\[")

_WILD = {"**": ".*", "/**": "/.*", "**/": "(?:.*/)?", "/**/": "/(?:.*/)?", "*": "[^/]*", "?": "[^/]"}


def matches(path: str, globs: Iterable[str]) -> bool:
    """Whether one of `globs` names `path` (relative, with slashes) or a folder above it."""
    return any(_pattern(glob).match(path) for glob in globs)


def _pattern(glob: str) -> re.Pattern[str]:
    """A glob with a slash inside begins at the top; one without may stand for any part of the path."""
    top = "" if "/" in glob.rstrip("/") else "(?:.*/)?"
    body = "".join(_translated(part) for part in _PART.findall(glob.removeprefix("./").strip("/")))
    return re.compile(rf"{top}{body}(?:/.*)?\Z", re.DOTALL)


def _translated(part: str) -> str:
    if part in _WILD:
        return _WILD[part]
    if part.startswith("[") and part.endswith("]"):
        return _class(part[1:-1])
    return re.escape(part)


def _class(body: str) -> str:
    """One character, never a slash; a range that runs backwards has none in it."""
    negated = len(body) > 1 and body[0] in "!^"
    names = "-".join(map(re.escape, body[negated:].split("-")))
    pattern = f"(?!/)[{'^' * negated}{names}]"
    try:
        re.compile(pattern)
    except re.error:
        return r"(?!)"
    return pattern
