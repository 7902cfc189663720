"""Several answers from a list."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from clerkwell.model import FieldValue
from clerkwell.ui.editors.fields.inputs.base import FieldInput, NowSays, Options
from clerkwell.ui.editors.fields.inputs.text import LinesInput
from clerkwell.ui.kit.style import GAP_SMALL
from clerkwell.ui.kit.tick import Tick
from clerkwell.ui.kit.widgets import announce

# More answers than that are searched; the line for it is so many letters wide.
_MANY = 6
_SEARCH = 40


class ChoicesInput(FieldInput):
    """A tick box for each answer; an open list also takes words of one's own.

    Words that were understood stay as they are written until a box is ticked or cleared; then the names of the ticked
    ones stand in the report, one a line, in the pack's order.
    """

    def __init__(self, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = NowSays(self)
        self._others: Mapping[str, tuple[str, ...]] = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Find in the list")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH * self.fontMetrics().averageCharWidth())
        self.search.textChanged.connect(self._find)
        self.search.hide()
        self.found = QLabel(self)
        self.found.setProperty("role", "muted")
        self.found.hide()
        self.watch(self.search)
        self._ticks: list[Tick] = []
        self._typing = False
        self._places = QVBoxLayout()
        self._places.setSpacing(GAP_SMALL)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._now)
        layout.addWidget(self.search)
        layout.addWidget(self.found)
        layout.addLayout(self._places)
        self.own: LinesInput | None = None
        if is_open:
            self.own = LinesInput(self)
            label = QLabel("Or in your own words:", self)
            label.setProperty("role", "muted")
            label.setBuddy(self.own.box)
            layout.addWidget(label)
            layout.addWidget(self.own)
            self.own.answered.connect(self._on_own)
            self.own.left.connect(self.left)

    def know(self, others: Mapping[str, tuple[str, ...]]) -> None:
        """What is typed in the search finds an answer by these too."""
        self._others = others

    def offer(self, options: Options) -> None:
        """Take other answers to choose from, keeping the ticks."""
        if [tick.option for tick in self._ticks] == list(options):
            return
        ticked = {tick.option for tick in self._ticks if tick.box.isChecked()}
        for tick in self._ticks:
            self._places.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = []
        for option in options:
            tick = Tick(option, self)
            tick.box.setChecked(option in ticked)
            tick.box.clicked.connect(self._on_clicked)
            self._places.addWidget(tick)
            self._ticks.append(tick)
            self.watch(tick.box)
        self.search.setVisible(len(options) > _MANY)
        self._find()

    def show_value(self, value: FieldValue) -> None:
        """Tick what was understood; say how it is written where that differs."""
        names = value.value if isinstance(value.value, tuple) else (value.value,) if value.value else ()
        ticked = [tick for tick in self._ticks if tick.option in names]
        for tick in self._ticks:
            tick.box.setChecked(tick in ticked)
        verbatim = value.text if value.text != "\n".join(tick.option for tick in ticked) else ""
        if self.own is not None:
            # Words being typed stay where they are, even at the moment when they name an answer.
            if not (self._typing and self.own.box.toPlainText() == value.text):
                self.own.show_value(FieldValue(text=verbatim))
            verbatim = ""
        self._now.tell(verbatim, more="" if ticked else "Tick an answer to replace it.")

    def controls(self) -> tuple[QWidget, ...]:
        """The boxes, then the line for one's own words."""
        search = () if self.search.isHidden() else (self.search,)
        return (*search, *(tick.box for tick in self._ticks), *(self.own.controls() if self.own else ()))

    def describe(self, name: str, description: str) -> None:
        """A box is called by its answer; what is asked goes before it."""
        self.search.setAccessibleName(f"Find in the list, {name}")
        for tick in self._ticks:
            tick.box.setAccessibleName(f"{tick.option}, {name}")
            tick.box.setAccessibleDescription(description)
        if self.own is not None:
            self.own.describe(f"{name}, in your own words", description)

    def is_typing(self) -> bool:
        """Ticks come singly, words of one's own letter by letter."""
        return self._typing

    def _find(self) -> None:
        """Show the answers that what is typed is a part of, and those that are ticked; all of them for nothing."""
        wanted = self.search.text().strip().casefold()
        count = 0
        for tick in self._ticks:
            names = (tick.option, *self._others.get(tick.option, ()))
            matches = any(wanted in name.casefold() for name in names)
            tick.setVisible(matches or tick.box.isChecked())
            count += matches
        told = f"{count} of {len(self._ticks)} found." if wanted else ""
        self.found.setText(told)
        self.found.setVisible(bool(told))
        if told and self.search.hasFocus():
            announce(self.search, told)

    def _on_own(self, text: str) -> None:
        self._typing = True
        self.answered.emit(text)

    def _on_clicked(self) -> None:
        self._typing = False
        self.answered.emit("\n".join(tick.option for tick in self._ticks if tick.box.isChecked()))
