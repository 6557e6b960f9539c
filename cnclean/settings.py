"""What the command is told about a file, whoever told it: preset, configuration, overrides, file name, flags.

The keys are those of the flags, without their dashes; most are the fields of `Options`.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import fields, replace
from types import UnionType
from typing import Final, Literal, NamedTuple, get_args, get_origin

from cnclean.files import MARKUP_OF_SUFFIX, check_encoding, suffix_of
from cnclean.options import Options, Preset

Value = str | bool | float | frozenset[str] | tuple[str, ...]


class Setting(NamedTuple):
    """A value and who said so."""

    value: Value
    origin: str


def key_of(field: str) -> str:
    return field.replace("_", "-")


def kind_of(annotation: object) -> type:
    """What a value of a field of `Options` is: `bool`, `float`, `str` (one of some choices) or `frozenset`."""
    kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
    if isinstance(annotation, UnionType) and len(kinds) == 1:
        return kind_of(kinds[0])
    origin = get_origin(annotation) or annotation
    if origin is Literal:
        return str
    if origin in (Set, frozenset):
        return frozenset
    if origin in (bool, float, int, str) and isinstance(origin, type):
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

AUTO: Final = "auto"
"""A markup: that which the name of the file says."""


def value_of(key: str, value: object) -> Value:
    """A value as it stands in TOML, as a setting. Raises `TypeError` for one of another kind."""
    kind = KINDS[key]
    if kind in (frozenset, tuple):
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return frozenset(value) if kind is frozenset else tuple(value)
        raise TypeError(f'{key}: a list of names, like ["a", "b"], not {value!r}')
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str | bool | float) and isinstance(value, kind):
        return value
    raise TypeError(f"{key}: {'true or false' if kind is bool else kind.__name__}, not {value!r}")


def check_values(values: Mapping[str, Value]) -> None:
    """Raises `ValueError` for a value that there is not."""
    known = {FIELDS[key]: value for key, value in values.items() if key in FIELDS and (key, value) != ("markup", AUTO)}
    try:
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


def options_of(values: Mapping[str, Value], name: str = "") -> Options:
    """The preset with what `values` change, for a file of this name.

    A stage that `only` names runs, whatever the preset skips.
    """
    preset = _preset(values)
    changes = {FIELDS[key]: value for key, value in values.items() if key in FIELDS}
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


def _preset(values: Mapping[str, Value]) -> Options:
    name = str(values.get("preset", get_args(Preset)[0]))
    return Options.preset(name)  # type: ignore[arg-type]  # it checks the name itself
