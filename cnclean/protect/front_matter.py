"""Front matter: what site generators read at the beginning of a document, whatever markup follows."""

from cnclean.edits import Bounds
from cnclean.patterns import compile_later

# YAML between `---`, TOML between `+++`, JSON between `;;;`; a rule at the beginning of a text has no key below it.
_MATTER = compile_later(
    r"(?P<sign>---|\+\+\+|;;;)[ \t]*\n(?=[ \t]*(?:\n|\#|[\w\"'-][^\n]*[:=]|(?P=sign)))(?:[^\n]*\n)*?"
    r"(?:(?P=sign)|\.\.\.)[ \t]*(?=\n|\Z)"
)


def find_front_matter(text: str) -> Bounds | None:
    """With the lines that open and close it."""
    matter = _MATTER.match(text)
    return matter.span() if matter else None
