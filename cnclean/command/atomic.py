"""Files replaced atomically: a reader sees all of the old content or all of the new, whatever happens meanwhile."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from cnclean.command.files import FileError, explained


def replace(name: str, old: bytes, new: bytes) -> None:
    """Put `new` in the place of a file that held `old`: all of it or, whatever goes wrong, nothing.

    A symbolic link stays one, its target is replaced; the mode is kept, and the owner where that is allowed. Of a file
    with several hard links only this name gets the new content, as with git and `sed -i`: what other names hold (a
    package store, a backup) is not ours to change. A file that was changed since it was read is left alone.
    """
    try:
        target = Path(name).resolve(strict=True)
        status = target.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileError("not a regular file, nothing written; clean it to standard output")
        if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise FileError("read-only, nothing written; make it writable: chmod u+w")
        if target.read_bytes() != old:
            raise FileError("changed by somebody else meanwhile, nothing written; run cnclean again")
        _write_beside(target, status, new)
    except OSError as error:
        raise explained(error) from error


def _write_beside(target: Path, status: os.stat_result, data: bytes) -> None:
    number, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:50]}.", suffix=".cnclean")
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(OSError, AttributeError):  # not ours to give, or no owners (Windows)
            os.chown(temporary, status.st_uid, status.st_gid)
        Path(temporary).chmod(stat.S_IMODE(status.st_mode))
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise
