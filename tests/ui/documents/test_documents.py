"""The small windows about documents: what came in, an earlier report, sections to send, a letter's findings."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from clerkwell.intake import Finding, Imported
from clerkwell.model import Appendix, Note, Place, Stale, TrayItem
from clerkwell.session.again.reopening import Reopened
from clerkwell.session.again.starting import StartedAgain
from clerkwell.ui.documents import (
    AccountDialog,
    LetterDialog,
    MeetingDialog,
    SendDialog,
    account_of_again,
    account_of_import,
)
from helpers.building import make_pack, make_report

D = TypeVar("D", bound=QDialog)
PARTS = (("summary", "Summary"), ("background", "Background"), ("proposals", "Proposals"))


@dataclass(frozen=True)
class Found:
    """A finding of a letter."""

    kind_words: str
    words: str
    heading: str


LETTER = (Found("Strength", "Plans are good.", "Strengths"), Found("Area for development", "Some are late.", ""))
APPENDIX = Appendix(id="appendix-1", number="1", title="Letter from Ofsted", status="public")


def imported(*findings: Finding, notes: int = 0, tray: int = 0) -> Imported:
    report = make_report().model_copy(
        update={
            "notes": tuple(Note(id=str(at), place=Place(section="summary"), text="?") for at in range(notes)),
            "tray": tuple(TrayItem(text=f"Words {at}") for at in range(tray)),
        }
    )
    return Imported(report, make_pack(), findings, ())


def test_what_came_in_is_told_the_tray_first_and_can_be_copied(qtbot: QtBot) -> None:
    account = account_of_import(
        imported(
            Finding("noted", "2 text colours were left out."),
            Finding("lacking", "The source has no “Purpose”."),
            Finding("tray", "Odd words", "page 3"),
            notes=2,
            tray=1,
        ),
        "parks.docx",
    )
    dialog = _shown(qtbot, AccountDialog(account))
    # Page numbers are left out, and listed: nothing is claimed that the list belies.
    assert "All its words are in the report, in the tray or in this list." in account.intro
    assert "1 thing is in the tray" in account.intro
    assert "2 comments are kept as notes." in account.intro
    assert account.plain.splitlines()[3:] == [
        "Not placed yet: kept in the tray",
        "- Odd words (page 3)",
        "",
        "The document lacked",
        "- The source has no “Purpose”.",
        "",
        "Changed or left out on the way in",
        "- 2 text colours were left out.",
    ]
    _click(dialog, "Copy this list")
    assert QApplication.clipboard().text() == account.plain


def test_where_everything_found_its_place_that_is_all_there_is_to_say() -> None:
    account = account_of_import(imported(notes=1), "parks.docx")
    assert account.items == ()
    assert account.all_well == "Brought in as “Test report”. Everything found its place. 1 comment is kept as a note."


def test_a_report_started_again_tells_what_to_answer_and_what_to_look_at() -> None:
    report = make_report({"summary": "By the end of May."}).model_copy(
        update={"stale": (Stale(place=Place(section="summary"), quote="by the end of May", why="It has passed."),)}
    )
    reopened = (Reopened(Place(field="subject"), "Date of meeting", "3 May\n2026", "Each meeting has its own."),)
    account = account_of_again(StartedAgain(report, make_pack(), {}, reopened, ("The notes stayed.",)), "old.clerkwell")
    assert [(item.group, item.title) for item in account.items] == [
        ("To answer again", "Date of meeting"),
        ("To look at again", "“by the end of May”"),
        ("Also", "The notes stayed."),
    ]
    assert account.items[0].detail == "It was “3 May 2026”. Each meeting has its own."


def test_the_new_meeting_is_typed_in_any_common_form_or_left_open(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, MeetingDialog("old.clerkwell"))
    assert dialog.ok.isEnabled()
    qtbot.keyClicks(dialog.line, "the ides")
    assert not dialog.ok.isEnabled()
    dialog.line.setText("27/09/2027")
    assert dialog.understood.text() == "Monday 27 September 2027"
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.meeting == date(2027, 9, 27)


def test_sections_to_send_are_ticked_with_the_space_bar(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, SendDialog(PARTS, "background"))
    assert list(dialog.sections) == ["background"]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert list(dialog.sections) == ["summary", "background"]
    _click(dialog, "Tick none")
    assert not dialog.ok.isEnabled()
    _click(dialog, "Tick all")
    assert list(dialog.sections) == ["summary", "background", "proposals"]


def test_a_letters_findings_are_chosen_and_the_button_says_how_many(qtbot: QtBot) -> None:
    dialog = _shown(qtbot, LetterDialog(LETTER, APPENDIX, "Background"))
    assert dialog.ok.text() == "&Attach"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.ok.text() == "&Attach and quote 1 finding"
    dialog.heading.setText("Letter of August")
    assert dialog.attached.findings == (1,)
    assert dialog.attached.appendix.title == "Letter of August"
    dialog.heading.setText(" ")
    assert not dialog.ok.isEnabled()


def test_a_letter_without_findings_or_outside_a_section_can_only_be_attached(qtbot: QtBot) -> None:
    for dialog in (LetterDialog((), APPENDIX, "Background"), LetterDialog(LETTER, APPENDIX, "")):
        _shown(qtbot, dialog)
        assert not dialog.list.isVisible()
        assert dialog.ok.isEnabled()
        assert dialog.attached.findings == ()


def test_everything_has_a_name(qtbot: QtBot) -> None:
    account = account_of_import(imported(Finding("noted", "Words.")), "parks.docx")
    for dialog in (
        AccountDialog(account),
        MeetingDialog("old.clerkwell"),
        SendDialog(PARTS, "summary"),
        LetterDialog(LETTER, APPENDIX, "Background"),
    ):
        _shown(qtbot, dialog)
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
                assert name, widget


def _shown(qtbot: QtBot, dialog: D) -> D:
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def _click(dialog: QDialog, text: str) -> None:
    buttons = [each for each in dialog.findChildren(QAbstractButton) if each.text().replace("&", "").strip() == text]
    buttons[0].click()
