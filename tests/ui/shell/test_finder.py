"""A file that macOS opens with the program. No Mac has shown it; the event is the one that Qt makes of the Finder's."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from clerkwell.ui.shell.finder import OpenedByFinder


@pytest.mark.usefixtures("qapp")
def test_a_file_of_the_finder_s_is_opened() -> None:
    sender = QObject()
    opened: list[Path] = []
    OpenedByFinder(sender, opened.append)

    assert QCoreApplication.sendEvent(sender, QFileOpenEvent("/Users/jo/A report é.clerkwell"))

    assert opened == [Path("/Users/jo/A report é.clerkwell")]


@pytest.mark.usefixtures("qapp")
def test_other_events_and_addresses_pass() -> None:
    sender = QObject()
    opened: list[Path] = []
    OpenedByFinder(sender, opened.append)

    QCoreApplication.sendEvent(sender, QFileOpenEvent(""))
    QCoreApplication.sendEvent(sender, QEvent(QEvent.Type.User))

    assert opened == []
