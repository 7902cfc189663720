"""How the window tells the user things: the door of `kit.messages` with real widgets behind it."""

from PySide6.QtWidgets import QMessageBox, QPushButton, QStatusBar, QWidget

from clerkwell.ui.kit.messages import Offer, Question, Tone
from clerkwell.ui.kit.widgets import announce
from clerkwell.ui.shell.strip import NoticeStrip

# Long enough to be read twice.
_SHOWN = 8000


class WindowMessages:
    """Says things in the status bar, in the strip over the page, or in a dialog over the window."""

    def __init__(self, window: QWidget, status: QStatusBar, strip: NoticeStrip) -> None:
        self._window = window
        self._status = status
        self._strip = strip

    def say(self, text: str) -> None:
        """In the status bar for a while, and to screen readers."""
        self._status.showMessage(text, _SHOWN)
        announce(self._window, text)

    def notice(self, text: str, tone: Tone = "plain", offers: tuple[Offer, ...] = ()) -> None:
        """In the strip, until it is put away."""
        self._strip.show_notice(text, tone, offers)

    def ask(self, question: Question) -> str:
        """In a dialog; Escape and closing it are the answer that changes nothing."""
        box = QMessageBox(self._window)
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
