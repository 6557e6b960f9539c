"""The tables of this folder, each behind a header that says where it comes from."""

from importlib.resources import files


def content_of(table: str) -> bytes:
    """What a table holds behind its header, which ends with an empty line."""
    return (files("cnclean.lexicon") / table).read_bytes().partition(b"\n\n")[2]
