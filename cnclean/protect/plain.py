"""What is protected in any text: addresses, code in backquotes, formulas, tags, entities, templates, paths.

Everything here is found by its first character, so that Chinese is passed over at the price of one character class, and
reads to its end at most once.
"""

import re
from collections.abc import Iterator
from typing import Final

from cnclean.edits import Bounds
from cnclean.patterns import compile_later

_ASCII: Final = r"[!#$%&'*+,./0-9:;=?@A-Z\[\]_a-z~-]"
_REST: Final = rf"(?:{_ASCII}|\([!#-'*-~]*\))+(?<![.,:?!'])"
URL: Final = rf"(?:https?|ftp)://{_REST}|www\.{_REST}"
"""A URL ends at the first character outside ASCII, and before the marks of the sentence that it stands in."""

EMAIL: Final = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"

# A path with Chinese in it. In running text a URL ends before Chinese (`见https://a.cn/查询,再说。`); the path goes on
# where more of a URL follows (`/甲,乙/丙.html`), or where nothing else does up to a blank (`/wiki/甲,乙`).
# Any letter will do, for a class with the ranges of Han takes `re` a hundred times as long to compile.
_WIDE: Final = r"[\w,;:·!?()%.~+*@$'-]"
_BEGINS: Final = r"(?<=[/=#_?&-])(?=[^\W\d_A-Za-z])"
_FOLDERS: Final = rf"(?:{_BEGINS}|\?(?=[^\W\d_A-Za-z]))(?:{_WIDE}{{1,60}}[/=&#_](?=[^\W_])){{1,8}}"
_FILE: Final = r"[\w%,;:·-]{1,60}\.[a-z]{2,5}(?![A-Za-z0-9])"
_ALONE: Final = rf"{_BEGINS}[\w%.,;:·()/-]{{1,40}}(?<![,;:.])(?=[\s>)）」\]]|\Z)"
_CHINESE_PATH: Final = rf"(?:{_FOLDERS}|{_BEGINS}){_FILE}|{_ALONE}|{_FOLDERS}[\w.%-]{{0,60}}"

_REST_OF_PATH: Final = r"(?:[,:][^\s\"'`<>|*?？;，。；]{0,40}?\.[A-Za-z0-9]{2,5}(?![A-Za-z0-9]))?"

_PLAIN = compile_later(
    rf"https?://{_REST}(?:{_CHINESE_PATH})?"
    rf"|(?:ftp|file)://{_REST}(?:{_CHINESE_PATH})?|www\.{_REST}|HTTPS?://{_REST}"
    # The part before the @ has no mark and no Chinese that a stage could touch.
    r"|@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|``(?:[^`\n]|`(?!`))+``|`[^`\n]+`"
    r"|\$\$[^$]+\$\$|\$(?:[!-#%-~ ]|\\text\{[^{}\n]*\})+\$"
    r"|\\\((?:[^\\\n]|\\[^()\n])*\\\)|\\\[(?:[^\\\n]|\\[^\[\]\n])*\\\]|\\[A-Za-z]+(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})+"
    r"|<(?:script|style|code)(?:\s[^<>]*)?>[^<]*</(?:script|style|code)>"
    r"|<!--(?:[^<\n-]|-(?!->)|<(?!!--))*-->|</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<[A-Za-z0-9]+:[!-;=?-~]+>"
    r"|<%(?:[^%<\n]|%(?!>)|<(?!%))*%>"
    r"|&(?:amp;){0,8}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    # templates, and the script variants of Wikipedia: -{zh-hans:…;zh-hant:…}-
    r"|\{\{[^{}\n]*\}\}|\{%(?:[^%{\n]|%(?!\}))*%\}|\{(?<=[-$#]\{)[^{}\n]*\}|\{[A-Za-z0-9_.:#-]*\}"
    r"|%(?:\([A-Za-z_]\w*\))?[sdifrx](?![A-Za-z])"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)"
    # paths: C:\用户\a.txt, /home/用户/a.txt, ~/.vimrc
    rf"|:\\(?<=[A-Za-z]:\\)[^\s\"'`<>|*?,;()，。；！？（）、]*{_REST_OF_PATH}"
    rf"|/(?<=[~.]/)[^\s\"'`<>|*?,;()，。；！？（）、]+{_REST_OF_PATH}"
    r"|/(?<![^\s\"'(（:：“「=~.]/)[A-Za-z0-9._-]+(?:/[^\s/\"'<>|*?:,;，。；！？（）、：]+)+"
)

# What comes before anything can begin. `re` runs through Chinese four times as fast as it searches it.
_BEFORE_ALL = compile_later(r"(?:[\u3000-\u9fff\uff00-\uffef]++|[^:/hwfH@`$\\<&{%\]\u3000-\u9fff\uff00-\uffef]++)*+")
_DATA_LINE = compile_later(
    r"^[ \t\xa0]*(?:[\[{\]}][^\n]*[\[{\]},][ \t]*$|[\"'][^\"'\n]+[\"'][ \t]*:[^\n]*$|\|[^\n]*\|[ \t]*$)", re.MULTILINE
)


def find_plain(text: str) -> Iterator[Bounds]:
    """What is protected in a text that `may_have_plain`."""
    first = _BEFORE_ALL.match(text)
    if first is None or first.end() == len(text):
        return iter(())
    return (match.span() for match in _PLAIN.finditer(text, first.end()))


def may_have_plain(text: str) -> bool:
    """Whether a character is there without which none of the patterns matches. `in` finds one ten times faster."""
    return (
        "/" in text
        or "%" in text
        or "<" in text
        or "&" in text
        or "@" in text
        or "`" in text
        or "$" in text
        or "{" in text
        or "\\" in text
        or ("]" in text and "](" in text)
        or ("w" in text and "www." in text)
    )


def find_data_lines(text: str) -> Iterator[Bounds]:
    """Lines of JSON and rows of tables, which stand in people's files outside blocks of code and tables too."""
    return (match.span() for match in _DATA_LINE.finditer(text))
