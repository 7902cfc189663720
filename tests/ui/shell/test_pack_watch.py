"""The window keeps up with the folders of packs, and tells what is new."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.packs import load_files
from clerkwell.session.installed import Looked
from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.shell import MainWindow, PackWatch
from helpers.building import make_report
from helpers.desk import Recorder
from helpers.packs_shared import Computer, pack_files, put_file
from helpers.windows import Chosen, Kept, Shelf, make_services, open_window


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "home", tmp_path / "share")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, computer: Computer) -> Iterator[MainWindow]:
    services = replace(make_services(tmp_path), installed=computer.packs, keeper=Kept(computer.settings))
    with open_window(services, Recorder(), Chosen(None)) as made:
        qtbot.waitExposed(made)
        yield made


def looked(qtbot: QtBot, watch: PackWatch, until: str, messages: Recorder) -> None:
    watch.look()
    qtbot.waitUntil(lambda: any(until in each for each in messages.noticed), timeout=20_000)


def said(window: MainWindow) -> Recorder:
    assert isinstance(window.messages, Recorder)
    return window.messages


def test_a_new_template_is_told_and_stands_on_the_start_page(
    qtbot: QtBot, window: MainWindow, computer: Computer
) -> None:
    put_file(computer.shared)
    watch = PackWatch(window, window.services)
    assert window.start.packs.item(window.start.packs.count() - 1).text() != "Test report"
    looked(qtbot, watch, "can be used now", said(window))
    window.commands.new_in("shared-council")
    assert window.opened is not None
    assert window.opened.session.pack.told.version == "1.0.0"


def test_over_a_report_only_its_own_newer_version_is_told_and_the_rest_on_the_start_page(
    qtbot: QtBot, window: MainWindow, computer: Computer, tmp_path: Path
) -> None:
    put_file(computer.shared)
    computer.look()
    pack = load_files(pack_files(), "it")
    write_file(tmp_path / "it.clerkwell", StoredReport(report=make_report(pack=pack), pack_files=pack.files))
    window.commands.open_file(tmp_path / "it.clerkwell")
    put_file(computer.shared, "1.1.0")
    put_file(computer.shared, pack_id="other-council", name="other.clerkpack")
    looked(qtbot, PackWatch(window, window.services), "there is version 1.1.0", said(window))
    assert not any("new version" in each for each in said(window).noticed)
    said(window).answer = "discard"
    window.commands.close_report()
    qtbot.waitUntil(lambda: any("has a new version, 1.1.0" in each for each in said(window).noticed), timeout=5000)


def test_a_share_that_does_not_answer_keeps_nobody_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    answer = Event()

    class Hanging(Shelf):
        def look(self, settings: object) -> Looked:  # noqa: ARG002
            answer.wait(60)
            return Looked(0, self.catalogue)

    services = make_services(tmp_path)
    hanging = Hanging(services.catalogue, tmp_path)
    with open_window(replace(services, installed=hanging), Recorder(), Chosen(None)) as window:
        watch = PackWatch(window, window.services)
        watch.look()
        watch.look()
        qtbot.wait(50)
        assert window.isVisible()
    assert not window.isVisible(), "closed, though the look has not come to its end"
    answer.set()
