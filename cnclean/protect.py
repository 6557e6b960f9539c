"""Spans that no guarded stage may touch: URLs, e-mail addresses, code, formulas, markup, templates, paths.

What only one stage must spare (a ratio, an emoticon, a JSON line: nothing there to convert to another script) is that
stage's own exception. Everything here is found by its first character, so that Chinese is passed over at the price of
one character class, and reads to its end at most once.
"""

import re
from collections.abc import Iterator
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import Final

from cnclean.edits import Span
from cnclean.options import Options
from cnclean.patterns import compile_later

_REST = r"(?:[!#$%&'*+,./0-9:;=?@A-Z\[\]_a-z~-]|\([!#-'*-~]*\))+(?<![.,:?!'])"
URL: Final = rf"(?:https?|ftp)://{_REST}|www\.{_REST}"
"""A URL ends at the first character outside ASCII, and before the marks of the sentence that it stands in."""

EMAIL: Final = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"

_PLAIN = compile_later(
    rf"https?://{_REST}|ftp://{_REST}|www\.{_REST}|HTTPS?://{_REST}"
    # The part before the @ has no mark and no Chinese that a stage could touch.
    r"|@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|``(?:[^`\n]|`(?!`))+``|`[^`\n]+`"
    r"|\$\$[^$]+\$\$|\$(?:[!-#%-~ ]|\\text\{[^{}\n]*\})+\$"
    r"|\\\((?:[^\\\n]|\\[^()\n])*\\\)|\\\[(?:[^\\\n]|\\[^\[\]\n])*\\\]|\\[A-Za-z]+(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})+"
    r"|<!--(?:[^<\n-]|-(?!->)|<(?!!--))*-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<[A-Za-z0-9]+:[!-;=?-~]+>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    # templates, and the script variants of Wikipedia: -{zh-hans:…;zh-hant:…}-
    r"|\{\{[^{}\n]*\}\}|\{%(?:[^%{\n]|%(?!\}))*%\}|\{(?<=[-$#]\{)[^{}\n]*\}|\{[A-Za-z0-9_.:#-]*\}"
    r"|%(?:\([A-Za-z_]\w*\))?[sdifrx](?![A-Za-z])"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
    # paths: C:\用户\a.txt, /home/用户/a.txt, ~/.vimrc
    r"|:\\(?<=[A-Za-z]:\\)[^\s\"'`<>|*?,;()，。；！？（）、]*"
    r"|/(?<![^\s\"'(（:：“「=~.]/)[A-Za-z0-9._-]+(?:/[^\s/\"'<>|*?:,;，。；！？（）、：]+)+"
)

_BLOCK = compile_later(
    r"^(?:"
    r"(?P<matter>---|\+\+\+)(?<!\n...)[ \t]*\n(?:[^\n]*\n)*?(?:(?P=matter)|\.\.\.)[ \t]*(?=\n|\Z)"
    r"|[ \t>]*(?:[-*+][ \t]+|[0-9]+[.)][ \t]+)?(?P<fence>`{3,}|~{3,}|\$\$|:::)[^\n]*"
    r"(?:\n(?![ \t>]*(?P=fence))[^\n]*)*(?:\n[ \t>]*(?P=fence)[^\n]*)?"
    # indented code; a paragraph inside a list item looks the same and is spared with it
    r"|(?<=\n\n)(?:[ ]{4}|\t)[^\n]*(?:\n(?:[ ]{4}|\t)[^\n]*|\n[ \t]*(?=\n(?:[ ]{4}|\t)))*"
    # a table: its rows all begin with a bar, or a row of dashes and bars stands below its head
    r"|[ \t>]*\|[^\n]*"
    r"|[^\n|]+\|[^\n]*\n[ \t>]*:?-+:?[ \t]*\|[-:| \t]*(?:\n[^\n|]*\|[^\n]*)*"
    r"|[ ]{0,3}\[[^\]\n]+\]:[ \t]+[^\n]*"
    # directives of reStructuredText and their options
    r"|[ \t]*\.\.[ ][^\n]*|[ \t]*:[A-Za-z][\w-]*:[^\n]*"
    # lines of JSON
    r"|[ \t]*[\[{\]}][^\n]*[\[{\]},][ \t]*$|[ \t]*[\"'][^\"'\n]+[\"'][ \t]*:[^\n]*$"
    r")",
    re.MULTILINE,
)
_PIECE = compile_later(
    r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\[\]\n]*\]"
    r"|<!--(?:[^<-]|-(?!->)|<(?!!--))*-->"
    r"|<(?P<tag>pre|script|style|code|svg|math)\b(?:[^<]|<(?!/?(?P=tag)\b))*(?:</(?P=tag)>)?"
    r"|:[a-z][\w+-]*(?::[\w+-]+)?:`[^`\n]*`"
)


def outside(spans: Iterator[Span], text: str, options: Options) -> Iterator[Span]:
    """The spans that touch nothing protected. The protected spans are computed at the first span only."""
    first = next(spans, None)
    if first is None:
        return
    guards = protected(text, options)
    guard = next(guards, None)
    for span in chain((first,), spans):
        while guard is not None and guard[1] <= span[0]:
            guard = next(guards, None)
        if guard is None or span[1] <= guard[0]:
            yield span


def protected(text: str, options: Options) -> Iterator[tuple[int, int]]:
    """What no guarded stage may touch, by its start."""
    plain = (match.span() for match in _PLAIN.finditer(text))
    if options.markup == "none":
        return plain
    blocks = (match.span() for match in _BLOCK.finditer(text))
    pieces = (match.span() for match in _PIECE.finditer(text))
    return merge(plain, blocks, pieces, key=itemgetter(0))
