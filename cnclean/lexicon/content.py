"""The tables of this folder, each behind a header that says where it comes from."""

from importlib.resources import files


def content_of(table: str) -> bytes:
    """What a table holds behind its header, which ends with an empty line."""
    with (files("cnclean.lexicon") / table).open("rb") as stream:
        while stream.readline() != b"\n":
            pass
        return stream.read()
