"""The parts list as a widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from clerkwell.model import SetBlocks, SetDone, SetHeading
from clerkwell.ui.navigator import HEADER, PartsList, State
from helpers.building import blocks, make_pack, make_report
from helpers.desk import open_desk


def test_arrow_keys_ask_for_parts_and_pass_over_headings(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    asked: list[str] = []
    parts.part_requested.connect(asked.append)
    parts.show_part(HEADER)
    for _ in range(2):
        qtbot.keyClick(_view(parts), Qt.Key.Key_Down)
    assert asked == ["summary", "background"]


def test_return_goes_into_the_part_that_is_marked(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    parts.show_part("background")
    with qtbot.waitSignal(parts.part_entered) as entered:
        qtbot.keyClick(_view(parts), Qt.Key.Key_Return)
    assert entered.args == ["background"]


def test_a_click_goes_into_the_part(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    view = _view(parts)
    model = view.model()
    index = next(model.index(at, 0) for at in range(model.rowCount()) if model.index(at, 0).data() == "Summary")
    with qtbot.waitSignal(parts.part_entered) as entered:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert entered.args == ["summary"]


def test_showing_a_part_does_not_ask_for_it(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    with qtbot.assertNotEmitted(parts.part_requested):
        parts.show_part("summary")


def test_states_follow_the_report_and_the_mark_stays(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    parts.show_part("summary")
    with qtbot.assertNotEmitted(parts.part_requested):
        desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some words.")), "Typing")
        desk.session.apply(SetDone(section="summary", done=True), "Done")
    entry = parts.entry("summary")
    assert entry is not None
    assert entry.state is State.DONE
    assert _view(parts).currentIndex().data() == "Summary"
    desk.session.close()


def test_the_mark_stays_when_the_list_is_made_anew(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    parts.show_part("summary")
    with qtbot.assertNotEmitted(parts.part_requested):
        desk.session.apply(SetHeading(section="background", heading="How we came here"), "Heading")
    assert _view(parts).currentIndex().data() == "Summary"
    desk.session.close()


def test_a_screen_reader_hears_title_state_and_group(qtbot: QtBot) -> None:
    parts = _shown(qtbot)
    parts.show_part("summary")
    heard = _view(parts).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Summary, Not started, Front"


def _shown(qtbot: QtBot) -> PartsList:
    desk = open_desk(make_report(pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts, before_close_func=lambda _: desk.session.close())
    parts.resize(260, 600)
    parts.show()
    qtbot.waitExposed(parts)
    return parts


def _view(parts: PartsList) -> QListView:
    view = parts.findChild(QListView)
    assert isinstance(view, QListView)
    return view


def test_a_key_in_the_middle_of_a_section_costs_the_list_nothing(qtbot: QtBot) -> None:
    desk = open_desk(make_report({"summary": "Some words."}, pack=make_pack()), make_pack())
    parts = PartsList(desk.bridge)
    qtbot.addWidget(parts)
    with qtbot.assertNotEmitted(parts.refreshed):
        desk.session.apply(SetBlocks(section="summary", blocks=blocks("Some more words.")), "Typing")
    with qtbot.waitSignal(parts.refreshed):
        desk.session.apply(SetBlocks(section="summary", blocks=()), "Typing")
    desk.session.close()
