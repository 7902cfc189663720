"""The report in short on the page "Check your report": lines under headings, each with a way to change it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QWidget

from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import button, title, words

# Letters across, below which what stands there goes under what was asked.
_WIDE = 62


@dataclass(frozen=True)
class Line:
    """One line: what it is, what stands there, and a button with the name that a screen reader says."""

    asked: str
    said: str
    verb: str
    name: str
    run: Callable[[], object]
    missing: bool = False

    @property
    def shown(self) -> tuple[object, ...]:
        """What of it can be seen."""
        return (self.asked, self.said, self.verb, self.name, self.missing)


class AnswersList(QWidget):
    """Lines under headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._lines: list[tuple[QLabel, QLabel, QPushButton]] = []
        self._heads: list[QLabel] = []
        self._rules: list[QFrame] = []
        self._order: list[QLabel | int] = []
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP_SMALL)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons of the lines, in order."""
        return [each for _, _, each in self._lines]

    def show_lines(self, groups: Iterable[tuple[str, tuple[Line, ...]]]) -> None:
        """Show these lines; where they look as they do, nothing changes but what the buttons do."""
        wanted = tuple(groups)
        shown = tuple((heading, tuple(line.shown for line in lines)) for heading, lines in wanted)
        runs = [line.run for _, lines in wanted for line in lines]
        if shown == self._shown:
            for each, run in zip(self.buttons, runs, strict=True):
                each.clicked.disconnect()
                each.clicked.connect(lambda _=False, do=run: do())
            return
        focus = QApplication.focusWidget()
        at = next((at for at, each in enumerate(self.buttons) if each is focus), -1)
        self._shown = shown
        self._clear()
        for heading, lines in wanted:
            if heading:
                head = title(heading, 1.15)
                self._heads.append(head)
                self._order.append(head)
            for line in lines:
                self._order.append(len(self._lines))
                self._lines.append(self._made(line))
        self._place()
        if at >= 0 and self._lines:
            again = self.buttons[min(at, len(self._lines) - 1)]
            # Else Qt shows it only later, and what cannot be seen gets no keyboard.
            again.show()
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow page the two go under one another."""
        super().resizeEvent(event)
        narrow = event.size().width() < _WIDE * self.fontMetrics().averageCharWidth()
        if narrow is not self._narrow:
            self._narrow = narrow
            self._place()

    def _made(self, line: Line) -> tuple[QLabel, QLabel, QPushButton]:
        asked, said = words(line.asked), words(line.said, muted=line.missing)
        font = asked.font()
        font.setBold(True)
        asked.setFont(font)
        made = button(line.verb, line.run)
        made.setAccessibleName(line.name)
        made.setAccessibleDescription(line.said)
        made.setToolTip(line.name)
        return asked, said, made

    def _clear(self) -> None:
        for head in (*self._heads, *self._rules):
            head.deleteLater()
        for line in self._lines:
            for each in line:
                self._grid.removeWidget(each)
                each.hide()
                each.deleteLater()
        self._heads, self._rules, self._lines, self._order = [], [], [], []

    def _place(self) -> None:
        for rule in self._rules:
            rule.deleteLater()
        self._rules = []
        for column, stretch in enumerate((0, 1, 0) if self._narrow else (2, 5, 0)):
            self._grid.setColumnStretch(column, stretch)
        row = 0
        top = Qt.AlignmentFlag.AlignTop
        for each in self._order:
            if isinstance(each, QLabel):
                self._grid.addWidget(each, row, 0, 1, 3)
                row += 1
                continue
            asked, said, made = self._lines[each]
            if self._narrow:
                self._grid.addWidget(asked, row, 0, 1, 2, top)
                self._grid.addWidget(made, row, 2, top)
                self._grid.addWidget(said, row + 1, 0, 1, 3, top)
                row += 2
            else:
                self._grid.addWidget(asked, row, 0, top)
                self._grid.addWidget(said, row, 1, top)
                self._grid.addWidget(made, row, 2, top)
                row += 1
            rule = QFrame()
            rule.setFrameShape(QFrame.Shape.HLine)
            rule.setProperty("role", "edge")
            self._rules.append(rule)
            self._grid.addWidget(rule, row, 0, 1, 3)
            row += 1
