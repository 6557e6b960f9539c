"""The command: parse, find the files, act on each, exit status."""

import argparse
import os
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Final

from cnclean import actions
from cnclean.actions import DONE, Action, attempt
from cnclean.document import check_encoding, runs
from cnclean.files import STDIN, Job
from cnclean.flags import make_parser, options_of, parse_flags
from cnclean.options import Options
from cnclean.output import out, say, set_streams, shown
from cnclean.pipeline import STAGES


def run(arguments: Sequence[str]) -> int:
    set_streams()
    parser = make_parser()
    flags = parse_flags(parser, arguments)
    try:
        options = options_of(flags)
        flags.encoding = check_encoding(flags.encoding)
        _check_combination(flags)
    except (ValueError, TypeError) as error:
        field, _, message = str(error).partition(":")
        parser.error(f"--{field.replace('_', '-')}:{message}")
    if flags.mode == "list":
        return _list_stages(options)
    if flags.files in ([], [STDIN]) and os.isatty(0):
        say("reading from the terminal; Ctrl-D ends the text, cnclean --help tells more")
    act = partial(actions.print_records, separator=flags.separator) if flags.separator else _ACTIONS[flags.mode]
    return max([attempt(act, job) for job in _jobs(flags, options)])


_ACTIONS: Final[dict[str | None, Action]] = {
    None: actions.print_cleaned,
    "check": actions.check,
    "diff": actions.diff,
    "write": actions.write,
    "explain": actions.explain,
}
"""One for each mode of `flags` that takes files."""


def _jobs(flags: argparse.Namespace, options: Options) -> Iterator[Job]:
    for path in flags.files or [STDIN]:
        yield Job(path, shown(path), flags.encoding, options)


def _check_combination(flags: argparse.Namespace) -> None:
    if flags.mode == "write" and (not flags.files or STDIN in flags.files):
        raise ValueError("write: no file to rewrite; name one, or clean standard input to standard output")
    if not flags.separator:
        return
    if flags.mode not in (None, "list"):
        raise ValueError(f"{flags.mode}: takes whole files; leave out --lines and -0")
    if flags.encoding.startswith(("utf-16", "utf-32")) or (flags.encoding == "auto" and flags.separator == b"\n"):
        raise ValueError(f"encoding: {flags.encoding} needs whole documents; leave out --lines and -0")


def _list_stages(options: Options) -> int:
    width = max(len(stage.name) for stage in STAGES)
    for stage in STAGES:
        about = (import_module(f"cnclean.stages.{stage.name}").__doc__ or "").partition("\n")[0]
        off = "" if runs(options, stage.name) else "(off) "
        out([f"{stage.name:<{width}}  {off}{about}\n"])
    return DONE
