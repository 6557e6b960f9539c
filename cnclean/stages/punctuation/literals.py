"""What stands in prose as it would in code, within a line: marks in it are not punctuation."""

import re
from collections.abc import Iterator
from typing import Final

from cnclean.edits import Bounds
from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.prose.code_lines import COMMIT_TYPES
from cnclean.prose.code_passages import find_code_blocks
from cnclean.prose.strings import STRING
from cnclean.stages.punctuation.faces import find_faces

_IN_CALL: Final = rf"[^\"'()\n{HAN}]"
_LITERAL = compile_later(
    r"<[\w-]{1,20}(?:, ?[\w-]{1,20})+>"  # `<频率,功率>`
    # `print("你好,世界")`, `IF(A1>0,"是","否")`, but not `HTML("超文本")`
    rf"|\((?<=[A-Za-z0-9_]\()(?:(?<![A-Z]\()|(?=[^\"'])){_IN_CALL}{{0,80}}{STRING}(?:{_IN_CALL}{{0,80}}{STRING}){{0,7}}"
    rf"{_IN_CALL}{{0,80}}\)"
)
# `m(水泥):m(砂)=1:3`, `P(甲|乙)=P(甲,乙)/P(乙)`: letters with their brackets; how to call a program: `rm(选项)(文件)`.
_TERM: Final = r"[A-Za-z]\([^()\n]{1,20}\)"
_VALUE: Final = rf"(?:{_TERM}|[A-Za-z0-9.%]+)"
_FORMULA = compile_later(
    rf"\((?<=[A-Za-z]\()(?:(?<![A-Za-z0-9_][A-Za-z]\()[^()\n]{{1,20}}\)(?: ?[=＝≈] ?{_VALUE}| ?[+/*×·∶:] ?{_TERM})"
    rf"(?: ?[=＝≈+/*×·∶:] ?{_VALUE})*|(?<=[a-z]\()[{HAN}]{{1,6}}\)(?:\([{HAN}]{{1,6}}\))+)"
)
_COMMIT = compile_later(  # `fix(日历): 修好了农历`
    rf"\((?:{'|'.join(rf'(?<=(?<![A-Za-z]){kind}[(])' for kind in COMMIT_TYPES)})[^()\n]{{1,40}}\):?"
)
_WIKI_TARGET = compile_later(r"\[\[[^\[\]|\n]{1,100}(?=[\]|])")
_FIELD_NAME = compile_later(r":(?<!\S:)[^\s:：A-Za-z0-9]{1,20}:(?!\S)")  # `:作者: 白露`, `* 标题 :标签:`
# `返回"姓名": "张三"`, `f"你好,{名字}!"`, in quotation marks that machines read
_IN_CODE_QUOTES = compile_later(r'":\s?"|f"(?<!\wf")[^"\n]{0,200}"')

# `用法：cp [选项]... 源文件... 目录`
_USAGE = compile_later(r"用法[:：] ?[a-z][\w.-]{,20} [^，。,\n]{,99}?[\[<][^，。,\n]{,99}+(?=\n|\Z)")
_NAMED_KEY = compile_later("[+按或和与與、][,;:!?.][键鍵]")  # `按!键`
_HELD_KEY = compile_later(r"\+(?:(?<=[Cc]trl.)|(?<=hift.)|(?<=[Aa]lt.)|(?<=[Cc]md.)|(?<=[Ww]in.))[,;:!?.]")  # `Ctrl+;`


def find_literals(text: str) -> Iterator[Bounds]:
    """The head of a commit, a formula, a key and its value, a tuple, a field or tag between colons, the target of a
    wiki's link, a call with Chinese in its strings only; how to call a program, a key, a face; code between fences."""
    yield from (match.span() for pattern in _patterns_for(text) for match in pattern.finditer(text))
    if "(" in text:
        yield from find_faces(text)
    if "```" in text:
        yield from find_code_blocks(text)


def _patterns_for(text: str) -> Iterator[re.Pattern[str]]:
    # To look for one character costs a fifth of looking for two.
    if '"' in text and ('":' in text or 'f"' in text):
        yield _IN_CODE_QUOTES
    if ":" in text:
        yield _FIELD_NAME
    if "[" in text and "[[" in text:
        yield _WIKI_TARGET
    if ("[" in text or "<" in text) and "用法" in text:
        yield _USAGE
    if "键" in text or "鍵" in text:
        yield _NAMED_KEY
    if "+" in text:
        yield _HELD_KEY
    if "(" in text:
        yield _COMMIT
        if "=" in text or "＝" in text or ")(" in text:
            yield _FORMULA
    if "<" in text or ("(" in text and ('"' in text or "'" in text)):
        yield _LITERAL
