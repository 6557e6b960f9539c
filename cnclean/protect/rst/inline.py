"""What is protected inside a paragraph of reStructuredText: literals, roles, references, substitutions."""

from cnclean.edits import Bounds
from cnclean.patterns import compile_later

_PIECE = compile_later(
    # Markup ends before a blank or a mark only; where it stands among letters, the next quotes are taken as the end.
    r"``(?<!\w``)(?=\S)(?:[^`]|`(?!`)|``(?=\w)|(?<=\s)``(?!\w)){1,400}?(?<=\S)``(?!\w)|``(?:[^`]|`(?!`))+``"
    r"|`(?<!\w`)(?=\S)(?:[^`]|`(?=\w)){1,400}?(?<=\S)`(?:__?|:\w[\w:.+-]{0,60}:)?(?!\w)"
    r"|\|(?<!\w\|)(?![\s|])(?:[^|\n]|\|(?=\w)){1,100}?(?<=\S)\|_{0,2}(?!\w)"
    r"|(?::\w[\w:.+-]{0,60}:)?`[^`]+`(?:__?|:\w[\w:.+-]{0,60}:)?"
    r"|\|(?![\s|])[^|\n]*[^\s|]\|_{0,2}|\[(?<!\S\[)[^\[\]\s]+\]_"
    r"|_{1,2}(?<=\w_)(?![\w`]) ?"
    r"|:[a-z]{1,30}(?::[a-z]{1,30}){0,3}: (?=`)"  # a role that a blank has broken
    r"|::(?=[ \t]*(?:\n|\Z))"
    # Markup may begin behind a full-width mark, but not behind these.
    r"|[,;.?!)…](?<![,;.?!)…].)[,;.?!)…]*+(?=[*`|\[_]|:\w[\w:.+-]{0,40}:`|https?:|\w{1,40}_(?!\w))"
)


def find_inline(text: str, _blocks: list[Bounds], prose: list[Bounds]) -> list[Bounds]:
    return [match.span() for start, end in prose for match in _PIECE.finditer(text, start, end)]
