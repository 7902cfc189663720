"""Exporting as a person meets it: refused with the problems in view, or a document named and ready to open."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clerkwell.rules import standing_errors
from clerkwell.session import Session
from clerkwell.session.exporting import Exported, ExportRefusedError, export_report
from clerkwell.system import FileError
from clerkwell.ui.kit import Messages, Offer, QtRunner
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.saving import suggested
from clerkwell.word.writer import WordError

_Outcome: TypeAlias = Exported | ExportRefusedError | FileError | WordError


class Exporting:
    """The flow of one export. The work is done on another thread, on the frozen report."""

    def __init__(self, messages: Messages, dialogs: FileDialogs, documents: Path) -> None:
        self._messages = messages
        self._dialogs = dialogs
        self._documents = documents

    def export(self, session: Session, runner: QtRunner, *, draft: bool, refused: Callable[[], None]) -> None:
        """Ask where to, and export. A final one that has to wait calls `refused`, which shows the problems."""
        errors = () if draft else standing_errors(session.problems, session.report)
        if errors:
            self._refuse(len(errors), refused)
            return
        out = self._dialogs.to_export(self._suggested(session, draft))
        if out is None:
            return
        report, pack, attachments = session.report, session.pack, session.attachments
        self._messages.say("Exporting…")

        def job() -> _Outcome:
            try:
                return export_report(report, pack, attachments, out, draft=draft)
            except (ExportRefusedError, FileError, WordError) as error:
                return error

        runner.run(job, lambda outcome: self._tell(outcome, draft, refused))

    def _tell(self, outcome: _Outcome, draft: bool, refused: Callable[[], None]) -> None:
        match outcome:
            case Exported():
                self._done(outcome, draft)
            case ExportRefusedError():
                self._refuse(len(outcome.problems), refused)
            case _:
                self._messages.notice(str(outcome), "bad")

    def _done(self, exported: Exported, draft: bool) -> None:
        path = exported.path
        self._messages.say("Exported.")
        beside = f" {_files(len(exported.beside))} beside it." if exported.beside else ""
        self._messages.notice(
            f"The {'draft' if draft else 'final document'} is in {path.name}.{beside}",
            "good",
            (
                Offer("&Open", lambda: _show(path)),
                Offer("Show &folder", lambda: _show(path.parent)),
            ),
        )

    def _refuse(self, count: int, refused: Callable[[], None]) -> None:
        errors = "an error is" if count == 1 else f"{count} errors are"
        self._messages.notice(
            f"The final document was not made: {errors} in the way. Put right what is listed here, or export a draft.",
            "bad",
        )
        refused()

    def _suggested(self, session: Session, draft: bool) -> Path:
        path = suggested(session, self._documents, ".docx")
        return path.with_name(f"{path.stem} - draft.docx") if draft else path


def _files(count: int) -> str:
    return "An appendix is" if count == 1 else f"{count} appendices are"


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
