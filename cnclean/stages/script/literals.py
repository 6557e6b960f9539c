"""What machines read and conversion would break: code, markup, file names, addresses with Chinese in them.

Plain URLs and e-mail addresses are protected for every stage (`cnclean/protect`).
"""

from collections.abc import Iterator
from typing import Final

from cnclean.code_strings import STRING, has_chinese_in_strings_only
from cnclean.han import HAN
from cnclean.patterns import compile_later

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
_FENCE: Final = "```"
_HAN = compile_later(f"[{HAN}]+")
_PROSE: Final = 0.5
"""So much Chinese has no code, be it full of comments."""
_HALF: Final = 1 / 2
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
_FILE_ENDING = compile_later(
    r"\.(?:txt|pdf|docx?|xlsx?|pptx?|csv|json|xml|html?|md|py|js|jpe?g|png|gif|mp[34]|zip)(?![A-Za-z0-9])"
)
_FILE_NAME = compile_later(
    rf"(?:(?<![{HAN}A-Za-z0-9])[{HAN}]{{1,12}}(?<![的是为為叫成和或缀綴])[0-9_-]{{0,10}}|[A-Za-z0-9_-]{{1,40}})\Z"
)


def code(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` is written for a machine, looked for in the lines that have a sign of it."""
    done = 0
    while sign := _SIGN.search(text, done):
        if end := _end_of_fence(text, sign.start()):
            yield from _in_fences(text, sign.start(), end)
            done = end
            continue
        start = max(done, text.rfind("\n", 0, sign.start()) + 1)
        done = text.find("\n", sign.end()) % (len(text) + 1)
        line = text[start:done]
        if ('"' in line or "'" in line) and has_chinese_in_strings_only(line):
            yield start, done
        elif _MAY_BE_LITERAL.search(text, start, done):
            yield from (match.span() for match in _LITERAL.finditer(text, start, done))


def _end_of_fence(text: str, start: int) -> int:
    """Where the block ends whose fence begins at `start`; 0 if there is none."""
    if not text.startswith(_FENCE, start):
        return 0
    end = text.find(_FENCE, start + len(_FENCE))
    return end + len(_FENCE) if end >= 0 else 0


def _in_fences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The whole block, unless it is prose in a box."""
    inside, last = start + len(_FENCE), end - len(_FENCE)
    lines = [line for line in text[inside:last].split("\n") if line.strip()]
    if _is_prose(text[start:end]) or sum(map(_is_sentence, lines)) >= _HALF * len(lines):
        yield from ((inside + s, inside + e) for s, e in code(text[inside:last]))
    else:
        yield from _between_sentences(text, start, end)


def _between_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
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
    return sum(map(len, _HAN.findall(text))) >= _PROSE * len(_ADDRESS.sub("", text))


def _is_list_item(line: str) -> bool:
    """A numbered line, be it full of the names of programs: 3、H3C Workspace 云桌面远程命令执行漏洞."""
    return _NUMBERED.match(line) is not None and _is_prose(_WORDS.sub("a", line))


def file_names(text: str) -> Iterator[tuple[int, int]]:
    """Where `text` has names of files, all Chinese or all ASCII: in 目录中的man.txt nobody can tell where it begins."""
    for ending in _FILE_ENDING.finditer(text):
        if name := _FILE_NAME.search(text[max(0, ending.start() - 40) : ending.start()]):
            yield ending.start() - len(name[0]), ending.end()
