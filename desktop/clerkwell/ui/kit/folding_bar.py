"""A bar of buttons that never hides anything: what has no room in it goes to the top of its last menu."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from clerkwell.ui.kit.icons import icon
from clerkwell.ui.kit.style import GAP, GAP_SMALL


class FoldingBar(QWidget):
    """Groups of buttons, then `menus`. A group that has no room is folded into the last menu, the last group first.

    It is one stop of the Tab key, as toolbars are; the arrow keys, Home and End go along it.
    """

    def __init__(
        self,
        name: str,
        groups: Sequence[Sequence[QAction]],
        menus: Sequence[QToolButton],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._actions = [list(group) for group in groups]
        self._groups = [_group(group) for group in self._actions]
        self._menus = tuple(menus)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP_SMALL)
        # The bar decides itself what is shown in the room there is.
        self._line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        for widget in (*self._groups, *self._menus):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self._more = self._menus[-1].menu()
        self._first = self._more.actions()[0]
        self._folded: list[QAction] = []
        self._buttons = [button for group in self._groups for button in group.findChildren(QToolButton)]
        self._buttons += self._menus
        for button in self._buttons:
            button.installEventFilter(self)
        self._stop_at(self._buttons[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the bar; the Tab key stops where the keyboard was last."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            shown = [button for button in self._buttons if button.isVisibleTo(self) and button.isEnabled()]
            at = next((at for at, button in enumerate(shown) if button is watched), -1)
            ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(shown) - 1}
            along = {Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1}
            to = (ends | along).get(Qt.Key(event.key()))
            if to is not None and at >= 0:
                shown[to % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QToolButton):
            self._stop_at(watched)
        if event.type() == QEvent.Type.EnabledChange:
            self._stop_somewhere()
        return super().eventFilter(watched, event)

    def _stop_somewhere(self) -> None:
        """Where the button that the Tab key stops at cannot be used, let it stop at the first that can."""
        usable = [button for button in self._buttons if button.isVisibleTo(self) and button.isEnabled()]
        if usable and not any(button.focusPolicy() != Qt.FocusPolicy.NoFocus for button in usable):
            self._stop_at(usable[0])

    def _stop_at(self, stop: QToolButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is stop else Qt.FocusPolicy.NoFocus)

    @property
    def folded(self) -> tuple[QAction, ...]:
        """The actions that are in the last menu for want of room."""
        return tuple(action for action in self._folded if not action.isSeparator())

    def minimumSizeHint(self) -> QSize:
        """Room for the menus: everything can be reached from them."""
        return QSize(self._width(self._menus), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room any more, and unfold what has some again."""
        super().resizeEvent(event)
        shown = len(self._groups)
        while shown and self._width((*self._groups[:shown], *self._menus)) > event.size().width():
            shown -= 1
        for at, group in enumerate(self._groups):
            group.setVisible(at < shown)
        self._stop_somewhere()
        self._fold([action for group in self._actions[shown:] for action in group])

    def _fold(self, actions: list[QAction]) -> None:
        if [action for action in self._folded if not action.isSeparator()] == actions:
            return
        for action in self._folded:
            self._more.removeAction(action)
        self._folded = list(actions)
        if actions:
            self._more.insertActions(self._first, actions)
            self._folded.append(self._more.insertSeparator(self._first))

    def _width(self, widgets: Sequence[QWidget]) -> int:
        return sum(widget.sizeHint().width() + GAP_SMALL for widget in widgets)


class _MenuButton(QToolButton):
    """A button whose icon, if it has one, keeps to the colours of the look."""

    def __init__(self, picture: str) -> None:
        super().__init__()
        self._picture = picture
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the look changes."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        if self._picture:
            self.setIcon(icon(self._picture))


def menu_button(text: str, menu: QMenu, picture: str = "") -> QToolButton:
    """A button that opens a menu."""
    button = _MenuButton(picture)
    button.setText(text)
    button.setAccessibleName(text)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    # What is chosen may open a dialog, under which the button never hears that the mouse has left it.
    menu.aboutToHide.connect(lambda: QTimer.singleShot(0, button, lambda: _dim(button)))
    return button


def _dim(button: QToolButton) -> None:
    """Let a button look as one that the mouse is not at, until it comes to it again."""
    button.setDown(False)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    button.update()


def _group(actions: Sequence[QAction]) -> QWidget:
    """The buttons of a group, with a line after them."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2)
    for action in actions:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setAccessibleName(action.text().replace("&", ""))
        line.addWidget(button)
    edge = QFrame()
    edge.setFrameShape(QFrame.Shape.VLine)
    edge.setProperty("role", "edge")
    line.addSpacing(GAP // 2)
    line.addWidget(edge)
    return holder
