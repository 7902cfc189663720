"""What is said of the report as it is goes when the report goes on."""

from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks
from helpers.building import blocks, make_pack, make_report
from helpers.desk import open_desk

PACK = make_pack()


def test_what_is_said_of_an_edit_goes_with_the_next(qtbot: QtBot) -> None:  # noqa: ARG001 - timers want a program
    desk = open_desk(make_report({"summary": "Words."}, pack=PACK), PACK)
    desk.bridge.tell("Put right. Undo takes it back.")
    desk.clock.pass_time()
    assert desk.messages.unsaid == [], "an answer of the check changes nothing of it"
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Other words.")), "Typing")
    assert desk.messages.unsaid == ["Put right. Undo takes it back."]
    desk.session.undo()
    assert len(desk.messages.unsaid) == 1


def test_what_holds_for_a_while_goes_when_it_does_not(qtbot: QtBot) -> None:  # noqa: ARG001 - timers want a program
    desk = open_desk(make_report({"summary": "Words."}, pack=PACK), PACK)
    holds = True
    desk.bridge.tell("“Summary” is open again.", lambda: holds)
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Other words.")), "Typing")
    assert desk.messages.unsaid == []
    holds = False
    desk.clock.pass_time()
    assert desk.messages.unsaid == ["“Summary” is open again."]
