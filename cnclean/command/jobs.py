"""Which files are looked at, and what holds for each.

Flags beat overrides, overrides beat the configuration, that beats the name of the file, and that what is built in. A
pipe reads no configuration, so that it does the same in every folder, unless `--stdin-filename` makes a file of it;
records never read one.
"""

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from cnclean.command.files import STDIN, Job, UsageError, check_encoding, suffix_of
from cnclean.command.flags import given
from cnclean.command.keys import DEFAULTS, Value
from cnclean.command.output import say, shown
from cnclean.command.settings import FILE_NAME, Setting, check_values, merged, options_of, settings_of_name
from cnclean.options import Options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cnclean.command.config import Config

_FLAGS: Final = "command line"
_INTO_FOLDERS: Final = ("check", "write", "explain", "detect")


class Plan(NamedTuple):
    """What holds for files of one kind."""

    settings: dict[str, Setting]
    encoding: str
    options: Options


class Planner:
    """Finds the plan for a file name; files of the same kind share theirs."""

    def __init__(self, flags: argparse.Namespace) -> None:
        self._given: dict[str, Value] = given(flags)
        try:
            check_values(self._given)
        except (ValueError, TypeError) as error:
            raise UsageError(f"--{error}") from error
        self._isolated: bool = flags.isolated or flags.separator is not None
        self._file: str | None = flags.config
        if self._file == "":
            raise UsageError("--config: no file is named")
        self._plans: dict[tuple[object, ...], Plan] = {}

    def plan(self, name: str) -> Plan:
        """For a file of this name, which need not be there; without one for a text that nobody named."""
        config = self._config(name)
        parts = _overrides(config, name) if config else ()
        key = config and config.table.origin, tuple(origin for origin, _ in parts), suffix_of(name)
        if key not in self._plans:
            base = [(config.table.origin, config.table.values)] if config else []
            built_in = (FILE_NAME, settings_of_name(name))
            self._plans[key] = _plan(merged([built_in, *base, *parts, (_FLAGS, self._given)]), name)
        return self._plans[key]

    def excludes(self, name: str, *, named: bool) -> bool:
        """Whether a file is left out; one that was `named` is only where that is asked for."""
        from cnclean.command.globs import matches  # noqa: PLC0415 - start-up

        settings = self.plan(name).settings
        if "exclude" not in settings or (named and "force-exclude" not in settings):
            return False
        if named and settings["force-exclude"].value is False:
            return False
        globs, origin = settings["exclude"]
        config = self._config(name)
        folder = "." if origin == _FLAGS or config is None else config.folder
        return isinstance(globs, tuple) and matches(_relative(name, folder), globs)

    def _config(self, name: str) -> "Config | None":
        if self._isolated or not (name or self._file):
            return None
        from cnclean.command.config import load, nearest  # noqa: PLC0415 - start-up

        if self._file is None:
            return nearest(name)
        config = load(self._file)
        if config is None:
            raise UsageError(f"--config: {self._file} has no [tool.cnclean]")
        return config


def jobs(flags: argparse.Namespace) -> Iterator[Job]:
    """One for each file. Raises `UsageError` for a wrong setting when a file first needs it."""
    planner = Planner(flags)
    for path in flags.files or [STDIN]:
        if path == STDIN:
            yield _job_of_stdin(flags.stdin_filename, planner)
        elif flags.mode in _INTO_FOLDERS and os.path.isdir(path):
            yield from _jobs_in(path, planner)
        elif not planner.excludes(path, named=True):
            yield _job(path, path, planner)


def _job(path: str, name: str, planner: Planner) -> Job:
    plan = planner.plan(name)
    return Job(path, shown(name or path), plan.encoding, plan.options)


def _job_of_stdin(name: str | None, planner: Planner) -> Job:
    job = _job(STDIN, name or "", planner)
    if name and planner.excludes(name, named=True):
        return job._replace(options=replace(job.options, only=frozenset()))  # comes out as it is
    return job


def _jobs_in(folder: str, planner: Planner) -> Iterator[Job]:
    from cnclean.command.walk import files_in  # noqa: PLC0415 - start-up

    paths = [path for path in files_in(folder) if not planner.excludes(path, named=False)]
    if not paths:
        say(f"{shown(folder)}: no Markdown, reStructuredText, AsciiDoc or plain text in it that is not ignored")
    for path in paths:
        yield _job(path, path, planner)


def _plan(settings: dict[str, Setting], name: str) -> Plan:
    values = {key: setting.value for key, setting in settings.items()}
    encoding = check_encoding(str(values.get("encoding", DEFAULTS["encoding"])))
    return Plan(settings, encoding, options_of(values, name))


def _overrides(config: "Config", name: str) -> Sequence[tuple[str, dict[str, Value]]]:
    from cnclean.command.globs import matches  # noqa: PLC0415 - start-up

    path = _relative(name, config.folder)
    return [(table.origin, table.values) for glob, table in config.overrides if matches(path, [glob])]


def _relative(name: str, folder: str) -> str:
    return os.path.relpath(name or ".", folder).replace(os.sep, "/")
