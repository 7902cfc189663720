"""What the checks say about a field, in words above its control."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clerkwell.model import Problem
from clerkwell.ui.kit.style import GAP, GAP_SMALL, colours

WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}


def in_words(problem: Problem) -> str:
    """The message with its severity as a word: "Error: Enter the subject.\""""
    return f"{WORDS[problem.severity]}: {problem.message}"


class FieldMessages(QWidget):
    """The messages about a field, the worst first, each with a button where the check knows what to write."""

    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Problem, ...] = ()
        self._lines: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP_SMALL)
        self.hide()

    @property
    def shown(self) -> tuple[Problem, ...]:
        """The problems shown."""
        return self._shown

    def buttons(self) -> list[QPushButton]:
        """The buttons of the messages shown, in order."""
        return [button for line in self._lines for button in line.findChildren(QPushButton)]

    def text(self) -> str:
        """Everything shown, as one reads it."""
        return " ".join(in_words(problem) for problem in self._shown)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""
        ordered = tuple(sorted(problems, key=lambda problem: list(WORDS).index(problem.severity)))
        if ordered == self._shown:
            return
        self._shown = ordered
        self.redraw()

    def redraw(self) -> None:
        """Draw the messages anew, in the colours of the look in use."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(problem) for problem in self._shown]
        for line in self._lines:
            self._layout.addWidget(line)
        self.setVisible(bool(self._lines))

    def _line(self, problem: Problem) -> QWidget:
        line = QWidget(self)
        label = QLabel(in_words(problem), line)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setStyleSheet(f"color: {_colour(problem, self)}; font-weight: {_weight(problem)};")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(label, 1)
        if problem.fix is not None:
            button = QPushButton("Put right", line)
            button.setAccessibleName(f"Put right: {problem.message}")
            button.clicked.connect(lambda: self.fix_requested.emit(problem))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


class Bar(QFrame):
    """The bar down the side of a field with an error; its place is always kept, so that nothing jumps."""

    WIDTH = 4

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(self.WIDTH)
        self._worst: Problem | None = None

    def show_worst(self, problems: Sequence[Problem]) -> None:
        """Take the colour of the worst of these; none for notes alone."""
        self._worst = next((each for each in problems if each.severity != "info"), None)
        self.redraw()

    def redraw(self) -> None:
        """Draw the bar anew, in the colours of the look in use."""
        colour = _colour(self._worst, self) if self._worst else "transparent"
        self.setStyleSheet(f"background: {colour}; border: none;")


def _colour(problem: Problem, widget: QWidget) -> str:
    look = colours(widget)
    return {"error": look.error, "warning": look.warning, "info": look.muted}[problem.severity]


def _weight(problem: Problem) -> int:
    return 400 if problem.severity == "info" else 600
