"""A date: typed in any common form, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clerkwell.model import FieldValue
from clerkwell.model.days import WEEKDAYS, full, in_form, in_words
from clerkwell.packs import names_another_weekday, parse_date
from clerkwell.ui.editors.fields.inputs.base import FieldInput
from clerkwell.ui.editors.fields.inputs.growing import show_line
from clerkwell.ui.kit.icons import icon
from clerkwell.ui.kit.style import GAP, colours
from clerkwell.ui.kit.widgets import announce

_EXAMPLE = date(2022, 12, 7)
# Hardly a day has more letters: "Wednesday 27 September 2023".
_LONGEST = date(2023, 9, 27)


class DateInput(FieldInput):
    """A line for the date, the day it was understood as in words beside it, and a calendar behind a button.

    `form` is the house form. A date picked from the calendar is written in it, and so is one that was typed here and
    understood, when the keyboard leaves it: a step of its own, so that Undo gives back what was typed. What came from
    elsewhere stays as it is written.
    """

    def __init__(self, form: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self.line = QLineEdit(self)
        # Room for "Wednesday 27 September 2023".
        self.line.setMaximumWidth(30 * self.fontMetrics().averageCharWidth())
        # A date is read whole, or not at all.
        longest = max(("September 27th 2023", in_form(_LONGEST, form)), key=len)
        self.line.setMinimumWidth(self.fontMetrics().horizontalAdvance(longest) + 3 * GAP)
        self.button = QPushButton("Calendar…", self)
        self.understood = QLabel(self)
        self.understood.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._grid.addWidget(self.line, 0, 0)
        self._grid.addWidget(self.button, 0, 1)
        self._grid.addWidget(self.understood, 0, 2)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        self._said: str | None = None
        # Whether what stands in the line was typed here since the keyboard came.
        self._typed = False
        self._popup: _CalendarPopup | None = None
        self.watch(self.line, self.button)
        self.line.textEdited.connect(self._on_text)
        self.button.clicked.connect(self.open_calendar)
        self.left.connect(self._write_out)
        self._say("")

    def show_value(self, value: FieldValue) -> None:
        """Show the words as they stand, and the day that they name."""
        self._typed = self._typed and value.text == self.line.text()
        show_line(self.line, value.text)
        self._say(value.text)

    def controls(self) -> tuple[QWidget, ...]:
        """The line, then the calendar's button."""
        return (self.line, self.button)

    def is_typing(self) -> bool:
        """Letters come one after another; a date from the calendar, or written out, is a step of its own."""
        return self._typed

    def describe(self, name: str, description: str) -> None:
        """The day understood belongs to what is said of the line."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(" ".join(filter(None, (description, self.understood.text()))))
        self.button.setAccessibleName(f"Choose from a calendar: {name}")

    def open_calendar(self) -> None:
        """Show the calendar under the line, at the day that is written or at today."""
        if self._popup is None:
            self._popup = _CalendarPopup(self)
            self._popup.calendar.clicked.connect(self._on_picked)
            self._popup.calendar.activated.connect(self._on_picked)
        self._popup.show_under(self.line, parse_date(self.line.text()))

    def minimumSizeHint(self) -> QSize:
        """Room for a date: everything else can go under it."""
        return QSize(self.line.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the line, the day in words goes under it, and then the button."""
        super().resizeEvent(event)
        room = event.size().width()
        # The line and the day share what the button leaves, and the day must not break: a third line moves the form.
        shared = room - self.button.sizeHint().width() - 2 * GAP
        for_day = shared - max(min(shared // 2, self.line.maximumWidth()), self.line.minimumWidth())
        beside = for_day >= self.fontMetrics().horizontalAdvance(in_words(_LONGEST)) + GAP
        narrow = room < self.line.minimumWidth() + self.button.sizeHint().width() + GAP
        self._put(self.button, (1, 0, 1, 3) if narrow else (0, 1, 1, 1))
        self._put(self.understood, (0, 2, 1, 1) if beside else (2, 0, 1, 3))

    def _put(self, widget: QWidget, place: tuple[int, int, int, int]) -> None:
        if self._grid.getItemPosition(self._grid.indexOf(widget)) != place:
            self._grid.addWidget(widget, *place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Down opens the calendar from the line, as it opens any list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        self._typed = True
        self._say(text)
        self.answered.emit(text)

    def _write_out(self) -> None:
        day = parse_date(self.line.text()) if self._typed and self._form else None
        typed, self._typed = self.line.text(), False
        # A weekday that is wrong would go without a word, and it may be the day that is.
        if day is not None and in_form(day, self._form) != typed and not names_another_weekday(typed, day):
            self._give(day)

    def _give(self, day: date) -> None:
        self._typed = False
        text = in_form(day, self._form)
        self.line.setText(text)
        self._say(text)
        self.answered.emit(text)

    def _on_picked(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.close()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._give(_as_date(picked))

    def _say(self, text: str) -> None:
        day = parse_date(text)
        if text == self._said:
            return
        self._said = text
        self.understood.setText(self._understood(text, day))
        self.understood.setProperty("role", "" if day else "muted")
        self.understood.style().polish(self.understood)

    def _understood(self, text: str, day: date | None) -> str:
        """The day in words, where the line does not say it so itself."""
        if day is None:
            return f"Type it like {in_form(_EXAMPLE, self._form)}" if text.strip() else ""
        if names_another_weekday(text, day):
            return f"{full(day)} is a {WEEKDAYS[day.weekday()]}"
        return "" if text == in_words(day) else in_words(day)


def _as_date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


class _CalendarPopup(QFrame):
    """A British calendar that goes away when a day is picked, on Escape and on a click elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAccessibleName("Calendar")
        self.calendar = QCalendarWidget(self)
        self.calendar.setAccessibleName("Days")
        # What has the keyboard is this part of it, whose cells say the bare number of the day.
        self._days = self.calendar.findChild(QTableView, "qt_calendar_calendarview")
        self.calendar.currentPageChanged.connect(self._name_month)
        self.calendar.selectionChanged.connect(self._say_day)
        self.calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # Red weekends would say something by colour alone, in a red too pale to read.
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        # Its own hint leaves no room for the edge that the style sheet draws round the days.
        hint = self.calendar.sizeHint()
        self.calendar.setMinimumSize(hint.width() + 4 * GAP, hint.height() + 3 * GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(self.calendar)

    def _say_day(self) -> None:
        if self.isVisible():
            announce(self, in_words(_as_date(self.calendar.selectedDate())))

    def _name_month(self) -> None:
        """The days go by their month."""
        shown = date(self.calendar.yearShown(), self.calendar.monthShown(), 1)
        if self._days is not None:
            self._days.setAccessibleName(f"Days of {shown:%B %Y}")

    def show_under(self, line: QWidget, day: date | None) -> None:
        """Open below the line, inside the screen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self._name_month()
        self._dress()
        self.adjustSize()
        at = line.mapToGlobal(QPoint(0, line.height()))
        room = line.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        if at.y() + self.height() > room.bottom():
            at.setY(max(room.top(), line.mapToGlobal(QPoint(0, 0)).y() - self.height()))
        self.move(at)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """The bar with the month in the look in use: Qt's own has black arrows on whatever the accent is."""
        look = colours(self)
        self.calendar.setStyleSheet(
            f"#qt_calendar_navigationbar {{ background: {look.raised}; }}"
            f"#qt_calendar_navigationbar QToolButton {{ color: {look.text}; }}"
        )
        for name, picture, words in (
            ("qt_calendar_prevmonth", "previous", "Month before"),
            ("qt_calendar_nextmonth", "next", "Next month"),
        ):
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icon(picture))
                arrow.setAccessibleName(words)
