"""Documents that come in and go out, from the window's actions: versions, sections sent, earlier reports, letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clerkwell.model import FieldValue, Place, Quotation, Report, SetBlocks, SetField, words
from clerkwell.session import Session
from clerkwell.storage import StoredReport, write_file
from clerkwell.ui.documents import AccountDialog, LetterDialog, MeetingDialog, SendDialog
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.endmatter.appendices import AppendicesPage
from clerkwell.ui.kit.widgets import Title
from clerkwell.ui.notes import NoteDialog
from clerkwell.ui.review import ReviewDialog
from clerkwell.ui.shell import MainWindow
from clerkwell.ui.shell.work import Work
from clerkwell.ui.versions import ComparisonDialog, NameDialog, VersionsDialog
from helpers.building import blocks
from helpers.came_back import edited, sent, shipped, tracked
from helpers.desk import Recorder
from helpers.modal import when_shown
from helpers.windows import Chosen, make_services, open_window

LETTER = """Ofsted
24 August 2026

Dear Director

Strengths
- Leaders know every child well.

Areas for development
- The quality of plans varies between the teams.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The sample in a file."""
    pack, report = shipped()
    path = tmp_path / "library.clerkwell"
    write_file(path, StoredReport(report=report, pack_files=pack.files, attachments=pack.sample_attachments))
    return path


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, messages: Recorder, chosen: Chosen, report: Path) -> Iterator[MainWindow]:
    with open_window(make_services(tmp_path, shipped()[0]), messages, chosen) as opened:
        qtbot.waitExposed(opened)
        opened.commands.open_file(report)
        yield opened


def test_sections_go_out_and_come_home(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path, messages: Recorder
) -> None:
    assert window.desk is not None
    window.desk.enter_part("summary")
    chosen.path = tmp_path / "part.docx"
    when_shown(SendDialog, lambda dialog: dialog.accept())
    window.menus.actions["send"].trigger()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert (
        messages.noticed[-1] == "Summary is in part.docx, ready to send. When it comes back, drop it onto this window."
    )
    assert "Summary" in chosen.suggested[-1].name
    part = tmp_path / "part.docx"
    part.write_bytes(edited(part.read_bytes(), tracked("lends", "gives")))

    def accept(dialog: ReviewDialog) -> None:
        assert dialog.decisions.parts == ("Summary",)
        dialog.decide_shown("accepted")
        dialog.finish()

    before = _report(window)
    when_shown(ReviewDialog, accept)
    window.commands.open_file(part)
    qtbot.waitUntil(lambda: "came in" in messages.noticed[-1])
    after = _report(window)
    assert "gives" in _text(after, "summary")
    assert [each for each in after.sections if each.id != "summary"] == [
        each for each in before.sections if each.id != "summary"
    ]


def test_a_version_is_kept_compared_and_saved_as_a_word_document(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path, messages: Recorder
) -> None:
    def name(dialog: NameDialog) -> None:
        qtbot.keyClicks(dialog.name, "As sent to Legal")
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)

    when_shown(NameDialog, name)
    window.menus.actions["keep-version"].trigger()
    assert messages.said[-1] == "Kept as “As sent to Legal”."
    _session(window).apply(SetBlocks(section="summary", blocks=blocks("Quite other words.")), "Typing")
    chosen.path = tmp_path / "compared.docx"

    def look(dialog: VersionsDialog) -> None:
        shown = when_shown(ComparisonDialog, save)
        dialog.compare_current()
        qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
        dialog.reject()

    def save(dialog: ComparisonDialog) -> None:
        assert "in 1 part" in dialog.counts.text()
        dialog.save_button.click()
        # On a busy machine it is first said that it is being written.
        qtbot.waitUntil(lambda: any("is in compared.docx" in each for each in messages.noticed), timeout=20_000)
        # Where one looks, too: the notice stands in the window behind.
        assert dialog.said.isVisible()
        assert "is in compared.docx" in dialog.said.text()
        dialog.reject()

    when_shown(VersionsDialog, look)
    window.menus.actions["versions"].trigger()
    assert messages.noticed[-1] == "The comparison is in compared.docx, with the differences as tracked changes."
    assert (tmp_path / "compared.docx").stat().st_size > 5000


def test_the_report_is_compared_with_a_word_file(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.path = tmp_path / "theirs.docx"
    chosen.path.write_bytes(edited(sent(), tracked("lends", "gives")))
    _session(window).versions.keep("Mine")

    def look(dialog: VersionsDialog) -> None:
        dialog.other.setCurrentIndex(dialog.other.count() - 1)
        shown = when_shown(ComparisonDialog, check)
        dialog.compare_current()
        qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
        dialog.reject()

    def check(dialog: ComparisonDialog) -> None:
        assert dialog.counts.text() == "1 difference in 1 part."
        dialog.reject()

    seen = when_shown(VersionsDialog, look)
    window.menus.actions["versions"].trigger()
    assert seen


def test_the_report_as_it_is_is_compared_with_an_earlier_report_and_the_other_way_round(
    qtbot: QtBot, window: MainWindow, report: Path, chosen: Chosen, tmp_path: Path
) -> None:
    window.commands.open_file(report)
    assert window.opened is not None
    chosen.path = tmp_path / "last-year.clerkwell"
    chosen.path.write_bytes(report.read_bytes())
    window.opened.session.apply(SetField(field="subject", value=FieldValue(text="Ponds", value="Ponds")), "Subject")
    heads: list[str] = []

    def look(dialog: VersionsDialog) -> None:
        shown = when_shown(ComparisonDialog, turn)
        dialog.compare_now()
        qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
        qtbot.waitUntil(lambda: len(heads) == 2, timeout=10_000)
        dialog.reject()

    def turn(dialog: ComparisonDialog) -> None:
        note(dialog)
        when_shown(ComparisonDialog, again)
        dialog.turn_button.click()

    def again(dialog: ComparisonDialog) -> None:
        note(dialog)
        dialog.reject()

    def note(dialog: ComparisonDialog) -> None:
        assert dialog.counts.text() == "1 difference in 1 part."
        heads.append(next(each.text() for each in dialog.findChildren(Title) if each.text().startswith("From")))

    when_shown(VersionsDialog, look)
    window.menus.actions["versions"].trigger()
    assert heads == [
        "From “last-year.clerkwell” to “The report as it is”",
        "From “The report as it is” to “last-year.clerkwell”",
    ]


@pytest.mark.parametrize("word", [False, True])
def test_a_new_report_begins_with_an_earlier_one(
    qtbot: QtBot, window: MainWindow, report: Path, chosen: Chosen, tmp_path: Path, word: bool
) -> None:
    chosen.path = report
    if word:
        chosen.path = tmp_path / "last year.docx"
        chosen.path.write_bytes(sent())

    def meeting(dialog: MeetingDialog) -> None:
        qtbot.keyClicks(dialog.line, "27 September 2027")
        dialog.accept()

    when_shown(MeetingDialog, meeting)
    shown = when_shown(AccountDialog, lambda dialog: dialog.reject())
    window.menus.actions["earlier"].trigger()
    qtbot.waitUntil(lambda: bool(shown))
    session = _session(window)
    assert session.path is None
    assert session.dirty
    assert "lends" in _text(session.report, "summary")
    assert session.report.stale
    assert window.menus.actions["account"].isEnabled()
    again = when_shown(AccountDialog, lambda dialog: dialog.reject())
    window.menus.actions["account"].trigger()
    assert again


def test_a_letter_is_attached_and_quoted_where_the_caret_is(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path, messages: Recorder
) -> None:
    assert window.desk is not None
    window.desk.enter_part("background")
    chosen.path = tmp_path / "letter.txt"
    chosen.path.write_text(LETTER, "utf-8")
    count = len(_report(window).appendices)

    def choose(dialog: LetterDialog) -> None:
        dialog.list.tick_all(True)
        dialog.accept()

    when_shown(LetterDialog, choose)
    window.menus.actions["letter"].trigger()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert "2 findings are quoted" in messages.noticed[-1]
    assert len(_report(window).appendices) == count + 1
    quoted = [each for each in _report(window).blocks("background") if isinstance(each, Quotation)]
    # What stood there stays as it was, in paragraphs of its own.
    said = [words(each) for each in _report(window).blocks("background")]
    assert set(said) >= {words(each) for each in shipped()[1].blocks("background")}
    assert "Leaders know every child well." in " ".join(words(each) for each in quoted)


def test_a_note_is_put_on_the_selected_words_from_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    block = _report(window).blocks("summary")[0]
    at = words(block).index("lends")
    window.desk.show_place(Place(section="summary", block=block.id, start=at, end=at + 5))
    page = window.desk.pages.current().content
    assert isinstance(page, SectionPage)

    def type_note(dialog: NoteDialog) -> None:
        qtbot.keyClicks(dialog.text, "Still so?")
        dialog.accept()

    when_shown(NoteDialog, type_note)
    window.menus.actions["note"].trigger()
    (note,) = _report(window).notes
    assert (note.quote, note.text) == ("lends", "Still so?")
    assert window.focusWidget() is page.editor
    assert [mark.id for mark in page.editor.notes_at(page.editor.selection().caret)] == [note.id]
    assert any(each.format.background().color().isValid() for each in page.editor.extraSelections())
    # Typed before it, the words keep their note.
    page.editor.moveCursor(page.editor.textCursor().MoveOperation.Start)
    qtbot.keyClicks(page.editor, "Now: ")
    window.desk.enter_part("background")
    window.menus.actions["next-note"].trigger()
    assert window.desk.part == "summary"
    assert page.editor.textCursor().selectedText() == "lends"


def test_notes_take_the_place_of_the_problems_and_go_again(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    assert desk.problems.isVisible()
    window.menus.actions["notes"].trigger()
    assert desk.notes.isVisible()
    assert not desk.problems.isVisible()
    window.menus.actions["notes"].trigger()
    assert not desk.notes.isVisible()
    window.menus.actions["problems"].trigger()
    assert desk.problems.isVisible()


def test_a_note_on_a_question_goes_back_to_it(qtbot: QtBot, window: MainWindow) -> None:
    assert window.desk is not None
    window.desk.show_place(Place(field="subject"))

    def type_note(dialog: NoteDialog) -> None:
        qtbot.keyClicks(dialog.text, "Shorter?")
        dialog.accept()

    when_shown(NoteDialog, type_note)
    window.menus.actions["note"].trigger()
    (note,) = _report(window).notes
    assert note.place == Place(field="subject")
    window.desk.enter_part("background")
    window.menus.actions["next-note"].trigger()
    assert window.desk.part == "header"
    focus = window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Subject"


def test_long_work_says_what_it_does_and_can_be_cancelled(qtbot: QtBot, messages: Recorder) -> None:
    from threading import Event

    wait, cleared, done = Event(), list[bool](), list[str]()
    work = Work(messages, lambda: cleared.append(True))
    work.do("Reading draft.docx", lambda: (wait.wait(10) and "words") or "", done.append)
    qtbot.waitUntil(lambda: messages.noticed == ["Reading draft.docx…"])
    work.cancel()
    wait.set()
    assert cleared == [True]
    work.do("Reading other.docx", lambda: "other", done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["other"]
    assert messages.noticed == ["Reading draft.docx…"]
    work.close()


def _session(window: MainWindow) -> Session:
    assert window.opened is not None
    return window.opened.session


def _report(window: MainWindow) -> Report:
    return _session(window).report


def _text(report: Report, section: str) -> str:
    return " ".join(words(block) for block in report.blocks(section))


def test_a_letter_is_attached_from_the_page_of_the_appendices_too(
    qtbot: QtBot, window: MainWindow, chosen: Chosen, tmp_path: Path, messages: Recorder
) -> None:
    assert window.desk is not None
    window.desk.enter_part("appendices")
    chosen.path = tmp_path / "letter.txt"
    chosen.path.write_text(LETTER, "utf-8")
    page = window.desk.pages.current().content
    assert isinstance(page, AppendicesPage)
    when_shown(LetterDialog, LetterDialog.accept)
    page.letter.click()
    qtbot.waitUntil(lambda: bool(messages.noticed))
    assert "letter.txt is attached as appendix" in messages.noticed[-1]
    assert "quoted" not in messages.noticed[-1]
