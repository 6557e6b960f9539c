"""UTF-8 read as cp1252 where five bytes are no character: a decoder that replaces them leaves `å�¯ä»¥` of 可以.

Each U+FFFD, or `?`, is one of these five, so a character with one is one of five, and its neighbours tell which. Where
they do not, it is U+FFFD.
"""

from collections.abc import Iterator

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, pairs, weights
from cnclean.patterns import compile_later
from cnclean.stage import Span
from cnclean.stages.mojibake.octets import CP1252, ENOUGH, UNDEFINED, goodness
from cnclean.stages.mojibake.shifted import LOST

_ANY = f"[\x80-\xbf{LOST}?]"
_CHARACTER = f"(?:[\xe2-\xef]{_ANY}{{2}}|\xf0{_ANY}{{3}})"
_RUN = compile_later(f"(?:{_CHARACTER}[\x20-\x7e]{{0,24}}){{4,}}")
_PART = compile_later(f"{_CHARACTER}|[\x20-\x7e]+")
_FEWEST_WHOLE = 3
_SURE = 2.5


def find_undefined(line: str) -> Iterator[Span]:
    """The runs of `line` that are UTF-8, with what is left of the lost bytes."""
    data = line.translate(CP1252)
    for run in _RUN.finditer(data):
        parts = [part.replace("?", LOST) if part > "\x7f" else part for part in _PART.findall(run[0])]
        whole = [part for part in parts if LOST not in part and part > "\x7f"]
        if not any(LOST in part for part in parts) or len(whole) < _FEWEST_WHOLE:
            continue
        known = [_decode(part) for part in parts]
        if goodness("".join(filter(None, known)), "utf-8", ENOUGH):
            yield run.start(), run.end(), _text(parts, known), "utf-8 read as cp1252"


def _text(parts: list[str], known: list[str]) -> str:
    """What the parts are, each guessed from the one before and the one behind where a byte of it is unknown."""
    text = ""
    for part, character, behind in zip(parts, known, [*known[1:], ""], strict=True):
        text += character or _guess(part, text[-1:], behind[:1])
    return text


def _decode(part: str) -> str:
    return part.encode("latin-1").decode("utf-8", "replace") if LOST not in part else ""


def _guess(part: str, before: str, behind: str) -> str:
    if part.count(LOST) > 1:
        return LOST
    common, weight = pairs(), weights()
    scores = []
    for byte in UNDEFINED:
        character = _decode(part.replace(LOST, chr(byte)))
        neighbours = [pair for pair in (before + character, character + behind) if len(pair) == 2 and pair.isalpha()]
        score = weight[character] + sum(COMMON_PAIR if pair in common else OTHER_PAIR for pair in neighbours)
        scores.append((score, character))
    (best, character), (second, _) = sorted(scores, reverse=True)[:2]
    return character if best - second >= _SURE and LOST not in character else LOST
