"""The screen that these tests open, where something goes wrong with it."""

import os
import shutil
from pathlib import Path

import pytest

from helpers.screen import missing, open_screen

pytestmark = [pytest.mark.display]


def test_a_window_manager_that_ends_as_it_starts_is_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if missing():
        pytest.skip(missing())
    real, tried = shutil.which("openbox"), tmp_path / "tried"
    stand_in = tmp_path / "openbox"
    stand_in.write_text(f"#!/bin/sh\nif [ ! -e {tried} ]; then touch {tried}; exit 1; fi\nexec {real}\n")
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with open_screen(tmp_path):
        assert tried.exists(), "the stand-in was never asked"
