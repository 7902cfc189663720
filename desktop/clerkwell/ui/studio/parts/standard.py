"""What an answer says for other questions: "When it is No, “How much?” says N/A", a line each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import button, in_order
from clerkwell.ui.studio.asking import Asked, Row, UnclearError
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.workshop.draft.conditions import answers_of

Standard = Mapping[str, Mapping[str, str]]


class StandardRow(Row[Standard]):
    """Standard words for other questions; `about` is the id of the question whose answers give them."""

    def __init__(self, bridge: PackBridge, asked: Asked[Standard]) -> None:
        super().__init__(bridge, asked)
        self.about = ""
        self.lines: list[_Line] = []
        self.more = button("Add word&s", self._add)
        holder = QWidget(self)
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.lay_out(holder)

    def typed(self) -> Standard:
        """The words of whole lines, by answer and question."""
        found: dict[str, dict[str, str]] = {}
        for line in self.lines:
            answer, field, text = line.said
            if not (answer and field and text):
                raise UnclearError("Choose an answer and a question, and write what it says.")
            found.setdefault(answer, {})[field] = text
        return found

    def put(self, value: Standard) -> None:
        """Show them."""
        wanted = [(answer, field, text) for answer, given in value.items() for field, text in given.items()]
        if [line.said for line in self.lines] == wanted:
            return
        while self.lines:
            self._drop(self.lines[-1])
        for answer, field, text in wanted:
            self._line(answer, field, text)

    def controls(self) -> tuple[QWidget, ...]:
        """Everything that takes the keyboard, in order."""
        return (*(control for line in self.lines for control in line.controls()), self.more)

    def _add(self) -> None:
        self._line("", "", "").answers.setFocus()
        self._dirty = True

    def _line(self, answer: str, field: str, text: str) -> _Line:
        made = _Line(self.bridge.pack, self.about, (answer, field, text), self)
        for box in (made.answers, made.questions):
            box.activated.connect(lambda _: self.edited())
        made.text.textEdited.connect(lambda _: self.edited())
        made.out.clicked.connect(lambda: self._take_out(made))
        self.lines.append(made)
        self._column.insertWidget(len(self.lines) - 1, made)
        self.watch()
        in_order(*self.controls())
        return made

    def _take_out(self, line: _Line) -> None:
        self._drop(line)
        self.more.setFocus()
        self.edited(at_once=True)

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class _Line(QWidget):
    """When the answer is this, that question says so."""

    def __init__(self, pack: Pack, about: str, said: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        answer, field, text = said
        spec = pack.field(about)
        known = list(answers_of(spec, pack.manifest)) if spec is not None else []
        self.answers, self.questions, self.text = ComboBox(self), ComboBox(self), QLineEdit(text, self)
        self.answers.addItems([*known, *([answer] if answer and answer not in known else [])])
        self.answers.setCurrentIndex(self.answers.findText(answer) if answer else -1)
        for each in pack.single_fields:
            if each.id != about:
                self.questions.addItem(each.title, each.id)
        self.questions.setCurrentIndex(self.questions.findData(field))
        self.out = QPushButton("Take out", self)
        self.out.setAutoDefault(False)
        for box, name in ((self.answers, "Answer"), (self.questions, "Other question")):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(14)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text.setAccessibleName("What the other question says")
        self.out.setAccessibleName("Take these words out")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP_SMALL)
        grid.setColumnStretch(1, 1)
        for at, (words, control) in enumerate(
            (("When it is", self.answers), ("then", self.questions), ("says", self.text))
        ):
            label = QLabel(words, self)
            label.setBuddy(control)
            grid.addWidget(label, at, 0)
            # Only the last shares its line with the button.
            grid.addWidget(control, at, 1, 1, 1 if control is self.text else 2)
        grid.addWidget(self.out, 2, 2)

    @property
    def said(self) -> tuple[str, str, str]:
        """The answer, the other question, and its words."""
        return self.answers.currentText(), str(self.questions.currentData() or ""), self.text.text().strip()

    def controls(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, in order."""
        return (self.answers, self.questions, self.text, self.out)
