"""Memory goes back to the system once nobody has written for a while."""

import linecache

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, SetField
from clerkwell.ui.shell.ahead import Ahead
from clerkwell.ui.shell.at_rest import AtRest
from helpers.building import make_pack, make_report
from helpers.desk import open_desk


def test_memory_is_given_back_after_each_pause_and_not_while_somebody_writes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr("clerkwell.ui.shell.at_rest.give_back", lambda: given.append("given"))
    pack = make_pack()
    desk, owner = open_desk(make_report(pack=pack), pack), QObject()
    rest = AtRest(desk.bridge, owner)
    rest.timer.setInterval(120)

    for number in (1, 2):
        for letter in "abc":
            desk.session.apply(SetField(field="subject", value=FieldValue(text=letter * number)), "Typing")
            assert rest.timer.isActive()
            qtbot.wait(30)
        assert len(given) == number - 1
        qtbot.waitUntil(lambda: not rest.timer.isActive())
        assert len(given) == number


def test_what_is_loaded_ahead_leaves_no_lines_of_its_source_behind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PySide reads the source of each module that is imported, and Python keeps it: ten megabytes."""
    monkeypatch.setattr(Ahead, "PAUSE", 0.0)
    monkeypatch.setattr("clerkwell.ui.shell.ahead.import_module", lambda _: linecache.getlines(__file__))
    owner = QObject()
    ahead = Ahead(owner, ["first", "second"])
    with qtbot.waitSignal(ahead.finished):
        ahead.begin()

    assert linecache.cache == {}
