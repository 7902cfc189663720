"""The icons."""

import pytest
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from clerkwell.system import resources_folder
from clerkwell.ui.kit.icons import icon, pixmap


def test_every_drawing_can_be_drawn(qtbot: QtBot) -> None:  # noqa: ARG001 - there has to be an application
    drawings = sorted((resources_folder() / "icons").glob("*.svg"))
    assert len(drawings) > 30
    for drawing in drawings:
        image = pixmap(drawing.stem, 24, 2.0, "#1d5c99", "#ffffff").toImage()
        assert image.width() == 48
        inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(0, 48, 2) for y in range(0, 48, 2))
        assert inked > 8, f"{drawing.name} is empty"


@pytest.mark.parametrize("colour", ["", "on_accent"])
def test_an_icon_is_drawn_faintly_where_it_cannot_be_used(qtbot: QtBot, colour: str) -> None:  # noqa: ARG001
    save = icon("save", colour)
    plain = save.pixmap(24, 24, QIcon.Mode.Normal).toImage()
    faint = save.pixmap(24, 24, QIcon.Mode.Disabled).toImage()
    assert plain != faint
