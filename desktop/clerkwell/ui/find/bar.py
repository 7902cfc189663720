"""The bar to find and replace words through the whole report."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLabel, QLineEdit, QWidget

from clerkwell.model import EditError
from clerkwell.session import ReportChanged
from clerkwell.ui.find.patiently import PatientSearch
from clerkwell.ui.find.replacing import Change, replacements, replacing
from clerkwell.ui.find.search import Found, Options, PatternError
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, in_order

# How much of the text round a find is shown on either side.
_ROUND = 40


class FindBar(QWidget):
    """Finds words in one open report. `place_requested` carries the `Place` of a find; `closed` says that the user is
    done with the bar, which has hidden itself."""

    place_requested = Signal(object)
    closed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._found: tuple[Found, ...] = ()
        self._at = -1
        self._stale = True
        # What the last replacing did, until other words are looked for.
        self._done = ""
        self.find_line = QLineEdit(self)
        self.find_line.setAccessibleName("Find")
        self.find_line.setClearButtonEnabled(True)
        self.replace_line = QLineEdit(self)
        self.replace_line.setAccessibleName("Replace with")
        self.case = QCheckBox("Match capitals", self)
        self.whole = QCheckBox("Whole words", self)
        self.pattern = QCheckBox("Pattern", self)
        self.pattern.setToolTip(
            "For searches that words alone cannot make: \\d+ finds any figure, (a|b) one of two. Programmers call it a "
            "regular expression. Leave it off to find words as they are typed."
        )
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.patient = PatientSearch(self.state)
        # Should the bar go without being closed.
        self.destroyed.connect(self.patient.close)
        self.previous_button = button("Previous", self.find_previous, picture="previous")
        self.next_button = button("Next", self.find_next, picture="next")
        self.close_button = button("Close", self.close_bar)
        self.replace_button = button("Replace", self.replace_current)
        self.all_button = button("Replace all", self.replace_all)
        self.preview_button = button("Preview all…", self.preview)
        self.preview_button.setToolTip("Every replacement before it is made, to take or to leave (Ctrl+Shift+H)")
        self._lay_out()
        self.find_line.textChanged.connect(self._search_anew)
        for box in (self.case, self.whole, self.pattern):
            box.toggled.connect(self._search_anew)
        bridge.changed.connect(self._on_changed)
        bridge.problems_changed.connect(self._on_quiet)
        self._show_state()

    def _lay_out(self) -> None:
        self._labels = QLabel("Find", self), QLabel("Replace with", self)
        self._labels[0].setBuddy(self.find_line)
        self._labels[1].setBuddy(self.replace_line)
        self._ways = (self.previous_button, self.next_button, self.close_button)
        self._replacing = (self.replace_button, self.all_button, self.preview_button)
        boxes = (self.case, self.whole, self.pattern)
        self._choices = FoldingRow(*boxes, parent=self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP, GAP, GAP, GAP)
        self._grid.setSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        self._place(narrow=False)
        in_order(self.find_line, self.replace_line, *self._ways, *self._replacing, *boxes)

    def _place(self, *, narrow: bool, wide: bool = False) -> None:
        """Buttons beside the lines that they go with or, where there is no room for both, under them; where there is
        room for all of it, in two rows."""
        self._narrow, self._wide, across = narrow, wide, 2 if narrow else 1
        lines = ((self._labels[0], self.find_line, self._ways), (self._labels[1], self.replace_line, self._replacing))
        for at, (label, line, buttons) in enumerate(lines):
            top = at * 2 if narrow else at
            self._grid.addWidget(label, top, 0)
            self._grid.addWidget(line, top, 1, 1, across)
            for column, each in enumerate(buttons):
                place = (top + 1, column) if narrow else (top, column + 2)
                self._grid.addWidget(each, *place, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        # In a row of its own it folds where it has to.
        self._choices.setMinimumWidth(self._choices.sizeHint().width() if wide else 0)
        if narrow:
            self._grid.addWidget(self._choices, 4, 0, 1, -1)
            self._grid.addWidget(self.state, 5, 0, 1, -1)
        elif wide:
            self._grid.addWidget(self._choices, 0, 5)
            self._grid.addWidget(self.state, 1, 5)
        else:
            self._grid.addWidget(self._choices, 2, 1, 1, 4)
            self._grid.addWidget(self.state, 3, 1, 1, 4)
        self._grid.setColumnStretch(5, 1 if wide else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where the words of the buttons would be cut."""
        super().resizeEvent(event)
        buttons = (max(one.sizeHint().width(), other.sizeHint().width()) for one, other in self._columns())
        label = max(each.sizeHint().width() for each in self._labels)
        needed = label + sum(buttons) + self.fontMetrics().averageCharWidth() * 16 + 6 * GAP
        width = event.size().width()
        now = width < needed, width >= needed + self._choices_room()
        if now != (self._narrow, self._wide):
            self._place(narrow=now[0], wide=now[1])
        # Folded it wraps, and a grid asks for less than its wrapped rows need.
        self.setMinimumHeight(self._grid.totalHeightForWidth(event.size().width()) if self._narrow else 0)

    def _choices_room(self) -> int:
        """What the boxes need in a row of their own, in pixels."""
        return sum(box.sizeHint().width() + GAP for box in (self.case, self.whole, self.pattern)) + GAP

    def _columns(self) -> Iterator[tuple[QWidget, QWidget]]:
        yield from zip(self._ways, self._replacing, strict=True)

    def minimumSizeHint(self) -> QSize:
        """What the folded bar needs: the unfolded one makes way for it."""
        needed = super().minimumSizeHint()
        widest = max(each.sizeHint().width() for each in (*self._ways, *self._replacing, *self._labels))
        return QSize(min(needed.width(), 3 * widest + 4 * GAP), needed.height())

    # Public ---------------------------------------------------------------------------------------------------

    @property
    def found(self) -> tuple[Found, ...]:
        """What was found last."""
        return self._found

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with these words to look for if some are chosen, and put the keyboard in it."""
        self.show()
        if words and "\n" not in words:
            self.find_line.setText(words)
        self._search()
        self.find_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_line.selectAll()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.patient.close()
        self.hide()
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next find, round to the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the find before, round to the last."""
        self._step(-1)

    def replace_current(self) -> None:
        """Replace the find that was gone to, and go to the next; before the first was gone to, go to it."""
        self._search_if_stale()
        if not 0 <= self._at < len(self._found):
            self.find_next()
            return
        found, at = self._found[self._at], self._at
        changes = self._worded([found])
        if not self._replace(changes, "Replace words"):
            return
        self._search()
        # What was put in may hold the words again: it is not to be found at once.
        end = found.start + len(changes[0][1])
        again = [each for each in self._found[at:] if each.spot == found.spot and each.start < end]
        self._at = at + len(again) - 1
        if self._found:
            self.find_next()

    def replace_all(self) -> None:
        """Replace every find: one step of undo."""
        self._search_if_stale()
        self._replace_many(self._worded(list(self._found)))

    def preview(self) -> None:
        """Show every replacement before it is made, and make those that are wanted: one step of undo."""
        self._search_if_stale()
        changes = self._worded(list(self._found)) if self.preview_button.isEnabled() else []
        if not changes:
            self._bridge.messages.say(self.state.text() if self.find_line.text() else "Type the words to find.")
            self.find_line.setFocus()
            return
        # With what tells two texts apart: no part of what a report opens with.
        from clerkwell.ui.find.preview import ReplacementsDialog

        session = self._bridge.session
        with busy():
            dialog = ReplacementsDialog(changes, session.report, session.pack, self._asked(), self)
        try:
            if self._ask(dialog):
                self._replace_many(dialog.wanted)
        finally:
            dialog.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter goes on, with Shift back."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.find_previous()
            else:
                self.find_next()
        else:
            super().keyPressEvent(event)

    # Inside ---------------------------------------------------------------------------------------------------

    @property
    def _options(self) -> Options:
        return Options(case=self.case.isChecked(), whole=self.whole.isChecked(), pattern=self.pattern.isChecked())

    def _search(self) -> None:
        session = self._bridge.session
        before = self._found[self._at] if 0 <= self._at < len(self._found) else None
        try:
            self._found = self.patient.search(session.report, session.pack, self.find_line.text(), self._options)
        except PatternError as error:
            self._found = ()
            self._stale, self._at = False, -1
            self._show_state(str(error))
            return
        self._stale = False
        stood = (before.spot, before.start, before.end) if before else None
        self._at = next((at for at, each in enumerate(self._found) if (each.spot, each.start, each.end) == stood), -1)
        self._show_state()

    def _search_anew(self) -> None:
        self._done = ""
        self._search()

    def _search_if_stale(self) -> None:
        if self._stale:
            self._search()

    def _step(self, by: int) -> None:
        at = self._at
        self._search_if_stale()
        if not self._found:
            self._bridge.messages.say(self.state.text() if self.find_line.text() else "Type the words to find.")
            return
        # The find that was gone to may have changed: what stands in its place comes next.
        at = self._at if self._at >= 0 else at - (1 if by > 0 and at >= 0 else 0)
        self._at = (at + by) % len(self._found) if at >= 0 else (0 if by > 0 else len(self._found) - 1)
        self._show_state()
        self.place_requested.emit(self._found[self._at].place)
        self._bridge.messages.say(self.state.text())

    def _worded(self, found: list[Found]) -> list[Change]:
        """The finds with what is put in their places; none where that cannot be read, which is said."""
        try:
            put_in = replacements(found, self.replace_line.text(), self.find_line.text(), self._options)
        except PatternError as error:
            self._show_state(str(error))
            self._bridge.messages.say(str(error))
            return []
        return list(zip(found, put_in, strict=True))

    def _replace(self, changes: list[Change], label: str) -> bool:
        """Make the edit; whether it could be made."""
        session = self._bridge.session
        try:
            if changes:
                with busy():
                    session.apply(replacing(session.report, session.pack, changes), label)
        except EditError as error:
            self._show_state(str(error))
            return False
        return bool(changes)

    def _replace_many(self, changes: list[Change]) -> None:
        count = len(changes)
        if self._replace(changes, "Replace all" if count == len(self._found) else f"Replace {count} words"):
            places = "one place" if count == 1 else f"{count} places"
            self._done = f"Replaced in {places}. Undo takes all of it back."
            self._bridge.messages.say(self._done)
            self._search()
            self._show_state(self._done)

    def _asked(self) -> str:
        put_in = self.replace_line.text()
        if not put_in:
            return f"“{self.find_line.text()}” is taken out."
        return f"“{self.find_line.text()}” becomes “{put_in}”."

    def _ask(self, dialog: QDialog) -> bool:
        return bool(dialog.exec())

    def _on_changed(self, event: ReportChanged) -> None:
        self._stale = self._stale or event.changes.any

    def _on_quiet(self, _: object) -> None:
        # The count follows the report after a pause, as the checks do.
        if self.isVisible() and not self.patient.gave_up(self.find_line.text(), self._options):
            self._search_if_stale()

    def _show_state(self, trouble: str = "") -> None:
        count = len(self._found)
        if trouble:
            text = trouble
        elif not self.find_line.text():
            text = "Looks in the whole report."
        elif not count:
            text = self._done or "Not found in the whole report."
        elif self._at < 0:
            text = "Found once in the whole report." if count == 1 else f"Found {count} times in the whole report."
        else:
            text = f"{self._at + 1} of {count}: {_in_context(self._found[self._at])}"
        self.state.setText(text)
        for each in (self.previous_button, self.next_button):
            each.setEnabled(count > 0)
        for each in (self.replace_button, self.all_button, self.preview_button):
            each.setEnabled(count > 0 and not self._bridge.session.read_only)


def _in_context(found: Found) -> str:
    before = found.text[max(0, found.start - _ROUND) : found.start]
    after = found.text[found.end : found.end + _ROUND]
    dots = "…" if found.start > _ROUND else "", "…" if found.end + _ROUND < len(found.text) else ""
    return " ".join(f"{dots[0]}{before}{found.words}{after}{dots[1]}".split())
