"""The notes panel: reading, answering, resolving, sending and deleting notes."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clerkwell.model import Note, Place, SetNotes
from clerkwell.ui.notes import NoteDialog, NotesPanel
from clerkwell.ui.notes.asking import Asked
from clerkwell.ui.notes.wording import said_by
from helpers.building import make_pack, make_report
from helpers.desk import Desk, open_desk

WHEN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
NOTES = (
    Note(id="1", place=Place(section="background"), text="Which year?", by="J. Smith", when=WHEN),
    Note(id="2", place=Place(field="subject"), quote="Parks", text="Shorter?", by="A. Jones", when=WHEN, shared=True),
    Note(id="3", place=Place(section="summary"), text="Settled.", by="J. Smith", when=WHEN, resolved=True),
)


@pytest.fixture
def desk() -> Desk:
    opened = open_desk(make_report({"background": "Parks are busy.", "summary": "They are."}), make_pack())
    opened.session.apply(SetNotes(notes=NOTES), "Notes")
    return opened


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> NotesPanel:
    shown = NotesPanel(desk.bridge, author="P. Writer", ask=_says("Check the sum.", shared=True), now=lambda: WHEN)
    qtbot.addWidget(shown)
    shown.resize(360, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def _says(text: str, *, shared: bool = False) -> "_Answer":
    return _Answer(Asked(text, shared))


class _Answer:
    def __init__(self, asked: Asked | None) -> None:
        self.asked = asked
        self.about: list[tuple[str, str]] = []

    def __call__(self, quote: str, where: str, parent: QWidget) -> Asked | None:
        del parent
        self.about.append((quote, where))
        return self.asked


def test_open_notes_come_in_the_order_of_the_report_and_resolved_ones_last(panel: NotesPanel) -> None:
    ids = [panel.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(panel.list.count())]
    assert [each for each in ids if each] == ["2", "1", "3"]
    assert panel.summary.text() == "2 notes are open; 1 resolved, 1 goes out with drafts."


def test_a_screen_reader_hears_who_said_what_of_which_words(panel: NotesPanel) -> None:
    said = str(panel.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said.startswith("Note by A. Jones on 3 November 2026: Shorter? On “Parks”, Report details")
    assert said.endswith("Goes out with drafts.")


def test_a_note_without_a_name_says_when_it_was_made() -> None:
    nameless = NOTES[0].model_copy(update={"by": ""})
    assert said_by(nameless) == said_by(NOTES[0]).removeprefix("J. Smith, ")
    assert said_by(nameless.model_copy(update={"when": None})) == "No name"


def test_return_goes_to_the_words(qtbot: QtBot, panel: NotesPanel) -> None:
    with qtbot.waitSignal(panel.place_requested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert asked.args == [Place(field="subject")]


def test_a_reply_stands_under_the_note_with_its_author(qtbot: QtBot, panel: NotesPanel, desk: Desk) -> None:
    qtbot.keyClicks(panel.reply, "Not possible.")
    qtbot.keyClick(panel.reply, Qt.Key.Key_Return)
    (reply,) = desk.report.notes[1].replies
    assert (reply.text, reply.by, reply.when) == ("Not possible.", "P. Writer", WHEN)
    assert panel.whole.toPlainText().endswith("P. Writer, 3 November 2026\nNot possible.")
    assert panel.reply.text() == ""
    desk.session.undo()
    assert desk.report.notes == NOTES


def test_a_reply_is_seen_and_the_keyboard_stays_for_the_next(qtbot: QtBot, panel: NotesPanel) -> None:
    panel.resize(260, 420)
    panel.activateWindow()
    panel.reply.setFocus()
    for at in range(8):
        qtbot.keyClicks(panel.reply, f"Answer {at}.")
        qtbot.keyClick(panel.reply, Qt.Key.Key_Return)
    assert panel.focusWidget() is panel.reply
    bar = panel.whole.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())


def test_an_empty_reply_says_nothing(qtbot: QtBot, panel: NotesPanel, desk: Desk) -> None:
    qtbot.keyClick(panel.reply, Qt.Key.Key_Return)
    assert desk.report.notes == NOTES


def test_a_note_is_resolved_and_opened_again(panel: NotesPanel, desk: Desk) -> None:
    panel.resolve_button.click()
    assert desk.report.notes[1].resolved
    assert panel.list.marked() == "2"
    assert panel.resolve_button.text() == "&Reopen"
    panel.resolve_button.click()
    assert desk.report.notes == NOTES


def test_a_reply_opens_a_resolved_note_again(qtbot: QtBot, panel: NotesPanel, desk: Desk) -> None:
    panel.show_note("3")
    qtbot.keyClicks(panel.reply, "Not yet.")
    panel.reply_button.click()
    assert not desk.report.notes[2].resolved


def test_a_note_is_kept_private_or_sent_with_drafts(panel: NotesPanel, desk: Desk) -> None:
    assert panel.shared.isChecked()
    panel.shared.click()
    assert not desk.report.notes[1].shared
    panel.shared.click()
    assert desk.report.notes == NOTES


def test_delete_takes_the_note_out_and_chooses_its_neighbour(qtbot: QtBot, panel: NotesPanel, desk: Desk) -> None:
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [note.id for note in desk.report.notes] == ["1", "3"]
    assert panel.list.marked() == "1"
    assert desk.messages.said[-1] == "Note deleted. Undo brings it back."


def test_a_new_note_is_kept_with_its_words_and_chosen(panel: NotesPanel, desk: Desk) -> None:
    assert panel.add(Place(field="subject"), "Parks")
    note = desk.report.notes[-1]
    assert (note.text, note.by, note.quote, note.shared) == ("Check the sum.", "P. Writer", "Parks", True)
    assert note.id not in {each.id for each in NOTES}
    assert panel.list.marked() == note.id


def test_who_thinks_better_of_a_note_leaves_none(qtbot: QtBot, desk: Desk) -> None:
    answer = _Answer(None)
    panel = NotesPanel(desk.bridge, ask=answer)
    qtbot.addWidget(panel)
    assert not panel.add(Place(section="summary"), "")
    assert desk.report.notes == NOTES
    assert answer.about[0][0] == ""


def test_stepping_goes_round_the_open_notes_and_reads_them_out(panel: NotesPanel, desk: Desk) -> None:
    places: list[Place] = []
    panel.place_requested.connect(places.append)
    for _ in range(3):
        panel.step(1)
    assert places == [Place(field="subject"), NOTES[0].place, Place(field="subject")]
    panel.step(-1)
    assert places[-1] == NOTES[0].place
    assert desk.messages.said[-1] == "Note by J. Smith on 3 November 2026: Which year?"


def test_without_notes_it_says_how_to_make_one(qtbot: QtBot) -> None:
    panel = NotesPanel(open_desk(make_report(), make_pack()).bridge)
    qtbot.addWidget(panel)
    panel.resize(300, 600)
    panel.show()
    assert "Note on these words" in panel.summary.text()
    assert panel.go_button.isHidden()
    assert not panel.add_button.isHidden()
    # What to do stands at the top, not in the middle of nothing.
    assert panel.summary.height() < 4 * panel.fontMetrics().lineSpacing()
    assert panel.summary.y() < 2 * panel.fontMetrics().lineSpacing()


def test_a_report_that_is_only_read_keeps_its_notes(qtbot: QtBot) -> None:
    report = make_report().model_copy(update={"notes": NOTES})
    desk = open_desk(report, make_pack(), read_only=True)
    panel = NotesPanel(desk.bridge)
    qtbot.addWidget(panel)
    assert panel.go_button.isEnabled()
    for widget in (panel.reply, panel.resolve_button, panel.delete_button, panel.shared, panel.add_button):
        assert not widget.isEnabled()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert desk.report.notes == NOTES


def test_the_dialog_keeps_what_was_typed_from_the_keyboard(qtbot: QtBot) -> None:
    dialog = NoteDialog("Parks", "Report details")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    assert not dialog.ok.isEnabled()
    qtbot.waitUntil(dialog.text.hasFocus)
    qtbot.keyClicks(dialog.text, "Which parks?")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.shared, Qt.Key.Key_Space)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.shared, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.asked() == Asked("Which parks?", True)
