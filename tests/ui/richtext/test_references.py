"""Live references in the editor: put in, followed to what they point at, made of typed words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from clerkwell.model import Appendix, Footnote, Paragraph, Place, Reference, SetAppendices, SetBlocks, Text, words
from clerkwell.session.referring import pointables
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.richtext.narration import words_beside
from clerkwell.ui.editors.section_page import SectionPage
from clerkwell.ui.editors.tools import references
from clerkwell.ui.editors.tools.references import ReferenceDialog
from clerkwell.ui.kit.search_list import SearchDialog
from helpers.editing import Editing, bring_up, keys, must_hold, press

Opener = Callable[..., Editing]


def known(editing: Editing) -> ReferenceDialog:
    session = editing.desk.session
    return ReferenceDialog(pointables(session.report, session.pack))


def choose(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """Type this into the dialog, and press Return."""

    def answer(dialog: SearchDialog) -> int:
        QTest.keyClicks(dialog.line, typed)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SearchDialog, "exec", answer)


def pointing(editing: Editing, at: int = 0) -> Reference:
    (found,) = [run for run in editing.blocks()[at].runs if isinstance(run, Reference)]  # type: ignore[union-attr]  # worded
    return found


def follow(page: SectionPage) -> list[Place]:
    asked: list[Place] = []
    page.place_requested.connect(asked.append)
    return asked


def test_a_reference_is_put_in_with_what_leads_to_it_and_follows_renumbering(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = opened({"background": "As said in", "options": "One way\nThe other way"})
    editor = editing.editor()
    editor.select(Selection.at(0, 10))
    choose(monkeypatch, "3")

    editing.pages["background"].actions_by_id["reference"].trigger()

    target = editing.blocks("options")[1].id
    assert editing.blocks()[0].runs == (  # type: ignore[union-attr]  # worded
        Text(text="As said in paragraph\u00a0"), Reference(to="paragraph", target=target),
    )  # fmt: skip
    assert editor.reference_words(pointing(editing)) == "3"
    assert editing.desk.session.undo_label == "Reference"
    must_hold(editing)
    fresh = (Paragraph(runs=(Text(text="New"),)), *editing.blocks("options"))
    editing.desk.session.apply(SetBlocks(section="options", blocks=fresh), "Type")
    assert editor.reference_words(pointing(editing)) == "4"
    editing.desk.session.undo()
    editing.desk.session.undo()
    assert words(editing.blocks()[0]) == "As said in", "one step"


def test_a_reference_takes_the_place_of_what_is_selected(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "See paragraph 9 for it", "options": "One way"})
    editing.editor().select(Selection(Spot(0, 14), Spot(0, 15)))
    choose(monkeypatch, "one way")

    editing.pages["background"].actions_by_id["reference"].trigger()

    assert words(editing.blocks()[0]) == "See paragraph \ufffc for it"


def test_the_list_is_searched_by_number_and_by_words_and_walked_by_the_arrows(opened: Opener) -> None:
    editing = opened({"background": "The library\n" * 11, "options": "The park"})
    dialog = known(editing)

    QTest.keyClicks(dialog.line, "1")
    item = dialog.list.currentItem()
    assert item.text() == "Paragraph 1", "the number itself, before 10 and 11"
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.list.currentItem().text() == "Paragraph 10"
    dialog.line.clear()
    QTest.keyClicks(dialog.line, "park")
    assert dialog.list.currentItem().text() == "Paragraph 12"
    QTest.keyClicks(dialog.line, "zzz")
    assert not dialog.ok.isEnabled()
    assert dialog.said.text() == "Nothing in the list has these words."
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.chosen is None
    dialog.deleteLater()


def test_an_appendix_is_found_before_the_list_of_them_and_what_mentions_it(opened: Opener) -> None:
    editing = opened({"background": "See Appendix 1 for it", "appendices": "None."})
    entry = Appendix(id="a", number="1", title="Map", link="https://www.example.org/map")
    editing.desk.session.apply(SetAppendices(appendices=(entry,)), "Appendix")
    dialog = known(editing)

    QTest.keyClicks(dialog.line, "append")
    assert dialog.list.currentItem().text() == "Appendix 1"
    dialog.deleteLater()


def with_reference(opened: Opener) -> Editing:
    editing = opened({"background": "See", "options": "One way\nThe other way"})
    to = Reference(to="paragraph", target=editing.blocks("options")[1].id)
    block = Paragraph(runs=(Text(text="See "), to, Text(text=" there")))
    editing.desk.session.apply(SetBlocks(section="background", blocks=(block,)), "Set")
    return editing


def test_the_key_goes_to_what_the_reference_at_the_caret_points_at_and_there_is_a_way_back(opened: Opener) -> None:
    editing = with_reference(opened)
    bring_up(editing)
    page = editing.pages["background"]
    asked = follow(page)
    page.editor.select(Selection.at(0, 5))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

    press(page.editor, Qt.Key.Key_Return, both)

    assert asked == [Place(section="options", block=editing.blocks("options")[1].id)]
    assert "paragraph 3" in editing.desk.messages.noticed[-1]
    editing.desk.messages.offers[-1].run()
    assert (asked[-1].section, asked[-1].start) == ("background", 5)


def test_ctrl_and_a_click_and_a_double_click_follow_a_reference(opened: Opener) -> None:
    editing = with_reference(opened)
    bring_up(editing)
    page = editing.pages["background"]
    asked = follow(page)
    page.editor.select(Selection.at(0, 4))
    rect = page.editor.cursorRect()
    there = rect.center() + QPoint(3, 0)

    QTest.mouseClick(page.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, there)
    assert len(asked) == 1
    QTest.mouseDClick(page.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there)
    assert len(asked) == 2
    QTest.mouseDClick(page.editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert len(asked) == 2


def test_return_on_a_selected_reference_follows_it_and_does_not_type_over_it(opened: Opener) -> None:
    editing = with_reference(opened)
    page = editing.pages["background"]
    asked = follow(page)
    page.editor.select(Selection(Spot(0, 4), Spot(0, 5)))

    press(page.editor, Qt.Key.Key_Return)

    assert len(asked) == 1
    assert len(editing.blocks()) == 1


def test_a_reference_to_what_is_gone_says_so(opened: Opener) -> None:
    editing = with_reference(opened)
    page = editing.pages["background"]
    asked = follow(page)
    editing.desk.session.apply(SetBlocks(section="options", blocks=editing.blocks("options")[:1]), "Cut")
    page.editor.select(Selection.at(0, 5))

    page.actions_by_id["here"].trigger()

    assert asked == []
    assert "no longer" in editing.desk.messages.said[-1]


def test_the_menu_makes_typed_words_live_and_goes_where_they_point(opened: Opener) -> None:
    editing = opened({"background": "This is set out in paragraph 2 below.", "options": "One way"})
    page = editing.pages["background"]
    page.editor.select(Selection.at(0, 22))

    menu = page.context_menu()
    (live,) = [action for action in menu.actions() if "live" in action.text()]
    assert live.text() == "Make “paragraph 2” a live reference"
    live.trigger()
    menu.deleteLater()

    assert words(editing.blocks()[0]) == "This is set out in paragraph \ufffc below."
    assert editing.desk.session.undo_label == "Make the reference live"
    page.editor.select(Selection.at(0, 29))
    menu = page.context_menu()
    assert "Go to paragraph 2" in [action.text() for action in menu.actions()]
    menu.deleteLater()
    editing.desk.session.undo()
    assert words(editing.blocks()[0]) == "This is set out in paragraph 2 below."


def test_a_reference_and_a_footnote_are_spoken_in_words(opened: Opener) -> None:
    editing = with_reference(opened)
    editor = editing.editor()
    editor.select(Selection.at(0, 5))
    assert words_beside(editor.textCursor()) == "Reference, 3"
    note = Footnote(runs=(Text(text="Since May."),))
    editing.desk.session.apply(SetBlocks(section="background", blocks=(Paragraph(runs=(note,)),)), "Set")
    editor.select(Selection.at(0, 1))
    assert words_beside(editor.textCursor()) == "Footnote 1: Since May."


def test_nothing_is_asked_of_a_report_that_can_only_be_read(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "One"}, read_only=True)
    monkeypatch.setattr(references, "ask_reference", lambda *_: pytest.fail("asked"))

    editing.pages["background"].actions_by_id["reference"].trigger()
    keys(editing.editor(), "x")

    assert words(editing.blocks()[0]) == "One"
