"""Setting a problem aside: the dialog that asks why, and the way to it in a menu."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QWidget

from clerkwell.model import Problem
from clerkwell.session.waiving import set_aside
from clerkwell.ui.kit.bridge import SessionBridge
from clerkwell.ui.kit.widgets import fit, framed, ok_cancel, words


class ReasonDialog(QDialog):
    """Asks why a problem is set aside. There is no setting aside without a reason."""

    def __init__(self, message: str, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName("Reason")
        self.by = QLineEdit(by, self)
        self.by.setAccessibleName("Your name")
        reason_label = QLabel("&Why can it stay as it is?", self)
        reason_label.setBuddy(self.reason)
        by_label = QLabel("Your &name", self)
        by_label.setBuddy(self.by)
        hint = words("The clerk sees the reason. It is not printed in the report.", muted=True)
        buttons, self.ok = ok_cancel(self, "&Set aside")
        layout = framed(self, "Set aside", message)
        for widget in (reason_label, self.reason, hint, by_label, self.by, buttons):
            layout.addWidget(widget)
        self.reason.textChanged.connect(self._on_text)
        self._on_text("")
        fit(self, 76)
        self.reason.setFocus()

    def _on_text(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))


# Asks for a reason and a name; None when the user would rather not.
AskReason = Callable[[str, str, QWidget], tuple[str, str] | None]


def ask_reason(message: str, by: str, parent: QWidget) -> tuple[str, str] | None:
    """Put the dialog, with the name given last, and wait; the reason and the name given, or None."""
    dialog = ReasonDialog(message, by, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = (dialog.reason.text(), dialog.by.text().strip())
    dialog.deleteLater()
    return answer if accepted else None


def offer_setting_aside(
    menu: QMenu, problem: Problem, bridge: SessionBridge, parent: QWidget, ask: AskReason = ask_reason
) -> None:
    """Put into a menu that a problem can stay as it is; an error cannot."""
    if problem.severity == "error" or bridge.session.read_only:
        return

    def do() -> None:
        answer = ask(problem.message, bridge.author, parent)
        if answer is None:
            return
        reason, bridge.author = answer
        session = bridge.session
        edit = set_aside(session.report, problem, reason, bridge.author, datetime.now().astimezone())
        session.apply(edit, "Set a problem aside")
        session.recheck()
        bridge.tell("Set aside. Undo takes it back.")

    menu.addAction("Set &aside…").triggered.connect(do)
