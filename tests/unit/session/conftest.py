"""The file of a report, to be saved in or with a report in it."""

from pathlib import Path

import pytest

from clerkwell.storage import StoredReport, write_file
from helpers.building import make_report


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Trees.clerkwell"


@pytest.fixture
def named(path: Path) -> Path:
    """A file with a report in it."""
    write_file(path, StoredReport(make_report({"summary": "One"}, {"subject": "Trees"})))
    return path
