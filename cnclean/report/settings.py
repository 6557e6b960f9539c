"""What holds for a file, as TOML that could stand in a configuration, and who said each of it."""

from collections.abc import Iterable, Iterator, Mapping

from cnclean.command.jobs import Plan
from cnclean.command.keys import DEFAULTS, FIELDS, KINDS, Value
from cnclean.command.settings import FILE_NAME, Setting
from cnclean.learned import Boilerplate
from cnclean.options import Options

_BUILT_IN = "built in"


def render(name: str, plan: Plan) -> Iterator[str]:
    """Lines with a comment each, aligned."""
    lines = [(_assignment(key, _value(key, plan)), _origin(key, plan)) for key in KINDS]
    width = max(len(line) for line, _ in lines if len(line) <= 80)
    if name:
        yield f"# {name}\n"
    for line, origin in lines:
        yield f"{line:<{width}}  # {origin}\n"


def _value(key: str, plan: Plan) -> Value | None:
    if key in FIELDS and not _names_file(key):
        value: Value | None = getattr(plan.options, FIELDS[key])
        return value
    return plan.settings[key].value if key in plan.settings else DEFAULTS.get(key)


_UNSET: Mapping[str, str] = {"only": "all", "boilerplate": "none"}


def _origin(key: str, plan: Plan) -> str:
    said: Setting | None = plan.settings.get(key)
    preset = f"preset {_value('preset', plan)}"
    if key in FIELDS and not _names_file(key):
        value = getattr(plan.options, FIELDS[key])
        if said is None or said.value != value:
            source = [said.origin] if said else []
            if key == "markup" and value != "none":
                source.append(FILE_NAME)
            elif value != getattr(Options(), FIELDS[key]):
                source.append(preset)
            return ", ".join(source) or _BUILT_IN
    return said.origin if said else _BUILT_IN


def _names_file(key: str) -> bool:
    """Of a key that names a file the name is shown, not what the file holds."""
    return KINDS[key] is Boilerplate


def _assignment(key: str, value: Value | None) -> str:
    return f"# {key}: {_UNSET[key]}" if value is None else f"{key} = {_toml(value)}"


def _toml(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        return str(value)
    return f"[{', '.join(map(_quoted, _in_order(value)))}]"


def _in_order(names: Iterable[str]) -> Iterable[str]:
    return names if isinstance(names, tuple) else sorted(names)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", r"\\").replace('"', r"\"") + '"'
