"""One folded line, which of its characters are explained, and the weight of the evidence by kind."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import compress
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.list_heads import opens_list

ADDRESS: Final = compile_later(
    r"https?://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:(?<![\w.-])(?:m|wap)\.|(?<=[名址][:：]))[a-z0-9-]{2,30}\.[a-z]{2,4}(?![\w-])(?:/[!-~]*)?",  # 手机版网址：m.…
    re.ASCII,
)
_QUOTED = compile_later(r"[“「『][^“”「」『』]{5,40}[”」』]|\"[^\"]{5,40}\"|《[^《》]{2,40}》")
_QUOTES: Final = frozenset('“「『"《')
_FILE = compile_later(r"《[^》]{1,40}\.(?:docx?|pdf|pptx?|xlsx?|txt)(?:\([^)]*\))?》")
_UNDECORATED = compile_later(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_LONGEST_HEAD: Final = 40
_HEADED = compile_later(r"([^\s:|>]{2,10})\s?[\s:|>»]\s*(?=\S{3})[^。;]{6,90}$")
RIGHTS: Final = frozenset({"copyright", "disclaimer", "licence", "reprint"})
"""Kinds that speak of rights."""
_UNEXPLAINED: Final = bytes.maketrans(b"\0\1", b"\1\0")


class Line:
    """A folded line. Whoever finds something in it adds a weight and explains the characters that say so.

    `reading.read` asks them in a fixed order, for each looks at what is explained already: labels (which set
    `labelled`), phrases (`sure`), times (`dated`, `stamped`), shapes, and last whether it is a row of buttons (`row`).
    """

    def __init__(self, text: str, raw: str) -> None:
        self.text = text
        self.plain = undecorated(text)
        self.explained = bytearray(len(text))
        self.mentioned = bytearray(len(text))
        self.weights: defaultdict[str, float] = defaultdict(float)
        self.labelled = self.dated = self.stamped = self.row = self.sure = False
        self.opens_list = len(text) <= _LONGEST_HEAD and opens_list(self.plain)
        self.lists = not self.opens_list and _lists(self.plain)
        if not _QUOTES.isdisjoint(raw):
            self._mention(_QUOTED.finditer(raw), shorter_than=len(raw) - 1)  # in quotation marks it is not used
        if "." in text or "://" in text or "@" in text:
            self._mention(ADDRESS.finditer(text), explain=True)
        if "《" in text:
            self._mention(_FILE.finditer(text), explain=True)

    def _mention(self, matches: Iterator[re.Match[str]], *, shorter_than: int = 0, explain: bool = False) -> None:
        for match in matches:
            start, end = match.span()
            if shorter_than and end - start >= shorter_than:
                continue
            self.mentioned[start:end] = b"\1" * (end - start)
            if explain:
                self.explain(start, end)

    def explain(self, start: int, end: int) -> None:
        self.explained[start:end] = b"\1" * (end - start)

    def add(self, kind: str, weight: float, start: int, end: int) -> None:
        self.weights[kind] += weight
        self.explain(start, end)

    def weight(self) -> float:
        return sum(self.weights.values())

    def rest(self, start: int = 0, end: int | None = None) -> int:
        """How many letters and digits nothing accounts for."""
        unknown = compress(self.text[start:end], self.explained[start:end].translate(_UNEXPLAINED))
        return sum(map(str.isalnum, unknown))


def undecorated(text: str) -> str:
    found = _UNDECORATED.search(text)
    return found[0] if found else ""


def _lists(plain: str) -> bool:
    """Whether a line announces other articles and names them too: `旧文 雨季的鞋 坐电车去西环`."""
    match = _HEADED.match(plain)
    return match is not None and opens_list(match[1].strip())
