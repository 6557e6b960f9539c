"""What a document says to cnclean, in comments of its own markup.

    <!-- cnclean: skip-file -->              the whole document is left alone
    <!-- cnclean: off -->                    all is left alone from this line to the line of the next `on`, or the end
    <!-- cnclean: on -->
    <!-- cnclean: ignore -->                 this line is left alone
    <!-- cnclean: ignore[punctuation] -->    by this stage (or by several: `ignore[punctuation, spacing]`)

An `ignore` that has its line for itself is for the next line that is not blank: reStructuredText and AsciiDoc have no
comments within a line. Comments are `<!-- -->`, `{/* */}` and `[//]: # ( )` in Markdown, `..` in reStructuredText, `//`
in AsciiDoc. A directive that is shown in a code block counts too: leaving text alone is the safe mistake. Text without
markup has no directives: a page from the web must not tell its reader what to clean.

They are read anew in the text of each stage that finds something; being ASCII and in comments, no stage alters them.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from cnclean.edits import Bounds, Span, apart
from cnclean.options import Options
from cnclean.patterns import compile_later

WORDS: Final = ("skip-file", "off", "on", "ignore")

_MARK: Final = "cnclean:"
_DIRECTIVE: Final = compile_later(r"cnclean:[ \t]*([^\s\[\]<>()*]+)(?:[ \t]*\[([^\[\]\n]*)\])?")
_OPENINGS: Final = {
    "markdown": compile_later(r"(?:<!--|\{/\*|\[//\]: # [(\"'])[ \t]*\Z"),
    "rst": compile_later(r"(?:^|(?<=\n))[ \t]*\.\.[ \t]+\Z"),
    "asciidoc": compile_later(r"(?:^|(?<=\n))//[ \t]*\Z"),
}
_BLANK: Final = compile_later(r"[ \t>]*")
_CLOSING: Final = compile_later(r"[ \t]*(?:(?:-->|\*/\}|[)\"'])[ \t]*)?(?=\n|\Z)")
_NEXT_LINE: Final = compile_later(r"(?:\n[ \t>]*(?=\n))*\n[^\n]*")
_LONGEST_OPENING: Final = 40


class Directive(NamedTuple):
    """`start:end` is its line; `alone` where there is nothing else in that."""

    start: int
    end: int
    word: str
    stages: tuple[str, ...]
    alone: bool


def heeding(spans: Iterator[Span], text: str, stage: str, options: Options) -> Iterator[Span]:
    """The spans of a stage that no directive of `text` forbids."""
    if options.markup == "none" or _MARK not in text:
        return spans
    return apart(spans, _merged(_left_alone(text, stage, options)))


def skips_file(text: str, options: Options) -> bool:
    """Whether a directive says that the whole document is left alone."""
    return any(directive.word == "skip-file" for directive in directives(text, options))


def mistakes(text: str, options: Options, known: Collection[str]) -> Iterator[tuple[int, str]]:
    """Line and reason of each directive that says nothing: an unknown word, or a stage that is not `known`."""
    for directive in directives(text, options):
        line = text.count("\n", 0, directive.start) + 1
        if directive.word not in WORDS:
            yield line, f"no directive {directive.word!r}; they are {', '.join(WORDS)} and ignore[STAGE]"
        elif unknown := [name for name in directive.stages if name not in known]:
            yield line, f"ignore: no stage {', '.join(map(repr, unknown))}; the stages are {', '.join(known)}"


def directives(text: str, options: Options) -> Iterator[Directive]:
    """Those of `text` in order, mistaken ones too."""
    if options.markup == "none" or _MARK not in text:
        return
    opening = _OPENINGS.get(options.markup, _OPENINGS["markdown"])
    start, end = 0, -1
    at = text.find(_MARK)
    while at >= 0:
        if at > end:
            start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
            end = len(text) if end < 0 else end
        opened = opening.search(text[max(start, at - _LONGEST_OPENING) : at])
        if opened and (match := _DIRECTIVE.match(text, at)):
            before = _BLANK.match(text, start)
            alone = before is not None and before.end() + len(opened[0].lstrip()) >= at and _closes(text, match.end())
            stages = tuple(name.strip() for name in match[2].split(",")) if match[2] is not None else ()
            yield Directive(start, end, match[1], stages, alone)
        at = text.find(_MARK, at + 1)


def _closes(text: str, at: int) -> bool:
    return _CLOSING.match(text, at) is not None


def _left_alone(text: str, stage: str, options: Options) -> Iterator[Bounds]:
    off: int | None = None
    for start, end, word, stages, alone in directives(text, options):
        if word == "skip-file":
            yield -1, len(text) + 1  # also what would be put before the text, or behind it
        elif word == "off" and off is None:
            off = start
        elif word == "on" and off is not None:
            yield off, end
            off = None
        elif word == "ignore" and (not stages or stage in stages):
            yield start, _end_of_next_line(text, end) if alone else end
    if off is not None:
        yield off, len(text) + 1


def _end_of_next_line(text: str, at: int) -> int:
    """The end of the first line behind `at` that is not blank."""
    line = _NEXT_LINE.match(text, at)
    return line.end() if line else at


def _merged(ranges: Iterable[Bounds]) -> list[Bounds]:
    merged: list[Bounds] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
