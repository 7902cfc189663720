"""A real screen for each test here, where the machine has what that needs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.screen import Screen, missing, open_screen


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A screen of its own; the test is left out, saying why, where there is none to be had."""
    if missing():
        pytest.skip(missing())
    with open_screen(tmp_path) as opened:
        yield opened
