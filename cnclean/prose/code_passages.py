"""What machines read of a text, be it prose around: code, markup, strings, addresses with Chinese in them.

Plain URLs and e-mail addresses are protected for every stage (`cnclean/protect`).
"""

from collections.abc import Iterator
from typing import Final

from cnclean.edits import Bounds
from cnclean.han import HAN, count_han
from cnclean.patterns import compile_later
from cnclean.prose.fences import find_fenced
from cnclean.prose.strings import STRING, has_chinese_in_strings_only

_GLUED_PROSE: Final = (
    "[来來][^自源宾賓]|找到|看到|查看|下[载載][一-龥]|[访訪][问問]|[获獲]取|[进進]入|可以|即可|就|的|[中上][的，]"
    "|(?<=//)[一-龥]{1,30}(?![一-龥/.:])"
)
_LITERAL = compile_later(
    "|".join(
        (
            r"`[^`\n]{1,300}`",
            # A call with Chinese in its strings only; `Python("蟒蛇")` in prose is taken for one, and is left alone;
            # not `HTML("超文本")`, whose brackets become full-width.
            rf"(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_.]{{0,60}}[(\[](?:(?<![A-Z].)|(?=[^\"']))"
            rf"""(?:[^"'()\[\]\n{HAN}]{{0,80}}{STRING}){{1,20}}""",
            # A key with its value: one without the other would be half converted.
            rf"""(?:{STRING}|(?<=[A-Za-z0-9_\])"']))\s{{0,2}}(?:[=:+]|=>|==)\s{{0,2}}{STRING}""",
            r"</?[A-Za-z][^<>\n]{0,300}>",
            r"[$%]?\{[^{}\n]{1,60}\}(?<=\w[}])",
            # Not prose that is glued to an address: https://a.org/下载官方的源码.
            rf"(?:https?|ftp)://[!-~]{{0,300}}(?<=[/=_#&%-])(?!{_GLUED_PROSE})[{HAN}]{{1,30}}+(?![「『《“‘])[!-~{HAN}]{{0,100}}",
        )
    )
)
# What none of them is without, and most lines with quotation marks are.
_MAY_BE_LITERAL = compile_later(r"""[`<{]|://|[=:+>]\s{0,2}["']|[A-Za-z0-9_.][(\[]""")
_SIGN = compile_later(r"[`\"'<{]|://")
_PROSE: Final = 0.5
"""So much Chinese has no code, be it full of comments; and so many lines that are sentences."""
_ADDRESS = compile_later("https?://[!-~]+")
_NO_SIGN: Final = r"[^\"'`=<>{}\[\];#$\\\n"
_LIKE_PROSE = compile_later(
    r"\s*(?:[-*•·]\s*|[0-9]{1,2}[.、]\s*)?"
    rf"(?:[A-Za-z]*[{HAN}](?:{_NO_SIGN}]*|{_NO_SIGN}，。]{{3,60}}[，。].*)"
    # Access Key（访问密钥）是标识，类似于用户名。
    rf"|(?:[A-Z][A-Za-z0-9.]{{0,20}} ){{0,4}}[A-Z][A-Za-z0-9.]{{0,20}} ?[{HAN}（]{_NO_SIGN}，。]{{3,60}}[，。].*)"
)
_TELLING = compile_later(f"[{HAN}][，。]")
_KEY = compile_later(r"\s*[a-z_-]+:\s+")
_NUMBERED = compile_later(r"\s{0,4}(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[、.．）)]")
_WORDS = compile_later(r"[A-Za-z0-9_./ -]{2,}")


def find_code(text: str) -> Iterator[Bounds]:
    """Where `text` is written for a machine."""
    done = 0
    for start, end in find_fenced(text):
        yield from _in_lines(text, done, start)
        yield from _in_block(text, start, end)
        done = end
    yield from _in_lines(text, done, len(text))


def find_code_blocks(text: str) -> Iterator[Bounds]:
    """What of it stands between fences: blocks of code, not prose in a box."""
    for start, end in find_fenced(text):
        if not _is_box(text[start:end]):
            yield from _between_sentences(text, start, end)


def _in_lines(text: str, done: int, stop: int) -> Iterator[Bounds]:
    """Outside of fences it is looked for in the lines that have a sign of it."""
    while sign := _SIGN.search(text, done, stop):
        start = max(done, text.rfind("\n", 0, sign.start()) + 1)
        end = text.find("\n", sign.end(), stop)
        done = stop if end < 0 else end
        line = text[start:done]
        if ('"' in line or "'" in line) and has_chinese_in_strings_only(line):
            yield start, done
        elif _MAY_BE_LITERAL.search(text, start, done):
            yield from (match.span() for match in _LITERAL.finditer(text, start, done))


def _in_block(text: str, start: int, end: int) -> Iterator[Bounds]:
    """The whole block, unless it is prose in a box."""
    find = _in_lines if _is_box(text[start:end]) else _between_sentences
    yield from find(text, start, end)


def _is_box(block: str) -> bool:
    lines = [line for line in block.strip("`").split("\n") if line.strip()]
    return _is_prose(block) or sum(map(_is_sentence, lines)) >= _PROSE * len(lines)


def _between_sentences(text: str, start: int, end: int) -> Iterator[Bounds]:
    """A block of code without what people read: a sentence behind `description:`, not what a program says."""
    done = at = start
    for line in text[start:end].split("\n"):
        key = _TELLING.search(line) and _KEY.match(line)
        if key and _is_prose(_WORDS.sub("a", line)) and _is_sentence(line[key.end() :]):
            yield done, at
            done = at + len(line)
        at += len(line) + 1
    yield done, end


def _is_sentence(line: str) -> bool:
    """A line that begins like prose, with a clause or to its end: 文章来源: https://..., - 支持公式显示."""
    return _is_list_item(line) or _LIKE_PROSE.fullmatch(_ADDRESS.sub("", line)) is not None


def _is_prose(text: str) -> bool:
    """Whether half of it is Chinese, but for the addresses: 文章来源: https://..."""
    return count_han(text) >= _PROSE * len(_ADDRESS.sub("", text))


def _is_list_item(line: str) -> bool:
    """A numbered line, be it full of the names of programs: 3、H3C Workspace 云桌面远程命令执行漏洞."""
    return _NUMBERED.match(line) is not None and _is_prose(_WORDS.sub("a", line))
