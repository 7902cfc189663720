"""A section's page: its actions, its bar, what it puts in, and following the report while it cannot be seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton

from clerkwell.model import (
    Footnote,
    Paragraph,
    Place,
    Problem,
    ReplaceWords,
    Section,
    SetBlocks,
    SetSections,
    Text,
    words,
)
from clerkwell.packs import Pack
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.richtext.actions import ACTIONS
from clerkwell.ui.editors.section_page import SectionPage
from helpers.building import MANIFEST, make_pack
from helpers.editing import Editing, bring_up, keys, must_hold, press

Opener = Callable[..., Editing]

WORDED = MANIFEST.replace(
    'id = "background"\ntitle = "Background"\nnumbered = true',
    'id = "background"\ntitle = "Background"\nnumbered = true\nwordings = ["note"]\nwords = { least = 2, most = 5 }',
)
WORDED += '\n[wording.note]\ntitle = "Note it"\ntext = "That Members note … and …."\n'
OWN_ORDER = MANIFEST.replace('numbering = "paragraphs"', 'numbering = "paragraphs"\norder = "report"')
OWN_ORDER += '\n[[section]]\nid = "other"\ntitle = "Other"\nnumbered = true\n'


def answer(page: SectionPage, *answers: str) -> None:
    for field, text in zip(page.ask_bar.fields, answers, strict=True):
        field.setText(text)
    QTest.keyClick(page.ask_bar.fields[-1], Qt.Key.Key_Return)


def test_every_action_has_a_name_and_keys_of_its_own() -> None:
    ids = [spec.id for spec in ACTIONS]
    shortcuts = [spec.keys for spec in ACTIONS if spec.keys]

    assert len(ids) == len(set(ids))
    assert len(shortcuts) == len(set(shortcuts))
    assert all(spec.text.count("&") == 1 for spec in ACTIONS)
    assert all(not QKeySequence(each).isEmpty() for each in shortcuts)


def test_the_keys_of_the_actions_work_in_the_editor(opened: Opener) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    bring_up(editing)
    page.editor.selectAll()

    press(page.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(page.editor, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    (block,) = editing.blocks()
    assert block.kind == "item"
    assert block.runs == (Text(text="One", bold=True),)
    assert page.actions_by_id["bold"].isChecked()
    assert page.actions_by_id["bullets"].isChecked()


def test_the_switches_show_what_stands_at_the_caret(opened: Opener) -> None:
    editing = opened({"background": "# Head\n1. One\nplain"})
    page = editing.pages["background"]

    def on() -> set[str]:
        return {name for name, action in page.actions_by_id.items() if action.isChecked()}

    for line, expected in enumerate(({"subheading"}, {"numbers"}, set())):
        page.editor.select(Selection.at(line, 1))
        assert on() == expected


def test_every_button_and_field_of_the_page_has_a_name(opened: Opener) -> None:
    page = opened({"background": "One"}).pages["background"]
    page.actions_by_id["link"].trigger()

    for kind in (QToolButton, QPushButton, QLineEdit):
        for widget in page.findChildren(kind):
            # Qt's own: the button at the end of a narrow toolbar, and the like.
            if not widget.objectName().startswith("qt_"):
                text = widget.text() if isinstance(widget, QToolButton | QPushButton) else ""
                assert widget.accessibleName() or text, widget


def test_a_link_is_put_in_changed_and_taken_off(opened: Opener) -> None:
    editing = opened({"background": "See the page"})
    page = editing.pages["background"]
    page.editor.select(Selection(Spot(0, 8), Spot(0, 12)))

    page.actions_by_id["link"].trigger()
    assert [field.text() for field in page.ask_bar.fields] == ["page", ""]
    answer(page, "page", "not an address")
    assert not page.ask_bar.isHidden()
    answer(page, "page", "www.example.org")
    assert editing.blocks() == (
        Paragraph(runs=(Text(text="See the "), Text(text="page", link="https://www.example.org"))),
    )

    page.editor.select(Selection.at(0, 10))
    page.actions_by_id["link"].trigger()
    answer(page, "minutes", "name@example.org")
    assert editing.blocks() == (
        Paragraph(runs=(Text(text="See the "), Text(text="minutes", link="mailto:name@example.org"))),
    )

    page.editor.select(Selection.at(0, 10))
    page.actions_by_id["link"].trigger()
    answer(page, "minutes", "")
    assert editing.blocks() == (Paragraph(runs=(Text(text="See the minutes"),)),)


def test_a_link_with_no_words_selected_shows_its_words_or_its_address(opened: Opener) -> None:
    editing = opened({"background": ()})
    page = editing.pages["background"]

    page.actions_by_id["link"].trigger()
    answer(page, "", "example.org")

    assert editing.blocks() == (Paragraph(runs=(Text(text="example.org", link="https://example.org"),)),)


def test_escape_puts_the_bar_away_and_changes_nothing(opened: Opener) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    page.actions_by_id["footnote"].trigger()

    QTest.keyClick(page.ask_bar.fields[0], Qt.Key.Key_Escape)

    assert page.ask_bar.isHidden()
    assert not editing.desk.session.can_undo


def test_a_footnote_is_put_after_the_selection(opened: Opener) -> None:
    editing = opened({"background": "One two"})
    page = editing.pages["background"]
    page.editor.select(Selection(Spot(0, 0), Spot(0, 3)))

    page.actions_by_id["footnote"].trigger()
    answer(page, "")
    answer(page, "Since May.")

    assert editing.blocks() == (
        Paragraph(runs=(Text(text="One"), Footnote(runs=(Text(text="Since May."),)), Text(text=" two"))),
    )


def test_nothing_to_report_asks_for_the_reason_where_one_is_wanted(opened: Opener) -> None:
    editing = opened({"background": ()})
    page = editing.pages["background"]

    page.actions_by_id["nil"].trigger()

    assert editing.blocks() == (Paragraph(nil=True, runs=(Text(text="None. "),)),)
    assert page.editor.selection() == Selection.at(0, 6)
    assert "why there is nothing to report" in editing.desk.messages.said[0]
    keys(page.editor, "It is for information.")
    assert editing.blocks() == (Paragraph(runs=(Text(text="None. It is for information."),)),)


@pytest.mark.parametrize(("section", "text", "enabled"), [("background", "", True), ("background", "x", False),
                                                          ("summary", "", False)])  # fmt: skip
def test_nothing_to_report_is_offered_where_it_may_be_said(
    opened: Opener, section: str, text: str, enabled: bool
) -> None:
    page = opened({section: text}).pages[section]

    assert page.actions_by_id["nil"].isEnabled() is enabled


def test_a_standard_wording_is_put_in_with_its_gap_selected(opened: Opener) -> None:
    editing = opened({"background": ()}, make_pack(WORDED))
    page = editing.pages["background"]

    page.wording_actions["note"].trigger()
    assert words(editing.blocks()[0]) == "That Members note … and …."
    keys(page.editor, "it")

    assert words(editing.blocks()[0]) == "That Members note it and …."
    assert editing.desk.session.undo_label == "Typing"


def test_words_are_counted_beside_what_the_council_advises(opened: Opener) -> None:
    page = opened({"background": "One two\n- three"}, make_pack(WORDED)).pages["background"]
    assert page.count_text == "3 words · advice: 2 to 5"

    keys(page.editor, "x ")

    assert page.count_text == "4 words · advice: 2 to 5"


def test_a_page_that_cannot_be_seen_catches_up_when_it_is_shown(opened: Opener) -> None:
    editing = opened({"background": "One", "options": "Two"})
    page = editing.pages["background"]
    page.hide()
    new = (Paragraph(runs=(Text(text="a"),)), Paragraph(runs=(Text(text="b"),)))

    editing.desk.session.apply(SetBlocks(section="background", blocks=new), "Fix")
    assert len(page.editor.blocks) == 1, "not while nobody sees it"
    page.show()

    must_hold(editing)
    assert editing.editor("options").labels == ("3.",)


def own_pack() -> Pack:
    return make_pack(OWN_ORDER)


def test_a_section_of_the_report_s_own_has_a_heading_to_word(opened: Opener) -> None:
    editing = opened({"own-1": "One"}, own_pack())
    page = editing.pages["own-1"]
    heading = page.findChild(QLineEdit, "section-heading")
    assert isinstance(heading, QLineEdit)
    assert not heading.isHidden()

    QTest.keyClicks(heading, "Parks")

    section = editing.report.section("own-1")
    assert section is not None
    assert section.heading == "Parks"
    assert page.editor.accessibleName() == "Parks"
    editing.desk.session.undo()
    assert heading.text() == ""


def test_a_section_of_the_pack_has_no_heading_to_word(opened: Opener) -> None:
    page = opened({"background": "One"}).pages["background"]
    heading = page.findChild(QLineEdit, "section-heading")

    assert isinstance(heading, QLineEdit)
    assert heading.isHidden()


def test_a_section_begins_where_the_outline_shows_it(opened: Opener) -> None:
    editing = opened({"background": "b", "options": "o"}, own_pack())
    only = tuple(section for section in editing.report.sections if section.id == "options")
    editing.desk.session.apply(SetSections(sections=(*only, Section(id="own-1", heading="Last"))), "Leave out")

    keys(editing.editor("background"), "x")

    assert [section.id for section in editing.report.sections] == ["background", "options", "own-1"]


def test_the_menu_says_what_is_wrong_and_mends_it(opened: Opener) -> None:
    editing = opened({"background": "Their is a plan"})
    page = editing.pages["background"]
    place = Place(section="background", block=editing.blocks()[0].id, start=0, end=5)
    fix = ReplaceWords(place=place, words="There")
    problem = Problem(rule="r", severity="warning", place=place, message="Write “There”.", fix=fix)
    editing.desk.bridge.problems_changed.emit((problem,))
    page.editor.select(Selection.at(0, 2))

    menu = page.context_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Warning: Write “There”."].isEnabled()
    assert not actions["Cu&t"].isEnabled(), "nothing is selected"
    actions["Put right"].trigger()

    assert words(editing.blocks()[0]) == "There is a plan"
    editing.desk.session.undo()
    assert words(editing.blocks()[0]) == "Their is a plan"
    menu.deleteLater()
