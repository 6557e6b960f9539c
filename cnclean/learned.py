"""The lines that a site prints on its pages: what `cnclean learn` writes and the stage `template` takes away."""

import os
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, fields
from typing import Final

from cnclean.han import HALF_WIDTH
from cnclean.patterns import compile_later

_NARROW: Final = HALF_WIDTH | {0x3000: " ", 0xA0: " "}
_DIGITS = compile_later(r"[0-9]+(?:[.,][0-9]+)*|[〇零一二三四五六七八九十]+(?=[年月日])")
_WEEKDAY = compile_later(r"(星期|[周週]|[礼禮]拜)[一二三四五六日天]")
_SPACES = compile_later(r"\s+")


def normalize(line: str) -> str:
    """The line as it is compared: half-width marks, one space for many, `0` for every number, one weekday for all."""
    line = _SPACES.sub(" ", line.translate(_NARROW)).strip()
    return _WEEKDAY.sub(r"\1一", _DIGITS.sub("0", line))


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Lines that go from where they were learned: the beginning of a page, its end, or anywhere.

    `cnclean learn` fills `head` and `tail` only: in the middle of a page nobody can tell an insert from a heading that
    many pages share. A person who can puts such a line under `anywhere`. `counts` says on how many documents each line
    was found; it is for readers, nothing depends on it.
    """

    head: Set[str] = frozenset()
    tail: Set[str] = frozenset()
    anywhere: Set[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        for place in PLACES:
            lines = as_names(place, getattr(self, place), of="lines")
            object.__setattr__(self, place, frozenset(map(normalize, lines)))

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> "Boilerplate":
        """The lines in a file. Raises `ValueError` for one that is not such a file, and says why."""
        import json  # noqa: PLC0415 - start-up

        try:
            with open(path, encoding="utf-8") as stream:  # noqa: PTH123 - pathlib costs start-up
                content = json.load(stream)
        except (ValueError, RecursionError) as error:  # json's own error and that of UTF-8 are values
            raise ValueError(f"{os.fspath(path)}: is not JSON, as `cnclean learn` writes it: {error}") from error
        try:
            return cls._read(content)
        except ValueError as error:
            raise ValueError(f"{os.fspath(path)}: {error}") from error

    @classmethod
    def _read(cls, content: object) -> "Boilerplate":
        if not isinstance(content, dict):
            raise ValueError(f"no table of lines; write {{{', '.join(map(_quoted, PLACES))}}}")
        if unknown := sorted(set(content).difference(PLACES)):
            raise ValueError(f"unknown key {unknown[0]!r}; the keys are {', '.join(PLACES)}")
        counts: dict[str, int] = {}
        for place, lines in content.items():
            if not isinstance(lines, dict) or not all(isinstance(count, int) for count in lines.values()):
                raise ValueError(f'{place}: has lines and their counts, like {{"返回首页": 120}}')
            counts |= {normalize(line): count for line, count in lines.items()}
        head, tail, anywhere = (frozenset(content.get(place, ())) for place in PLACES)
        return cls(head, tail, anywhere, counts)

    def dumps(self) -> str:
        """The content of a file: a line of JSON for every line, the most frequent first."""
        return "{\n" + ",\n".join(f"  {_quoted(place)}: {self._block(place)}" for place in PLACES) + "\n}\n"

    def _block(self, place: str) -> str:
        import json  # noqa: PLC0415 - start-up

        lines = sorted(getattr(self, place), key=lambda line: (-self.counts.get(line, 0), line))
        rows = [f"    {json.dumps(line, ensure_ascii=False)}: {self.counts.get(line, 0)}" for line in lines]
        return "{\n" + ",\n".join(rows) + "\n  }" if rows else "{}"


def as_names(field: str, value: object, of: str = "names") -> frozenset[str]:
    """The strings that a field was given. Raises `TypeError` for one string, and for what holds others."""
    if isinstance(value, str):
        raise TypeError(f"{field} is a set of {of}, not one string: {field}=frozenset({{{value!r}}})")
    if isinstance(value, Iterable):
        given = list(value)
        strings = [string for string in given if isinstance(string, str)]
        if len(strings) == len(given):
            return frozenset(strings)
    raise TypeError(f"{field} is a set of {of}, not {value!r}")


PLACES: Final = tuple(known.name for known in fields(Boilerplate) if known.compare)


def _quoted(name: str) -> str:
    return f'"{name}"'
