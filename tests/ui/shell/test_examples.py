"""The examples that templates bring along, looked at from the start page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from clerkwell.ui.shell import MainWindow
from helpers.building import make_pack
from helpers.desk import Recorder
from helpers.packs_changed import with_file
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen) -> Iterator[MainWindow]:
    packs = (shipped("maidstone-2022"), with_file(make_pack(), "samples/broken.json", b"{"))
    with open_window(make_services(tmp_path, *packs), messages, chosen) as opened:
        qtbot.waitExposed(opened)
        yield opened


def offered(window: MainWindow, pack_id: str) -> dict[str, QAction]:
    """What the button offers of a template, by its words."""
    window.start.packs.mark(pack_id)
    window.start.examples.choices.aboutToShow.emit()
    return {each.text(): each for each in window.start.examples.choices.actions()}


def test_each_template_offers_its_own_examples(window: MainWindow) -> None:
    assert list(offered(window, "maidstone-2022")) == [
        "With every part filled in",
        "Exempt appendix",
        "For information",
        "Key decision",
    ]
    assert list(offered(window, "test-council")) == ["Broken"]


def test_an_example_is_looked_at_and_closed_without_a_question(window: MainWindow, messages: Recorder) -> None:
    offered(window, "maidstone-2022")["For information"].trigger()
    assert window.opened is not None
    session = window.opened.session
    assert session.report.field("subject").text == "Gritting the roads last winter"
    assert session.path is None
    assert any("an example report" in each for each in messages.noticed)
    window.show_start()
    window.commands.close_report()
    assert window.opened is None
    assert not messages.asked


def test_what_is_written_in_an_example_is_not_lost_without_a_question(window: MainWindow, messages: Recorder) -> None:
    offered(window, "maidstone-2022")["With every part filled in"].trigger()
    assert window.opened is not None
    assert set(window.opened.session.attachments) == {"sessions.png"}
    write(window, "background", "Words of my own.")
    window.commands.close_report()
    assert messages.asked


def test_an_example_that_cannot_be_read_is_told(window: MainWindow, messages: Recorder) -> None:
    offered(window, "test-council")["Broken"].trigger()
    assert window.opened is None
    assert any("cannot be read" in each for each in messages.noticed)
