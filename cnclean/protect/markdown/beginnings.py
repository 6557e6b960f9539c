"""How the lines of Markdown begin that are no plain text, and what is one as a whole."""

from cnclean.patterns import compile_later
from cnclean.protect.markdown.containers import SIGNS as CONTAINER_SIGNS

HEADING = compile_later(r" {0,3}#{1,6}(?: |$)")
UNDERLINE = compile_later(r" {0,3}(?:=+|-+) *$")
TABLE = compile_later(r" {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$")
DEFINITION = compile_later(r" {0,3}\[(?!\^)(?:[^\[\]\\]|\\.)+\]:")
TITLE = compile_later(r"""[ ]*(?:"[^"]*"|'[^']*'|\([^()]*\))[ ]*$""")
DIRECTIVE = compile_later(r" {0,3}(?::::|!!!|\?\?\?|===[ ]+[\"']|<<<|@\[|--8<--|\|)")

SIGNS = CONTAINER_SIGNS | frozenset("`~<$\\#_|:[=!?@\"'(")
"""What a line begins with that is no plain line of text."""

SIGNS_OR_BLANK = SIGNS | {" "}
