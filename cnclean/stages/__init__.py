"""One file (or one folder, where a repair is a system of its own) per stage; the file is named as the stage."""

from importlib import import_module


def about(stage: str) -> str:
    """What the stage of this name repairs: the first line of its module's docstring."""
    return (import_module(f"cnclean.stages.{stage}").__doc__ or "").partition("\n")[0]
