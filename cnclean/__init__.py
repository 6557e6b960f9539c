"""Repair dirty Chinese text, and account for every edit."""

TYPE_CHECKING = False  # typing's own costs more to import than `cnclean --version` may take
if TYPE_CHECKING:
    from cnclean.conversion import convert, convert_batch
    from cnclean.corpus.learning import learn
    from cnclean.detection import Detection, detect
    from cnclean.edits import Edit, Result
    from cnclean.encoding import Decoded, decode
    from cnclean.learned import Boilerplate
    from cnclean.options import Options
    from cnclean.pipeline import STAGES, clean, explain, steps

__all__ = [
    "STAGES",
    "Boilerplate",
    "Decoded",
    "Detection",
    "Edit",
    "Options",
    "Result",
    "clean",
    "convert",
    "convert_batch",
    "decode",
    "detect",
    "explain",
    "learn",
    "steps",
]
__version__ = "0.1.0"

_HOME = {
    "convert": "cnclean.conversion",
    "convert_batch": "cnclean.conversion",
    "Decoded": "cnclean.encoding",
    "decode": "cnclean.encoding",
    "Detection": "cnclean.detection",
    "detect": "cnclean.detection",
    "Edit": "cnclean.edits",
    "Result": "cnclean.edits",
    "Boilerplate": "cnclean.learned",
    "Options": "cnclean.options",
    "STAGES": "cnclean.pipeline",
    "clean": "cnclean.pipeline",
    "explain": "cnclean.pipeline",
    "steps": "cnclean.pipeline",
    "learn": "cnclean.corpus.learning",
}


if not TYPE_CHECKING:  # a type checker that saw it would know every name, the misspelt ones too

    def __getattr__(name: str) -> object:
        """The public names are imported at their first use: the stages compile some hundred patterns."""
        if name not in _HOME:
            raise AttributeError(f"module 'cnclean' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - not needed by `cnclean --version`

        value: object = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
