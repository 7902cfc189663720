"""The consultation log and its clearances, over a real session."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Consultation, FieldValue, Place, Report, SetBlocks, apply
from clerkwell.packs.sealing import HEADER, WHOLE, sealable
from clerkwell.session.clearances import Since, changed, cleared
from clerkwell.ui.endmatter import SinceNotice
from clerkwell.ui.endmatter.consultations import ConsultationsPage
from clerkwell.ui.endmatter.consulting import ClearanceDialog, ConsultationDialog
from clerkwell.ui.endmatter.since import SinceDialog
from helpers.building import MANIFEST, blocks, make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack(
    MANIFEST.replace('title = "Financial implications"', 'title = "Financial implications"\nconsult = ["Finance"]')
)
NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)


def a_report(*entries: Consultation) -> Report:
    report = make_report(
        {"summary": "The park is worn out.", "financial": "It costs £900."}, {"subject": "The park"}, pack=PACK
    )
    return report.model_copy(update={"consultations": entries})


def a_cleared_report() -> Report:
    report = a_report()
    entry = Consultation(who="Legal", answered="3 March 2026", answer="Cleared.")
    return report.model_copy(update={"consultations": (cleared(entry, ("financial",), report, PACK, NOW),)})


def costlier(report: Report) -> SetBlocks:
    (block,) = report.blocks("financial")
    fresh = blocks("It costs £1,200.")[0].model_copy(update={"id": block.id})
    return SetBlocks(section="financial", blocks=(fresh,))


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(800, 700)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def a_page(
    qtbot: QtBot, desk: Desk, fill: Callable[[Any], None] | None = None, shown: list[Sequence[Since]] | None = None
) -> ConsultationsPage:
    def put(dialog: QDialog) -> bool:
        if fill is not None:
            fill(dialog)
        return fill is not None

    def show_since(found: Sequence[Since], *_: object) -> None:
        if shown is not None:
            shown.append(found)

    page = ConsultationsPage(desk.bridge, put=put, show=show_since, now=lambda: NOW)
    show(qtbot, page)
    return page


def listed(page: ConsultationsPage) -> list[str]:
    return [page.entries.list.item(at).text() for at in range(page.entries.list.count())]


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_entry_is_added_by_the_dialog_and_is_one_step(qtbot: QtBot) -> None:
    def fill(dialog: ConsultationDialog) -> None:
        QTest.keyClicks(dialog.who, "Legal")
        QTest.keyClicks(dialog.role, "Solicitor")
        dialog.part.setCurrentIndex(dialog.part.findText("Financial implications"))
        QTest.keyClicks(dialog.asked.line, "1 March 2026")

    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk, fill)
    click(page.entries.add_button)
    assert desk.report.consultations == (
        Consultation(who="Legal", role="Solicitor", part="financial", asked="1 March 2026"),
    )
    assert listed(page) == ["Legal (Solicitor) – Financial implications\nAsked 1 March 2026 · No answer yet"]
    assert desk.session.undo_label == "Add to the consultation log"
    desk.session.undo()
    assert listed(page) == []


def test_days_are_shown_as_people_write_them_and_other_words_as_they_are(qtbot: QtBot) -> None:
    entry = Consultation(who="Legal", asked="2026-03-01", answered="early in March", answer="No changes.")
    page = a_page(qtbot, open_desk(a_report(entry), PACK))
    assert listed(page) == ["Legal\nAsked 1 March 2026 · Answered early in March\nNo changes."]


def test_entries_are_changed_moved_and_removed_from_the_keyboard(qtbot: QtBot) -> None:
    desk = open_desk(a_report(Consultation(who="Legal"), Consultation(who="Finance")), PACK)
    page = a_page(qtbot, desk, lambda dialog: dialog.answer.setPlainText("Agreed."))
    page.entries.choose(1)
    page.entries.list.setFocus()
    QTest.keyClick(page.entries.list, Qt.Key.Key_Return)
    assert desk.report.consultations[1] == Consultation(who="Finance", answer="Agreed.")
    QTest.keyClick(page.entries.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [entry.who for entry in desk.report.consultations] == ["Finance", "Legal"]
    QTest.keyClick(page.entries.list, Qt.Key.Key_Delete)
    assert [entry.who for entry in desk.report.consultations] == ["Legal"]
    for _ in range(3):
        desk.session.undo()
    assert desk.report.consultations == (Consultation(who="Legal"), Consultation(who="Finance"))


def test_whom_the_council_would_have_asked_is_said_and_put_in_with_one_button(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    assert "Finance, about “Financial implications”" in page.wanted.label.text()
    click(page.wanted.add_button)
    assert desk.report.consultations == (Consultation(who="Finance", part="financial"),)
    assert not page.wanted.isVisible()


def test_a_clearance_seals_the_words_and_says_so_when_they_change(qtbot: QtBot) -> None:
    def fill(dialog: ClearanceDialog) -> None:
        QTest.keyClicks(dialog.who, "Legal")
        dialog.chosen.setChecked(True)
        for at in range(dialog.list.count()):
            if dialog.list.item(at).text() == "Financial implications":
                dialog.list.setCurrentRow(at)
        QTest.keyClick(dialog.list, Qt.Key.Key_Space)

    desk = open_desk(a_report(), PACK)
    shown: list[Sequence[Since]] = []
    page = a_page(qtbot, desk, fill, shown)
    click(page.clear_button)
    (entry,) = desk.report.consultations
    assert entry.seal is not None
    assert entry.seal.parts[0].lines == ("It costs £900.",)
    assert (entry.who, entry.part, entry.answered, entry.answer) == ("Legal", "financial", "3 March 2026", "Cleared.")
    assert "Cleared 3 March 2026, unchanged since" in listed(page)[0]
    assert not page.show_button.isEnabled()
    desk.session.apply(costlier(desk.report), "Typing")
    assert "Changed since Legal cleared it on 3 March 2026" in listed(page)[0]
    click(page.show_button)
    assert [each.title for (each,) in shown] == ["Financial implications"]
    click(page.again_button)
    assert changed(desk.report, PACK) == ()
    assert "unchanged since" in listed(page)[0]
    assert desk.session.undo_label == "Record a clearance"


def test_a_clearance_is_recorded_in_the_entry_that_waits_for_it(qtbot: QtBot) -> None:
    desk = open_desk(a_report(Consultation(who="Finance", part="financial", asked="1 March")), PACK)
    page = a_page(qtbot, desk, lambda _: None)
    page.entries.choose(0)
    click(page.clear_button)
    (entry,) = desk.report.consultations
    assert (entry.who, entry.asked, entry.part) == ("Finance", "1 March", "financial")
    assert entry.seal is not None


def test_who_cancels_records_nothing(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    click(page.clear_button)
    page.add()
    assert desk.report.consultations == ()


def test_the_day_of_a_clearance_may_be_an_earlier_one_and_must_be_a_day(qtbot: QtBot) -> None:
    dialog = ClearanceDialog(Consultation(who="Legal"), sealable(a_report(), PACK), NOW)
    show(qtbot, dialog)
    assert dialog.whole.isChecked()
    assert dialog.parts() == (WHOLE,)
    assert dialog.ok.isEnabled()
    dialog.when.line.setText("")
    QTest.keyClicks(dialog.when.line, "soon")
    assert not dialog.ok.isEnabled()
    dialog.when.line.clear()
    QTest.keyClicks(dialog.when.line, "27/02/2026")
    assert dialog.ok.isEnabled()
    assert dialog.when_cleared().date().isoformat() == "2026-02-27"
    dialog.chosen.setChecked(True)
    assert not dialog.ok.isEnabled()


def test_the_dialogs_name_every_control_and_begin_with_who(qtbot: QtBot) -> None:
    for dialog in (
        ConsultationDialog(Consultation(who=""), sealable(a_report(), PACK)),
        ClearanceDialog(Consultation(who=""), sealable(a_report(), PACK), NOW),
    ):
        show(qtbot, dialog)
        assert dialog.who.hasFocus()
        assert not dialog.ok.isEnabled()
        for name in ("who", "role", "answer", "part" if isinstance(dialog, ConsultationDialog) else "list"):
            assert getattr(dialog, name).accessibleName()


def test_a_clearance_that_is_edited_stays_one(qtbot: QtBot) -> None:
    report = a_cleared_report()
    (entry,) = report.consultations
    dialog = ConsultationDialog(entry, sealable(report, PACK))
    qtbot.addWidget(dialog)
    assert dialog.entry() == entry
    assert not dialog.part.isEnabled()


def test_the_page_of_a_part_says_that_it_changed_and_shows_how(qtbot: QtBot) -> None:
    desk = open_desk(a_cleared_report(), PACK)
    page = QWidget()
    notice, other = SinceNotice(desk.bridge, "financial", page), SinceNotice(desk.bridge, "summary", page)
    show(qtbot, page)
    notice.look()
    assert not notice.isVisible()
    desk.session.apply(costlier(desk.report), "Typing")
    desk.clock.pass_time()
    assert notice.isVisible()
    assert notice.label.text() == "Changed since Legal cleared it on 3 March 2026."
    assert not other.isVisible()
    desk.session.undo()
    desk.clock.pass_time()
    assert not notice.isVisible()


def test_the_difference_is_shown_in_words_old_and_new(qtbot: QtBot) -> None:
    report = a_cleared_report()
    report = apply(costlier(report), report)
    dialog = SinceDialog(changed(report, PACK), report, PACK)
    show(qtbot, dialog)
    assert dialog.head.text() == "Financial implications"
    assert dialog.words.accessibleDescription() == "Removed “900”. Added “1,200”."
    assert not dialog.list.isVisible()


def test_of_several_parts_one_is_chosen(qtbot: QtBot) -> None:
    report = a_report()
    entry = cleared(Consultation(who="Legal"), (WHOLE,), report, PACK, NOW)
    report = apply(costlier(report), report.model_copy(update={"consultations": (entry,)}))
    report = report.model_copy(update={"fields": {**report.fields, "subject": FieldValue(text="The lake")}})
    dialog = SinceDialog(changed(report, PACK), report, PACK)
    show(qtbot, dialog)
    assert [each.change.then.part for each in changed(report, PACK)] == [HEADER, "financial"]
    assert dialog.list.isVisible()
    assert dialog.head.text() == "Report details"
    dialog.list.mark("1")
    assert dialog.head.text() == "Financial implications"


def test_a_report_to_read_only_shows_its_log_and_lets_nothing_be_done(qtbot: QtBot) -> None:
    report = a_cleared_report()
    desk = open_desk(apply(costlier(report), report), PACK, read_only=True)
    page = a_page(qtbot, desk)
    assert page.show_button.isEnabled()
    assert not page.clear_button.isEnabled()
    assert not page.again_button.isEnabled()
    assert not page.entries.add_button.isEnabled()
    assert not page.wanted.add_button.isVisible()


def test_a_place_puts_the_keyboard_on_the_log(qtbot: QtBot) -> None:
    page = a_page(qtbot, open_desk(a_cleared_report(), PACK))
    page.show_place(Place())
    assert page.entries.list.hasFocus()


def test_the_room_that_a_tall_dialog_has_left_goes_to_the_answer_and_not_between_the_days(qtbot: QtBot) -> None:
    dialog = ConsultationDialog(Consultation(who="Legal"), (("summary", "Summary"),))
    show(qtbot, dialog)

    between = dialog.answered.line.mapTo(dialog, QPoint()).y() - dialog.asked.line.mapTo(dialog, QPoint()).y()

    assert between < dialog.asked.line.height() + 4 * dialog.fontMetrics().lineSpacing()
    assert dialog.answer.height() > 2 * dialog.answer.minimumHeight()
