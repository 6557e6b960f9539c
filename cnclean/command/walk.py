"""The files of a folder that the command knows, without those that git ignores.

Git itself is asked: its rules (nested `.gitignore`, `.git/info/exclude`, the user's own file, what is tracked all the
same) are its own, and a library that follows them would be one more to keep in step. Outside a repository, or where
there is no git, the folder is walked; hidden folders and installed packages are passed over.
"""

import os
import stat
import subprocess
from collections.abc import Iterator
from typing import Final

from cnclean.command.files import MARKUP_OF_SUFFIX, PLAIN_SUFFIXES, UsageError, suffix_of
from cnclean.command.output import say, shown

_NOT_OURS: Final = frozenset({"node_modules", "site-packages", "__pypackages__", "venv"})


def files_in(folder: str) -> Iterator[str]:
    """Their paths, sorted, beginning with `folder`. Symbolic links are left out: their targets are looked at.

    Behind them come the folders that nobody may look into: who opens one is told why.
    """
    listed, closed = _listed_by_git(folder), list[str]()
    for name in sorted(_walked(folder, closed) if listed is None else listed):
        path = os.path.normpath(os.path.join(folder, name))
        suffix = suffix_of(name)
        if (suffix in MARKUP_OF_SUFFIX or suffix in PLAIN_SUFFIXES) and _is_plain_file(path):
            yield path
    yield from closed


def _listed_by_git(folder: str) -> set[str] | None:
    # No fsmonitor: it is a command that a repository's own configuration may name.
    command = ["git", "-c", "core.fsmonitor=false", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    english = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(command, cwd=folder, env=english, capture_output=True, check=False)  # noqa: S603 - fixed
    except OSError:
        return None
    said = os.fsdecode(done.stderr).splitlines()
    if done.returncode == 0:
        for warning in said:  # a folder that it may not look into
            say(f"{shown(folder)}: git: {warning}")
        return {os.fsdecode(name) for name in done.stdout.split(b"\0") if name}
    reason = said[0] if said else "it gives no reason"
    if "not a git repository" in reason:
        return None
    # In containers it often is another user's. To go on would be to rewrite what .gitignore names.
    raise UsageError(f"{shown(folder)}: git cannot say what it ignores ({reason}); mend that, or name files")


def _walked(folder: str, closed: list[str]) -> Iterator[str]:
    for path, folders, names in os.walk(folder, onerror=lambda error: closed.append(error.filename)):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _NOT_OURS]
        for name in names:
            yield os.path.relpath(os.path.join(path, name), folder)


def _is_plain_file(path: str) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:  # git still lists what is deleted
        return False
    except OSError:
        return True  # who opens it is told why
