"""Saving as a person meets it: a name when there is none, a question before unsaved words are let go."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.storage import ConflictError, StorageError
from clerkwell.system import FileError
from clerkwell.ui.kit import Choice, Messages, Offer, Question
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.start import RecentReports

if TYPE_CHECKING:
    from clerkwell.model import Report
    from clerkwell.session import Session

# What no file name may hold on Windows, macOS or Linux.
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class Saving:
    """The flows of saving one report after another."""

    def __init__(self, messages: Messages, dialogs: FileDialogs, recent: RecentReports, documents: Path) -> None:
        self._messages = messages
        self._dialogs = dialogs
        self._recent = recent
        self._documents = documents

    def save(self, session: Session) -> bool:
        """Save it in its file, or ask for one. Whether it is saved now."""
        if session.path is None:
            return self.save_as(session)
        return self._save(session, None)

    def save_as(self, session: Session) -> bool:
        """Ask for a file and save there. Whether it is saved now."""
        path = self._dialogs.to_save(suggested(session, self._documents, ".clerkwell"))
        return path is not None and self._save(session, path)

    def keep_mine(self, session: Session) -> bool:
        """Ask for another file beside the report's own and go on there: the own one holds what somebody else saved."""
        own = suggested(session, self._documents, ".clerkwell")
        path = self._dialogs.to_save(own.with_name(f"{own.stem} - my copy.clerkwell"))
        return path is not None and self._save(session, path)

    def save_copy(self, session: Session) -> Path | None:
        """Ask for a file and put a copy there; where it is."""
        path = self._dialogs.to_save(suggested(session, self._documents, ".clerkwell"))
        if path is None:
            return None
        try:
            session.save_copy(path)
        except (FileError, StorageError) as error:
            self._messages.notice(str(error), "bad")
            return None
        return path

    def may_leave(self, session: Session) -> bool:
        """Whether the report can be closed: it is saved, or its author lets the changes go."""
        if session.read_only or not session.dirty:
            return True
        # A named file saves itself anyway; only if that fails is there anything to decide.
        if session.path is not None and self._save(session, None):
            return True
        name = session.path.name if session.path else "This new report"
        answer = self._messages.ask(
            Question(
                "Save the report?",
                f"{name} has changes that are not saved in a file.",
                (Choice("save", "&Save"), Choice("discard", "&Discard"), Choice("cancel", "Cancel")),
                "cancel",
                "What you discard cannot be brought back.",
            )
        )
        if answer == "save":
            return self.save(session)
        return answer == "discard"

    def _save(self, session: Session, path: Path | None, *, overwrite: bool = False) -> bool:
        try:
            session.save(path, overwrite=overwrite)
        except ConflictError as error:
            return self._after_conflict(session, error)
        except (FileError, StorageError) as error:
            copy = Offer("Save e&lsewhere…", lambda: self.save_as(session))
            self._messages.notice(str(error), "bad", (copy,))
            return False
        if session.path is not None:
            self._recent.note(session.path, session.report, session.pack)
            self._messages.say(f"Saved in {session.path.name}.")
        return True

    def _after_conflict(self, session: Session, error: ConflictError) -> bool:
        answer = self._messages.ask(
            Question(
                "The file has changed",
                str(error),
                (
                    Choice("copy", "Save as a &copy…"),
                    Choice("overwrite", "Put mine in its &place"),
                    Choice("no", "Cancel"),
                ),
                "no",
                "A copy keeps both. Putting yours in its place loses what the other person saved.",
            )
        )
        if answer == "copy":
            return self.keep_mine(session)
        return answer == "overwrite" and self._save(session, None, overwrite=True)


def suggested(session: Session, documents: Path, ending: str) -> Path:
    """A file name for this report: the one it has, or its subject's words; in its own folder, or the user's."""
    if session.path is not None:
        return session.path.with_suffix(ending)
    return documents / f"{file_name(session.report)}{ending}"


def file_name(report: Report) -> str:
    """The subject as a file name, without what file systems refuse."""
    words = " ".join(_UNFIT.sub(" ", report.field("subject").text).split())
    return words[:80].rstrip(". ") or "Committee report"
