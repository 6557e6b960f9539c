"""Configuration files: `[tool.cnclean]` in pyproject.toml, or the same keys at the top of .cnclean.toml.

The nearest folder upward of a file wins, alone: nothing is inherited from those above it. In one folder .cnclean.toml
is asked first. Every mistake is an error that says where it stands: a key that is ignored is a rule that is not kept.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from cnclean.command.files import UsageError
from cnclean.command.keys import KINDS, Value, value_of
from cnclean.command.settings import check_values
from cnclean.learned import Boilerplate

NAMES: Final = (".cnclean.toml", "pyproject.toml")
OVERRIDES: Final = "overrides"
_ONLY_AT_THE_TOP: Final = ("exclude", "force-exclude")


class Table(NamedTuple):
    """Keys and values, and where they stand: `pyproject.toml [tool.cnclean]`."""

    origin: str
    values: dict[str, Value]


class Config(NamedTuple):
    """One configuration file. `overrides` are for the files that a glob names; a later one beats an earlier one."""

    folder: str
    table: Table
    overrides: tuple[tuple[str, Table], ...]


def nearest(path: str) -> Config | None:
    """The configuration for a file of this name, whether or not there is such a file."""
    whole = os.path.abspath(path)  # `..` goes, links stay
    return _nearest_in(whole if os.path.isdir(whole) else os.path.dirname(whole))


@cache
def _nearest_in(folder: str) -> Config | None:
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (config := load(path)):
            return config
    above = os.path.dirname(folder)
    return _nearest_in(above) if above != folder else None


@cache
def load(path: str) -> Config | None:
    """The configuration in a file; none in a pyproject.toml that says nothing of cnclean."""
    shown, in_project = _shown(path), os.path.basename(path) == "pyproject.toml"
    try:
        with open(path, "rb") as stream:
            data = stream.read()
        if in_project and b"cnclean" not in data:
            return None
        content = tomllib.loads(data.decode())
    except OSError as error:
        raise UsageError(f"{shown}: {error.strerror}; check --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{shown}: is not TOML: {error}") from error
    table = _table_of_tool(content, shown) if in_project else content
    if table is None:
        return None
    try:
        return _config(os.path.dirname(os.path.abspath(path)), shown + " [tool.cnclean]" * in_project, table)
    except UsageError as error:
        raise UsageError(str(error) + _line(data.decode(), str(error))) from error


def _table_of_tool(project: Mapping[str, object], shown: str) -> dict[str, object] | None:
    tools = project.get("tool", {})
    table = tools.get("cnclean") if isinstance(tools, dict) else tools
    if table is None or isinstance(table, dict):
        return table
    raise UsageError(f"{shown} [tool.cnclean]: is no table; write keys and values below a line [tool.cnclean]")


def _config(folder: str, origin: str, table: Mapping[str, object]) -> Config:
    overrides = table.get(OVERRIDES, {})
    within = f"{origin.removesuffix(']')}{'.' if '[' in origin else ' ['}{OVERRIDES}"
    if not isinstance(overrides, dict) or not all(isinstance(part, dict) for part in overrides.values()):
        example = within[within.index("[") :] + '."docs/**"]'
        raise UsageError(f"{origin}: {OVERRIDES} has a table for each glob: {example}")
    if "tool" in table and "[" not in origin:
        raise UsageError(f"{origin}: [tool.cnclean] is for pyproject.toml; here keys and values stand without it")
    top = _table(folder, origin, {key: value for key, value in table.items() if key != OVERRIDES}, [*KINDS, OVERRIDES])
    known = [key for key in KINDS if key not in _ONLY_AT_THE_TOP]
    parts = ((glob, _table(folder, f'{within}."{glob}"]', part, known)) for glob, part in overrides.items())
    return Config(folder, top, tuple(parts))


def _table(folder: str, origin: str, table: Mapping[str, object], known: list[str]) -> Table:
    values: dict[str, Value] = {}
    for key, value in table.items():
        if key not in known:
            raise UsageError(f"{origin}: unknown key {key!r}; the keys are {', '.join(known)}")
        try:
            values[key] = value_of(key, value)
            if KINDS[key] is Boilerplate:
                values[key] = os.path.join(folder, str(value))
        except TypeError as error:
            raise UsageError(f"{origin}: {error}") from error
    try:
        check_values(values)
    except (ValueError, TypeError) as error:
        raise UsageError(f"{origin}: {error}") from error
    return Table(origin, values)


def _line(text: str, message: str) -> str:
    """Where the key that `message` is about stands, if one can tell."""
    key = re.search(r": (?:unknown key ')?([\w-]+)['\s:]", message)
    lines = [number for number, line in enumerate(text.split("\n"), 1) if key and _assigns(line, key[1])]
    return f" (line {lines[0]})" if len(lines) == 1 else ""


def _assigns(line: str, key: str) -> bool:
    return re.match(rf"""\s*["']?{re.escape(key)}["']?\s*=""", line) is not None


def _shown(path: str) -> str:
    """Relative where that is shorter."""
    return min(os.path.relpath(path), path, key=len)
