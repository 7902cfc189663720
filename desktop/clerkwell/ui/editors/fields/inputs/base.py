"""What every control for an answer has in common, and the habits that Qt's own controls lack."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QRadioButton, QWidget

from clerkwell.model import FieldValue
from clerkwell.ui.editors.fields.inputs.growing import GrowingLine

# The keyboard has left for good, rather than for a menu or another window.
_GONE = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
# Qt's id of the button that is chosen in a group where none is.
_NONE = -1
# The answers offered, in the pack's order.
Options = Sequence[str]


class FieldInput(QWidget):
    """A control for one answer. It shows the report's value and says what the user made of it.

    `answered` carries the text as it is to stand in the report; `left` says that the keyboard has gone elsewhere.
    """

    answered = Signal(str)
    left = Signal()

    def show_value(self, value: FieldValue) -> None:
        """Show what stands in the report; says nothing back."""
        raise NotImplementedError

    def controls(self) -> tuple[QWidget, ...]:
        """The controls that take the keyboard, in order; the first is what the label belongs to."""
        raise NotImplementedError

    def is_typing(self) -> bool:
        """Whether the last answer came letter by letter, so that it joins the letters before it in one step of undo."""
        return False

    def offer(self, options: Options) -> None:
        """Take other answers to choose from; a control without a list has no use for them."""

    def know(self, others: Mapping[str, tuple[str, ...]]) -> None:
        """Take the other ways in which answers are written ("P&R"): a list that is searched finds them."""

    def describe(self, name: str, description: str) -> None:
        """Say to screen readers what is asked, with the guidance and the messages about it."""
        for control in self.controls():
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)

    def forbid(self) -> None:
        """Let the answer be read and not changed."""
        self.setEnabled(False)

    def watch(self, *controls: QWidget) -> None:
        """Give these controls the manners below; called once, when they have been made."""
        for control in controls:
            control.installEventFilter(self)
            # The wheel would take the keyboard along, and turn the answer on the way down the page.
            if control.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the report, the wheel to the page, and say when the keyboard leaves."""
        match event.type():
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent) and _is_undo(event):
                # A text control would keep these for an undo of its own, beside the report's.
                event.ignore()
                return True
            case QEvent.Type.Wheel if isinstance(watched, QWidget) and not watched.hasFocus():
                # Scrolling the page must not change an answer on the way.
                event.ignore()
                return True
            case QEvent.Type.KeyPress if isinstance(watched, QRadioButton) and isinstance(event, QKeyEvent):
                if _choose_beside(watched, event):
                    return True
            case QEvent.Type.FocusIn if isinstance(watched, QLineEdit | GrowingLine) and isinstance(event, QFocusEvent):
                if event.reason() == Qt.FocusReason.OtherFocusReason:
                    # Brought here to go on with the answer, such as by a problem's "Go to it".
                    watched.end(False)
            # A control that is being taken down loses the keyboard as well, when it is no longer seen.
            case QEvent.Type.FocusOut if (
                self.isVisible() and isinstance(event, QFocusEvent) and event.reason() in _GONE
            ):
                if isinstance(watched, QLineEdit | GrowingLine):
                    # Whoever reads the form wants to see how an answer begins.
                    watched.setCursorPosition(0)
                if not self._holds(QApplication.focusWidget()):
                    self.left.emit()
            case _:
                pass
        return super().eventFilter(watched, event)

    def _holds(self, focus: QWidget | None) -> bool:
        """Whether the keyboard is still at this question: in a list or a calendar that it has opened, too."""
        while focus is not None and focus is not self:
            focus = focus.parentWidget()
        return focus is not None


class NowSays(QLabel):
    """The words that stand in the report, where the control beside it cannot show them as they are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self.hide()

    def tell(self, text: str, understood: str = "", more: str = "") -> None:
        """Show the words, and what they were understood as; nothing is shown for no words."""
        words = f"Now says: {text}"
        if understood:
            words += f" (understood as {understood})"
        self.setText(f"{words}. {more}".strip() if more else words)
        self.setVisible(bool(text.strip()))


def _choose_beside(button: QRadioButton, event: QKeyEvent) -> bool:
    """An arrow key chooses the answer beside, as it does once one is chosen: Qt would only go there."""
    by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
    group = button.group()
    if not by or group.checkedId() != _NONE:
        return False
    buttons = group.buttons()
    chosen = buttons[(buttons.index(button) + by) % len(buttons)]
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    chosen.click()
    return True


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
