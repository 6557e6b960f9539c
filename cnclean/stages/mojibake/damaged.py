"""UTF-8 of which bytes were lost.

Where one is missing stands `?`, a byte FF (U+FFFD) or nothing. The character is guessed where its first two bytes are
left and its neighbours leave no doubt; else it is U+FFFD.
"""

import contextlib

from cnclean.encoding.likelihood import COMMON_PAIR, OTHER_PAIR, pairs, weights
from cnclean.patterns import compile_later

# A character, or the beginning of one and what stands for its lost end, or ASCII, or a byte that belongs to none.
TOKEN = compile_later(
    rb"(?P<whole>[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2})"
    rb"|(?P<begun>[\xe0-\xef][\x80-\xbf])(?P<lost>[?\xff]?)|(?P<ascii>[\x00-\x7f]+)|[\xc2-\xf0][?\xff]?|[\x80-\xff]"
)
_SURE, _SURER = 4.0, 6.5  # the second where nothing shows that a byte is missing
_SINGLE = 4.0


def decode_damaged(data: bytes) -> str:
    """The text of `data`."""
    pieces: list[str] = []
    for token in TOKEN.finditer(data):
        if token["whole"] or token["ascii"]:
            pieces.append(token[0].decode("utf-8", "replace"))
        elif token["begun"]:
            after = data[token.end() : token.end() + 3].decode("utf-8", "ignore")
            pieces.append(
                _guess(token["begun"], pieces[-1][-1:] if pieces else "", after[:1], marked=bool(token["lost"]))
            )
        elif not pieces or pieces[-1] != "\ufffd":
            pieces.append("\ufffd")
    return "".join(pieces)


def _guess(beginning: bytes, before: str, after: str, *, marked: bool) -> str:
    """The one of sixty-four characters that fits its neighbours best, if no other one nearly does."""
    if not after:
        return "。" if beginning == b"\xe3\x80" else "\ufffd"
    common, weight = pairs(), weights()
    scores = []
    for last in range(0x80, 0xC0):
        with contextlib.suppress(UnicodeDecodeError):
            character = (beginning + bytes([last])).decode("utf-8")
            score = weight[character]
            for pair in (before + character, character + after):
                if len(pair) == 2:
                    score += COMMON_PAIR if pair in common else OTHER_PAIR
            # A byte that was lost alone was no lead byte: 80, most likely.
            scores.append((score + (_SINGLE if marked and last == 0x80 else 0.0), character))
    scores.sort(reverse=True)
    if after > "\x7f" and len(scores) > 1 and scores[0][0] - scores[1][0] >= (_SURE if marked else _SURER):
        return scores[0][1]
    return "\ufffd"
