"""Special characters: found by name, put in, those used last first."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clerkwell.model import words
from clerkwell.ui.editors.richtext import Selection
from clerkwell.ui.editors.tools.symbol_table import symbols
from clerkwell.ui.editors.tools.symbols import RECENT, SymbolsDialog
from helpers.editing import Editing

Opener = Callable[..., Editing]


def test_every_character_is_there_once_with_a_name_of_its_own() -> None:
    known = symbols()

    assert len({each.text for each in known}) == len(known)
    assert len({each.name for each in known}) == len(known)
    assert all(len(each.text) == 1 and each.name[0].isupper() for each in known)
    assert {"£", "€", "–", "—", "…", "½", "°", "×", "²", "§", "✓", "\u00a0", "\u2011", "é", "Ŵ"} <= {
        each.text for each in known
    }


@pytest.mark.parametrize(
    ("typed", "found"), [("pound", "£"), ("nbsp", "\u00a0"), ("e acute small", "é"), ("½", "½"), ("tick", "✓")]
)
def test_a_character_is_found_by_its_name(qtbot: object, typed: str, found: str) -> None:  # noqa: ARG001 - starts Qt
    dialog = SymbolsDialog()
    QTest.keyClicks(dialog.line, typed) if typed.isascii() else dialog.line.setText(typed)

    assert dialog.marked is not None
    assert dialog.marked.text == found
    dialog.deleteLater()


def test_a_character_is_put_in_and_comes_first_the_next_time(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    editing = opened({"background": "About 5C"})
    page = editing.pages["background"]
    page.editor.select(Selection.at(0, 7))

    def answer(dialog: SymbolsDialog) -> int:
        QTest.keyClicks(dialog.line, "degree")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(SymbolsDialog, "exec", answer)
    page.actions_by_id["symbol"].trigger()

    assert words(editing.blocks()[0]) == "About 5°C"
    assert editing.desk.session.undo_label == "Special character"
    assert editing.desk.bridge.inserts.characters == ("°",)
    dialog = SymbolsDialog(editing.desk.bridge.inserts.characters)
    assert dialog.marked is not None
    assert (dialog.marked.text, dialog.marked.group) == ("°", RECENT)
    dialog.deleteLater()


def test_the_grid_is_walked_by_the_arrows_and_says_what_is_marked(qtbot: object) -> None:  # noqa: ARG001 - starts Qt
    dialog = SymbolsDialog()
    dialog.show()
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Right)

    assert dialog.marked is not None
    assert dialog.marked.name == "Non-breaking hyphen"
    assert dialog.about.text().startswith("Non-breaking hyphen")
    dialog.line.setText("zzz")
    assert not dialog.ok.isEnabled()
    dialog.close()
    dialog.deleteLater()
