"""`?` that is left of a broken character, and no question."""

from cnclean.patterns import compile_later
from cnclean.prose.chinese import IS_CHINESE

_BROKEN = compile_later(r"\?[;；,，:：、]|\?！")


def is_broken(text: str, at: int, end: int) -> bool:
    """`?；` or `?!睂`: a lead byte that was lost, and what the byte after it became with the next one."""
    return _BROKEN.search(text, at, end + 1) is not None or (text[at:end] == "?!" and _is_rare(text[end : end + 1]))


def _is_rare(char: str) -> bool:
    """Whether a Chinese character is among the common ones of neither the mainland nor Taiwan."""
    if not IS_CHINESE.match(char):
        return False
    simplified, traditional = char.encode("gb2312", "ignore"), char.encode("big5", "ignore")
    return not b"\xb0" <= simplified[:1] < b"\xd8" and not b"\xa4" <= traditional[:1] < b"\xc9"
