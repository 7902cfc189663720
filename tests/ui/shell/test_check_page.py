"""The page "Check your report": everything in order, ways to change it, ways out."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Place, SetBlocks, SetWaivers, Waiver
from clerkwell.ui.kit import Offer
from clerkwell.ui.shell.check_page import CheckPage
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, Recorder, open_desk
from helpers.shipped import shipped
from helpers.windows import Chosen, make_services, open_window

PACK = make_pack()


@pytest.fixture
def desk() -> Desk:
    return open_desk(make_report({"summary": "In short"}, {"subject": "Library hours"}), PACK)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CheckPage:
    made = CheckPage(desk.bridge, "Robin Example")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    desk.clock.pass_time()
    return made


def names(page: CheckPage) -> list[str]:
    return [each.accessibleName() for each in page.answers.buttons]


def test_each_line_has_a_button_that_says_what_it_changes(page: CheckPage) -> None:
    assert "Change subject" in names(page)
    assert "Change Summary" in names(page)
    assert len(names(page)) == len(set(names(page)))
    assert {each.text() for each in page.answers.buttons} == {"Change"}


def test_change_goes_to_the_place(qtbot: QtBot, page: CheckPage) -> None:
    asked: list[Place] = []
    page.place_requested.connect(asked.append)
    change = page.answers.buttons[names(page).index("Change subject")]
    change.setFocus()
    qtbot.keyClick(change, Qt.Key.Key_Space)
    page.answers.buttons[names(page).index("Change Summary")].click()
    assert asked == [Place(field="subject"), Place(section="summary")]


def test_it_follows_the_report_and_keeps_the_keyboard_where_it_is(page: CheckPage, desk: Desk) -> None:
    page.activateWindow()
    change = page.answers.buttons[names(page).index("Change Summary")]
    change.setFocus()
    desk.session.apply(SetBlocks(section="summary", blocks=blocks("Quite another thing")), "Typing")
    again = page.answers.buttons[names(page).index("Change Summary")]
    assert again.accessibleDescription() == "In progress, 3 words: “Quite another thing”"
    assert QApplication.focusWidget() is again


def test_what_was_set_aside_is_listed_with_who_and_why_and_can_come_back(page: CheckPage, desk: Desk) -> None:
    assert page.aside.isHidden()
    waiver = Waiver(
        rule="misspelt-word",
        place=Place(section="summary"),
        quote="short",
        by="Robin Example",
        reason="It is a name.",
        when=datetime(2026, 3, 2, tzinfo=UTC),
    )
    desk.session.apply(SetWaivers(waivers=(waiver,)), "Set a problem aside")
    assert not page.aside.isHidden()
    [back] = page.aside.buttons
    assert "Because: It is a name. Set aside by Robin Example on 2 March 2026." in back.accessibleDescription()
    back.click()
    assert desk.report.waivers == ()
    assert desk.session.undo_label == "Bring back a problem"
    assert page.aside.isHidden()


def test_the_ways_out_are_named_and_sets_are_offered_only_where_something_is_private(
    page: CheckPage, desk: Desk
) -> None:
    wanted: list[str] = []
    page.export_requested.connect(wanted.append)
    ways = page.exports.buttons
    assert ways["sets"].isHidden()
    secret = tuple(block.model_copy(update={"private": True}) for block in blocks("Not for everybody"))
    desk.session.apply(SetBlocks(section="summary", blocks=secret), "Typing")
    assert not ways["sets"].isHidden()
    for each in ways.values():
        each.click()
    assert wanted == ["final", "draft", "pdf", "sets"]
    assert all(each.accessibleDescription() for each in ways.values())


def test_the_last_export_is_told_with_ways_to_it(page: CheckPage, desk: Desk) -> None:
    opened: list[str] = []
    offers = (Offer("Ope&n", lambda: opened.append("file")), Offer("Show fo&lder", lambda: opened.append("folder")))
    desk.bridge.note_export("Exported last: Parks.docx, at 14:05.", offers)
    assert page.exports.last.text() == "Exported last: Parks.docx, at 14:05."
    fresh = CheckPage(desk.bridge)
    assert fresh.exports.last.text() == "Exported last: Parks.docx, at 14:05."
    fresh.deleteLater()


@pytest.mark.parametrize("width", [360, 500, 700, 1100])
def test_nothing_is_cut_off_in_any_width(page: CheckPage, width: int) -> None:
    page.resize(width, 400)
    QApplication.processEvents()
    inner = page.widget()
    assert inner is not None
    assert inner.width() <= page.viewport().width() + 1
    for each in (*page.answers.buttons, *page.exports.buttons.values()):
        if each.isVisible():
            corner = each.mapTo(inner, each.rect().bottomRight())
            assert corner.x() <= inner.width()
            assert each.width() >= each.sizeHint().width()


def test_an_export_from_the_window_is_told_on_the_page(
    qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen
) -> None:
    pack = shipped("north-somerset-executive-2022")
    with open_window(make_services(tmp_path, pack), messages, chosen) as window:
        qtbot.waitExposed(window)
        window.commands.new_in(pack.manifest.pack.id)
        window.commands.check()
        assert window.desk is not None
        page = window.desk.pages.current().content
        assert isinstance(page, CheckPage)
        page.show_exports()
        assert window.focusWidget() is page.exports.buttons["final"]
        chosen.path = tmp_path / "Parks.docx"
        with qtbot.waitSignal(window.desk.bridge.exported, timeout=10000):
            page.exports.buttons["draft"].click()
        assert page.exports.last.text().startswith("Exported last: the draft, Parks.docx, today at ")
        assert (tmp_path / "Parks.docx").exists()
