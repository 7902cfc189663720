"""Several answers from a list."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
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
        self.search.returnPressed.connect(self._take_found)
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
        wanted = self.search.text().strip()
        found = self._found()
        for tick in self._ticks:
            tick.setVisible(tick in found or tick.box.isChecked())
        self._stop_at()
        count = len(found)
        told = f"{count} of {len(self._ticks)} found." if wanted else ""
        told += " Enter ticks it." if count == 1 else ""
        self.found.setText(told)
        self.found.setVisible(bool(told))
        if told and self.search.hasFocus():
            announce(self.search, told)

    def _found(self) -> list[Tick]:
        """The answers that what is typed is a part of, by any of their names; the one whose whole name it is alone."""
        wanted = self.search.text().strip().casefold()
        names = {tick: [name.casefold() for name in self._names(tick)] for tick in self._ticks}
        whole = [tick for tick in self._ticks if wanted in names[tick]]
        return whole or [tick for tick in self._ticks if any(wanted in name for name in names[tick])]

    def _names(self, tick: Tick) -> tuple[str, ...]:
        return (tick.option, *self._others.get(tick.option, ()))

    def _take_found(self) -> None:
        """Tick the one answer that is found, or clear it, and be ready to find the next."""
        found = self._found()
        if len(found) == 1:
            found[0].box.click()
            told = f"{found[0].option}: {'ticked' if found[0].box.isChecked() else 'no longer ticked'}."
            self.search.clear()
            announce(self.search, told)

    # A long list is one stop of the Tab key: the arrow keys go through it.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys go from answer to answer, and from the search into the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.search.isHidden():
            by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            shown = [tick for tick in self._ticks if not tick.isHidden()]
            at = next((at for at, tick in enumerate(shown) if tick.box is watched), -1)
            if by and (at >= 0 or by > 0):
                to = at + by
                if 0 <= to < len(shown):
                    shown[to].box.setFocus(Qt.FocusReason.OtherFocusReason)
                elif to < 0:
                    self.search.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(watched)
        return super().eventFilter(watched, event)

    def _stop_at(self, watched: QObject | None = None) -> None:
        """Let the Tab key stop at this box alone; at the first that is shown, where the one it stopped at is not."""
        shown = [tick.box for tick in self._ticks if not tick.isHidden()]
        if watched is not None and watched not in shown:
            return
        now = [box for box in shown if box.focusPolicy() & Qt.FocusPolicy.TabFocus]
        stop = watched if watched is not None else now[0] if len(now) == 1 else shown[0] if shown else None
        for tick in self._ticks:
            single = not self.search.isHidden() and tick.box is not stop
            tick.box.setFocusPolicy(Qt.FocusPolicy.ClickFocus if single else Qt.FocusPolicy.StrongFocus)

    def _on_own(self, text: str) -> None:
        self._typing = True
        self.answered.emit(text)

    def _on_clicked(self) -> None:
        self._typing = False
        self.answered.emit("\n".join(tick.option for tick in self._ticks if tick.box.isChecked()))
