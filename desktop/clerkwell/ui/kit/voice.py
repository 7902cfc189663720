"""How the window tells the user things: the door of `kit.messages` with real widgets behind it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QStatusBar, QWidget

from clerkwell.ui.kit.messages import Offer, Question, Tone
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce

# Long enough to be read twice.
_SHOWN = 8000


class WindowMessages:
    """Says things in the status bar, in the strip over the page, or in a dialog over the window."""

    def __init__(self, window: QWidget, status: QStatusBar, strip: NoticeStrip) -> None:
        self._window = window
        self._status = status
        self._strip = strip
        self._said = ""
        status.messageChanged.connect(self._forget)

    def say(self, text: str) -> None:
        """In the status bar for a while, and to screen readers. What it has no room for is in its tip."""
        shown = self._status.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._room())
        self._status.showMessage(shown, _SHOWN)
        self._said = text
        self._status.setToolTip(text if shown != text else "")
        self._status.setAccessibleDescription(text)
        announce(self._window, text)

    def _room(self) -> int:
        """How wide a message may be: as far as what always stands at the right of the bar."""
        children = self._status.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        # One that is at the left edge has not been given its place yet.
        standing = (each.x() for each in children if each.isVisible() and each.x() > 0)
        return min((self._status.width(), *standing)) - 2 * GAP

    def _forget(self, shown: str = "") -> None:
        """The tip goes with the message it belongs to."""
        self._status.setToolTip("")
        self._status.setAccessibleDescription("")
        if not shown:
            self._said = ""

    def unsay(self, text: str) -> None:
        """Clear the status bar of it; what was said since stays."""
        if text == self._said:
            self._status.clearMessage()

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """In the strip, until it is put away."""
        self._strip.show_notice(text, tone, offers)

    def ask(self, question: Question) -> str:
        """In a dialog; Escape and closing it are the answer that changes nothing."""
        return ask_over(self._window, question)


def ask_over(window: QWidget, question: Question) -> str:
    """Ask in a dialog over this window, or over a dialog that has something to ask itself."""
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(question.title)
    box.setText(question.text)
    box.setInformativeText(question.more)
    answers: dict[QPushButton, str] = {}
    for at, choice in enumerate(question.choices):
        role = (
            QMessageBox.ButtonRole.RejectRole
            if choice.id == question.escape
            else QMessageBox.ButtonRole.AcceptRole
            if at == 0
            else QMessageBox.ButtonRole.DestructiveRole
        )
        made = box.addButton(choice.text, role)
        # Qt keeps the box narrow, and would cut large letters rather than widen it.
        made.ensurePolished()
        made.setMinimumWidth(made.sizeHint().width())
        answers[made] = choice.id
        if at == 0:
            box.setDefaultButton(made)
        if choice.id == question.escape:
            box.setEscapeButton(made)
    box.exec()
    clicked = box.clickedButton()
    answer = next((answers[made] for made in answers if made is clicked), question.escape)
    box.deleteLater()
    return answer
