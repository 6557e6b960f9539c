"""What a line says by its shape: page numbers, tags, paths through a site, rows of short parts."""

from functools import lru_cache
from typing import Final

from cnclean.patterns import compile_later
from cnclean.stages.boilerplate.line import Line
from cnclean.stages.boilerplate.paths import weigh_path
from cnclean.stages.boilerplate.wording.shapes import SHAPES

_ENDS = compile_later(
    r"(?:the )?e ?n ?d|fin|文末"
    r"|(?:全|本|正|此)?(?:文|篇|章|书|剧|集|期|故事|文章)?(?:已?完结?|终|剧终|完毕|结束|到此结束)"
)
_FILE_NAME = compile_later(r"《?[^\s.。,;:!?][^.。,;:!?]{1,40}\.(?:docx?|pdf|pptx?|xlsx?)》?$")
_MARKED: Final = 3
_SIGNS: Final = frozenset[str]().union(*(signs for _, _, signs, _ in SHAPES))


def weigh_shapes(line: Line) -> None:
    text = line.text
    by_sign = _by_sign()
    for at in sorted({at for sign in _SIGNS.intersection(text) for at in by_sign[sign]}):
        kind, weight, _, pattern = SHAPES[at]
        if match := pattern.search(text):
            line.add(kind, weight, match.start(), match.end())
    weigh_path(line)
    if _FILE_NAME.match(text):
        line.weights["preview"] += 1.5  # in a list of other documents: its words are left unexplained
    if _ENDS.fullmatch(line.plain) and (line.plain != text or len(text) >= _MARKED):
        line.add("end", 3.0, 0, len(text))
    if line.opens_list:
        line.add("related", 2.0, 0, len(text))
    elif line.lists:
        line.add("related", 2.5, 0, len(text))


@lru_cache(maxsize=1)
def _by_sign() -> dict[str, tuple[int, ...]]:
    """Of each sign the places in `SHAPES` of those that need it or another one."""
    return {sign: tuple(at for at, (_, _, signs, _) in enumerate(SHAPES) if sign in signs) for sign in _SIGNS}
