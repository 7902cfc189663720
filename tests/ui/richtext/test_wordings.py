"""Standard wordings of the pack and of the author: put in, kept, renamed, taken out; the gaps in them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerkwell.model import ListItem, Paragraph, Text, words
from clerkwell.packs import Pack
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.tools.gaps import gaps
from clerkwell.ui.editors.tools.wordings import ELSEWHERE, HERE, MINE, offered
from clerkwell.ui.editors.tools.wordings_dialog import WordingNameDialog, WordingsDialog
from clerkwell.ui.kit.search_list import SearchDialog
from helpers.building import MANIFEST, blocks, make_pack
from helpers.editing import Editing, keys, must_hold

Opener = Callable[..., Editing]

WORDED = MANIFEST.replace(
    'id = "background"\ntitle = "Background"\nnumbered = true',
    'id = "background"\ntitle = "Background"\nnumbered = true\nwordings = ["note"]',
)
WORDED += '\n[wording.note]\ntitle = "Note it"\ntext = "Note … and …."\n'
WORDED += '\n[wording.none]\ntitle = "Considered"\ntext = "There are none."\n'


def worded_pack() -> Pack:
    return make_pack(WORDED)


def name_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def answer(dialog: WordingNameDialog) -> int:
        dialog.name.setText(name)
        dialog.ok.click()
        return dialog.result()

    monkeypatch.setattr(WordingNameDialog, "exec", answer)


def choose(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    def answer(dialog: SearchDialog) -> int:
        QTest.keyClicks(dialog.line, typed)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SearchDialog, "exec", answer)


def test_what_is_for_this_section_comes_first_then_the_author_s_own(opened: Opener) -> None:
    editing = opened({"background": ()}, worded_pack())
    page = editing.pages["background"]
    editing.desk.bridge.inserts.add("Thanks", blocks("Thank them."))

    every = offered(page.spec, editing.desk.session.pack, editing.desk.bridge.inserts.wordings)

    assert [(each.title, each.group) for each in every] == [
        ("Note it", HERE), ("Thanks", MINE), ("Considered", ELSEWHERE),
    ]  # fmt: skip


def test_a_wording_is_put_in_with_its_gaps_selected_in_turn(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": ()}, worded_pack())
    page = editing.pages["background"]
    choose(monkeypatch, "note it")

    page.actions_by_id["wording"].trigger()
    assert editing.desk.session.undo_label == "Note it"
    keys(page.editor, "this")
    page.actions_by_id["gap"].trigger()
    keys(page.editor, "that")

    assert words(editing.blocks()[0]) == "Note this and that."
    page.actions_by_id["gap"].trigger()
    assert editing.desk.messages.said[-1] == "There is no gap left to fill in this section."
    must_hold(editing)


def test_gaps_stand_where_words_would() -> None:
    lines = blocks("Wait… The … and [name of officer] on XX ______ may\nAs “… it was” said")

    assert [words(lines[gap.start.line])[gap.start.offset : gap.end.offset] for gap in gaps(lines)] == [
        "…", "[name of officer]", "XX", "______", "…",
    ]  # fmt: skip


def test_the_selection_is_kept_as_a_wording_and_put_in_with_its_structure(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = opened({"background": "That it\n- one\n- two", "options": ()})
    page = editing.pages["background"]
    page.editor.selectAll()
    name_it(monkeypatch, "My list")
    before = editing.report

    page.actions_by_id["keep-wording"].trigger()

    assert editing.report is before, "it is no part of the report"
    assert [each.name for each in editing.desk.bridge.inserts.wordings] == ["My list"]
    choose(monkeypatch, "my list")
    editing.pages["options"].actions_by_id["wording"].trigger()
    assert editing.blocks("options") == editing.blocks("background")
    editing.desk.session.undo()
    assert editing.blocks("options") == (), "one step"
    must_hold(editing)


def test_with_nothing_selected_the_whole_paragraph_is_kept(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "One\n- two"})
    page = editing.pages["background"]
    page.editor.select(Selection.at(1, 1))
    name_it(monkeypatch, "Two")

    page.actions_by_id["keep-wording"].trigger()

    (kept,) = editing.desk.bridge.inserts.wordings
    assert kept.blocks == (ListItem(runs=(Text(text="two"),)),)


def test_own_wordings_are_renamed_and_taken_out_and_the_pack_s_are_not(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = opened({"background": ()}, worded_pack())
    inserts = editing.desk.bridge.inserts
    inserts.add("Thanks", (Paragraph(runs=(Text(text="Thank them"),)),))
    spec, pack = editing.pages["background"].spec, editing.desk.session.pack
    dialog = WordingsDialog(lambda: offered(spec, pack, inserts.wordings), inserts)
    assert not dialog.rename_button.isEnabled()
    assert not dialog.remove_button.isEnabled()

    dialog.line.setText("thank")
    assert "Thank them" in dialog.look.toPlainText()
    name_it(monkeypatch, "Words of thanks")
    dialog.rename_button.click()
    assert [each.name for each in inserts.wordings] == ["Words of thanks"]
    assert dialog.said.text() == "It is called “Words of thanks” now."
    dialog.remove_button.click()
    assert inserts.wordings == ()
    dialog.deleteLater()


def test_a_name_that_is_taken_is_said(qtbot: object) -> None:  # noqa: ARG001 - starts Qt
    from clerkwell.session.own_inserts import AuthorsInserts

    inserts = AuthorsInserts()
    inserts.add("Thanks", blocks("x"))
    inserts.add("Note", blocks("y"))
    fresh, other = WordingNameDialog(inserts, ""), WordingNameDialog(inserts, "Note")
    fresh.name.setText("thanks")
    other.name.setText("thanks")

    assert fresh.ok.isEnabled(), "it takes the place of the other, and says so"
    assert not fresh.said.isHidden()
    assert not other.ok.isEnabled()
    other.name.setText("NOTE")
    assert other.ok.isEnabled()
    for each in (fresh, other):
        each.deleteLater()


def test_a_selection_within_a_line_is_put_into_a_line(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "All of the parks"})
    page = editing.pages["background"]
    page.editor.select(Selection(Spot(0, 4), Spot(0, 10)))
    name_it(monkeypatch, "Of the")
    page.actions_by_id["keep-wording"].trigger()
    page.editor.select(Selection.at(0, 3))
    choose(monkeypatch, "of the")

    page.actions_by_id["wording"].trigger()

    assert words(editing.blocks()[0]) == "Allof the of the parks"
