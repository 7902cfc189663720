"""Tables of a section are put in and opened, each change one step of undo."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clerkwell.model import Cell, Paragraph, Table, Text
from clerkwell.ui.editors import table_cards
from clerkwell.ui.editors.richtext import Selection, Spot
from helpers.editing import Editing, bring_up, press

Opener = Callable[..., Editing]
TABLE = Table(caption="Visits", rows=((Cell(paragraphs=((Text(text="May"),),)),),))
BEFORE = (Paragraph(runs=(Text(text="One"),)), TABLE, Paragraph(runs=(Text(text="Two"),)))


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog answers with the table under another caption."""

    def edit(_: QWidget, table: Table, **__: bool) -> Table:
        return table.model_copy(update={"caption": "Visits by month"})

    monkeypatch.setattr(table_cards, "edit_table", edit)


@pytest.fixture
def cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The dialog is cancelled."""
    monkeypatch.setattr(table_cards, "edit_table", lambda *_, **__: None)


@pytest.mark.usefixtures("reworded")
def test_a_card_is_opened_by_keyboard_and_undone_in_one_step(opened: Opener) -> None:
    editing = opened({"background": BEFORE})
    bring_up(editing)
    editor = editing.editor()
    editor.select(Selection(Spot(1, 0), Spot(1, 1)))

    press(editor, Qt.Key.Key_Return)

    table = editing.blocks()[1]
    assert isinstance(table, Table)
    assert table.caption == "Visits by month"
    editing.desk.session.undo()
    assert editing.blocks() == BEFORE
    assert not editing.desk.session.can_undo


@pytest.mark.usefixtures("cancelled")
def test_a_cancelled_dialog_changes_nothing(opened: Opener) -> None:
    editing = opened({"background": BEFORE})
    page = editing.pages["background"]

    page.editor.opened.emit(editing.blocks()[1].id)
    page.actions_by_id["table"].trigger()

    assert editing.blocks() == BEFORE
    assert not editing.desk.session.can_undo


@pytest.mark.usefixtures("reworded")
def test_a_new_table_is_put_in_after_the_caret(opened: Opener) -> None:
    editing = opened({"background": "One"})
    page = editing.pages["background"]
    page.editor.select(Selection.at(0, 3))

    page.actions_by_id["table"].trigger()

    kinds = [block.kind for block in editing.blocks()]
    assert kinds[:2] == ["paragraph", "table"]
    editing.desk.session.undo()
    assert editing.blocks() == (Paragraph(runs=(Text(text="One"),)),)


def test_a_report_to_read_only_has_its_tables_left_alone(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: bool) -> Table:
        raise AssertionError("the dialog was put up")

    monkeypatch.setattr(table_cards, "edit_table", never)
    editing = opened({"background": BEFORE}, read_only=True)
    page = editing.pages["background"]

    page.editor.opened.emit(editing.blocks()[1].id)
    table_cards.insert_table(page.editor)

    assert editing.blocks() == BEFORE
