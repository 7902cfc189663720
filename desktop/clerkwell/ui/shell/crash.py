"""What the user sees of a fault in the program: that their work is kept, and a report to copy."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from clerkwell.system import FileError
from clerkwell.ui.kit.widgets import fit, framed

if TYPE_CHECKING:
    from clerkwell.ui.shell.opening import Opened

log = logging.getLogger(__name__)


class _HasReport(Protocol):
    @property
    def opened(self) -> Opened | None: ...

    @property
    def widget(self) -> QWidget: ...


# What becomes of the work, as the dialog says it: just now, or for a fault that ended the program last time.
KEPT = (
    "Your work is kept: it will be offered to you when Clerkwell starts again. "
    "You can go on, but it is wise to save and start again."
)
NOT_KEPT = (
    "Your work could not be kept for recovery; save it now under another name. "
    "You can go on, but it is wise to save and start again."
)
NOT_STARTED = "Clerkwell could not start. Your reports, and any work that was not saved, are as they were."
LAST_TIME = "This was last time: what had not been saved then is offered for recovery."


class CrashDialog(QDialog):
    """A plain dialog. The report in it names files and lines of the program, never a word of the user's."""

    def __init__(self, report: str, work: str, parent: QWidget | None = None) -> None:
        """`work` says what becomes of the user's work."""
        super().__init__(parent)
        self._report = report
        details = QPlainTextEdit(report)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName("What happened, for the person who mends it")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        # As large as all other words: who reads it out to IT has to see it too.
        fixed.setPointSizeF(self.font().pointSizeF())
        details.setFont(fixed)
        details.setMinimumHeight(self.fontMetrics().lineSpacing() * 6)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("&Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        gather = buttons.addButton("&Gather what IT asks for…", QDialogButtonBox.ButtonRole.ActionRole)
        gather.clicked.connect(self._gather)
        buttons.rejected.connect(self.reject)
        column = framed(
            self,
            "Clerkwell met a fault of its own",
            f"{work} The report below holds nothing that you wrote, and it is sent nowhere; copy it for your IT "
            "department.",
            "Something went wrong",
        )
        column.addWidget(details, 1)
        column.addWidget(buttons)
        fit(self, 92, 22)

    def _gather(self) -> None:
        from clerkwell.ui.shell.gathering import gather_alone

        gather_alone(self)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report)


class CrashPath:
    """What happens when the program meets a fault of its own: snapshot first, then a plain dialog."""

    def __init__(self, note: Callable[[BaseException], str] | None) -> None:
        """`note` writes what happened down, and gives its words."""
        self._note = note
        self._busy = False
        self.window: _HasReport | None = None

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception that nobody expected."""
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            sys.__excepthook__(kind, error, trace)
            return
        self._busy = True
        work = NOT_STARTED if self.window is None else KEPT if self._snapshot() else NOT_KEPT
        report = self._note(error) if self._note else kind.__name__
        # Not the exception itself: its message could quote the report.
        log.error("a fault of the program:\n%s", report)
        dialog = CrashDialog(report, work, self.window.widget if self.window else None)
        dialog.exec()
        dialog.deleteLater()
        self._busy = False

    def _snapshot(self) -> bool:
        opened = self.window.opened if self.window else None
        if opened is None:
            return True
        try:
            opened.session.snapshot_now()
        except FileError:
            return False
        return True
