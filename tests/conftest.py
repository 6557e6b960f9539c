"""What several test files share: where the fixtures are, and the material beside the checkout where it exists."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of samples and corpora beside the checkout; a test that needs it is skipped elsewhere."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED
