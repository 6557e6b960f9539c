"""The choices on which two careful users differ."""

from collections.abc import Set
from dataclasses import dataclass, fields
from typing import Final, Literal, get_args, get_origin

from cnclean.learned import Boilerplate, as_names

Preset = Literal["article", "repair", "document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `clean` does where careful users differ. Which stages run is `only` / `skip`; everything else is a choice.

    `only`           the stages that run (`cnclean --list` names them); by default all
    `skip`           the stages that do not
    `script`         the script of the result; text that already has it is left alone
    `vocabulary`     convert regional words too (程式設計 → 编程), where the text really is of the other region; from
                     Simplified Hong Kong gets its own few (軟件, 伺服器), and between Traditional regions words stay
    `quotes`         “ ” with ‘ ’ inside, or 「 」 with 『 』 inside, also for straight ones; by default as they are
    `punctuation`    `full`: half-width marks in Chinese become full-width; `keep`: no width is touched
    `spacing`        spaces between Han and Latin: left as they are, added, removed, or as most of the text has them
    `keep`           kinds of findings that stay: `byline`, `credit` and the other kinds of boilerplate, `brackets`
                     or `ellipsis` of punctuation
    `max_loss`       a text that would lose more than this share of its Han characters as boilerplate is left as it is
    `boilerplate`    the lines of a site's template that `cnclean learn` found, for the stage `template`
    `caution`        how sure `restoration` must be of a term that a filter took out; `low` is for pages that are
                     known to be broken: it reads all of a long text closely, at 4 µs a character, 12 where some are
                     missing
    `markup`         what else is protected: nothing, or the code, links, tables and the like of a markup language

    Sets are kept as frozensets. Raises `ValueError` for an unknown name or value, `TypeError` for a value of another
    kind.
    """

    only: Set[str] | None = None
    skip: Set[str] = frozenset()
    script: Literal["keep", "simplified", "traditional", "taiwan", "hongkong"] = "keep"
    vocabulary: bool = False
    quotes: Literal["keep", "curly", "corner"] = "keep"
    punctuation: Literal["full", "keep"] = "full"
    spacing: Literal["keep", "add", "remove", "auto"] = "keep"
    markup: Literal["none", "markdown", "rst", "asciidoc"] = "none"
    keep: Set[str] = frozenset()
    max_loss: float = 0.6
    boilerplate: Boilerplate | None = None
    caution: Literal["high", "low"] = "high"

    def __post_init__(self) -> None:
        for name in ("only", "skip", "keep"):
            if name == "only" and self.only is None:
                continue
            names = as_names(name, getattr(self, name))
            object.__setattr__(self, name, names)
            (_check_kinds if name == "keep" else _check_stages)(name, names)
        for field in fields(self):
            value = getattr(self, field.name)
            if get_origin(field.type) is Literal:
                _check_choice(field.name, value, get_args(field.type))
            elif field.type is bool and not isinstance(value, bool):
                raise TypeError(f"{field.name} is True or False, not {value!r}")
            elif field.type is float and (isinstance(value, bool) or not isinstance(value, float | int)):
                raise TypeError(f"{field.name} is a number, not {value!r}")
        if not isinstance(self.boilerplate, Boilerplate | None):
            raise TypeError(f"boilerplate is a cnclean.Boilerplate, not {self.boilerplate!r}; load one from its file")
        if not 0 <= self.max_loss <= 1:
            raise ValueError(f"max_loss: {self.max_loss} is no share; it lies between 0 and 1")

    def runs(self, stage: str) -> bool:
        """Whether the stage of this name is among those that `only` and `skip` choose."""
        return (self.only is None or stage in self.only) and stage not in self.skip

    @classmethod
    def preset(cls, name: Preset) -> "Options":
        """`article`: all. `repair`: nothing is deleted but damage. `document`: people's own files, as Markdown."""
        _check_choice("preset", name, get_args(Preset))
        if name == "repair":
            return cls(skip=_DELETING)
        if name == "document":
            return cls(skip=_DELETING | _REARRANGING, markup="markdown")
        return cls()


_DELETING: Final = frozenset({"boilerplate", "links", "repeats"})
"""The stages that remove what is not damaged, only unwanted."""

_REARRANGING: Final = frozenset({"restoration", "paragraphs", "blank_lines"})
"""The stages that read a file as a page that was extracted: what they repair does not happen to a file in an editor."""


def _check_stages(field: str, names: frozenset[str]) -> None:
    if not names:
        return
    from cnclean.pipeline import STAGES  # noqa: PLC0415 - the stages import this module

    known = [stage.name for stage in STAGES]
    if unknown := sorted(names.difference(known)):
        raise ValueError(f"{field}: no stage {', '.join(map(repr, unknown))}; the stages are {', '.join(known)}")


def _check_kinds(field: str, names: frozenset[str]) -> None:
    if not names:
        return
    from cnclean.stages import boilerplate, punctuation  # noqa: PLC0415 - the stages import this module

    known = boilerplate.KINDS + punctuation.KINDS
    if unknown := sorted(names.difference(known)):
        raise ValueError(f"{field}: no kind {', '.join(map(repr, unknown))}; the kinds are {', '.join(known)}")


def _check_choice(field: str, value: object, choices: tuple[object, ...]) -> None:
    if value not in choices:
        raise ValueError(f"{field}: no choice {value!r}; the choices are {', '.join(map(str, choices))}")


DEFAULT: Final = Options()
