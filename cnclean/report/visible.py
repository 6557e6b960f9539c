"""Text as a report shows it: every character seen, and none that a terminal obeys."""

import unicodedata

_LONGEST = 60  # of a replaced text; more is shortened in the middle
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})


def visible(text: str) -> str:
    """`text` with the characters that nobody would see, or that a terminal would obey, by their numbers."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(char) for char in text)


def shortened(text: str) -> str:
    """A long text without its middle."""
    if len(text) <= _LONGEST:
        return visible(text)
    half = _LONGEST // 2
    return f"{visible(text[:half])} …{len(text) - 2 * half:,} characters… {visible(text[-half:])}"


def _visible(char: str) -> str:
    if char == "\n":
        return "⏎"
    if char != " " and unicodedata.category(char) in _UNSEEN:
        return f"<U+{ord(char):04X}>"
    return char
