"""What several test files share: where the fixtures are, and the material beside the checkout where it exists."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A run of the tests says the same twice; `CNCLEAN_FUZZ=N` looks for what nobody has seen yet.
settings.register_profile("cnclean", derandomize="CNCLEAN_FUZZ" not in os.environ, deadline=None, print_blob=True)
settings.load_profile("cnclean")

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of samples and corpora beside the checkout; a test that needs it is skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED
