"""Blocks of code between fences, in any text: pages are written in Markdown, and code is pasted with its fences."""

import re
from collections.abc import Iterator

from cnclean.edits import Bounds
from cnclean.patterns import compile_later

# Not `~~~`: on a page that is a rule between its parts, or a drawn-out tone.
_FENCE = compile_later(r"^[^`\n]*+(`{3,}+)[^`\n]*+$", re.MULTILINE)


def find_fenced(text: str) -> Iterator[Bounds]:
    """Each block from its fence to the next one that is as long; a fence without such a one begins none.

    A fence is the only run of backquotes in its line; what stands before it (如下：```) or behind is no matter.
    """
    if "```" not in text:
        return
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opened is None:
            opened = fence
        elif len(fence[1]) >= len(opened[1]):
            yield opened.start(1), fence.end(1)
            opened = None
