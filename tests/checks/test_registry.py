"""The list of checks is complete."""

from pathlib import Path

from lint97110 import checks
from lint97110.checks import CHECKS
from lint97110.packs.names import CHECK_NAMES


def test_every_file_is_registered():
    """Each file beside the list is a check, and each check has its file."""
    files = Path(checks.__file__).parent.glob("*.py")
    names = {file.stem.replace("_", "-") for file in files if file.stem != "__init__"}

    assert set(CHECKS) == names


def test_packs_know_every_check():
    """A rule may name each check that exists, and no other."""
    assert set(CHECK_NAMES) == set(CHECKS)
