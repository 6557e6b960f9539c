"""A document as bytes: decoded for the stages, and given back in the form in which it came."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from cnclean.command.decoding import BOM, decoded
from cnclean.command.files import FileError
from cnclean.command.line_ends import edits_of_file, line_end_of
from cnclean.edits import Edit, Result, Span, splice
from cnclean.gaps import Gap, compose, edits_of
from cnclean.options import Options
from cnclean.pipeline import clean, explain


@dataclass(frozen=True, slots=True)
class Document:
    """`data` is what came, `original` what it was decoded to. `text` is what the stages see: no byte order mark, and
    `\\n` for `line_end`.

    `line_end` is CRLF where most lines end so; a lone CR is no style but damage. `doubt` says why the text may not be
    what its writer wrote, where that is so; bytes that are not UTF-8 stand in it as lone surrogates (surrogateescape).
    """

    data: bytes
    original: str
    text: str
    encoding: str
    line_end: str
    doubt: str

    @property
    def mark(self) -> str:
        """The byte order mark, if there is one."""
        return BOM if self.original.startswith(BOM) else ""

    def clean(self, options: Options) -> str:
        cleaned = clean(self.text, options)
        span = _final_newline(self.text, cleaned)
        return splice(cleaned, [span]) if span else cleaned

    def edited(self, options: Options) -> Result:
        """As `clean`, with the edits in offsets of `text`."""
        return self._finished(explain(self.text, options, suspects=False))

    def explain(self, options: Options) -> Result:
        """As `edited`, with what looks damaged but was left."""
        return self._finished(explain(self.text, options))

    def _finished(self, result: Result) -> Result:
        span = _final_newline(self.text, result.text)
        return _with(result, self.text, span) if span else result

    def with_line_ends(self, cleaned: str) -> str:
        """`cleaned` with the line ends of the document."""
        return cleaned.replace("\n", self.line_end) if self.line_end != "\n" else cleaned

    def restored(self, cleaned: str) -> str:
        """`cleaned` in all of the form of the document: its byte order mark and its line ends."""
        return self.mark + self.with_line_ends(cleaned)

    def edits(self, result: Result) -> tuple[Edit, ...]:
        """The edits of `result` in offsets of `original`, with the line ends that become those of the document.

        `splice(original, edits) == restored(result.text)`.
        """
        return edits_of_file(result.edits, self.text, self.original, len(self.mark), self.line_end)

    def encoded(self, text: str) -> bytes:
        """`text` in the encoding of the document."""
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError as error:
            lost = text[error.start]
            raise FileError(
                f"{self.encoding} has no {lost!r}, nothing written; clean it to standard output, which is UTF-8"
            ) from error


class Report(NamedTuple):
    """A file that would change, and how."""

    name: str
    document: Document
    result: Result


def parse(data: bytes, encoding: str, options: Options) -> Document:
    """The document in `data`. Bytes that are not UTF-8 pass through; another encoding must fit."""
    original, encoding, doubt = decoded(data, encoding)
    text = original.removeprefix(BOM)
    line_end = line_end_of(text, both=not options.runs("newlines"))
    if line_end != "\n":
        text = text.replace(line_end, "\n")
    return Document(data, original, text, encoding, line_end, doubt)


def _final_newline(text: str, cleaned: str) -> Span | None:
    """What gives `cleaned` a final newline, or takes it away, so that it has one where `text` ends a line."""
    if cleaned.endswith("\n") and not text.endswith(("\n", "\r")):
        return len(cleaned.rstrip("\r\n")), len(cleaned), ""
    if cleaned and text.endswith("\n") and not cleaned.endswith("\n"):
        return len(cleaned), len(cleaned), "\n"
    return None


def _with(result: Result, original: str, span: Span) -> Result:
    """One more span after all stages. It undoes a part of what the last edit did and goes by its name."""
    gaps: list[Gap] = []
    shift = 0
    for start, end, old, new, stages, notes in result.edits:
        gaps.append(Gap(start, end, start + shift, start + shift + len(new), stages, notes))
        shift += len(new) - len(old)
    text = splice(result.text, [span])
    edits = edits_of(original, text, compose(gaps, [span], gaps[-1].stages[-1]))
    return replace(result, text=text, edits=edits)
