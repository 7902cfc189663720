"""Moving the chosen paragraphs to another section from the editor."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerkwell.model import Paragraph, Place, Reference, SetBlocks, Text, words
from clerkwell.ui.editors.richtext import Selection, Spot
from clerkwell.ui.editors.tools.moving import MoveDialog
from clerkwell.ui.kit.search_list import SearchDialog
from helpers.editing import Editing, must_hold

Opener = Callable[..., Editing]


def choose(monkeypatch: pytest.MonkeyPatch, typed: str, *, first: bool = False) -> list[str]:
    offered: list[str] = []

    def answer(dialog: SearchDialog) -> int:
        assert isinstance(dialog, MoveDialog)
        dialog.first.setChecked(first)
        QTest.keyClicks(dialog.line, typed)
        offered.append(dialog.list.marked())
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SearchDialog, "exec", answer)
    return offered


def test_the_selected_paragraphs_go_to_another_section_in_one_step(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = opened({"background": "One\nTwo\n- three", "options": "Four"})
    page = editing.pages["background"]
    asked: list[Place] = []
    page.place_requested.connect(asked.append)
    to = Reference(to="paragraph", target=editing.blocks()[1].id)
    four = Paragraph(id=editing.blocks("options")[0].id, runs=(Text(text="See "), to))
    editing.desk.session.apply(SetBlocks(section="options", blocks=(four,)), "Refer")
    page.editor.select(Selection(Spot(1, 1), Spot(2, 2)))
    choose(monkeypatch, "options", first=True)

    page.actions_by_id["move-to"].trigger()

    assert [words(block) for block in editing.blocks()] == ["One"]
    assert [words(block) for block in editing.blocks("options")] == ["Two", "three", "See \ufffc"]
    assert editing.editor("options").reference_words(to) == "2"
    assert editing.desk.session.undo_label == "Move to Options"
    assert "Options" in editing.desk.messages.noticed[-1]
    editing.desk.messages.offers[-1].run()
    assert asked == [Place(section="options", block=to.target)]
    must_hold(editing)
    editing.desk.session.undo()
    assert [words(block) for block in editing.blocks()] == ["One", "Two", "three"]
    must_hold(editing)


def test_nothing_is_asked_where_there_is_nothing_to_move(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "", "options": "Four"})
    offered = choose(monkeypatch, "")

    editing.pages["background"].actions_by_id["move-to"].trigger()

    assert offered == []
    assert "caret" in editing.desk.messages.said[-1]
