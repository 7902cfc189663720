"""The workshop's page of questions and sections: what is changed there, and what its author then sees."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clerkwell.packs import Pack
from clerkwell.packs.load import SAMPLE
from clerkwell.ui.editors.fields.row import FieldRow
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.kit.messages import Question
from clerkwell.ui.studio import StudioWindow
from clerkwell.ui.studio.parts.adding import AddPartDialog
from clerkwell.ui.studio.parts.adding_rows import AddRowsDialog
from clerkwell.ui.studio.parts.field_form import FieldForm
from clerkwell.ui.studio.parts.page import PartsPage
from clerkwell.ui.studio.parts.section_form import SectionForm
from clerkwell.ui.studio.parts.tree import PartOf
from clerkwell.workshop.draft.sections import rename_section
from helpers.modal import when_shown
from helpers.workshop import copy_of, open_studio, studio_services


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[StudioWindow]:
    session = copy_of("city-of-london-2023", tmp_path / "mine")
    services = replace(studio_services(tmp_path), check=lambda _: ())
    with open_studio(session, services) as made, qtbot.waitExposed(made):
        made.show_page("parts")
        yield made


@pytest.fixture
def page(window: StudioWindow) -> PartsPage:
    assert isinstance(window.page, PartsPage)
    return window.page


def _section_form(page: PartsPage, section: str) -> SectionForm:
    page.tree.choose(PartOf("section", section))
    assert isinstance(page.form, SectionForm)
    return page.form


def _field_form(page: PartsPage, field: str) -> FieldForm:
    page.tree.choose(PartOf("field", field))
    assert isinstance(page.form, FieldForm)
    return page.form


def _marked(page: PartsPage) -> tuple[str, str]:
    """The title of the part that is chosen in the tree, and when it is needed."""
    item = page.tree.currentItem()
    assert item is not None
    return item.text(0), item.toolTip(1)


def _pack(window: StudioWindow) -> Pack:
    return window.bridge.pack


def _answer(title: str) -> None:
    """Type a title into the dialog that is about to come, and accept it."""

    def act(dialog: AddPartDialog) -> None:
        dialog.line.setText(title)
        dialog.accept()

    when_shown(AddPartDialog, act)


def test_a_new_heading_is_saved_when_it_is_left_and_shown_at_once(
    qtbot: QtBot, window: StudioWindow, page: PartsPage
) -> None:
    form = _section_form(page, "options")
    qtbot.keyClick(page.tree, Qt.Key.Key_F2)
    assert form.title.line.hasFocus()
    qtbot.keyClicks(form.title.line, "Choices")
    assert _marked(page)[0] == "Options"
    qtbot.keyClick(form.title.line, Qt.Key.Key_Return)
    spec = _pack(window).section("options")
    assert spec is not None
    assert (spec.title, spec.aliases) == ("Choices", ("Options", "Options Considered"))
    assert _marked(page)[0] == "Choices"
    assert form.title.line.hasFocus()
    assert "Choices" in [label.text() for label in page.seen.findChildren(QLabel)]


def test_the_author_sees_the_real_page_of_a_section_and_its_guidance(page: PartsPage) -> None:
    form = _section_form(page, "legal")
    assert page.seen.findChildren(SectionPage)
    form.guidance.box.setFocus()
    form.guidance.box.setPlainText("Name the power.")
    form.guidance.take()
    said = " ".join(label.text() for label in page.seen.findChildren(QLabel))
    assert "Name the power." in said
    assert form.guidance.box.hasFocus()


def test_the_author_sees_the_question_as_it_is_asked(page: PartsPage) -> None:
    form = _field_form(page, "report-author")
    form.kind.list.setCurrentIndex(form.kind.list.findData("yes-no"))
    form.kind.list.activated.emit(form.kind.list.currentIndex())
    (row,) = [each for each in page.seen.findChildren(FieldRow) if each.isVisible()]
    assert row.spec.kind == "yes-no"


def test_a_section_is_needed_only_with_an_answer_of_the_templates_own(page: PartsPage, window: StudioWindow) -> None:
    form = _section_form(page, "risk")
    needed = form.needed
    needed.choice.setCurrentIndex(needed.choice.findData("when"))
    needed.choice.activated.emit(needed.choice.currentIndex())
    spec = _pack(window).section("risk")
    assert spec is not None
    assert spec.required == "always"
    (line,) = needed.lines
    line.question.setCurrentIndex(line.question.findData("spending"))
    line.question.activated.emit(line.question.currentIndex())
    assert [line.answers.itemText(at) for at in range(line.answers.count())] == ["Yes", "No"]
    line.answers.setCurrentIndex(0)
    line.answers.activated.emit(0)
    spec = _pack(window).section("risk")
    assert spec is not None
    assert (spec.required, spec.when) == ("when", {"spending": ("Yes",)})
    assert _marked(page)[1].startswith("Needed when")


def test_a_section_is_added_moved_by_the_keyboard_and_taken_back(
    qtbot: QtBot, window: StudioWindow, page: PartsPage
) -> None:
    page.tree.choose(PartOf("section", "options"))
    _answer("Digital skills")
    page.acting.add_section()
    assert page.tree.part() == PartOf("section", "digital-skills")
    page.tree.setFocus()
    qtbot.keyClick(page.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    ids = [each.id for each in _pack(window).manifest.section]
    assert ids.index("digital-skills") + 1 == ids.index("options")
    assert page.tree.part() == PartOf("section", "digital-skills")
    before = dict(window.bridge.session.opened.files)
    window.bridge.undo()
    window.bridge.undo()
    assert _pack(window).files == before


def test_a_part_that_repeats_is_added_shown_and_taken_back_in_one_step(window: StudioWindow, page: PartsPage) -> None:
    page.tree.choose(PartOf("field", "report-author"))
    before = _pack(window)

    def act(dialog: AddRowsDialog) -> None:
        assert not dialog.ok.isEnabled()
        dialog.line.setText("Further contacts")
        dialog.line.textEdited.emit("Further contacts")
        assert dialog.one.text() == "further contact"
        dialog.questions.setPlainText("Name\nname")
        dialog.accept()
        assert "asked twice" in dialog.said.text()
        dialog.questions.setPlainText("Name\nTelephone")
        assert dialog.said.isHidden()
        dialog.accept()

    when_shown(AddRowsDialog, act)
    page.acting.add_rows()
    assert _marked(page)[0] == "Further contacts"
    after = _pack(window)
    assert [each.title for each in after.fields_of("further-contacts")] == ["Name", "Telephone"]
    fields = [each.id for each in after.manifest.field]
    assert fields.index("further-contacts.name") == fields.index("report-author") + 1
    assert b"further-contacts" in after.files[SAMPLE]
    assert window.bridge.session.undo_label == "Add “Further contacts”, which repeats"
    window.bridge.undo()
    assert _pack(window).files == before.files


def test_one_that_is_marked_later_says_so_and_asks_for_no_look(window: StudioWindow, page: PartsPage) -> None:
    before = _pack(window)

    def act(dialog: AddRowsDialog) -> None:
        dialog.line.setText("Ward members")
        dialog.questions.setPlainText("Name")
        dialog.spot.setCurrentIndex(dialog.spot.count() - 1)
        assert not dialog.later.isHidden()
        assert not dialog.table.isEnabled()
        dialog.accept()

    when_shown(AddRowsDialog, act)
    page.acting.add_rows()
    after = _pack(window)
    assert after.repeat("ward-members") is not None
    assert after.template == before.template


def test_removing_says_first_what_goes_with_it(
    window: StudioWindow, page: PartsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Question] = []

    def answer(question: Question) -> str:
        asked.append(question)
        return "remove"

    monkeypatch.setattr(window.messages, "ask", answer)
    page.tree.choose(PartOf("field", "purpose"))
    page.acting.remove()
    assert "Undo brings it back" in asked[0].more
    assert _pack(window).field("purpose") is None
    assert page.tree.part() is not None


def test_what_is_typed_stays_while_the_pack_changes_elsewhere(
    qtbot: QtBot, window: StudioWindow, page: PartsPage
) -> None:
    form = _section_form(page, "legal")
    form.guidance.box.setFocus()
    qtbot.keyClicks(form.guidance.box, "New words. ")
    at = form.guidance.box.textCursor().position()
    window.bridge.apply(lambda pack: rename_section(pack, "risk", "Risks"), "Rename the section")
    assert form.guidance.box.toPlainText().startswith("New words. ")
    assert form.guidance.box.textCursor().position() == at
    assert form.guidance.box.hasFocus()


def test_a_part_that_the_undo_takes_away_lets_another_be_chosen(window: StudioWindow, page: PartsPage) -> None:
    page.tree.choose(PartOf("field", "report-of"))
    _answer("Ward")
    page.acting.add_field()
    assert page.tree.part() == PartOf("field", "ward")
    window.bridge.undo()
    assert _pack(window).field("ward") is None
    assert page.tree.part() not in (None, PartOf("field", "ward"))
