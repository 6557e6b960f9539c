"""One folded line, which of its characters are explained, and the weight of the evidence by kind."""

import re
from collections import defaultdict
from typing import Final

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.lookup import opens_list
from cnclean.stages.boilerplate.phrases import find_phrases

ADDRESS: Final = compile_later(r"https?://[!-~]+|www\.[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_QUOTED = compile_later(r"[“「『][^“”「」『』]{5,40}[”」』]|\"[^\"]{5,40}\"|《[^《》]{2,40}》")
_TITLE = compile_later(r"《[^《》]{1,30}》")
_SURE: Final = 3.0
_FEW: Final = 6
_FILE = compile_later(r"《[^》]{1,40}\.(?:docx?|pdf|pptx?|xlsx?|txt)(?:\([^)]*\))?》")
_CONTENT = compile_later(rf"[A-Za-z0-9{HAN}]")
_WORD = compile_later(rf"[a-z0-9{HAN}]")
_UNEXPLAINED = re.compile(b"\0+")
_DECORATION = compile_later(r"^[\W_]+|[\W_]+$")


class Line:
    """A folded line. Whoever finds something in it adds a weight and explains the characters that say so."""

    def __init__(self, text: str, raw: str) -> None:
        self.text = text
        self.plain = _DECORATION.sub("", text)
        self.explained = bytearray(len(text))
        self.mentioned = bytearray(len(text))
        self.weights: defaultdict[str, float] = defaultdict(float)
        self.labelled = self.dated = self.stamped = self.row = False
        self.opens_list = len(text) <= 60 and opens_list(self.plain.rstrip(":").strip())
        for match in _QUOTED.finditer(raw):
            if len(match[0]) < len(raw) - 1:  # in quotation marks a phrase is mentioned, not used
                self.mentioned[match.start() : match.end()] = b"\1" * len(match[0])
        for pattern in (ADDRESS, _FILE):
            for match in pattern.finditer(text):
                self.mentioned[match.start() : match.end()] = b"\1" * len(match[0])
                self.explain(match.start(), match.end())

    def explain(self, start: int, end: int) -> None:
        self.explained[start:end] = b"\1" * (end - start)

    def add(self, kind: str, weight: float, start: int, end: int) -> None:
        self.weights[kind] += weight
        self.explain(start, end)

    def rest(self, start: int = 0, end: int | None = None) -> int:
        """How many letters and digits nothing accounts for."""
        gaps = _UNEXPLAINED.finditer(self.explained, start, len(self.text) if end is None else end)
        return sum(len(_CONTENT.findall(self.text, *gap.span())) for gap in gaps)

    def weigh_phrases(self) -> None:
        seen: set[str] = set()
        hints: list[tuple[str, int, int]] = []
        for start, end, covered, phrase in find_phrases(self.text):
            if not phrase.weight or self.mentioned[start]:
                continue
            if self.explained[start] or phrase.word in seen:
                self.explain(start, end)
            elif phrase.weight > 1:
                self.weights[phrase.kind] += phrase.weight
                for span in covered:
                    self.explain(*span)
            else:
                hints.append((phrase.kind, start, end))
            seen.add(phrase.word)
        # A hint is an ordinary word: it counts on a button of its own, or beside a phrase that says more.
        enough = sum(self.weights.values()) >= 2
        if sum(self.weights.values()) >= _SURE:
            for match in _TITLE.finditer(self.text):
                self.explain(*match.span())  # 《…》在线预览
        counted = [hint for hint in hints if self._stands_alone(*hint[1:]) or (enough and hint[2] - hint[1] > 1)]
        for _, start, end in counted:
            self.explain(start, end)
        for kind, _, _ in counted[: None if self.rest() <= _FEW else 1]:  # an ordinary line holds ordinary words
            self.weights[kind] += 1.0

    def _stands_alone(self, start: int, end: int) -> bool:
        return not (_WORD.match(self.text, end) or (start and _WORD.match(self.text[start - 1])))
