"""What the command is told about a file, whoever told it: preset, configuration, overrides, file name, flags."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from cnclean.command.files import MARKUP_OF_SUFFIX, check_encoding, explained, suffix_of
from cnclean.command.keys import AUTO, CHOICES, DEFAULTS, FIELDS, KINDS, Value, key_of
from cnclean.learned import Boilerplate
from cnclean.options import Options

FILE_NAME: Final = "file name"


class Setting(NamedTuple):
    """A value and who said so."""

    value: Value
    origin: str


def check_values(values: Mapping[str, Value]) -> None:
    """Raises `ValueError` for a value that there is not."""
    try:
        known = _fields(values)
        if known.get("markup") == AUTO:
            del known["markup"]
        Options(**known)  # type: ignore[arg-type]  # it checks them itself
    except ValueError as error:
        field, _, message = str(error).partition(":")
        raise ValueError(f"{key_of(field)}:{message}") from error
    if "preset" in values:
        _preset(values)
    if "encoding" in values:
        check_encoding(str(values["encoding"]))


def merged(layers: Iterable[tuple[str, Mapping[str, Value]]]) -> dict[str, Setting]:
    """Each key as the last layer that has it says."""
    return {key: Setting(value, origin) for origin, values in layers for key, value in values.items()}


def settings_of_name(name: str) -> dict[str, Value]:
    """What a file is told by its name: one with the suffix of a markup is somebody's document, not a page from the web.

    Nothing is deleted from it but damage, unless somebody asks for that.
    """
    return {"preset": "document"} if suffix_of(name) in MARKUP_OF_SUFFIX else {}


def options_of(values: Mapping[str, Value], name: str = "") -> Options:
    """The preset with what `values` change, for a file of this name.

    A stage that `only` names runs, whatever the preset skips.
    """
    preset = _preset(values)
    changes = _fields(values)
    chosen, skipped = changes.get("only", frozenset()), changes.get("skip", frozenset())
    if isinstance(chosen, frozenset) and isinstance(skipped, frozenset):
        changes["skip"] = frozenset(preset.skip) - chosen | skipped
    if changes.get("markup", AUTO if preset.markup != "none" else "none") == AUTO:
        changes["markup"] = markup_of(name, preset.markup)
    return replace(preset, **changes)  # type: ignore[arg-type]  # they were checked


def markup_of(name: str, default: str) -> str:
    """The markup that the suffix says. Most plain text of people who name none looks like Markdown."""
    markup = MARKUP_OF_SUFFIX.get(suffix_of(name), default)
    return markup if markup in CHOICES["markup"] else default


def _fields(values: Mapping[str, Value]) -> dict[str, object]:
    """What the values are in `Options`: a file is read."""
    known = {FIELDS[key]: (value, KINDS[key]) for key, value in values.items() if key in FIELDS}
    return {name: _load(str(value)) if kind is Boilerplate else value for name, (value, kind) in known.items()}


@cache
def _load(path: str) -> Boilerplate:
    try:
        return Boilerplate.load(path)
    except OSError as error:
        raise ValueError(f"boilerplate: {path}: {explained(error)}") from error
    except ValueError as error:
        raise ValueError(f"boilerplate: {error}") from error


def _preset(values: Mapping[str, Value]) -> Options:
    name = str(values.get("preset", DEFAULTS["preset"]))
    return Options.preset(name)  # type: ignore[arg-type]  # it checks the name itself
