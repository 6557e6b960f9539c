"""The keys of a configuration file, and what their values are.

They are those of the flags, without their dashes; most are the fields of `Options`.
"""

from collections.abc import Mapping, Set
from dataclasses import fields
from types import UnionType
from typing import Final, Literal, get_args, get_origin

from cnclean.learned import Boilerplate
from cnclean.options import Options, Preset

Value = str | bool | float | frozenset[str] | tuple[str, ...]


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
"""The keys, and what their values are."""

DEFAULTS: Final[Mapping[str, Value]] = {
    "preset": get_args(Preset)[0],
    "encoding": "utf-8",
    "exclude": (),
    "force-exclude": False,
}
"""What holds where nobody says otherwise; the presets say it of the fields of `Options`."""

AUTO: Final = "auto"
"""A markup: that which the name of the file says."""

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
