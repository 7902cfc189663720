"""The pages of the end matter over a real session."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Appendix, BackgroundPaper, Place, Report, TrayItem
from clerkwell.ui.endmatter import AppendicesPage, BackgroundPapersPage, TrayPage
from clerkwell.ui.endmatter.dialogs import AppendixDialog, PaperDialog, Told
from clerkwell.ui.kit.style import dress
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def three() -> Report:
    appendices = tuple(
        Appendix(id=f"appendix-{n}", number=str(n), title=f"Title {n}", status="public") for n in (1, 2, 3)
    )
    return make_report(pack=PACK).model_copy(update={"appendices": appendices})


def show(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(700, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()


def an_appendices_page(
    qtbot: QtBot, desk: Desk, title: str = "Audit letter", file: Path | None = None
) -> AppendicesPage:
    def ask(dialog: AppendixDialog) -> Told | None:
        dialog.heading.setText(title)
        if file is not None:
            dialog.attach_button.click()
        return Told(dialog.appendix()) if title else None

    page = AppendicesPage(desk.bridge, ask=ask, choose_file=lambda _: file)
    show(qtbot, page)
    return page


def listed(page: AppendicesPage | BackgroundPapersPage) -> list[str]:
    return [page.entries.list.item(at).text().splitlines()[0] for at in range(page.entries.list.count())]


def test_tab_goes_from_there_are_none_through_the_list_to_its_buttons(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    papers = BackgroundPapersPage(desk.bridge)
    for page in (an_appendices_page(qtbot, desk), papers):
        show(qtbot, page)
        page.none.setFocus()
        for expected in (page.entries.list, page.entries.add_button):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Tab)
            assert QApplication.focusWidget() is expected


def test_an_appendix_is_added_with_a_copy_of_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7")
    desk = open_desk(make_report(pack=PACK), PACK)
    page = an_appendices_page(qtbot, desk, file=letter)
    QTest.mouseClick(page.entries.add_button, Qt.MouseButton.LeftButton)
    (appendix,) = desk.report.appendices
    assert (appendix.number, appendix.title, appendix.attachment) == ("1", "Audit letter", "letter.pdf")
    assert desk.session.attachments["letter.pdf"] == b"%PDF-1.7"
    assert listed(page) == ["Appendix 1 – Audit letter"]


def test_a_file_that_cannot_be_read_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    page = an_appendices_page(qtbot, desk, file=tmp_path / "gone.pdf")
    page.add()
    assert desk.messages.noticed == ["gone.pdf could not be read: No such file or directory."]
    assert desk.report.appendices[0].attachment == ""


def test_who_cancels_adds_nothing(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    an_appendices_page(qtbot, desk, title="").add()
    assert desk.report.appendices == ()


def test_moving_and_removing_number_anew_and_undo_brings_back(qtbot: QtBot) -> None:
    desk = open_desk(three(), PACK)
    page = an_appendices_page(qtbot, desk)
    page.entries.choose(2)
    page.entries.list.setFocus()
    QTest.keyClick(page.entries.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert listed(page) == ["Appendix 1 – Title 1", "Appendix 2 – Title 3", "Appendix 3 – Title 2"]
    assert page.entries.list.currentRow() == 1
    assert "check the words that cite them" in desk.messages.said[-1]
    QTest.keyClick(page.entries.list, Qt.Key.Key_Delete)
    assert listed(page) == ["Appendix 1 – Title 1", "Appendix 2 – Title 2"]
    desk.session.undo()
    desk.session.undo()
    assert desk.report == three()
    assert len(listed(page)) == 3


def test_there_are_none_is_one_tick_and_only_while_none_are_listed(qtbot: QtBot) -> None:
    desk = open_desk(make_report(pack=PACK), PACK)
    page = an_appendices_page(qtbot, desk)
    page.none.setFocus()
    QTest.keyClick(page.none, Qt.Key.Key_Space)
    assert page.none.isChecked()
    assert desk.report.section("appendices") is not None
    page.add()
    assert not page.none.isChecked()
    assert not page.none.isEnabled()
    assert "take them off the list first" in page.none.toolTip()
    assert desk.report.section("appendices") is None


def test_a_place_chooses_its_appendix(qtbot: QtBot) -> None:
    page = an_appendices_page(qtbot, open_desk(three(), PACK))
    page.show_place(Place(appendix="appendix-3"))
    assert page.entries.list.currentRow() == 2
    assert page.entries.list.hasFocus()


def test_the_exempt_paragraphs_are_asked_for_where_they_apply(qtbot: QtBot) -> None:
    dialog = AppendixDialog(Appendix(id="a", number="1", title="T"), lambda _: None, lambda _: None, True)
    show(qtbot, dialog)
    assert not dialog.paragraphs.isVisible()
    dialog.status.setCurrentIndex(dialog.status.findData("exempt"))
    assert dialog.paragraphs.isVisible()
    dialog.paragraphs.ticks[3].box.click()
    assert dialog.appendix().exempt_paragraphs == (3,)
    dialog.status.setCurrentIndex(dialog.status.findData("public"))
    assert dialog.appendix().exempt_paragraphs == ()


def test_another_nation_has_no_english_paragraphs(qtbot: QtBot) -> None:
    dialog = AppendixDialog(
        Appendix(id="a", number="1", status="exempt"), lambda _: None, lambda _: None, england=False
    )
    show(qtbot, dialog)
    assert not dialog.paragraphs.isVisible()


@pytest.mark.parametrize("status", ["public", "exempt"])
def test_all_that_is_asked_of_an_appendix_fits_a_laptop_at_twice_the_size(
    qtbot: QtBot, qapp: QApplication, status: str
) -> None:
    dress(qapp, "light", 22)
    appendix = Appendix(id="a", number="1", title="T", status=status, exempt_paragraphs=(3,))
    dialog = AppendixDialog(appendix, lambda _: None, lambda _: None, True)
    show(qtbot, dialog)
    dialog.resize(1280 - 24, 720 - 24)
    qtbot.waitUntil(lambda: dialog.width() == 1280 - 24)
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert (area.verticalScrollBar().maximum(), area.horizontalScrollBar().maximum()) == (0, 0)
    dress(qapp, "light", 11)


@pytest.mark.parametrize("status", ["public", "exempt"])
def test_an_appendix_is_asked_about_in_a_window_that_opens_large_enough(qtbot: QtBot, status: str) -> None:
    appendix = Appendix(id="a", number="1", title="T", status=status)
    dialog = AppendixDialog(appendix, lambda _: None, lambda _: None, True)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    area = dialog.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert (area.verticalScrollBar().maximum(), area.horizontalScrollBar().maximum()) == (0, 0)


def test_an_address_is_asked_for_when_somebody_wants_to_give_one(qtbot: QtBot) -> None:
    dialog = AppendixDialog(Appendix(id="a", number="1", title="T"), lambda _: None, lambda _: None, True)
    show(qtbot, dialog)
    assert not dialog.link.isVisible()
    dialog.address_button.click()
    assert dialog.link.hasFocus()
    assert not dialog.address_button.isVisible()
    QTest.keyClicks(dialog.link, "https://example.org/plan")
    assert dialog.appendix().link == "https://example.org/plan"
    again = AppendixDialog(dialog.appendix(), lambda _: None, lambda _: None, True)
    show(qtbot, again)
    assert again.link.isVisible()


def test_a_file_that_is_taken_away_can_be_attached_again(qtbot: QtBot) -> None:
    dialog = AppendixDialog(
        Appendix(id="a", number="1", title="T", attachment="plan.pdf"),
        lambda _: Path("map.pdf"),
        lambda path: path.name,
        True,
    )
    show(qtbot, dialog)
    assert dialog.file.text() == "File: plan.pdf"
    assert not dialog.attach_button.isVisible()
    dialog.detach_button.click()
    assert dialog.appendix().attachment == ""
    assert dialog.attach_button.hasFocus()
    dialog.attach_button.click()
    assert dialog.appendix().attachment == "map.pdf"
    assert dialog.appendix().title == "T"


def test_background_papers_are_added_changed_and_answered_with_none(qtbot: QtBot) -> None:
    titles = iter(["Audit report", "Audit report 2025"])

    def ask(dialog: PaperDialog) -> BackgroundPaper | None:
        dialog.heading.setText(next(titles))
        return dialog.paper()

    desk = open_desk(make_report(pack=PACK), PACK)
    page = BackgroundPapersPage(desk.bridge, ask=ask)
    show(qtbot, page)
    page.none.click()
    assert page.none.isChecked()
    page.add()
    assert listed(page) == ["Audit report"]
    assert not page.none.isChecked()
    page.entries.list.setFocus()
    QTest.keyClick(page.entries.list, Qt.Key.Key_Return)
    assert listed(page) == ["Audit report 2025"]
    page.remove(0)
    assert desk.report.background_papers == ()
    for _ in range(4):
        desk.session.undo()
    assert desk.report == make_report(pack=PACK)


def a_tray_desk() -> Desk:
    tray = (TrayItem(text="Item seven", came_from="the first page"), TrayItem(text="Restricted"))
    return open_desk(make_report({"background": "First"}, pack=PACK).model_copy(update={"tray": tray}), PACK)


def test_a_tray_item_is_put_into_a_section_and_undone(qtbot: QtBot) -> None:
    desk = a_tray_desk()
    page = TrayPage(desk.bridge)
    show(qtbot, page)
    assert page.text.toPlainText() == "Item seven"
    page.sections.setCurrentIndex(page.sections.findData("background"))
    QTest.mouseClick(page.place_button, Qt.MouseButton.LeftButton)
    assert len(desk.report.blocks("background")) == 2
    assert page.text.toPlainText() == "Restricted"
    desk.session.undo()
    assert len(desk.report.tray) == 2
    assert len(desk.report.blocks("background")) == 1


def test_a_tray_item_is_copied_and_discarded(qtbot: QtBot) -> None:
    desk = a_tray_desk()
    page = TrayPage(desk.bridge)
    show(qtbot, page)
    page.copy_current()
    assert QApplication.clipboard().text() == "Item seven"
    page.discard_current()
    page.discard_current()
    assert desk.report.tray == ()
    assert page.empty.isVisible()
    assert not page.place_button.isEnabled()


def test_a_report_open_to_read_only_offers_no_changes(qtbot: QtBot) -> None:
    desk = open_desk(three(), PACK, read_only=True)
    page = an_appendices_page(qtbot, desk)
    assert not page.entries.add_button.isEnabled()
    page.entries.list.setFocus()
    QTest.keyClick(page.entries.list, Qt.Key.Key_Delete)
    assert len(desk.report.appendices) == 3


def test_the_public_interest_is_asked_for_where_an_appendix_is_exempt(qtbot: QtBot) -> None:
    dialog = AppendixDialog(Appendix(id="a", number="1", title="T"), lambda _: None, lambda _: None, True)
    show(qtbot, dialog)
    assert not dialog.interest.isVisible()
    dialog.status.setCurrentIndex(dialog.status.findData("part-exempt"))
    assert dialog.interest.isVisible()
    QTest.keyClicks(dialog.interest, "The tenders are still open.")
    assert dialog.appendix().public_interest == "The tenders are still open."
    dialog.status.setCurrentIndex(dialog.status.findData("public"))
    assert dialog.appendix().public_interest == ""


def test_the_public_interest_is_not_asked_for_outside_england(qtbot: QtBot) -> None:
    appendix = Appendix(id="a", number="1", title="T", status="exempt", public_interest="Said before.")
    dialog = AppendixDialog(appendix, lambda _: None, lambda _: None, False)
    show(qtbot, dialog)
    assert not dialog.interest.isVisible()
    assert dialog.appendix() == appendix


def test_the_list_says_where_each_appendix_is_cited(qtbot: QtBot) -> None:
    report = make_report({"background": "One.\nSee Appendix 2."}, pack=PACK)
    desk = open_desk(report.model_copy(update={"appendices": three().appendices}), PACK)
    page = an_appendices_page(qtbot, desk)
    details = [page.entries.list.item(at).text().splitlines()[1] for at in range(3)]
    assert [each.split(" · ")[-1] for each in details] == ["never cited", "cited at paragraph 2", "never cited"]
