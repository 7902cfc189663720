"""The picture dialog: words for who cannot see it, caption, width, another picture, none."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clerkwell.model import Image
from clerkwell.ui.editors.pictures import PictureDialog, Prepared
from helpers.picturing import picture_bytes


def show(qtbot: QtBot, image: Image, *, new: bool = False, instead: Prepared | None = None) -> PictureDialog:
    dialog = PictureDialog(image, picture_bytes("png"), lambda _: instead, new=new)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def test_a_picture_that_is_not_touched_comes_back_as_it_was(qtbot: QtBot) -> None:
    for image in (
        Image(id="b4", attachment="plan.png", alt="The crossing", caption="Plan", width=50),
        Image(attachment="plan.png", decorative=True, width=33),
        Image(attachment="plan.png", alt="The crossing", private=True),
    ):
        dialog = show(qtbot, image)
        dialog.accept()
        assert dialog.result() == QDialog.DialogCode.Accepted
        assert dialog.image() == image
        assert dialog.image().id == image.id


def test_a_description_that_was_promised_has_to_be_there(qtbot: QtBot) -> None:
    dialog = show(qtbot, Image(attachment="plan.png"), new=True)
    dialog.activateWindow()
    assert dialog.alt.hasFocus()
    QTest.keyClick(dialog.alt, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.message.isVisible()
    QTest.keyClicks(dialog.alt, "The new crossing")
    QTest.keyClick(dialog.alt, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.image().alt == "The new crossing"


def test_decoration_and_later_need_no_words(qtbot: QtBot) -> None:
    for name, decorative in (("decorative", True), ("later", False)):
        dialog = show(qtbot, Image(attachment="plan.png", alt="left over"))
        getattr(dialog, name).click()
        assert not dialog.alt.isEnabled()
        dialog.accept()
        assert (dialog.image().alt, dialog.image().decorative) == ("", decorative)


def test_words_that_tell_that_it_is_a_picture_are_advised_against(qtbot: QtBot) -> None:
    dialog = show(qtbot, Image(attachment="plan.png", alt="Image of a bridge"))
    assert "begin with what it shows" in dialog.message.text()
    dialog.alt.setPlainText("A bridge")
    assert not dialog.message.isVisible()


@pytest.mark.parametrize(("row", "width"), [(0, None), (1, 25), (2, 50), (3, 100)])
def test_the_width_is_chosen_and_said_in_centimetres(qtbot: QtBot, row: int, width: int | None) -> None:
    dialog = show(qtbot, Image(attachment="plan.png", alt="x", width=70))
    assert dialog.percent.isVisible()
    dialog.across.setCurrentIndex(row)
    assert not dialog.percent.isVisible()
    assert dialog.image().width == width
    assert "cm on an A4 page" in dialog.size_told.text()


def test_another_picture_takes_its_place_and_keeps_the_words(qtbot: QtBot) -> None:
    other = Prepared("other.png", picture_bytes("png", 90, 90), ("It was made smaller.",))
    dialog = show(qtbot, Image(attachment="plan.png", alt="A map"), instead=other)
    dialog.replace_button.click()
    assert dialog.prepared is other
    assert dialog.told.text() == "It was made smaller."
    assert dialog.image().alt == "A map"


def test_it_can_be_taken_out_undescribed(qtbot: QtBot) -> None:
    dialog = show(qtbot, Image(attachment="plan.png"))
    dialog.remove_button.click()
    assert dialog.removed
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    dialog = show(qtbot, Image(attachment="plan.png", width=70))
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox):
        for each in dialog.findChildren(kind):
            assert isinstance(each, QWidget)
            if (
                each.isVisible()
                and each.focusPolicy() != Qt.FocusPolicy.NoFocus
                and each.objectName() != "qt_spinbox_lineedit"
            ):
                assert each.accessibleName() or getattr(each, "text", lambda: "")(), each


def test_what_a_choice_means_stands_right_under_it_however_tall_the_dialog_is(qtbot: QtBot) -> None:
    dialog = show(qtbot, Image(attachment="plan.png"), new=True)
    dialog.resize(900, 1200)
    QApplication.processEvents()
    top, alt = (each.mapTo(dialog, QPoint()).y() for each in (dialog.describe, dialog.alt))

    assert alt - top - dialog.describe.height() < 6 * dialog.fontMetrics().lineSpacing()
