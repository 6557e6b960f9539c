"""The command's flags. Those for `Options` come from its fields, their help from its docstring."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import Field, fields, replace
from types import NoneType, UnionType
from typing import Final, Literal, NoReturn, get_args, get_origin

from cnclean import __version__
from cnclean.options import Options, Preset

_EPILOG: Final = """\
exit status: 0 nothing to do, or done; 1 --check or --diff found something; 2 a file could not be read or written,
or the command line is wrong; 130 interrupted"""


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"cnclean: {message}; see cnclean --help\n")


def parse_flags(parser: Parser, arguments: Sequence[str]) -> argparse.Namespace:
    """Flags and files in any order; all behind `--` are files, which `parse_intermixed_args` does not know."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    flags = parser.parse_intermixed_args(arguments[:end])
    flags.files += arguments[end + 1 :]
    return flags


def make_parser() -> Parser:
    parser = Parser(
        prog="cnclean",
        usage="cnclean [options] [FILE ...]",
        description="Repair dirty Chinese text. Without FILE, standard input is one document. The cleaned text goes to"
        " standard output.",
        epilog=_EPILOG,
        allow_abbrev=False,
        add_help=False,
        formatter_class=_Help,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help=argparse.SUPPRESS)
    modes = parser.add_argument_group("instead of printing the cleaned text").add_mutually_exclusive_group()
    for mode, text in _MODES.items():
        modes.add_argument(f"--{mode}", dest="mode", action="store_const", const=mode, help=text)
    forms = parser.add_argument_group("input")
    separators = forms.add_mutually_exclusive_group()
    separators.add_argument(
        "--lines",
        dest="separator",
        action="store_const",
        const=b"\n",
        help="each line is a document and stays one line",
    )
    separators.add_argument(
        "-0", "--null", dest="separator", action="store_const", const=b"\0", help="documents end with a NUL"
    )
    forms.add_argument(
        "--encoding",
        metavar="NAME",
        default="utf-8",
        help="of the input; default utf-8 (bytes that are not pass through); auto finds out",
    )
    repairs = parser.add_argument_group("repairs (lists are comma-separated)")
    repairs.add_argument("--preset", metavar=_choices(Preset), default="article", help=_preset_help())
    for field in fields(Options):
        _add_option(repairs, field)
    about = parser.add_argument_group("about")
    about.add_argument("-h", "--help", action="help", help="show this help")
    about.add_argument("--version", action="version", version=f"cnclean {__version__}", help="show the version")
    return parser


def options_of(flags: argparse.Namespace) -> Options:
    """The preset with what the flags change; a stage named by `--only` runs, whatever the preset skips.

    Raises `ValueError` as `Options` does.
    """
    given = vars(flags)
    changes = {field.name: given[field.name] for field in fields(Options) if field.name in given}
    preset = Options.preset(flags.preset)
    chosen = frozenset(changes.get("only", ()))
    changes["skip"] = (preset.skip - chosen) | frozenset(changes.get("skip", ()))
    for name, value in changes.items():
        if isinstance(value, list):
            changes[name] = frozenset(value)
    return replace(preset, **changes)


def field_helps() -> dict[str, str]:
    """What the docstring of `Options` says of each field: a line of names in backquotes, then what they mean."""
    lines = re.findall(r"^ {4}((?:`\w+`(?:, )?)+) +(.+(?:\n {5,}.+)*)", Options.__doc__ or "", re.MULTILINE)
    return {name: " ".join(text.split()) for names, text in lines for name in re.findall(r"\w+", names)}


_MODES: Final = {
    "check": "list the files that would change",
    "diff": "show what would change, as a unified diff",
    "write": "rewrite the files that change",
    "explain": "show every edit, grouped by stage",
    "list": "list the stages in their order",
}


def _add_option(group: argparse._ArgumentGroup, field: Field[object]) -> None:
    flag = "--" + field.name.replace("_", "-")
    text = field_helps().get(field.name, "").replace("`", "").replace("%", "%%")
    kind = _without_none(field.type)
    if kind is bool:
        group.add_argument(flag, action="store_true", default=argparse.SUPPRESS, help=text)
    elif kind is int or kind is float:
        group.add_argument(flag, type=kind, metavar="N", default=argparse.SUPPRESS, help=text)
    elif get_origin(kind) is frozenset:
        group.add_argument(flag, type=_names, action="extend", metavar="NAMES", default=argparse.SUPPRESS, help=text)
    elif get_origin(kind) is Literal:
        # No `choices`: Options checks them, in words that are the same in Python and in every version of argparse.
        group.add_argument(flag, metavar=_choices(kind), default=argparse.SUPPRESS, help=text)
    else:
        raise TypeError(f"no flag for the type of Options.{field.name}: {field.type!r}")


def _without_none(kind: object) -> object:
    members = [member for member in get_args(kind) if member is not NoneType]
    return members[0] if isinstance(kind, UnionType) and len(members) == 1 else kind


def _names(text: str) -> Sequence[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _choices(kind: object) -> str:
    return "{" + ",".join(map(str, get_args(kind))) + "}"


def _preset_help() -> str:
    return " ".join((Options.preset.__doc__ or "").replace("`", "").split()).replace("%", "%%")


class _Help(argparse.HelpFormatter):
    """Flags in one column, as wide as a terminal is by custom."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=100)
