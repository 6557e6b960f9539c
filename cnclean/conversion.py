"""OpenCC's own conversion, byte for byte, for those who want exactly that."""

from cnclean.patterns import compile_later
from cnclean.stages.script.engine import converter

_SURROGATES = compile_later("([\ud800-\udfff]+)")


def convert(text: str, configuration: str, *, rare: bool = True) -> str:
    """What OpenCC makes of `text` by one of its configurations (`s2t`, `tw2sp`, `jp2t`, ...).

    Nothing is detected, guarded or protected here: it converts Japanese, code and text that already is in the script.
    Lone surrogates, on which OpenCC raises, are passed through. `rare=False` leaves out the dictionaries whose
    characters most fonts do not have.
    """
    opencc = converter(configuration, rare=rare)
    try:
        return opencc.convert(text)
    except UnicodeEncodeError:
        return "".join(
            part if _SURROGATES.match(part) else opencc.convert(part) for part in _SURROGATES.split(text) if part
        )
