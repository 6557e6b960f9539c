"""The damage, forward: what the annotating converter and the decoder behind it did to a Simplified page.

It made the text Traditional character by character, replaced in the bytes of GBK each annotated character by itself
and its reading in brackets, wherever these bytes stood; restarted the decoder before some marks; and decoded, a first
byte with an impossible second one giving one `?` for both, a pair that is no character nothing.
"""

import functools
import random
import re

import opencc

from cnclean.lexicon import segment
from cnclean.stages.annotations.converted import KEPT
from cnclean.stages.annotations.readings import annotated
from cnclean.tables.readings import FIRST


def annotate(text: str, restarts: float = 0.0, seed: int = 0) -> str:
    data = "".join(_traditional(char) for char in text).encode("gbk", "ignore")
    rows = ((char.encode("gbk"), reading) for reading, chars in annotated().items() for char in chars)
    for code, reading in sorted(rows):
        data = data.replace(code, code + f"({reading})".encode("gbk"))
    choice = random.Random(seed)
    pieces, last = [], 0
    for match in re.finditer(b"\xa3[\xa1\xbb\xbf]", data):
        if choice.random() < restarts:
            pieces.append(data[last : match.start()])
            last = match.start()
    return "".join(map(decode, [*pieces, data[last:]]))


def decode(data: bytes) -> str:
    text, i = "", 0
    while i < len(data):
        pair = data[i : i + 2]
        if pair[0] < 0x80:
            text += chr(pair[0])
            i += 1
        elif len(pair) < 2 or pair[0] in (0x80, 0xFF) or pair[1] in b"\r\n":
            text += "?"
            i += 1
        else:
            text += "?" if pair[1] < 0x40 or pair[1] in (0x7F, 0xFF) else pair.decode("gbk", "ignore")
            i += 2
    return text


@functools.cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@functools.cache
def _traditional(char: str) -> str:
    converted: str = _converter().convert(char)
    return char if char in KEPT or len(converted) != 1 or not _encodable(converted) else converted


def _encodable(char: str) -> bool:
    return bool(char.encode("gbk", "ignore"))


def scatter(text: str, share: float, seed: int = 0) -> str:
    """Another site: Traditional, and a share of all characters annotated at random."""
    choice = random.Random(seed)
    damaged = ""
    for char in map(_traditional, text):
        damaged += char
        if char in _first_readings() and choice.random() < share:
            damaged += f"({_first_readings()[char]})"
    return damaged


def scatter_words(text: str, share: float, seed: int = 0) -> str:
    """A third: Simplified, and a share of all words annotated, some of them twice."""
    choice = random.Random(seed)
    damaged = ""
    for word in segment(text):
        damaged += word
        if all(char in _first_readings() for char in word) and choice.random() < share:
            damaged += f"({''.join(_first_readings()[char] for char in word)})" * choice.choice([1, 1, 2])
    return damaged


@functools.cache
def _first_readings() -> dict[str, str]:
    return {char: reading for reading, chars in FIRST.items() for char in chars}
