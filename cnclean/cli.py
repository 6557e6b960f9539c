"""The command: parse, read, call, write, exit status.

What only some modes need is imported by them: start-up is part of the product.
"""

# ruff: noqa: PLC0415 - see above

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import Final

from cnclean.document import Document, check_encoding, parse, runs
from cnclean.edits import Result
from cnclean.files import STDIN, FileError, open_input, read
from cnclean.flags import make_parser, options_of, parse_flags
from cnclean.options import Options
from cnclean.pipeline import STAGES, clean
from cnclean.records import clean_records

DONE, FOUND, FAILED = 0, 1, 2

Act = Callable[[str, str, Options], int]
"""What is done with one file: its name, its encoding and the options in, an exit status out."""


def run(arguments: Sequence[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale says
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")
    parser = make_parser()
    flags = parse_flags(parser, arguments)
    try:
        options = options_of(flags)
        encoding = check_encoding(flags.encoding)
        _check_combination(flags, encoding)
    except (ValueError, TypeError) as error:
        parser.error(f"--{error}")
    if flags.mode == "list":
        return _list_stages(options)
    names = flags.files or [STDIN]
    if names == [STDIN] and os.isatty(0):
        _say("cnclean: reading from the terminal; Ctrl-D ends the text, cnclean --help tells more")
    act = partial(_clean_records, separator=flags.separator) if flags.separator else _ACTS[flags.mode]
    return max([_attempt(act, name, encoding, options) for name in names])


def _check_combination(flags: argparse.Namespace, encoding: str) -> None:
    if flags.mode == "write" and (not flags.files or STDIN in flags.files):
        raise ValueError("write: no file to rewrite; name one, or clean standard input to standard output")
    if not flags.separator:
        return
    if flags.mode not in (None, "list"):
        raise ValueError(f"{flags.mode}: takes whole files; leave out --lines and -0")
    if encoding.startswith(("utf-16", "utf-32")) or (encoding == "auto" and flags.separator == b"\n"):
        raise ValueError(f"encoding: {encoding} needs whole documents; leave out --lines and -0")


def _attempt(act: Act, name: str, encoding: str, options: Options) -> int:
    try:
        return act(name, encoding, options)
    except FileError as error:
        _say(f"cnclean: {_shown(name)}: {error}")
        return FAILED


def _print_cleaned(name: str, encoding: str, options: Options) -> int:
    document = _open(name, encoding, options)
    _say_doubt(name, document)
    mark = "" if runs(options, "invisible") else document.mark
    _out([mark, document.with_line_ends(document.clean(options))])
    return DONE


def _clean_records(name: str, encoding: str, options: Options, *, separator: bytes) -> int:
    clean_record = _clean_line if separator == b"\n" else _clean_part
    with open_input(name) as source:
        clean_records(source, sys.stdout.buffer, separator, lambda record: clean_record(record, encoding, options))
    return DONE


def _clean_part(record: bytes, encoding: str, options: Options) -> bytes:
    document = parse(record, encoding, options)
    return document.with_line_ends(document.clean(options)).encode("utf-8", "surrogateescape")


def _clean_line(record: bytes, encoding: str, options: Options) -> bytes:
    """One line in, one line out: where a stage would end a line, there is a space."""
    errors = "surrogateescape" if encoding == "utf-8" else "strict"
    try:
        line = record.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise FileError(f"a line is not {encoding}: {record[:20]!r}; check --encoding") from error
    body = line.removesuffix("\r")
    cleaned = clean(body, options)
    if "\n" in cleaned:
        cleaned = " ".join(filter(None, cleaned.split("\n")))
    return (cleaned + line[len(body) :]).encode("utf-8", "surrogateescape")


def _check(name: str, encoding: str, options: Options) -> int:
    document = _open_intact(name, encoding, options)
    result = document.explain(options)
    if document.restored(result.text) == document.original:
        return DONE
    _out([f"{_shown(name)}: would change: {_summary(result)}\n"])
    return FOUND


def _diff(name: str, encoding: str, options: Options) -> int:
    from cnclean.report import diff

    document = _open_intact(name, encoding, options)
    lines = list(diff.render(_shown(name), document, document.explain(options), color=_in_color()))
    _out(lines)
    return FOUND if lines else DONE


def _write(name: str, encoding: str, options: Options) -> int:
    from cnclean.atomic import replace

    document = _open_intact(name, encoding, options)
    result = document.explain(options)
    if document.restored(result.text) != document.original:
        if document.encoded(document.original) != document.data:
            raise FileError(f"cannot be written back as {document.encoding} exactly, nothing written; {_TO_STDOUT}")
        replace(name, document.data, document.encoded(document.restored(result.text)))
        _out([f"{_shown(name)}: changed: {_summary(result)}\n"])
    return DONE


def _explain(name: str, encoding: str, options: Options) -> int:
    from cnclean.report import explain

    document = _open(name, encoding, options)
    _say_doubt(name, document)
    title = _shown(name) + (f" ({document.encoding})" if document.encoding != "utf-8" else "")
    _out(explain.render(title, document.text, document.explain(options), color=_in_color()))
    return DONE


def _list_stages(options: Options) -> int:
    width = max(len(stage.name) for stage in STAGES)
    for stage in STAGES:
        about = (import_module(f"cnclean.stages.{stage.name}").__doc__ or "").partition("\n")[0]
        off = "" if runs(options, stage.name) else "(off) "
        _out([f"{stage.name:<{width}}  {off}{about}\n"])
    return DONE


_ACTS: Final[dict[str | None, Act]] = {
    None: _print_cleaned,
    "check": _check,
    "diff": _diff,
    "write": _write,
    "explain": _explain,
}

_TO_STDOUT: Final = "clean it to standard output, which is UTF-8"
_READ_AS: Final = "name the encoding: --encoding gb18030 (or big5hkscs, utf-16, auto)"


def _open(name: str, encoding: str, options: Options) -> Document:
    data = read(name)
    if encoding == "utf-8" and data.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Passing this through would not do: its NULs are noise to the stage `invisible`.
        raise FileError("is UTF-16, nothing done; say so: --encoding utf-16")
    document = parse(data, encoding, options)
    if "\0" in document.text and name != STDIN:
        raise FileError("is binary (it has a NUL), nothing done; name text files only")
    return document


def _open_intact(name: str, encoding: str, options: Options) -> Document:
    document = _open(name, encoding, options)
    if document.doubt:
        raise FileError(f"{document.doubt}, nothing done; {_READ_AS}")
    return document


def _say_doubt(name: str, document: Document) -> None:
    if document.doubt:
        _say(f"cnclean: {_shown(name)}: {document.doubt}; {_READ_AS}")


def _in_color() -> bool:
    from cnclean.report.color import wants_color

    return wants_color(sys.stdout.buffer)


def _summary(result: Result) -> str:
    from cnclean.report.summary import summarize

    return summarize(result.edits) or "line ends"


def _shown(name: str) -> str:
    """A file's name as its own bytes, whatever the locale made of them."""
    return "stdin" if name == STDIN else os.fsencode(name).decode("utf-8", "surrogateescape")


def _out(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape"))


def _say(line: str) -> None:
    print(line, file=sys.stderr)
