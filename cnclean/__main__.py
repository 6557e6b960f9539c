"""The command `cnclean`: what must be fast (`--version`), and how it ends (interrupts, closed pipes)."""

import os
import sys

from cnclean import __version__

_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main() -> int:
    if sys.stdout is None:  # started with `>&-`
        print("cnclean: standard output is closed; write to a file or a pipe", file=sys.stderr)
        return 2
    try:
        status = _version() if sys.argv[1:] == ["--version"] else _run()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except BrokenPipeError:
        # What is left in the buffer has no reader; without this the interpreter would try again and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = _PIPE_CLOSED
    except OSError as error:
        print(f"cnclean: standard output: {error.strerror}; free some space or write elsewhere", file=sys.stderr)
        status = 2
    return status


def _version() -> int:
    print("cnclean", __version__)
    return 0


def _run() -> int:
    from cnclean.command.cli import run  # noqa: PLC0415 - not needed by --version

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
