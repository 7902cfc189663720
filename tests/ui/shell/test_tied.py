"""Notices about an edit go with it."""

import pytest
from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks
from clerkwell.session import Session
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.shell.tied import Tied
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, open_desk


@pytest.fixture
def desk() -> Desk:
    return open_desk(make_report({"summary": "Words"}), make_pack())


def made(qtbot: QtBot, desk: Desk) -> NoticeStrip:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    Tied(strip, desk.bridge)
    return strip


def edit(session: Session, text: str) -> None:
    session.apply(SetBlocks(section="summary", blocks=blocks(text)), "Move in")


def test_a_notice_about_an_edit_goes_when_the_edit_is_undone(qtbot: QtBot, desk: Desk) -> None:
    strip = made(qtbot, desk)
    edit(desk.session, "Other words")
    strip.show_notice("Moved in.", "good", ())
    qtbot.wait(5)
    edit(desk.session, "Words of mine")
    assert strip.text == "Moved in."
    desk.session.undo()
    assert strip.text == "Moved in."
    desk.session.undo()
    assert strip.text == ""


def test_a_notice_about_something_else_stays(qtbot: QtBot, desk: Desk) -> None:
    strip = made(qtbot, desk)
    edit(desk.session, "Other words")
    qtbot.wait(5)
    strip.show_notice("Exported.", "good", ())
    desk.session.undo()
    assert strip.text == "Exported."
