"""Pictures for tests, and sections to put them into."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clerkwell.model import Blocks
from clerkwell.packs import Pack
from helpers.editing import Editing, must_hold, open_editing

Opener = Callable[..., Editing]


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
