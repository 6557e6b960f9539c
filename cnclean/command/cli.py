"""The command: parse, find the files, act on each, exit status."""

import argparse
import os
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from cnclean.command import actions
from cnclean.command.actions import DONE, Action, attempt
from cnclean.command.checking import Render, check, write
from cnclean.command.files import STDIN, Job, UsageError
from cnclean.command.flags import parse_flags
from cnclean.command.jobs import Planner, jobs
from cnclean.command.output import out, say, set_streams, shown
from cnclean.command.parser import FORMATS, make_parser
from cnclean.options import Options
from cnclean.pipeline import STAGES
from cnclean.stages import about


def run(arguments: Sequence[str]) -> int:
    """The command with these arguments; its exit status."""
    set_streams()
    parser = make_parser()
    try:
        if arguments[:1] == ["learn"]:
            from cnclean.corpus.command import run_learn  # noqa: PLC0415 - start-up

            return run_learn(arguments[1:])
        flags = parse_flags(parser, arguments)
        _check_combination(flags)
        if flags.mode == "list":
            return _list_stages(Planner(flags).plan("").options)
        if flags.mode == "show-config":
            return _show_settings(flags)
        if flags.files in ([], [STDIN]) and os.isatty(0):
            say("reading from the terminal; Ctrl-D ends the text, cnclean --help tells more")
        if flags.mode == "check":
            return check(jobs(flags), _renderer(flags.output_format), flags.jobs)
        if flags.mode == "write":
            return write(jobs(flags), flags.jobs)
        return max([attempt(_action(flags), job) for job in jobs(flags)], default=DONE)
    except UsageError as error:
        parser.error(str(error))


_ACTIONS: Final[dict[str | None, Action]] = {
    None: actions.print_cleaned,
    "explain": actions.explain,
    "detect": actions.detect,
}
"""One for each mode of `flags` that takes files one by one."""

_ACTIONS_ON_RECORDS: Final[dict[str | None, Callable[[Job, bytes], int]]] = {
    None: actions.print_records,
    "detect": actions.count_scripts,
}


def _renderer(name: str) -> Render:
    """How findings are told, in one of the formats of `--output-format`."""
    module, function = FORMATS[name]
    render: Render = getattr(import_module(module), function)
    return render


def _action(flags: argparse.Namespace) -> Action:
    if not flags.separator:
        return _ACTIONS[flags.mode]
    act, separator = _ACTIONS_ON_RECORDS[flags.mode], flags.separator
    return lambda job: act(job, separator)


def _check_combination(flags: argparse.Namespace) -> None:
    if flags.mode == "write" and (not flags.files or STDIN in flags.files):
        raise UsageError("--write: no file to rewrite; name one, or clean standard input to standard output")
    if not flags.separator:
        return
    if flags.mode not in (*_ACTIONS_ON_RECORDS, "list"):
        raise UsageError("--lines and -0: are for cleaning and for --detect; anything else takes whole files")
    encoding = getattr(flags, "encoding", "")
    if encoding.lower().startswith(("utf-16", "utf-32")) or (encoding == "auto" and flags.separator == b"\n"):
        raise UsageError(f"--encoding: {encoding} needs whole documents; leave out --lines and -0")


def _list_stages(options: Options) -> int:
    width = max(len(stage.name) for stage in STAGES)
    for stage in STAGES:
        off = "" if options.runs(stage.name) else "(off) "
        out([f"{stage.name:<{width}}  {off}{about(stage.name)}\n"])
    return DONE


def _show_settings(flags: argparse.Namespace) -> int:
    from cnclean.report.settings import render  # noqa: PLC0415 - start-up

    planner = Planner(flags)
    for path in flags.files or ["."]:
        out(render(shown(path), planner.plan(path)))
    return DONE
