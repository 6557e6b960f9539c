"""How the command talks about itself. What it says of the options is what `Options` says."""

import argparse
import re
from typing import NoReturn

from cnclean.options import Options


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"cnclean: {message}; see {self.prog} --help\n")


class HelpFormatter(argparse.HelpFormatter):
    """Flags in one column, as wide as a terminal is by custom."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=100)


def count(text: str) -> int:
    """A value of a flag: how many."""
    if text.isdecimal() and int(text):
        return int(text)
    raise argparse.ArgumentTypeError(f"a number from 1 on, not {text!r}")


def number(text: str) -> float:
    """A value of a flag: how much."""
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a number, not {text!r}") from None


def field_helps() -> dict[str, str]:
    """What the docstring of `Options` says of each field: a line of names in backquotes, then what they mean."""
    lines = re.findall(r"^ *((?:`\w+`(?:, )?)+) +(.+(?:\n {5,}.+)*)", Options.__doc__ or "", re.MULTILINE)
    return {name: " ".join(text.split()) for names, text in lines for name in re.findall(r"\w+", names)}


def preset_help() -> str:
    presets = " ".join((Options.preset.__doc__ or "").replace("`", "").split()).replace("%", "%%")
    return f"{presets} Default: document for files of a markup by their names (.md .rst .adoc), else article"
