"""What the command is told about a file, whoever told it: preset, configuration, overrides, file name, flags.

The keys are those of the flags, without their dashes; most are the fields of `Options`.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, replace
from functools import cache
from types import UnionType
from typing import Final, Literal, NamedTuple, get_args, get_origin

from cnclean.command.files import MARKUP_OF_SUFFIX, check_encoding, explained, suffix_of
from cnclean.learned import Boilerplate
from cnclean.options import Options, Preset

Value = str | bool | float | frozenset[str] | tuple[str, ...]


class Setting(NamedTuple):
    """A value and who said so."""

    value: Value
    origin: str


def key_of(field: str) -> str:
    return field.replace("_", "-")


def kind_of(annotation: object) -> type:
    """What a value of a field of `Options` is: `bool`, `float`, `str` (one of some choices), `frozenset`, or what the
    file holds that is named (`Boilerplate`)."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    if isinstance(annotation, UnionType) and len(kinds) == 1:
        return kind_of(kinds[0])
    origin = get_origin(annotation) or annotation
    if origin is Literal:
        return str
    if origin in (Set, frozenset):
        return frozenset
    if origin in (bool, float, int, str, Boilerplate) and isinstance(origin, type):
        return origin
    raise TypeError(f"no setting for the type {annotation!r}")


CHOICES: Final = {field.name: get_args(field.type) for field in fields(Options) if get_origin(field.type) is Literal}
FIELDS: Final = {key_of(field.name): field.name for field in fields(Options)}
KINDS: Final[dict[str, type]] = {
    "preset": str,
    **{key_of(field.name): kind_of(field.type) for field in fields(Options)},
    "encoding": str,
    "exclude": tuple,
    "force-exclude": bool,
}
"""The keys of a configuration file, and what their values are."""

DEFAULTS: Final[Mapping[str, Value]] = {
    "preset": get_args(Preset)[0],
    "encoding": "utf-8",
    "exclude": (),
    "force-exclude": False,
}
"""What holds where nobody says otherwise; the presets say it of the fields of `Options`."""

AUTO: Final = "auto"
"""A markup: that which the name of the file says."""

FILE_NAME: Final = "file name"

_NAMES: Final = {bool: "true or false", float: "a number", str: "a word in quotes", Boilerplate: "the name of a file"}


def value_of(key: str, value: object) -> Value:
    """A value as it stands in TOML, as a setting. Raises `TypeError` for one of another kind."""
    kind = KINDS[key]
    if kind in (frozenset, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return frozenset(value) if kind is frozenset else tuple(value)
        raise TypeError(f'{key}: a list of names, like ["a", "b"], not {value!r}')
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str | bool | float) and isinstance(value, str if kind is Boilerplate else kind):
        return value
    raise TypeError(f"{key}: {_NAMES[kind]}, not {value!r}")


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
