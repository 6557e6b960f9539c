"""The phrases of a line as evidence: what they weigh together, and how much of the line they explain."""

from typing import Final, NamedTuple

from cnclean.han import HAN
from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import RIGHTS, Line
from cnclean.stages.boilerplate.phrases import Found, find_phrases

_SURE: Final = 3.0
_LIKELY: Final = 2.0
_WEAK: Final = 0.5
_WEAK_ONES: Final = 2
_MANY: Final = 4
_FEW: Final = 6
"""With more characters unexplained it is an ordinary line, and ordinary words say nothing."""

_WORD = compile_later(rf"[a-z0-9{HAN}]")
_TITLE = compile_later(r"《[^《》]{1,30}》")
_CREDIT = compile_later(r"(?<=[注标]明)[^\w\"“]{0,2}[\"“][^\"”]{2,60}[\"”]")
"""How the page wants to be named: `转载请注明“转自青岚日报”`."""


class _Hint(NamedTuple):
    kind: str
    start: int
    end: int


def weigh_phrases(line: Line) -> None:
    hints: list[_Hint] = []
    seen: set[str] = set()
    for found in find_phrases(line.text):
        phrase = found.phrase
        if not phrase.weight or line.mentioned[found.start]:
            continue
        if all(line.explained[found.start : found.end]) or phrase.word in seen:
            line.explain(found.start, found.end)
        elif phrase.weight > 1:
            _weigh(line, found)
        else:
            hints.append(_Hint(phrase.kind, found.start, found.end))
        seen.add(phrase.word)
    if line.sure and "《" in line.text:
        for match in _TITLE.finditer(line.text):
            line.explain(*match.span())  # 《…》在线预览
    if line.sure and "明" in line.text:
        for match in _CREDIT.finditer(line.text):
            line.explain(*match.span())
    if hints and len(line.plain) > 1:  # a character alone may be anything's
        _weigh_hints(line, hints)


def _weigh(line: Line, found: Found) -> None:
    line.weights[found.phrase.kind] += found.phrase.weight
    line.sure |= found.phrase.weight >= _SURE
    for start, end in found.covered:
        line.explain(start, end)


def _weigh_hints(line: Line, hints: list[_Hint]) -> None:
    """A hint is an ordinary word: it counts on a button of its own, or beside a phrase that says more."""
    dense = _are_dense(line, hints)
    enough = dense or line.weight() >= _LIKELY
    counted = [hint for hint in hints if (enough and hint.end - hint.start > 1) or _stands_alone(line.text, hint)]
    for hint in counted:
        line.explain(hint.start, hint.end)
    if not counted and not line.weights:
        # Some of them in one line are a sign of their own, too weak to stand without neighbours.
        words = {line.text[hint.start : hint.end]: hint.kind for hint in hints if hint.end - hint.start > 1}
        for kind in list(words.values())[:_WEAK_ONES]:
            line.weights[kind] += _WEAK
    for hint in counted[: None if dense or line.rest() <= _FEW else 1]:
        line.weights[hint.kind] += 1.0


def _are_dense(line: Line, hints: list[_Hint]) -> bool:
    """Many different words of the page's own language that make up half of the line: a disclaimer in other words."""
    words = {line.text[hint.start : hint.end]: hint.kind for hint in hints if hint.end - hint.start > 1}
    if len(words) < _MANY or 2 * sum(kind in RIGHTS for kind in words.values()) <= len(words):
        return False
    hinted = sum(hint.end - hint.start for hint in hints if hint.end - hint.start > 1)
    return 2 * (line.rest() - hinted) <= sum(map(str.isalnum, line.text))


def _stands_alone(text: str, hint: _Hint) -> bool:
    return not (_WORD.match(text, hint.end) or (hint.start and _WORD.match(text[hint.start - 1])))
