"""The picture dialog: what it shows, what is said of it to who cannot see it, its caption and its width."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import Image
from clerkwell.ui.editors.pictures.preparing import Prepared
from clerkwell.ui.editors.pictures.wording import ADVICE, MISSING, hint, size_said
from clerkwell.ui.kit.controls import ComboBox, SpinBox
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import announce, button, fit, framed, ok_cancel, row, scrolled, words
from clerkwell.word.writer.pictures import picture_file

# Asks for another picture; None when the user would rather not.
AskPicture = Callable[[QWidget], Prepared | None]
_WIDTHS = (("Its own size", None), ("A quarter of the text’s width", 25), ("Half of it", 50), ("All of it", 100))
_OTHER = "other"
_SHOWN = QSize(420, 130)


class PictureDialog(QDialog):
    """Everything about one picture. `image()` is what was said of it; `prepared` another picture put in its place.

    `removed` says that it is to go from the report.
    """

    def __init__(
        self,
        image: Image,
        data: bytes | None,
        ask: AskPicture,
        *,
        new: bool = False,
        told: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._image, self._ask = image, ask
        self._file = picture_file(data) if data is not None else None
        self.prepared: Prepared | None = None
        self.removed = False
        self.view = QLabel(self)
        self.view.setProperty("role", "card")
        self.view.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view.setMinimumHeight(80)
        self.told = words(muted=True)
        self.describe = QRadioButton("&Describe it to those who cannot see it")
        self.decorative = QRadioButton("It is &only decoration, and tells readers nothing")
        self.later = QRadioButton("I will describe it &later")
        self.alt = _Sentences()
        self.alt.setAccessibleName("What the picture shows")
        self.alt.setAccessibleDescription(ADVICE)
        self.alt.setPlaceholderText("For example: The new crossing on Example Street, seen from the school")
        self.message = words()
        self.message.setProperty("role", "error")
        self.caption = QLineEdit(image.caption)
        self.caption.setAccessibleName("Caption")
        self.caption.setPlaceholderText("Printed below it, after “Figure 1:”")
        self.across = ComboBox()
        self.across.setAccessibleName("Width")
        self.percent = SpinBox()
        self.percent.setRange(10, 100)
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName("Width in per cent of the text’s width")
        self.size_told = words(muted=True)
        self.replace_button = button("&Replace the picture…", self._replace)
        self.remove_button = button("Remo&ve the picture", self._remove)
        buttons, self.ok = ok_cancel(self, "&Insert" if new else "&Keep")
        self._fill()
        self._lay_out(buttons, new=new)
        self._show_picture(data, told)
        self.alt.textChanged.connect(self._show_hint)
        for each in (self.describe, self.decorative, self.later):
            each.toggled.connect(self._show_answer)
        self.across.currentIndexChanged.connect(self._show_size)
        self.percent.valueChanged.connect(self._show_size)
        self._show_answer()
        self._show_size()
        fit(self, 84, 40)
        self.alt.setFocus()

    def image(self) -> Image:
        """The picture as it was told."""
        chosen = self.across.currentData()
        return self._image.model_copy(
            update={
                "alt": self._said() if self.describe.isChecked() else "",
                "decorative": self.decorative.isChecked(),
                "caption": self.caption.text().strip(),
                "width": self.percent.value() if chosen == _OTHER else chosen,
            }
        )

    def accept(self) -> None:
        """Keep what was said; a description that was promised has to be there."""
        if self.describe.isChecked() and not self._said():
            self.message.setText(MISSING)
            self.message.show()
            announce(self.message, MISSING)
            self.alt.setFocus()
            return
        super().accept()

    def _said(self) -> str:
        return " ".join(self.alt.toPlainText().split())

    def _fill(self) -> None:
        image = self._image
        self._answers = QButtonGroup(self)
        for each in (self.describe, self.decorative, self.later):
            self._answers.addButton(each)
        (self.decorative if image.decorative else self.describe).setChecked(True)
        self.alt.setPlainText(image.alt)
        for text, width in _WIDTHS:
            self.across.addItem(text, width)
        self.across.addItem("Another width", _OTHER)
        known = [width for _, width in _WIDTHS]
        self.across.setCurrentIndex(known.index(image.width) if image.width in known else len(known))
        self.percent.setValue(image.width or 100)

    def _lay_out(self, buttons: QDialogButtonBox, *, new: bool) -> None:
        answer = QGroupBox("What does the picture show?")
        column = QVBoxLayout(answer)
        column.setSpacing(GAP)
        for each in (self.describe, words(ADVICE, muted=True), self.message, self.alt, self.decorative, self.later):
            column.addWidget(each)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("Ca&ption", self.caption)
        form.addRow("&Width", row(self.across, self.percent))
        form.addRow("", self.size_told)
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP_LARGE)
        # It has the room that is left: words would drift apart with it.
        body.addWidget(self.view, 1)
        both = row(self.replace_button, self.remove_button)
        both.setVisible(not new)
        body.addWidget(both)
        body.addWidget(self.told)
        body.addWidget(answer)
        body.addLayout(form)
        layout = framed(self, "New picture" if new else "Picture")
        layout.addWidget(scrolled(inner), 1)
        layout.addWidget(buttons)
        self.message.hide()

    def _show_picture(self, data: bytes | None, told: tuple[str, ...]) -> None:
        shown = QPixmap()
        if data is not None and shown.loadFromData(data):
            if shown.width() > _SHOWN.width() or shown.height() > _SHOWN.height():
                shown = shown.scaled(
                    _SHOWN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            self.view.setPixmap(shown)
            self.view.setAccessibleName(f"The picture {self._image.attachment}".strip())
        else:
            self.view.setText("The file of this picture is not kept with the report. Replace it, or remove it.")
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))

    def _show_answer(self) -> None:
        self.alt.setEnabled(self.describe.isChecked())
        self._show_hint()

    def _show_hint(self) -> None:
        text = hint(self.alt.toPlainText()) if self.describe.isChecked() else ""
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _show_size(self) -> None:
        chosen = self.across.currentData()
        self.percent.setVisible(chosen == _OTHER)
        self.size_told.setText(size_said(self._file, self.percent.value() if chosen == _OTHER else chosen))

    def _replace(self) -> None:
        prepared = self._ask(self)
        if prepared is None:
            return
        self.prepared = prepared
        self._file = picture_file(prepared.data)
        self._show_picture(prepared.data, prepared.told)
        self._show_size()
        announce(self, "The picture was replaced. Look whether its description still fits.")

    def _remove(self) -> None:
        self.removed = True
        super().accept()


class _Sentences(QPlainTextEdit):
    """A few lines of words; Tab goes on, and Return ends the dialog as in any other field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 2 * GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is for the dialog: alternative text has no paragraphs."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)


def ask_about(
    parent: QWidget | None,
    image: Image,
    data: bytes | None,
    ask: AskPicture,
    *,
    new: bool = False,
    told: tuple[str, ...] = (),
) -> tuple[Image | None, Prepared | None] | None:
    """Put the dialog and wait: the picture as it was told (none: take it out) and another put in its place.

    None when nothing is to be changed.
    """
    dialog = PictureDialog(image, data, ask, new=new, told=told, parent=parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = (None if dialog.removed else dialog.image(), dialog.prepared) if accepted else None
    dialog.deleteLater()
    return answer
