"""The places of a text that must never be shown to OpenCC: what is protected, what machines read, what it spoils."""

from collections.abc import Iterable, Iterator
from heapq import merge
from typing import TypeVar

from cnclean.options import Options
from cnclean.patterns import compile_later
from cnclean.prose.code_passages import find_code
from cnclean.protect import protected
from cnclean.stages.script.bits import SPOILED
from cnclean.stages.script.file_names import file_names
from cnclean.stages.script.kinds import Kinds

T = TypeVar("T")

_PATH_BEGINS = ("/", ":\\")  # as `protect` finds it: ~ and the drive stand before it
# Behind a stroke a sentence says what is done there, or what that is: C:\下创建, C:\.git\目录; not D:\内蒙古.
_SENTENCE_BEGINS = "[下中里裡内內](?=[的，有创創新建执執运運])|(?:目录|目錄|路径|路徑)(?=[，。、的下中里裡])"
_GLUED = compile_later(
    rf"(?:(?<=[A-Za-z0-9”’」）])|(?<=[/\\])(?={_SENTENCE_BEGINS}))"
    r"[\u4e00-\u9fff]+(?![A-Za-z0-9]*[._/\\-]|[\u4e00-\u9fff])"
)
_CLOSING = compile_later("[”’》」』】]")


def holes(text: str, kinds: Kinds, options: Options) -> Iterator[tuple[int, int]]:
    """Those of `text`, by their starts."""
    if not kinds.sign and not kinds.untouched and options.markup == "none":
        return file_names(text)
    untouched = (match.span() for match in SPOILED.finditer(text)) if kinds.untouched else ()
    if not kinds.sign and options.markup == "none":
        return merge(file_names(text), untouched)
    paths = ((start, _end_of_path(text, start, end)) for start, end in protected(text, options))
    return merge(find_code(text), file_names(text), untouched, paths)


def _end_of_path(text: str, start: int, end: int) -> int:
    """A path ends where a sentence is glued to it (/usr/lib/sa2是一个程序), or a mark closes it: “/bin/sh”是默认的."""
    if not text.startswith(_PATH_BEGINS, start):
        return end
    glued = _CLOSING.search(text, start, end) or _GLUED.search(text, start, end)
    return glued.start() if glued else end


def outside_holes(found: Iterable[tuple[int, int, T]], holes: list[tuple[int, int]]) -> Iterator[tuple[int, int, T]]:
    """The passages without the holes."""
    at = 0
    for start, end, route in found:
        while at < len(holes) and holes[at][1] <= start:
            at += 1
        hole, done = at, start
        while hole < len(holes) and holes[hole][0] < end:
            if done < holes[hole][0]:
                yield done, holes[hole][0], route
            done = max(done, holes[hole][1])
            hole += 1
        if done < end:
            yield done, end, route
