"""A bar under the editor that asks for a line or two: a link's address, a footnote's words."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button

Done = Callable[[tuple[str, ...]], str]


class AskBar(QFrame):
    """Hidden until it asks. `finished` says that it is done, whichever way, and the editor may have the focus back."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ask-bar")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._fields: tuple[QLineEdit, ...] = ()
        self._said = QLabel()
        self._done: Done = lambda _: ""
        self.setVisible(False)

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields it asks with now."""
        return self._fields

    def ask(
        self,
        labels: tuple[str, ...],
        given: tuple[str, ...],
        verb: str,
        done: Done,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Ask for one answer a label. `done` gets them, and gives back what is wrong with them, or "".

        `other` is another thing to do with what is asked about: what a button says, and doing it.
        """
        self._clear()
        self._done = done
        fields = []
        for label, text in zip(labels, given, strict=True):
            field = QLineEdit(text)
            field.setAccessibleName(label)
            told = QLabel(label)
            told.setBuddy(field)
            self._line.addWidget(told)
            self._line.addWidget(field, 1)
            field.returnPressed.connect(self._finish)
            fields.append(field)
        self._fields = tuple(fields)
        self._said = QLabel()
        self._said.setProperty("role", "muted")
        self._said.setVisible(False)
        self._line.addWidget(self._said)
        self._line.addWidget(button(verb, self._finish, primary=True))
        if other is not None:
            self._line.addWidget(button(other[0], lambda: self._instead(other[1])))
        self._line.addWidget(button("Cancel", self.put_away))
        self.setVisible(True)
        first = next((field for field in fields if not field.text()), fields[0])
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def put_away(self) -> None:
        """Ask no more."""
        self.setVisible(False)
        self._clear()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        wrong = self._done(tuple(field.text().strip() for field in self._fields))
        if wrong:
            self._said.setText(wrong)
            self._said.setVisible(True)
            return
        self.put_away()

    def _instead(self, run: Callable[[], object]) -> None:
        self.put_away()
        run()

    def _clear(self) -> None:
        self._fields = ()
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
