"""Lines of code, JSON, a record, a log, a template of messages, a bibliography: no punctuation there."""

import re
from typing import Final

from cnclean.patterns import compile_later
from cnclean.prose.strings import has_chinese_in_strings_only

TREE_ROW: Final = r"[\s│|]*[├└]──?[ ─]"
"""A row of a tree of files: `│   └── 图(旧)/`."""
COMMIT_TYPES: Final = ("feat", "fix", "docs", "style", "refactor", "perf", "test", "build", "ci", "chore", "upd")
"""How the title of a commit begins: `fix(日历): 修好了农历`."""

# Lines of code begin with ASCII, but for an assignment to a Chinese name.
_CODE = compile_later(
    r"""\s*(?:
      (?:async[ ]+)?def[ ]+\S+\(.*\).*:\s*(?:\#.*)?$ | class[ ]+\S+(?:\(.*\))?:\s*$
    | (?:if|for|while|switch)[ ]?\(.*[;{}]\s*$
    | (?:if|elif|for|while|with|except|else[ ]if|switch)\b[ (].*[:{]\s*$ | (?:else|try)[ ]*[:{]
    | (?:export[ ]+|async[ ]+|public[ ]+|private[ ]+|protected[ ]+|static[ ]+)*(?:function|func|fn|fun)[ ]+\S+\(
    | (?:export[ ]+)?(?:const|let|var|val|final|int|long|float|double|char|bool|boolean|String|void|auto)
      [ ]+[^\W\d]\w*\s*[=;(:]
    | (?:public|private|protected|static)[ ]+\S+[ ]+\S+.*[;{(]
    | return\b.*; | \#include\b | \#define\b | import[ ]+\S+[; ]*$ | import\b.*\bfrom[ ]+["'] | from[ ]+\S+[ ]+import\b
    | (?:SELECT|UPDATE)[ ]+\S.*\b(?:FROM|SET)\b | (?:INSERT[ ]+INTO|DELETE[ ]+FROM|(?:CREATE|ALTER|DROP)[ ]+TABLE)\b
    | (?:[A-Za-z]+[ ]+){0,2}[A-Za-z_][\w.]*\(["'`].*\)[;,]?\s*(?:(?:[#%]|//).*)?$ | (?:echo|print|puts)[ ]+["']
    | [A-Za-z_][\w.\[\]'"]*[ ]*[-+*/|&:]?=[ ]*[^=\s] | [A-Za-z_$][\w.$]*!?\(.*\)[ ]*[;{]\s*$
    | [a-z][\w-]*:[ ]+(?:\[.*\]|\{.*\})\s*$ | \[[a-z]{2,12}:.*\]\s*$ | [a-z][\w.-]*[ ].*[ ](?:&&|\|\|)[ ]
    | (?:[$>%]|>>>|\.\.\.)[ ][a-z./] | //+[ ]?\S+\(.*\) | <[a-zA-Z/!][^>]*>\s*$ | @[\w.]+\(
    | (?:sudo[ ]+)?(?:git|npm|yarn|pip|docker|kubectl|curl|wget|apt|apt-get|cargo)[ ]+[a-z./-]
    | (?:ENV|LABEL|ARG|export|alias|declare|local)[ ]+[^\s=]+=(?:"[^"]*"|'[^']*'|\S+)\s*$
    | (?:GET|POST|PUT|DELETE|HEAD|PATCH)[ ]/ | :%?s/.*/
    | Dialogue:[ ][0-9]+,[0-9]+: | Style:[ ][^,\n]+,[^,\n]+,[0-9]
    | at[ ][\w.$<>]+\(.*:[0-9]+\)\s*$ | [a-z_][\w.]*\(\w{1,8}(?:(?:,|[ ]->)[ ]?\w{1,8})+\)\s*$
    | \{.*:.*\}[;,]?\s*$ | \[\{.*\}\]\s*$ | \([a-z][\w-]*[ ].*\(.*\)\)\s*$
    | @@[ ]-[0-9]+,[0-9]+[ ]\+ | diff[ ]--git[ ] | @[A-Za-z]+\{[^\s{}]+,
    | [a-z_][\w.]*\([^\W\d_]\w*\([!-'*-~ ]*\)\)\s*$
    | (?:(?:RUN|CMD)[ ]+)?[a-z][\w-]*(?:[ ]--?[\w-]+)*[ ](?P<quote>["']).*(?P=quote)[^,;:?!()，。；：？！（）]*$
    | [}\])]+[;,]?\s*$ | [!-~ \t]*[;{}][ \t]*(?://|/\*|\#[ ])
    )""",
    re.VERBOSE,
)
_CALL = compile_later(
    r"\s*(?:[-+]\s{2,})?(?:[A-Za-z_$][\w.:>$-]*|(?![0-9])[\w.:>-]{1,8})\(.*\);\s*\Z"
)  # no list: `2.本届委员名单(23名);`
_LONGEST_CODE = 400
_ASSIGNMENT = compile_later(r"\s*(?:[a-z]+[ ])?[^\W\d]\w*[ ]+[-+*/|&:]?=[ ]")
_DATA = compile_later(r"""["'](?:[ ]?:[ ]?(?:["'\[{0-9-]|true|false|null|None|True|False)|\s*,\s*["'])""")
_STRING_IN_DATA = compile_later(r"""[{\[(](?=\s*["'])""")
_BEGINS_WITH_STRING = compile_later(r"""[\s>*+-]*["']""")
_JSON = compile_later(r"""\s*[{\[]\s*["'{\[]""")
_SETTING = compile_later(r"\s*[^\W\d]\w*=\"[^\"]*\"[;,]?\s*")  # `名称="青河,主库"`
_TREE = compile_later(TREE_ROW)
_TEMPLATE = compile_later("%[sd].*%[sd]")
# A reference in the style of GB/T 7714: the kind of publication in brackets, `[J]` `[M]//` `[EB/OL]`, and a year.
_PUBLICATION = compile_later(r"\[(?:[JMDCSNPRAGZK]|EB|DB|CP|DS|CM)(?:/(?:OL|CD|MT|DK))?\](?=[\s.．,，:：;；/(（]|$)")
_FIELD = r"[^\W_]{1,12}"
_RECORD = compile_later(rf"\s*(?!{_FIELD}(?::[0-9]+)+\s*$){_FIELD}(?::{_FIELD}){{2,}}\s*")  # not `时间:8:30`
_LOG = compile_later(
    r"\s*(?:\[(?:TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRITICAL)\]\s+[\[0-9]|"
    r"\[?[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[ T][0-9:.,]+\S*[ ]+"
    r"[\[<]?(?:TRACE|DEBUG|INFO|NOTICE|WARN|ERROR|FATAL|CRITICAL))"
)
_YEAR = compile_later("(?:19|20)[0-9]{2}")


def is_code(line: str) -> bool:
    """Whether a line is code, JSON, a message template of a program, or an entry of a bibliography."""
    has_string = '"' in line or "'" in line
    if has_string and (_is_data(line) or has_chinese_in_strings_only(line)):
        return True
    if _is_record(line) or (" = " in line and _ASSIGNMENT.match(line)) or (");" in line and _CALL.match(line)):
        return True
    if "=" in line and _SETTING.fullmatch(line):
        return True
    if "─" in line and _TREE.match(line):
        return True
    if "]" in line and _PUBLICATION.search(line) and _YEAR.search(line):
        return True  # it mixes widths as its standard, its journal and its language have it
    # Some of the shapes are looked for at every bracket of the line, which must therefore be short.
    return len(line) <= _LONGEST_CODE and line.lstrip()[:1].isascii() and _CODE.match(line) is not None


def _is_data(line: str) -> bool:
    if not (_BEGINS_WITH_STRING.match(line) or _STRING_IN_DATA.search(line)):
        return False
    return _DATA.search(line) is not None or _JSON.match(line) is not None


def _is_record(line: str) -> bool:
    if line.count(":") > 1 and (_RECORD.fullmatch(line) or _LOG.match(line)):
        return True  # the fields of a record, or a path of headings: `华北:河北:保定`; prose has one colon
    return "%" in line and _TEMPLATE.search(line) is not None
