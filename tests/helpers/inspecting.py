"""What is wrong with a window for somebody who cannot see it, uses no mouse, or needs large text. "" is never said."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QWidget,
)

from clerkwell.ui.editors.richtext.view import SectionEditor

# A small laptop's screen, less what a desktop and a frame take of it.
LAPTOP = QSize(1280 - 16, 720 - 64)
# The sheet's room round the words of a heading of a column.
_ROUND_HEADING = 12
# What Qt calls a thing of which it knows nothing; a screen reader has nothing to say then.
_UNTOLD = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Grouping, QAccessible.Role.Pane)


def usable(window: QWidget) -> list[QWidget]:
    """What the Tab key stops at in this window, in no order."""
    return [each for each in (window, *window.findChildren(QWidget)) if _stops(each, window)]


# PySide makes what stands next in the chain the property of what was asked for it: that must not go before the widgets
# do, or others that hold the first would believe it deleted.
_held: list[QWidget] = []


def in_order(window: QWidget) -> list[QWidget]:
    """What the Tab key stops at in this dialog, in the order of the key, from what stands first."""
    found: list[QWidget] = []
    each = window
    while True:
        _held.append(each)
        if _stops(each, window):
            found.append(each)
        following = each.nextInFocusChain()
        if following is None or following is window:
            break
        each = following
    # The key goes round: where Qt's chain begins says nothing.
    first = min(found, key=lambda each: _place(each, window), default=None)
    at = found.index(first) if first is not None else 0
    return found[at:] + found[:at]


def walked(page: QWidget, key: Qt.Key, start: QWidget) -> list[QWidget]:
    """What the keyboard comes to within a page by this key (Tab, or Backtab), from `start` until it leaves the page.

    In a list of an editor, and in a table, Tab is a key of writing, and Ctrl with it goes on. Fails where the key goes
    round for ever.
    """
    met: list[QWidget] = []
    start.setFocus(Qt.FocusReason.OtherFocusReason)
    focus = QApplication.focusWidget()
    while focus is not None and page.isAncestorOf(focus):
        assert focus not in met, f"the key comes back to {told(focus)} from {told(met[-1])}"
        met.append(focus)
        writes = isinstance(focus, QTableWidget | SectionEditor)
        held = Qt.KeyboardModifier.ShiftModifier if key == Qt.Key.Key_Backtab else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focus, key, held | Qt.KeyboardModifier.ControlModifier if writes else held)
        focus = QApplication.focusWidget()
    return met


def unreached(page: QWidget, met: list[QWidget]) -> list[str]:
    """Controls that the Tab key should stop at and does not. Of answers that exclude one another it stops at one."""
    return [told(each) for each in usable(page) if each not in met and not _of_a_group(each, met)]


def _of_a_group(each: QWidget, met: list[QWidget]) -> bool:
    return isinstance(each, QRadioButton) and any(
        isinstance(other, QRadioButton) and other.parentWidget() is each.parentWidget() for other in met
    )


def nameless(window: QWidget) -> list[str]:
    """Controls that a screen reader cannot name, or of which it cannot say what they are."""
    wrong = []
    for each in usable(window):
        seen = QAccessible.queryAccessibleInterface(each)
        if not seen.text(QAccessible.Text.Name).strip():
            wrong.append(f"{told(each)} has no name")
        # One that scrolls is told as a panel, by its name.
        if seen.role() in _UNTOLD and not isinstance(each, QAbstractScrollArea):
            wrong.append(f"{told(each)} is nothing that Qt could tell of ({seen.role().name})")
    return wrong


def namesakes(window: QWidget) -> list[str]:
    """Controls of one kind in one place that have the same name, so that nobody could tell which is which."""
    names = defaultdict(list)
    for each in usable(window):
        names[type(each), _name(each), each.parentWidget()].append(each)
    return [f"{len(same)} × {told(same[0])}" for same in names.values() if len(same) > 1]


def first(page: QWidget) -> QWidget:
    """What stands first of what the Tab key stops at."""
    return min(usable(page), key=lambda each: _place(each, page))


def jumps(window: QWidget, order: Sequence[QWidget] = ()) -> list[str]:
    """Steps of the Tab key that go back: up again in the same column, or left in the same line. `order` is that of the
    key, where somebody has gone it."""
    wrong, order = [], order or in_order(window)
    for one, other in pairwise(order):
        if _scrolls(one, window) is not _scrolls(other, window):
            continue
        here, there = (QRect(each.mapTo(window, QPoint()), each.size()) for each in (one, other))
        up = there.bottom() <= here.top() and there.left() < here.right()
        left = there.right() <= here.left() and there.top() < here.bottom() and here.top() < there.bottom()
        if up or left:
            wrong.append(f"from {told(one)} {'up' if up else 'left'} to {told(other)}")
    return wrong


def clashes(window: QWidget) -> list[str]:
    """Letters that two things of one window answer to with Alt."""
    letters = defaultdict(list)
    for words in _with_letters(window):
        if found := re.search(r"(?<!&)&([^&\s])", words):
            letters[found[1].lower()].append(words)
    return [f"Alt+{letter}: {', '.join(same)}" for letter, same in sorted(letters.items()) if len(same) > 1]


def cut(window: QWidget) -> list[str]:
    """Words that have less room than they need in the window as it stands, or that the screen has no room for."""
    wrong = []
    # What was worded a moment ago has asked for its room, and not yet been given it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    if least.width() > LAPTOP.width() or least.height() > LAPTOP.height():
        wrong.append(f"needs {least.width()} × {least.height()} of a screen")
    for each in window.findChildren(QWidget):
        if each.isVisibleTo(window) and (short := _short(each)):
            wrong.append(f"{told(each)} is cut: {short}")
    return wrong


def told(widget: QWidget) -> str:
    """A widget in words, for who has to find it."""
    return f"{type(widget).__name__} “{_name(widget) or getattr(widget, 'text', str)()}”"


def _scrolls(each: QWidget, window: QWidget) -> QWidget | None:
    """What this scrolls in, if it does: places there say nothing beside those of what stands still."""
    above = each.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return None


def _place(each: QWidget, window: QWidget) -> tuple[int, int]:
    place = each.mapTo(window, QPoint())
    return place.y(), place.x()


def _stops(each: QWidget, window: QWidget) -> bool:
    inside = isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox)
    return (
        bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and each.isVisibleTo(window)
        and each.isEnabled()
        and (each is window or window.isAncestorOf(each))
        and each.window() is window.window()
        and not inside
        # What hands the keyboard on to something inside it.
        and not isinstance(each, QTabWidget)
        and not (isinstance(each, QScrollArea) and each.focusProxy() is not None)
        # One that scrolls only because its content may not fit has nothing to say by itself.
        and not each.objectName().startswith("qt_")
    )


def _name(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    return str(seen.text(QAccessible.Text.Name)).strip()


def _with_letters(window: QWidget) -> Iterator[str]:
    for each in window.findChildren(QWidget):
        if not each.isVisibleTo(window):
            continue
        if isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy() is not None):
            if each.isEnabled():
                yield each.text()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(at) for at in range(each.count()))


def _short(each: QWidget) -> str:
    """How much is wanting, in words; "" where nothing is."""
    if isinstance(each, QScrollArea) and (inside := each.widget()) is not None:
        off = each.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        room, needed = each.viewport().width(), inside.width()
        return f"{room} of {needed} wide, and it cannot be scrolled there" if off and room < needed else ""
    if isinstance(each, QHeaderView) and each.orientation() == Qt.Orientation.Horizontal:
        return ", ".join(_narrow_headings(each))
    if isinstance(each, QLabel) and each.buddy() is not None and (strayed := _strayed(each, each.buddy())):
        return strayed
    if isinstance(each, QLabel) and each.text():
        if each.wordWrap():
            needed = each.heightForWidth(each.width())
            return f"{each.height()} of {needed} high" if each.height() < needed - 1 else ""
        return _narrow(each)
    if isinstance(each, QAbstractButton) and each.text():
        if isinstance(each, QToolButton) and each.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return ""
        return _narrow(each)
    return ""


def _narrow(each: QWidget) -> str:
    needed = each.sizeHint()
    if each.width() < needed.width() - 1:
        return f"{each.width()} of {needed.width()} wide"
    return f"{each.height()} of {needed.height()} high" if each.height() < needed.height() - 1 else ""


def _narrow_headings(header: QHeaderView) -> Iterator[str]:
    """Headings of columns that are broken off in the middle of a letter; one that ends with dots says so itself."""
    if header.textElideMode() != Qt.TextElideMode.ElideNone:
        return
    model, font = header.model(), QFont(header.font())
    # As the sheet draws them; Qt's own hint keeps room for an arrow that is not shown.
    font.setWeight(QFont.Weight.DemiBold)
    for at in range(header.count()):
        words = str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        needed = QFontMetrics(font).horizontalAdvance(words) + _ROUND_HEADING
        if words and not header.isSectionHidden(at) and header.sectionSize(at) < needed:
            yield f"“{words}” has {header.sectionSize(at)} of {needed}"


def _strayed(label: QLabel, control: QWidget) -> str:
    """Whether a label ended up at the end of one line and what it names at the beginning of the next."""
    if not control.isVisibleTo(label.window()):
        return ""
    here, there = (each.mapTo(label.window(), QPoint()) for each in (label, control))
    below = there.y() >= here.y() + label.height()
    return "it stands apart from what it names" if below and there.x() < here.x() else ""
