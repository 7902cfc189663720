"""Small widgets that look and behave the same everywhere."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.kit.style import GAP, GAP_LARGE, MARGIN

# What a window manager puts round a window, at the most.
FRAME = 24


class Title(QLabel):
    """A heading of a page: `scale` times the size of the program's text, whatever that is."""

    def __init__(self, text: str, scale: float) -> None:
        super().__init__(text)
        self._scale = scale
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the program's text. Qt tells all of the sheet, but of the font only windows."""
        if event.type() == QEvent.Type.StyleChange:
            self._size()
        super().changeEvent(event)

    def _size(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)


class PictureButton(QPushButton):
    """A button whose icon keeps to the colours of the look."""

    def __init__(self, text: str, picture: str, colour: str) -> None:
        # Qt leaves no room between an icon and the words; the name that is read out is without the space.
        super().__init__(f" {text}")
        self.setAccessibleName(text.replace("&", "").rstrip("…"))
        self._picture = picture
        self._colour = colour
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the look changes: as `Title` hears of it."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(icon(self._picture, self._colour))


def title(text: str, scale: float = 1.5) -> Title:
    """A heading of a page."""
    return Title(text, scale)


def words(text: str = "", muted: bool = False) -> QLabel:
    """A paragraph of plain words that can be chosen and copied."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setProperty("role", "muted")
    return label


def button(text: str, run: Callable[[], object], primary: bool = False, picture: str = "") -> QPushButton:
    """A button; `text` carries its mnemonic. A `primary` one is what most people want here."""
    made = PictureButton(text, picture, "on_accent" if primary else "") if picture else QPushButton(text)
    made.setAutoDefault(False)
    made.setProperty("primary", primary)
    made.clicked.connect(lambda: run())
    return made


def framed(dialog: QDialog, heading: str, lead: str = "", window: str = "") -> QVBoxLayout:
    """The column that every dialog is laid out in: a heading, what it is about in a sentence or two, and what the
    caller adds: its controls, then its buttons. `window` is the title of the window, where that is not the heading."""
    dialog.setWindowTitle(window or heading)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(MARGIN, GAP_LARGE, MARGIN, GAP_LARGE)
    column.setSpacing(GAP)
    column.addWidget(title(heading, 1.2))
    if lead:
        column.addWidget(words(lead, muted=True))
    return column


def ok_cancel(dialog: QDialog, verb: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons at the foot of a dialog: the one that does it, which is given too, and Cancel."""
    box = QDialogButtonBox(dialog)
    ok = QPushButton(verb, dialog)
    ok.setProperty("primary", True)
    box.addButton(ok, QDialogButtonBox.ButtonRole.AcceptRole)
    box.addButton(QPushButton("Cancel", dialog), QDialogButtonBox.ButtonRole.RejectRole)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, ok


def fit(dialog: QDialog, letters: int, lines: int = 0) -> None:
    """Give a dialog room for so many letters across and lines down, as far as the screen has it.

    Without `lines` it is as high as its words need when they wrap in that width.
    """
    dialog.ensurePolished()
    room, metrics, layout = dialog.screen().availableGeometry(), dialog.fontMetrics(), dialog.layout()
    width = min(metrics.averageCharWidth() * letters, room.width() - FRAME)
    if layout is not None:
        width = max(width, layout.totalMinimumSize().width())
        layout.activate()
    wrapped = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else 0
    dialog.resize(width, min(max(wrapped, metrics.lineSpacing() * lines), room.height() - 2 * FRAME))


def row(*widgets: QWidget | None, stretch_last: bool = False) -> QWidget:
    """Widgets side by side; None is a stretch."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    if not stretch_last and None not in widgets:
        line.addStretch(1)
    return holder


def page(*widgets: QWidget, most: int = 0) -> QScrollArea:
    """Widgets under one another in a page that scrolls; not wider than `most`, where that is given."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(GAP_LARGE)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    if most:
        inner.setMaximumWidth(most)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return area


def scrolled(widget: QWidget) -> QScrollArea:
    """What a small screen has no room for can be scrolled to."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(widget)
    return area


class Downwards(QScrollArea):
    """Scrolls what is in it up and down, and is never narrower than that: nothing of it is cut off at the side."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it has to be, beside a scroll bar."""
        size, inside = super().minimumSizeHint(), self.widget()
        if inside is None:
            return size
        return QSize(inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is in it needs more room, or less."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


def focus_first(widget: QWidget) -> None:
    """Put the keyboard into a page: where the page itself says, or in the first thing of it that can be used."""
    target = widget.focusProxy() or widget
    if target.focusPolicy() & Qt.FocusPolicy.TabFocus:
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    # Not by Qt's chain of focus: PySide makes what it gives from there the property of what was asked, and when that
    # goes, whoever else holds the first has a widget of which it believes that it was deleted.
    found = [
        each
        for each in widget.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    if found:
        first = min(found, key=lambda each: _place(each, widget))
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(each: QWidget, inside: QWidget) -> tuple[int, int]:
    place = each.mapTo(inside, QPoint())
    return place.y(), place.x()


def in_order(*controls: QWidget) -> None:
    """Let the Tab key go through these as they stand on the screen; Qt takes the order in which they were made."""
    for one, other in pairwise(controls):
        QWidget.setTabOrder(one, other)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that is not where the focus is."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
