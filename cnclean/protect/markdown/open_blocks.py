"""Blocks of Markdown that go on to an end of their own: fenced code, HTML and formulas."""

from cnclean.patterns import compile_later
from cnclean.protect.markdown.html import html_block

_FENCE = compile_later(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")


def ending_of(rest: str, *, in_paragraph: bool) -> str | None:
    """What ends the block that begins with this line; a line end stands for an empty line."""
    if fence := _FENCE.match(rest):
        return fence[1]
    if html := html_block(rest, in_paragraph=in_paragraph):
        return html[0]
    if rest.strip(" ") in ("$$", "\\[") or (rest.lstrip(" ").startswith("$$") and rest.count("$$") == 1):
        return "$$" if "$" in rest else "\\]"
    return None


def is_closed_at_once(rest: str, ending: str) -> bool:
    """Whether the line that begins a block of HTML ends it, too."""
    html = html_block(rest, in_paragraph=False) if ending[0] in "-?<>]" else None
    return html is not None and ending in rest[html[1] :].lower()


def ends_block(rest: str, ending: str) -> bool:
    if ending == "\n":
        return not rest.strip(" ")
    if ending[0] in "`~":
        line = rest.strip(" ")
        return line.startswith(ending) and not line.strip(ending[0]) and not rest.startswith("    ")
    return ending in rest.lower()
