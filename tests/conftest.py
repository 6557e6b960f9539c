"""What several test files share: where the fixtures are, how a command is run, the material beside the checkout."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# A run of the tests says the same twice; `CNCLEAN_FUZZ=N` looks for what nobody has seen yet.
settings.register_profile("cnclean", derandomize="CNCLEAN_FUZZ" not in os.environ, deadline=None, print_blob=True)
settings.load_profile("cnclean")

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
COMPILED = ROOT / ".pytest_cache" / "compiled"
WRITES = "CNCLEAN_WRITE" in os.environ


def environment(**more: str) -> dict[str, str]:
    """Of a command that a test runs: this checkout, and compiled modules as an installed package has them.

    Without those a run takes four times as long.
    """
    not_ours = ("NO_COLOR", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE")
    ours = {name: value for name, value in os.environ.items() if name not in not_ours}
    return {**ours, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(COMPILED), "TERM": "xterm", **more}


def check_written(path: Path, wanted: str) -> None:
    """Whether a file is what its generator, which is a test, writes; `CNCLEAN_WRITE=1` has it written first."""
    if WRITES:
        path.write_text(wanted, "utf8")
    assert path.read_text("utf8") == wanted, f"CNCLEAN_WRITE=1 pytest writes {path.name}"


def skip_unless_made_from(source: str, table: Path) -> None:
    """Skip where `source`, as `OpenCC 1.4.2`, is not the one that the header of a table names."""
    if not WRITES and f"{source} " not in table.read_text("utf8"):
        pytest.skip(f"{table.name} was not made from {source}")


LINEAR: Final = 8.0
"""For four times the size nothing takes so many times as long that is linear; what takes the square takes sixteen."""


def growth(run: Callable[[int], object], size: int) -> float:
    """How many times as long `run` takes for `size` as for a quarter of it, in CPU time of this process.

    Only ratios count: a slow machine makes no difference. Another process may disturb one attempt.
    """
    found = LINEAR
    for _attempt in range(4):
        large, small = _seconds(run, size), _seconds(run, size // 4)
        found = large / max(small, 0.002)
        if found < LINEAR:
            break
    return found


def _seconds(run: Callable[[int], object], size: int) -> float:
    begin = time.process_time()
    run(size)
    return time.process_time() - begin


@pytest.fixture
def shared() -> Path:
    """The folder of samples and corpora beside the checkout; a test that needs it is skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED
