"""What a command line says: its mode and files, and the settings it names."""

import argparse
from collections.abc import Sequence

from cnclean.command.keys import KINDS, Value, key_of
from cnclean.command.parser import FORMATS
from cnclean.command.usage import Parser


def parse_flags(parser: Parser, arguments: Sequence[str]) -> argparse.Namespace:
    """Flags and files in any order; all behind `--` are files, which `parse_intermixed_args` does not know."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    flags = parser.parse_intermixed_args(arguments[:end])
    flags.files += arguments[end + 1 :]
    if flags.output_format is None:
        flags.output_format = "diff" if flags.mode == "diff" else "text"
    elif flags.mode not in (None, "check"):
        parser.error(f"--output-format: is for --check, not for --{flags.mode}")
    elif flags.output_format not in FORMATS:
        parser.error(f"--output-format: no choice {flags.output_format!r}; the choices are {', '.join(FORMATS)}")
    else:
        flags.mode = "check"
    if flags.mode == "diff":
        flags.mode = "check"
    return flags


def given(flags: argparse.Namespace) -> dict[str, Value]:
    """The settings that the command line names."""
    values = {key_of(name): value for name, value in vars(flags).items() if key_of(name) in KINDS}
    return {key: KINDS[key](value) if isinstance(value, list) else value for key, value in values.items()}
