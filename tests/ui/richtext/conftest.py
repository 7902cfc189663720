"""A report open with pages for its sections, put away after each test."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Blocks
from clerkwell.packs import Pack
from clerkwell.ui.editors import table_cards
from clerkwell.ui.editors.tools.symbols import SymbolsDialog
from clerkwell.ui.editors.tools.wordings_dialog import WordingNameDialog
from clerkwell.ui.kit.search_list import SearchDialog
from helpers.editing import Editing, must_hold, open_editing

Opener = Callable[..., Editing]


@pytest.fixture(autouse=True)
def nobody_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is there to answer the table editor and the lists: unless a test says otherwise, they are cancelled."""
    monkeypatch.setattr(table_cards, "edit_table", lambda *_, **__: None)
    for dialog in (SearchDialog, SymbolsDialog, WordingNameDialog):
        monkeypatch.setattr(dialog, "exec", lambda _: 0)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:  # noqa: ARG001 - starts Qt
    """Opens sections; what must always hold is looked at once more at the end."""
    made: list[Editing] = []

    def open_one(sections: dict[str, str | Blocks], pack: Pack | None = None, *, read_only: bool = False) -> Editing:
        made.append(open_editing(sections, pack, read_only=read_only))
        return made[-1]

    yield open_one
    for editing in made:
        must_hold(editing)
        editing.close()
    QApplication.clipboard().clear()
