"""People or posts, one or several: a line each, with a way to add one and to take one away."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.packs.answers import joined
from clerkwell.ui.editors.fields.inputs.base import FieldInput
from clerkwell.ui.editors.fields.inputs.growing import show_line
from clerkwell.ui.kit.style import GAP, GAP_SMALL


class PeopleInput(FieldInput):
    """A line for each person or post; under several, how the document names them.

    An answer that was written in one piece ("A and B") stays in one line: only who wrote it knows where one name ends.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[_Line] = []
        self._name, self._description = "", ""
        self._typing = False
        self._forbidden = False
        self._places = QVBoxLayout()
        self._places.setSpacing(GAP_SMALL)
        self.add_button = QPushButton("Add another person or post", self)
        self.add_button.clicked.connect(self._add)
        self.printed = QLabel(self)
        self.printed.setProperty("role", "muted")
        self.printed.setTextFormat(Qt.TextFormat.PlainText)
        self.printed.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._places)
        layout.addWidget(self.printed)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.watch(self.add_button)
        self._have(1)

    def show_value(self, value: FieldValue) -> None:
        """A line for each name. A line that was added and is still empty stays."""
        names = _apart(value)
        if names != self._names():
            blank = bool(self.lines) and not self.lines[-1].edit.text().strip() and len(self.lines) == len(names) + 1
            self._have(len(names) + blank)
            for line, name in zip(self.lines, names, strict=False):
                show_line(line.edit, name)
        self._show_printed()

    def controls(self) -> tuple[QWidget, ...]:
        """Each line with its button, then the button that adds one."""
        lines = [widget for line in self.lines for widget in (line.edit, line.remove)]
        return (*lines, self.add_button)

    def is_typing(self) -> bool:
        """Letters come one after another; adding and removing a line is a step of its own."""
        return self._typing

    def describe(self, name: str, description: str) -> None:
        """Each line says which one it is, once there are several."""
        self._name, self._description = name, description
        several = len(self.lines) > 1
        for at, line in enumerate(self.lines, 1):
            line.edit.setAccessibleName(f"{name}, {at} of {len(self.lines)}" if several else name)
            line.edit.setAccessibleDescription(" ".join(filter(None, (description, self.printed.text()))))
            line.remove.setAccessibleName(f"Remove {line.edit.text() or f'number {at}'}, {name}")
        self.add_button.setAccessibleName(f"Add another person or post, {name}")

    def forbid(self) -> None:
        """The words can still be chosen and copied."""
        self._forbidden = True
        self.add_button.hide()
        for line in self.lines:
            line.edit.setReadOnly(True)
            line.remove.hide()

    def _names(self) -> tuple[str, ...]:
        return tuple(text for line in self.lines if (text := line.edit.text().strip())) or ("",)

    def _have(self, count: int) -> None:
        while len(self.lines) < max(count, 1):
            line = _Line(self)
            line.edit.textEdited.connect(self._on_text)
            line.remove.clicked.connect(lambda _=False, line=line: self._remove(line))
            self.watch(line.edit, line.remove)
            self._places.addWidget(line)
            self.lines.append(line)
        while len(self.lines) > max(count, 1):
            self._drop(self.lines[-1])
        for line in self.lines:
            line.remove.setVisible(len(self.lines) > 1 and not self._forbidden)
            line.edit.setReadOnly(self._forbidden)
        self.describe(self._name, self._description)

    def _drop(self, line: "_Line") -> None:
        self.lines.remove(line)
        self._places.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _add(self) -> None:
        last = self.lines[-1]
        if last.edit.text().strip():
            self._have(len(self.lines) + 1)
        self.chain()
        self.lines[-1].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, line: "_Line") -> None:
        at = self.lines.index(line)
        self._drop(line)
        self._have(len(self.lines))
        self.lines[min(at, len(self.lines) - 1)].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typing = False
        self._say()

    def _on_text(self) -> None:
        self._typing = True
        self._say()

    def _say(self) -> None:
        names = self._names()
        # A line as it is typed keeps its spaces; several are names, one a line.
        self.answered.emit(
            "\n".join(names)
            if len(names) > 1
            else next((line.edit.text() for line in self.lines if line.edit.text()), "")
        )
        self._show_printed()

    def _show_printed(self) -> None:
        names = self._names()
        self.printed.setText(f"Printed as: {joined(names)}" if len(names) > 1 else "")
        self.printed.setVisible(len(names) > 1)
        self.describe(self._name, self._description)

    def chain(self) -> None:
        """Put a line that is new into the order in which the keyboard goes through the form."""
        for one, other in pairwise(self.controls()):
            QWidget.setTabOrder(one, other)


def _apart(value: FieldValue) -> tuple[str, ...]:
    """The names that a value keeps apart, or that stand in lines; else what there is, as one."""
    if isinstance(value.value, tuple) and joined(value.value) == value.text:
        return value.value
    return (
        tuple(line.strip() for line in value.text.splitlines() if line.strip()) if "\n" in value.text else (value.text,)
    )


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.remove = QPushButton("Remove", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.remove)
