"""An appendix that is written in the report, over a real session."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from clerkwell.model import (
    Appendix,
    Note,
    Paragraph,
    Place,
    Problem,
    Reference,
    Report,
    SetAppendices,
    SetNotes,
    Text,
    words,
)
from clerkwell.packs import Pack
from clerkwell.ui.endmatter import AppendicesPage
from clerkwell.ui.endmatter.dialogs import AppendixDialog, Told
from clerkwell.ui.endmatter.own_words import OwnWords
from clerkwell.ui.find.search import search
from helpers.building import blocks, make_pack, make_report
from helpers.desk import Desk, open_desk

PACK = make_pack()


def a_report() -> Report:
    report = make_report({"summary": "See Appendix 1."}, pack=PACK)
    made = (
        Appendix(id="a1", number="1", title="Plan", blocks=blocks("Dig the pond.\nPlant the trees.")),
        Appendix(id="a2", number="2", title="Survey", link="https://example.org/survey"),
    )
    given = tuple(
        each.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={"id": f"{each.id}-{at}"}) for at, block in enumerate(each.blocks)
                )
            }
        )
        for each in made
    )
    return report.model_copy(update={"appendices": given})


def a_page(qtbot: QtBot, desk: Desk, wants_words: bool = False) -> AppendicesPage:
    def ask(dialog: AppendixDialog) -> Told:
        dialog.heading.setText("Timetable")
        return Told(dialog.appendix(), wants_words)

    page = AppendicesPage(desk.bridge, ask=ask)
    qtbot.addWidget(page)
    page.resize(700, 600)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def opened(page: AppendicesPage) -> OwnWords:
    assert page.own_words is not None
    return page.own_words


def said(desk: Desk, appendix: str) -> list[str]:
    found = desk.report.appendix(appendix)
    return [words(block) for block in found.blocks] if found else []


def test_the_words_of_an_appendix_are_written_and_are_one_step(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    page.entries.choose(1)
    QTest.mouseClick(page.write_button, Qt.MouseButton.LeftButton)
    editor = opened(page).editor
    assert editor.accessibleName() == "Appendix 2 – Survey"
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, "In May 120 people came.")
    assert said(desk, "a2") == ["In May 120 people came."]
    assert said(desk, "a1") == ["Dig the pond.", "Plant the trees."]
    desk.session.undo(None)
    assert said(desk, "a2") == [] or said(desk, "a2") == [""]
    assert editor.toPlainText() == ""


def test_one_comes_back_to_the_list_which_says_that_it_is_written_here(qtbot: QtBot) -> None:
    page = a_page(qtbot, open_desk(a_report(), PACK))
    page.entries.choose(0)
    page.write()
    QTest.mouseClick(opened(page).back_button, Qt.MouseButton.LeftButton)
    assert page.own_words is None
    assert page.entries.list.isVisible()
    assert page.entries.list.currentRow() == 0
    assert "written here" in page.entries.list.item(0).text()
    assert page.entries.list.hasFocus()


def test_who_adds_one_may_go_on_to_write_it(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk, wants_words=True)
    page.add()
    assert opened(page).appendix_id == desk.report.appendices[-1].id
    assert opened(page).editor.accessibleName() == "Appendix 3 – Timetable"


def test_the_dialog_goes_on_to_the_words_once_there_is_a_title(qtbot: QtBot) -> None:
    dialog = AppendixDialog(Appendix(id="a", number="1"), lambda _: None, lambda _: None, True)
    qtbot.addWidget(dialog)
    assert not dialog.write_button.isEnabled()
    dialog.heading.setText("Plan")
    dialog.write_button.click()
    assert dialog.wants_words
    assert dialog.result() == dialog.DialogCode.Accepted


def test_marks_and_what_can_be_put_in_are_those_of_a_section(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    page.entries.choose(0)
    page.write()
    own = opened(page)
    assert {"bold", "bullets", "subheading", "link", "footnote", "reference", "table", "private"} <= set(
        page.actions_by_id
    )
    own.actions_by_id["private"].trigger()
    appendix = desk.report.appendix("a1")
    assert appendix is not None
    assert [block.private for block in appendix.blocks] == [True, False]
    own.actions_by_id["bullets"].trigger()
    assert [block.kind for block in desk.report.appendices[0].blocks] == ["item", "paragraph"]
    assert desk.session.undo_label == "Bulleted list"


def test_a_place_in_the_words_opens_them_there_and_undo_comes_back_to_it(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    (found,) = search(desk.report, PACK, "trees")
    assert found.place.appendix == "a1"
    page.show_place(found.place)
    editor = opened(page).editor
    assert editor.textCursor().selectedText() == "trees"
    carets: list[Place | None] = []
    desk.bridge.changed.connect(lambda event: carets.append(event.caret))
    QTest.keyClicks(editor, "hedge")
    assert said(desk, "a1")[1] == "Plant the hedge."
    desk.session.undo()
    assert carets[-1] is not None
    assert (carets[-1].appendix, carets[-1].block) == ("a1", "a1-1")
    desk.session.redo()
    assert carets[-1] == Place(appendix="a1", block="a1-1", start=15, end=15)
    assert editor.toPlainText() == "Dig the pond.\nPlant the hedge."


def test_problems_stand_under_their_words_and_are_dealt_with_as_the_reports_own(qtbot: QtBot) -> None:
    place = Place(appendix="a1", block="a1-0", start=8, end=12)
    problem = Problem(rule="misspelt", severity="warning", place=place, quote="pond", message="Look.", why="Because.")

    def check(_report: Report, _pack: Pack) -> tuple[Problem, ...]:
        return (problem,)

    desk = open_desk(a_report(), PACK, check)
    page = a_page(qtbot, desk)
    page.show_place(place)
    desk.clock.pass_time()
    own = opened(page)
    (shown,) = own.editor.problems_at(own.editor.selection().caret)
    assert own.in_report(shown) is problem
    menu = own.context_menu()
    assert any("Look." in action.text() or "Warning" in action.text() for action in menu.actions())
    assert isinstance(menu, QMenu)
    menu.deleteLater()


def test_notes_are_pinned_to_the_words_and_shown_there(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    page.show_place(Place(appendix="a1", block="a1-1", start=10, end=15))
    place = page.place_to_note()
    assert place == Place(appendix="a1", block="a1-1", start=10, end=15)
    desk.session.apply(SetNotes(notes=(Note(id="n1", place=place, quote="trees", text="Which?"),)), "Note")
    own = opened(page)
    (mark,) = own.editor.notes_at(own.editor.selection().start)
    assert mark.id == "n1"


def test_an_appendix_that_goes_takes_its_editor_along(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    page.add()
    page.write()
    assert opened(page).appendix_id == desk.report.appendices[-1].id
    desk.session.undo()
    assert page.own_words is None
    assert page.entries.list.isVisible()


def test_words_that_came_from_elsewhere_are_shown(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK)
    page = a_page(qtbot, desk)
    page.show_place(Place(appendix="a1", block="a1-0"))
    report = desk.report
    fresh = report.appendices[0].model_copy(update={"blocks": (Paragraph(id="x1"), *report.appendices[0].blocks)})
    desk.session.apply(SetAppendices(appendices=(fresh, *report.appendices[1:])), "Elsewhere")
    assert opened(page).editor.toPlainText() == "\nDig the pond.\nPlant the trees."


def test_a_report_to_read_only_shows_the_words_and_keeps_them(qtbot: QtBot) -> None:
    desk = open_desk(a_report(), PACK, read_only=True)
    page = a_page(qtbot, desk)
    page.entries.choose(0)
    page.write()
    assert opened(page).editor.isReadOnly()


def test_a_reference_is_followed_with_a_way_back_and_paragraphs_stay_in_their_appendix(qtbot: QtBot) -> None:
    report = a_report()
    to = Reference(to="section", target="summary")
    block = Paragraph(id="a1-0", runs=(Text(text="See "), to))
    appendix = report.appendices[0].model_copy(update={"blocks": (block,)})
    desk = open_desk(report.model_copy(update={"appendices": (appendix, *report.appendices[1:])}), PACK)
    page = a_page(qtbot, desk)
    page.show_place(Place(appendix="a1", block="a1-0", start=5, end=5))
    own = opened(page)
    asked: list[Place] = []
    own.place_requested.connect(asked.append)

    own.actions_by_id["here"].trigger()
    desk.messages.offers[-1].run()
    own.actions_by_id["move-to"].trigger()

    assert asked == [Place(section="summary"), Place(appendix="a1", block="a1-0", start=5, end=5)]
    assert "stay in it" in desk.messages.said[-1]
