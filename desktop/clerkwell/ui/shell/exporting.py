"""Exporting as a person meets it: refused with the problems in view, or a document named and ready to open."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clerkwell.model import Problem, SetWaivers
from clerkwell.rules import can_accept, standing_errors
from clerkwell.session import Session
from clerkwell.session.exporting import Exported, ExportRefusedError, export_report, waivers_after
from clerkwell.session.todo import still_to_do
from clerkwell.system import FileError, numbered_copy
from clerkwell.ui.kit import Messages, Offer, QtRunner
from clerkwell.ui.problems.wording import to_do
from clerkwell.ui.shell.accepting import Acceptance
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.saving import suggested
from clerkwell.word.writer import WordError

_Outcome: TypeAlias = Exported | ExportRefusedError | FileError | WordError


Ask = Callable[[tuple[Problem, ...]], Acceptance | None]


class Exporting:
    """The flow of one export. The work is done on another thread, on the frozen report.

    `refused` shows the problems; `ask` asks who accepts errors and why, and is None where policy forbids that.
    """

    def __init__(
        self,
        messages: Messages,
        dialogs: FileDialogs,
        documents: Path,
        refused: Callable[[], None],
        ask: Ask | None = None,
    ) -> None:
        self._messages = messages
        self._dialogs = dialogs
        self._documents = documents
        self._refused = refused
        self._ask = ask

    def export(self, session: Session, runner: QtRunner, *, draft: bool) -> None:
        """Ask where to, and export. A final one waits until no error stands, or somebody accepts those that do."""
        if session.partly_known:
            self._messages.notice(
                "This report was made by a newer version of Clerkwell, and a document made here would lack what only "
                "that version knows. Export it there, or update Clerkwell.",
                "bad",
            )
            return
        errors = () if draft else standing_errors(session.problems, session.report)
        if errors:
            self._refuse(session, runner, errors)
        else:
            self._export(session, runner, draft, None)

    def _export(self, session: Session, runner: QtRunner, draft: bool, given: Acceptance | None) -> None:
        out = self._dialogs.to_export(self._suggested(session, draft))
        if out is not None:
            self._export_to(out, session, runner, draft, given)

    def _export_to(self, out: Path, session: Session, runner: QtRunner, draft: bool, given: Acceptance | None) -> None:
        report, pack, attachments = session.report, session.pack, session.attachments
        self._messages.say("Exporting…")

        def job() -> _Outcome:
            accept, by = (given.reason, given.by) if given else ("", "")
            may = self._ask is not None
            try:
                return export_report(report, pack, attachments, out, draft=draft, accept=accept, by=by, may_accept=may)
            except (ExportRefusedError, FileError, WordError) as error:
                return error

        def tell(outcome: _Outcome) -> None:
            match outcome:
                case Exported():
                    self._done(session, outcome, draft)
                case ExportRefusedError():
                    self._refuse(session, runner, outcome.problems)
                case FileError(reason="held-open"):
                    copy = numbered_copy(out)
                    again = Offer(
                        f"Export to “{copy.name}”", lambda: self._export_to(copy, session, runner, draft, given)
                    )
                    self._messages.notice(str(outcome), "bad", (again,))
                case _:
                    self._messages.notice(str(outcome), "bad")

        runner.run(job, tell)

    def _done(self, session: Session, exported: Exported, draft: bool) -> None:
        path = exported.path
        self._messages.say("Exported.")
        if exported.accepted:
            session.apply(SetWaivers(waivers=waivers_after(exported, session.report)), "Accept errors")
        beside = f" {_files(len(exported.beside))} beside it." if exported.beside else ""
        count = len(exported.accepted)
        accepted = f" {_errors(count).capitalize()} {'is' if count == 1 else 'are'} accepted." if count else ""
        self._messages.notice(
            f"The {'draft' if draft else 'final document'} is in {path.name}.{beside}{accepted}",
            "good",
            (Offer("Ope&n", lambda: _show(path)), Offer("Show fo&lder", lambda: _show(path.parent))),
        )

    def _refuse(self, session: Session, runner: QtRunner, errors: tuple[Problem, ...]) -> None:
        offers: tuple[Offer, ...] = ()
        ask = self._ask
        # One that can never be accepted stands in the way whatever is said about the others; and where a report is only
        # read, an acceptance could not be kept in it.
        if ask is not None and not session.read_only and all(can_accept(error) for error in errors):

            def accept() -> None:
                given = ask(errors)
                if given is not None:
                    self._export(session, runner, False, given)

            offers = (Offer("Accep&t and export…", accept),)
        ahead = still_to_do(errors, session.report, session.pack)
        wrong = len(errors) - len(ahead)
        # In the past tense: the notice stays while the errors are put right.
        told = [f"{_errors(wrong)} {'was' if wrong == 1 else 'were'} in the way"] if wrong else []
        told += [to_do(ahead, "was", "were")] if ahead else []
        self._messages.notice(
            f"The final document was not made: {', and '.join(told)}. "
            "What is listed in “Check your report” comes first; a draft can be exported as it is.",
            "bad",
            offers,
        )
        self._refused()

    def _suggested(self, session: Session, draft: bool) -> Path:
        path = suggested(session, self._documents, ".docx")
        return path.with_name(f"{path.stem} - draft.docx") if draft else path


def _errors(count: int) -> str:
    return "an error" if count == 1 else f"{count} errors"


def _files(count: int) -> str:
    return "An appendix is" if count == 1 else f"{count} appendices are"


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
