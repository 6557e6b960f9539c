"""The flags that the command knows. Those for `Options` come from its fields."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import Field, fields
from typing import Final, get_args

from cnclean import __version__
from cnclean.command.keys import AUTO, CHOICES, KINDS, key_of
from cnclean.command.usage import HelpFormatter, Parser, count, field_helps, number, preset_help
from cnclean.learned import Boilerplate
from cnclean.options import Options, Preset

_EPILOG: Final = """\
exit status: 0 nothing to do, or done; 1 --check or --diff found something; 2 a file could not be read or written,
or the command line is wrong; 130 interrupted"""


def make_parser() -> Parser:
    parser = Parser(
        prog="cnclean",
        usage="cnclean [options] [FILE ...]\n       cnclean learn [options] CORPUS ...",
        description="Repair dirty Chinese text. Without FILE, standard input is one document. The cleaned text goes to"
        " standard output.",
        epilog=_EPILOG,
        allow_abbrev=False,
        add_help=False,
        formatter_class=HelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help=argparse.SUPPRESS)
    _add_modes(parser.add_argument_group("instead of printing the cleaned text"))
    _add_forms(parser.add_argument_group("input"))
    _add_files(parser.add_argument_group("files and configuration"))
    _add_repairs(parser.add_argument_group("repairs (lists are comma-separated)"))
    about = parser.add_argument_group("about")
    about.add_argument("-h", "--help", action="help", help="show this help")
    about.add_argument("--version", action="version", version=f"cnclean {__version__}", help="show the version")
    return parser


FORMATS: Final = {
    "text": ("cnclean.report.text", "render"),
    "diff": ("cnclean.report.diff", "render"),
    "json": ("cnclean.report.machine", "render_json"),
    "rdjson": ("cnclean.report.machine", "render_rdjson"),
    "sarif": ("cnclean.report.sarif", "render"),
    "github": ("cnclean.report.github", "render"),
}
"""How findings are told, and by which function of which module: only that is imported."""

_MODES: Final = {
    "check": "show what would change, a finding a line",
    "diff": "the same as a unified diff",
    "write": "rewrite the files that change",
    "explain": "show every edit, grouped by stage",
    "detect": "tell which script each file is in; with --lines or -0 count the documents of each script",
    "list": "list the stages in their order",
    "show-config": "show what holds for each file, and who said so",
}


def _add_modes(group: argparse._ArgumentGroup) -> None:
    modes = group.add_mutually_exclusive_group()
    for mode, text in _MODES.items():
        modes.add_argument(f"--{mode}", dest="mode", action="store_const", const=mode, help=text)
    group.add_argument(
        "--output-format", metavar=_choices(FORMATS), help="how --check tells its findings; default text"
    )


def _add_forms(group: argparse._ArgumentGroup) -> None:
    separators = group.add_mutually_exclusive_group()
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
    group.add_argument(
        "--encoding",
        metavar="NAME",
        default=argparse.SUPPRESS,
        help="of the input; default utf-8 (bytes that are not pass through); auto finds out",
    )
    group.add_argument(
        "--stdin-filename", metavar="NAME", help="treat standard input as this file: its format and configuration"
    )


def _add_files(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--exclude",
        metavar="GLOB",
        action="append",
        default=argparse.SUPPRESS,
        help="not these files of a folder, as in .gitignore",
    )
    group.add_argument(
        "--force-exclude",
        action="store_true",
        default=argparse.SUPPRESS,
        help="nor where they are named, as pre-commit does",
    )
    group.add_argument(
        "-j", "--jobs", type=count, metavar="N", help="processes for --check and --write; default: one for each core"
    )
    sources = group.add_mutually_exclusive_group()
    sources.add_argument("--config", metavar="FILE", help="read this pyproject.toml or .cnclean.toml, no other")
    sources.add_argument("--isolated", action="store_true", help="read no configuration")


def _add_repairs(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--preset", metavar=_choices(get_args(Preset)), default=argparse.SUPPRESS, help=preset_help())
    for field in fields(Options):
        _add_option(group, field)


def _add_option(group: argparse._ArgumentGroup, field: Field[object]) -> None:
    flag = "--" + key_of(field.name)
    text = field_helps().get(field.name, "").replace("`", "").replace("%", "%%")
    kind = KINDS[key_of(field.name)]
    if kind is bool:
        group.add_argument(flag, action="store_true", default=argparse.SUPPRESS, help=text)
    elif kind is frozenset:
        group.add_argument(flag, type=_names, action="extend", metavar="NAMES", default=argparse.SUPPRESS, help=text)
    elif kind is str:
        # No `choices`: Options checks them, in words that are the same in Python and in every version of argparse.
        choices = CHOICES[field.name] + ((AUTO,) if field.name == "markup" else ())
        group.add_argument(flag, metavar=_choices(choices), default=argparse.SUPPRESS, help=text)
    elif kind is Boilerplate:
        group.add_argument(flag, metavar="FILE", default=argparse.SUPPRESS, help=text)
    else:
        group.add_argument(flag, type=number, metavar="N", default=argparse.SUPPRESS, help=text)


def _names(text: str) -> Sequence[str]:
    if names := [name.strip() for name in text.split(",") if name.strip()]:
        return names
    raise argparse.ArgumentTypeError("no name given; leave it out, or name something")


def _choices(choices: Iterable[str]) -> str:
    return "{" + ",".join(dict.fromkeys(choices)) + "}"
