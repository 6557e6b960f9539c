"""`cnclean learn`: find the lines that a site prints on its pages, for `--boilerplate`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from cnclean.command.actions import DONE, FAILED
from cnclean.command.atomic import replace
from cnclean.command.files import STDIN, FileError, check_encoding, explained
from cnclean.command.output import out, say
from cnclean.command.usage import HelpFormatter, Parser, count, number
from cnclean.corpus.documents import Form, documents
from cnclean.corpus.learning import MIN_DOCUMENTS, MIN_SHARE, learn_records
from cnclean.learned import Boilerplate


def run_learn(arguments: Sequence[str]) -> int:
    parser = make_learn_parser()
    flags = parser.parse_args(arguments)
    try:
        form = _form(flags)
    except ValueError as error:
        parser.error(str(error))
    try:
        learned = learn_records(
            lambda: documents(flags.corpus, form), min_documents=flags.min_documents, min_share=flags.min_share
        )
        _write(learned, flags.output)
    except FileError as error:
        say(str(error))
        return FAILED
    if not learned.counts:
        say("no line recurs at the edges of enough documents; --min-documents and --min-share say what is enough")
    return DONE


def make_learn_parser() -> Parser:
    parser = Parser(
        prog="cnclean learn",
        usage="cnclean learn [options] CORPUS ...",
        description="Find the lines that recur at the edges of a site's pages. CORPUS: text files, a document each;"
        " folders of them; or files of many documents. The result is for --boilerplate; read it before you use it.",
        allow_abbrev=False,
        formatter_class=HelpFormatter,
    )
    parser.add_argument("corpus", nargs="+", metavar="CORPUS", help=argparse.SUPPRESS)
    parser.add_argument("-o", "--output", metavar="FILE", help="write there; default is standard output")
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--jsonl", metavar="FIELD", help="each line is JSON, the document in this field")
    forms.add_argument("-0", "--null", dest="nul", action="store_true", help="documents end with a NUL")
    parser.add_argument(
        "--group-by", metavar="FIELD", help="the field that names the site (or a URL there): count each site alone"
    )
    parser.add_argument("--encoding", metavar="NAME", default="utf-8", help="of the documents; auto finds out")
    parser.add_argument(
        "--min-documents",
        metavar="N",
        type=count,
        default=MIN_DOCUMENTS,
        help=f"a line stands on so many; default {MIN_DOCUMENTS}",
    )
    parser.add_argument(
        "--min-share",
        metavar="X",
        type=number,
        default=MIN_SHARE,
        help=f"and on this share of a site's; default {MIN_SHARE}",
    )
    return parser


def _form(flags: argparse.Namespace) -> Form:
    """How the corpus is read. Raises `ValueError` for what would only be known when it has been."""
    if STDIN in flags.corpus:
        raise ValueError("learn reads its corpus twice; save standard input to a file")
    if flags.group_by is not None and flags.jsonl is None:
        raise ValueError("--group-by: names a field; say with --jsonl which one is the text")
    if (flags.jsonl is not None or flags.nul) and flags.encoding.lower().startswith(("utf-16", "utf-32")):
        raise ValueError(f"--encoding: {flags.encoding} needs whole documents; leave out --jsonl and -0")
    if not 0 <= flags.min_share <= 1:
        raise ValueError(f"--min-share: {flags.min_share} is no share; it lies between 0 and 1")
    if flags.output is not None and not Path(flags.output).parent.is_dir():
        raise ValueError(f"--output: no folder {str(Path(flags.output).parent)!r}; make it first")
    try:
        return Form(check_encoding(flags.encoding), flags.nul, flags.jsonl, flags.group_by)
    except ValueError as error:
        raise ValueError(f"--{error}") from error


def _write(learned: Boilerplate, path: str | None) -> None:
    if path is None:
        out([learned.dumps()])
        return
    target, data = Path(path), learned.dumps().encode("utf-8", "surrogateescape")
    try:
        if target.is_file():
            replace(path, target.read_bytes(), data)
        else:
            target.write_bytes(data)
    except FileError as error:
        raise FileError(f"{path}: {error}") from error
    except OSError as error:
        raise FileError(f"{path}: {explained(error)}") from error
