"""IT's file, taken up as the program starts: what it says holds in the window, and what is wrong with it is told."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.app import build_window
from clerkwell.system import folders
from clerkwell.ui.kit.style import dress
from clerkwell.ui.shell import MainWindow
from helpers.policies import policy_setter


@contextmanager
def started(app: QApplication) -> Iterator[MainWindow]:
    """The program's own window, for a while."""
    with ExitStack() as ending:
        window = build_window(app, folders(), ending)
        window.show()
        try:
            yield window
        finally:
            window.close()
            dress(app, "light", 11)


def test_what_it_says_holds_from_the_start_on(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = policy_setter(monkeypatch, tmp_path)(
        'default_pack = "north-somerset-executive"\nallow_drafts = false\ntext_size = 14\nlocked = ["text_size"]\n'
        'managed_by = "ICT, Example Borough"\n'
    )
    with started(qapp) as window:
        qtbot.waitExposed(window)
        assert window.start.packs.marked() == "north-somerset-executive-2022"
        window.commands.new_in("north-somerset-executive-2022")
        window.commands.export_draft()
        said = f"set by ICT, Example Borough for this computer: {file}"
        assert said in window.strip.text
        window.commands.resize_text(3)
        assert window.services.keeper.settings.text_size == 14
        assert window.strip.text.count(said) == 1


def test_all_that_is_wrong_with_it_is_told_and_logged(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file = policy_setter(monkeypatch, tmp_path)("allow_drafts = maybe\n")
    with started(qapp) as window:
        qtbot.waitExposed(window)
        told = window.strip.text
    assert f"The settings file {file} could not be understood" in told
    assert f"Until IT has put {file} right, what it can forbid is not allowed." in told
    assert len([each for each in caplog.records if each.getMessage().startswith("settings: ")]) == 2
    caplog.clear()
