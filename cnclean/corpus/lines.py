"""What is learned from one document: its lines, which of them a site may print, and what it is about."""

import re
import zlib
from typing import Final

from cnclean.options import Options
from cnclean.patterns import compile_later
from cnclean.pipeline import STAGES, clean
from cnclean.stage import line_bounds

_LETTERS = compile_later(r"[^\W\d_]")
_SENTENCE = compile_later(r"[。！？!?；;…]\W*$|。")
_NUMBERED = compile_later(
    r"\W*(?:0(?![-/年])|[〇零一二三四五六七八九十百]+ ?[、.)章节節回卷篇]|第 ?[0-9〇零一二三四五六七八九十百])"
)
_DATED = compile_later(r"[\W0-9年月日时時分秒点點上下午星期周週一]+")
_COUNTED = compile_later(
    r"0-0-0|0/0/0|0[年月]0|0:0|: ?0|0 ?(?:次|[条條]|人|篇|[页頁]|[楼樓]|[则則]|[阅閱]|[评評]|[浏瀏]|留言|[赞讚])|©|tel",
    re.IGNORECASE,
)
_SPOKEN = compile_later(r"[“「『‘\"]|\W*[问問答甲乙男女]\W*:")

_NAMES: Final = [stage.name for stage in STAGES]
_BEFORE: Final = Options(only=frozenset(_NAMES[: _NAMES.index("template")]))
"""What a text has gone through when the stage `template` looks at it."""


def lines_of(text: str) -> list[str]:
    """The lines of a document that are not blank, as the stage `template` will see them."""
    text = clean(text, _BEFORE)
    return [text[start:end] for start, end in line_bounds(text)]


def is_learnable(line: str, place: str) -> bool:
    """Whether a normalized line may be a site's at all, however often it recurs.

    No rule, date, speech; nothing numbered, which is a heading or an item; no sentence with a number in it: two that
    differ in it say different things. At the head a number must be one of a page's furniture, or the line may be the
    title of a series.
    """
    if len(_LETTERS.findall(line)) < 2 or _NUMBERED.match(line) or _DATED.fullmatch(line) or _SPOKEN.match(line):
        return False
    if "0" not in line:
        return True
    return not _SENTENCE.search(line) and (place == "tail" or _COUNTED.search(line) is not None)


def content_of(lines: list[str]) -> int:
    """What the document is about, for telling two documents from one twice: its longest line far from the edges."""
    middle = lines[len(lines) // 4 : -(-3 * len(lines) // 4)]
    return zlib.crc32(max(middle, key=len, default="").encode("utf-8", "surrogatepass"))
