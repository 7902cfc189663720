"""A window for the tests of the shell, and who answers its questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.ui.shell import MainWindow
from helpers.building import make_pack
from helpers.desk import Recorder
from helpers.windows import Chosen, make_services, open_window


@pytest.fixture
def messages() -> Recorder:
    return Recorder()


@pytest.fixture
def chosen(tmp_path: Path) -> Chosen:
    return Chosen(tmp_path / "parks.clerkwell")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen) -> Iterator[MainWindow]:
    with open_window(make_services(tmp_path, make_pack()), messages, chosen) as opened:
        qtbot.waitExposed(opened)
        yield opened
