"""Faces in half-width brackets: `(￣ー￣)`, `(っ °Д °;)っ`, `(;一_一)`."""

from collections.abc import Iterator
from typing import Final

from cnclean.patterns import compile_later

_PLAIN_FACE = compile_later(r"(\w)_+\1;?|[ツシノ]|[^\w]*[´｀`∀▽◕﹏][^A-Za-z]*|[^\w]+ω[^\w、，,]+")
_LETTERS: Final = "ーˇˊˋˉˍºﾟﾉヽヾっつづッツノシロへヘヮェン口皿益艹灬人一三工oOTvVcxuwДдωσεㄒ3_"
_ANY: Final = rf"(?:[^\w\n()（）]|[{_LETTERS}])"
# Two eyes with a mouth between them, or two of the signs and arms that little else is made of.
_MOUTH: Final = "[_口皿益ωдДロへー▽∀∇△﹏﹃3ェヮ人‿︿＿ˍ′。voO]{1,3}"
_EYES: Final = rf"([￣゜ﾟ°´｀`・･≧≦^ˇˊˋˉ〒ㄒ艹口一三灬人ー•◕⊙◎º@*+⌒T])\s?{_MOUTH}\s?\1|>{_MOUTH}<|_ _"
_SIGN: Final = "[￣゜ﾟ´｀`∀▽∇◕﹏ωдД皿益‿ˇ⊂⊃∩ᗜ˘≧≦・･ノっつづシヽヾ]"
_MAY_BE_DRAWN = compile_later(rf"{_ANY}+")
_IS_DRAWN = compile_later(rf"{_EYES}|{_SIGN}.*{_SIGN}")
_LONGEST: Final = 14
_IN_BRACKETS = compile_later(rf"\(({_ANY}{{3,{_LONGEST}}})\)")


def is_face(inside: str) -> bool:
    """Whether what stands between brackets is a face."""
    return _PLAIN_FACE.fullmatch(inside) is not None or _is_drawn(inside)


def find_faces(text: str) -> Iterator[tuple[int, int]]:
    """The faces, whose marks (`(;一_一)`) belong to them."""
    return (match.span() for match in _IN_BRACKETS.finditer(text) if _is_drawn(match[1]))


def _is_drawn(inside: str) -> bool:
    if len(inside) > _LONGEST or not _MAY_BE_DRAWN.fullmatch(inside):
        return False
    return _IS_DRAWN.search(inside) is not None
