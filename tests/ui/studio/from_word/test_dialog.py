"""Making a template of a Word document in the window: guesses are seen, left and changed, and a pack comes of it."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack, load_files
from clerkwell.session.from_word import open_word
from clerkwell.ui.kit.messages import Question
from clerkwell.ui.studio.from_word import FromWordDialog
from clerkwell.workshop.making import Guess
from clerkwell.workshop.making.proposal import When
from helpers.docx_making import docx, p
from helpers.shipped import IDS, shipped

_DOCUMENT = docx(
    p("Example Council")
    + p("Subject: [Insert the title of the report]")
    + p("Bridge number: ")
    + p("Summary", "heading2")
    + p("[Say in three sentences what the report is about]")
    + p("Bridges and byways", "heading2")
    + p("[Which of them are affected, and for how long they will be closed]")
    + p("Financial implications", "heading2")
    + p("")
)


@cache
def _packs() -> tuple[Pack, ...]:
    return tuple(shipped(each) for each in IDS)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> FromWordDialog:
    source = open_word(_DOCUMENT, "Our template.docx", _packs())
    made = FromWordDialog(
        source, _packs(), tmp_path, lambda _: tmp_path / "else", date(2026, 11, 23), taken=("x",),
        ask=lambda _: "leave",
    )  # fmt: skip
    qtbot.addWidget(made)
    made.show()
    return made


def _guess(dialog: FromWordDialog, name: str) -> Guess:
    return next(each for each in dialog.source.proposal.guesses if each.id == name)


def _look_at(dialog: FromWordDialog, name: str) -> Guess:
    found = _guess(dialog, name)
    dialog.list.look_at(found.number)
    return found


def _choose(box: QComboBox, value: str) -> None:
    at = box.findData(value)
    assert at >= 0, value
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_every_guess_has_a_line_and_says_why(dialog: FromWordDialog) -> None:
    for each in dialog.source.proposal.guesses:
        item = dialog.list.item_of(each.number)
        assert item is not None
        assert item.toolTip(0) == each.reason
    _look_at(dialog, "subject")
    assert dialog.detail.why.text().startswith("“Subject:” is a label")
    assert "Subject:" in dialog.detail.where.text()
    assert not dialog.detail.what.isVisible()
    assert dialog.detail.meant.currentData() == "subject"


def test_what_is_changed_is_in_the_pack_that_is_made(dialog: FromWordDialog, qtbot: QtBot) -> None:
    bridge = _look_at(dialog, "bridge-number")
    dialog.detail.name.setText("Number of the bridge")
    dialog.detail.name.editingFinished.emit()
    _choose(dialog.detail.kind, "lines")
    financial = _look_at(dialog, "financial")
    _choose(dialog.detail.what, "inside")
    item = dialog.list.item_of(financial.number)
    assert item is not None
    assert item.text(0) == "Financial implications – belongs to the text above"
    subject = dialog.list.item_of(_guess(dialog, "subject").number)
    assert subject is not None
    subject.setCheckState(0, Qt.CheckState.Unchecked)
    own = _look_at(dialog, "bridges-and-byways")
    assert dialog.detail.meant.findData("summary") < 0, "a report has each section once"
    _choose(dialog.detail.meant, "background")
    assert dialog.source.proposal.guess(own.number).id == "background"
    dialog.next.click()
    assert dialog.naming.council.text() == "Example Council"
    dialog.naming.title.setText("Example Council: bridges")
    with qtbot.waitSignal(dialog.accepted):
        dialog.next.click()
    pack = load_files(dialog.files, "made")
    spec = pack.field("bridge-number")
    assert spec is not None
    assert (spec.title, spec.kind) == ("Number of the bridge", "lines")
    assert pack.field("subject") is None
    assert [each.id for each in pack.manifest.section] == ["summary", "background"]
    assert (pack.id, dialog.folder.name) == ("example-council-bridges", "Example Council bridges")
    assert bridge.number in {each.number for each in dialog.source.proposal.guesses}


def test_when_something_is_needed_is_shown_with_its_reason_and_can_be_changed(
    dialog: FromWordDialog, qtbot: QtBot
) -> None:
    _look_at(dialog, "subject")
    needing = dialog.detail.needing
    assert (needing.need.currentText(), needing.why.text()) == (
        "In every report", "Reports of every council have to have it.",
    )  # fmt: skip
    bridge = _look_at(dialog, "bridge-number")
    assert needing.need.currentText() == "It may stay empty"
    assert needing.need.findData("when") < 0, "the document asks nothing that has certain answers"
    _choose(dialog.detail.kind, "yes-no")
    own = _look_at(dialog, "bridges-and-byways")
    assert needing.why.text() == "Nothing in the document says that every report has it."
    _choose(needing.need, "when")
    assert needing.answer.isVisible()
    assert [needing.answer.itemText(at) for at in range(needing.answer.count())] == [
        "Bridge number: Yes", "Bridge number: No",
    ]  # fmt: skip
    needing.answer.setCurrentIndex(1)
    needing.answer.activated.emit(1)
    assert dialog.source.proposal.guess(own.number).when == When(bridge.number, "No")
    assert not needing.why.isVisible(), "what a person said has no guess behind it"
    item = dialog.list.item_of(bridge.number)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Unchecked)
    _look_at(dialog, "bridges-and-byways")
    assert needing.need.currentText() == "It may be left out"
    item.setCheckState(0, Qt.CheckState.Checked)
    dialog.next.click()
    dialog.naming.title.setText("Ours")
    with qtbot.waitSignal(dialog.accepted):
        dialog.next.click()
    spec = load_files(dialog.files, "made").section("bridges-and-byways")
    assert spec is not None
    assert (spec.required, spec.when) == ("when", {"bridge-number": ("No",)})


def test_a_document_without_parts_is_said_to_ask_for_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    source = open_word(docx(p("Dear Councillor") + p("I write about the lido.")), "Letter.docx", _packs())
    made = FromWordDialog(source, _packs(), tmp_path, lambda _: None, date(2026, 11, 23))
    qtbot.addWidget(made)
    assert made.lead.text().startswith("Nothing in the document looks like a heading or a label")


def test_a_style_may_be_one_of_the_documents_own(dialog: FromWordDialog) -> None:
    guess = _look_at(dialog, "quotation")
    _choose(dialog.detail.style_list, "Body Text")
    assert dialog.source.proposal.guess(guess.number).labels == ("Body Text",)


def test_without_a_name_nothing_is_made(dialog: FromWordDialog) -> None:
    dialog.next.click()
    dialog.naming.title.clear()
    assert not dialog.next.isEnabled()
    assert dialog.naming.said.text() == "Say what the template is called."
    dialog.naming.title.setText("Ours")
    dialog.naming.since.setText("some day")
    assert "is no date" in dialog.naming.said.text()
    dialog.naming.since.setText("1 April 2027")
    assert dialog.next.isEnabled()
    assert dialog.naming.day == date(2027, 4, 1)
    dialog.back.click()
    assert dialog.steps.currentIndex() == 0


def test_another_folder_can_be_chosen(dialog: FromWordDialog, tmp_path: Path) -> None:
    dialog.next.click()
    button = next(each for each in dialog.naming.findChildren(QPushButton) if "older" in each.text())
    button.click()
    assert dialog.folder.parent == tmp_path / "else"


def test_a_tick_shows_its_line_and_what_is_left_cannot_be_changed(dialog: FromWordDialog) -> None:
    assert "Untick what should stay as plain words; change what is wrong on the right." in dialog.lead.text()
    _look_at(dialog, "summary")
    subject = _guess(dialog, "subject")
    item = dialog.list.item_of(subject.number)
    assert item is not None
    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.list.current() == subject.number
    assert dialog.detail.heading.text() == "Subject"
    assert not dialog.detail.controls.isEnabled()
    assert dialog.detail.note.text().startswith("Left:")
    item.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.detail.controls.isEnabled()


def _leaving(qtbot: QtBot, folder: Path, answer: str) -> tuple[FromWordDialog, list[Question]]:
    asked: list[Question] = []
    answers = [answer]

    def ask(question: Question) -> str:
        asked.append(question)
        # Whoever closes the window when the test is over may go.
        return answers.pop() if answers else "leave"

    source = open_word(_DOCUMENT, "Our template.docx", _packs())
    made = FromWordDialog(source, _packs(), folder, lambda _: None, date(2026, 11, 23), ask=ask)
    qtbot.addWidget(made)
    made.show()
    return made, asked


def test_what_was_corrected_is_not_thrown_away_without_a_question(qtbot: QtBot, tmp_path: Path) -> None:
    made, asked = _leaving(qtbot, tmp_path, "stay")
    _look_at(made, "bridge-number")
    _choose(made.detail.kind, "lines")
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible()
    assert _guess(made, "bridge-number").kind == "lines"
    [question] = asked
    assert question.text == "Leave without making the template? What you corrected here is lost."
    assert (question.choices[0].text, question.escape) == ("&Keep going", question.choices[0].id)
    made.close()
    assert len(asked) == 2
    assert not made.isVisible()


def test_a_name_that_is_still_being_typed_is_asked_for_too(qtbot: QtBot, tmp_path: Path) -> None:
    made, asked = _leaving(qtbot, tmp_path, "stay")
    _look_at(made, "bridge-number")
    made.detail.name.setText("Number of the br")
    qtbot.keyClick(made.detail.name, Qt.Key.Key_Escape)
    assert (len(asked), made.isVisible()) == (1, True)


def test_where_nothing_was_corrected_nothing_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    made, asked = _leaving(qtbot, tmp_path, "stay")
    _look_at(made, "bridge-number")
    made.next.click()
    made.back.click()
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert (asked, made.isVisible()) == ([], False)


def test_a_list_says_what_it_will_hold_and_that_there_is_none(
    dialog: FromWordDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _look_at(dialog, "bridge-number")
    assert not dialog.detail.note.text()
    _choose(dialog.detail.kind, "choice")
    assert dialog.detail.note.text().startswith("The document says no answers for a list, so authors write words here.")
    source = open_word(docx(p("Landing stage:\tGull Hythe") + p("Summary", "heading2")), "Old.docx", _packs())
    made = FromWordDialog(source, _packs(), tmp_path, lambda _: None, date(2026, 11, 23), ask=lambda _: "leave")
    qtbot.addWidget(made)
    [stage] = [each for each in source.proposal.guesses if each.words == "Landing stage:"]
    made.list.look_at(stage.number)
    _choose(made.detail.kind, "choice")
    assert made.detail.note.text() == (
        "The list begins with what the document says: “Gull Hythe”. Authors may type other answers, too."
    )
