"""Links as Markdown writes them, which extraction leaves of lists of other articles and of pictures."""

from typing import Final

from cnclean.patterns import compile_later

_TEXT: Final = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])"
LINK = compile_later(rf"\W*(?:\d{{1,2}}\W{{1,3}})?\[{_TEXT}{{4,80}}\]\(http")
EMPTY_LINK = compile_later(r"[\W\d]*\[[^\]\n]{0,3}\]\(http[^)\s]*\)[\s*]*$")
"""Of a picture that is gone, or of a bullet: it shows nothing."""
_LINK_ALONE = compile_later(rf"[\W\d]*\[{_TEXT}{{0,80}}\]\(http[^)\s]*\)[\s*]*$")


def is_link(line: str) -> bool:
    """Whether a line is a link and nothing else."""
    return bool(_LINK_ALONE.match(line))


def is_linked(line: str) -> bool:
    """Whether a line begins with a link, or is one that shows nothing."""
    return bool(LINK.match(line) or EMPTY_LINK.match(line))
