"""Getting a report onto the desk: a new one, one from a file, an imported text, or unsaved work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.packs import Pack, PackError, load_files
from clerkwell.session import Session
from clerkwell.session.checking import OwnCheck
from clerkwell.session.chosen_checks import ChosenChecks
from clerkwell.session.days import since
from clerkwell.session.filing import filing
from clerkwell.session.levels import with_levels
from clerkwell.session.lock_watch import Held
from clerkwell.session.starting import new_report
from clerkwell.storage import LockedError, Snapshot, StorageError, StoredReport, read_file
from clerkwell.system import FileError
from clerkwell.system.texts import read_text
from clerkwell.ui.kit import Choice, Messages, QtRunner, QtScheduler, Question
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.incoming_files import LARGEST_TEXT, is_text
from clerkwell.ui.shell.ruled import no_taking_over
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.signing import signed

if TYPE_CHECKING:
    from clerkwell.intake import Imported
    from clerkwell.ui.documents import Account

_OTHERS = (".doc", ".dot", ".rtf", ".odt", ".pdf")


@dataclass(frozen=True)
class Opened:
    """An open report with the time and the threads it was given, which end with it.

    `account` is what there is to know about it, if it was made of something else: a document, an earlier report.
    `held`: it is only read, as somebody else has it open.
    """

    session: Session
    scheduler: QtScheduler
    runner: QtRunner
    check: OwnCheck
    account: Account | None = None
    held: Held | None = None

    def close(self) -> None:
        """End the session and whatever it still had under way."""
        self.session.close()
        self.scheduler.stop()
        self.check.close()
        self.runner.stop()


@dataclass(frozen=True)
class Read:
    """What a file holds, with its pack."""

    stored: StoredReport
    pack: Pack
    path: Path


class Opening:
    """Makes sessions. What goes wrong is told at the one door, and nothing is opened."""

    def __init__(self, services: Services, messages: Messages, dialogs: FileDialogs) -> None:
        self._services = services
        self._messages = messages
        self._dialogs = dialogs

    def new(self, pack_id: str) -> Opened | None:
        """A new report in the version of this pack that is in date. Raises `PackNotFoundError`."""
        now = self._services.now()
        pack = self._services.catalogue.to_start(pack_id, now.date())
        report = signed(new_report(pack, now), pack, self._services.keeper.settings)
        return self._open(StoredReport(report=report, pack_files=pack.files), pack, None)

    def file(self, path: Path) -> Opened | None:
        """The report in a file; a text is imported. (Word documents are read elsewhere: see `arriving`.)"""
        if path.suffix.casefold() in _OTHERS:
            self._tell(
                f"{path.name} is of a kind that cannot be opened here. Open it in Word, save it as a Word document "
                "(.docx), and open that."
            )
            return None
        return self.text(path) if is_text(path) else self._stored(path)

    def text(self, path: Path) -> Opened | None:
        """A report made from a text."""
        # Recognising a text takes more code than anything else here, and most sessions import nothing.
        from clerkwell.intake import NotAReportError, import_text
        from clerkwell.ui.documents import account_of_import

        try:
            imported = import_text(read_text(path, LARGEST_TEXT), self._services.layouts)
        except (FileError, NotAReportError) as error:
            self._tell(str(error))
            return None
        opened = self.imported(imported)
        return replace(opened, account=account_of_import(imported, path.name)) if opened else None

    def imported(self, imported: Imported) -> Opened | None:
        """A report that was made of a text or a document, in no file of its own yet."""
        now = self._services.now()
        report = imported.report.model_copy(update={"created": now, "modified": now})
        stored = StoredReport(report=report, pack_files=imported.pack.files, attachments=imported.attachments)
        return self.made(stored, imported.pack)

    def made(self, stored: StoredReport, pack: Pack) -> Opened | None:
        """A report that was made of something else, in no file of its own yet."""
        return self._open(stored, pack, None, unsaved=True)

    def example(self, stored: StoredReport, pack: Pack) -> Opened | None:
        """A report that is only looked at: nothing is lost when it is closed as it was."""
        return self._open(stored, pack, None)

    def snapshot(self, snapshot: Snapshot) -> Opened | None:
        """Unsaved work."""
        try:
            stored = self._services.recovery.restore(snapshot.id)
            pack = self._pack_of(stored, "The recovered report")
        except (FileError, StorageError, PackError) as error:
            self._tell(str(error))
            return None
        return self._open(stored, pack, snapshot.base, recovered=snapshot)

    def read(self, path: Path) -> Read | str:
        """What is in a report's file, or why it cannot be read. Safe to call on another thread."""
        try:
            stored = read_file(path)
            return Read(stored, self._pack_of(stored, path.name), path)
        except (FileError, StorageError, PackError) as error:
            return str(error)

    def opened(self, read: Read) -> Opened | None:
        """The report that was read from a file."""
        return self._open(read.stored, read.pack, read.path)

    def _stored(self, path: Path) -> Opened | None:
        read = self.read(path)
        if isinstance(read, str):
            self._tell(read)
            return None
        return self.opened(read)

    def _pack_of(self, stored: StoredReport, name: str) -> Pack:
        """The copy that the report carries, so that it looks as it did; the installed one where the copy is gone."""
        if stored.pack_files:
            return load_files(stored.pack_files, name)
        return self._services.catalogue.exact(stored.report.pack) or self._services.catalogue.get(stored.report.pack.id)

    def _open(
        self,
        stored: StoredReport,
        pack: Pack,
        path: Path | None,
        *,
        recovered: Snapshot | None = None,
        unsaved: bool = False,
    ) -> Opened | None:
        """Open it; where a colleague has it open, ask what to do. What is `unsaved` is in no file yet."""
        take_over, held = False, None
        pack = with_levels(pack, self._services.keeper.settings.check_levels)
        while True:
            scheduler, runner = QtScheduler(), QtRunner()
            check = ChosenChecks(self._services.check(), lambda: self._services.keeper.settings)
            try:
                session = Session(
                    stored,
                    pack,
                    path=path,
                    check=check,
                    scheduler=scheduler,
                    runner=runner,
                    recovery=self._services.recovery,
                    now=self._services.now,
                    pace=self._services.pace(self._services.keeper.settings),
                    take_over=take_over,
                    recovered=recovered,
                    unsaved=unsaved,
                    filing=filing(lambda: self._services.keeper.settings, self._services.now),
                )
                return Opened(session, scheduler, runner, check, held=held)
            except LockedError as error:
                scheduler.stop()
                runner.stop()
                settings = self._services.keeper.settings
                question = locked(error, path or Path(), self._services.now(), no_taking_over(settings))
                answer = self._messages.ask(question)
                if answer == "read":
                    stored = replace(stored, read_only=True)
                    # Of recovered work the file knows nothing.
                    held = Held(error.holder, stored.digest) if recovered is None else None
                elif answer == "take":
                    take_over = True
                elif answer == "copy":
                    return self._copy(stored, pack, path or Path(), recovered)
                else:
                    return None

    def _copy(self, stored: StoredReport, pack: Pack, path: Path, recovered: Snapshot | None) -> Opened | None:
        """Open a copy of what somebody else has open, in a file of its own."""
        to = self._dialogs.to_save(path.with_name(f"{path.stem} - my copy.clerkwell"))
        opened = self._open(stored, pack, None, recovered=recovered, unsaved=True) if to is not None else None
        if opened is None or to is None:
            return None
        try:
            opened.session.save(to)
        except (FileError, StorageError) as error:
            # It is open all the same, and its state says that it is in no file yet.
            self._tell(str(error))
        return opened

    def _tell(self, text: str) -> None:
        self._messages.notice(text, "bad")


def locked(error: LockedError, path: Path, now: datetime, why_not: str = "") -> Question:
    """Who has the report open, on which computer and since when, and what one can do meanwhile. `why_not`: why it may
    not be taken over."""
    holder = error.holder
    who = f"{holder.user or 'Somebody'} has “{path.name}” open"
    where = f" on {holder.machine}" if holder.machine else ""
    try:
        when = f", {since(datetime.fromisoformat(holder.since), now)}"
    except ValueError:
        when = ""
    take = () if why_not else (Choice("take", "&Take it over"),)
    ask = "Ask them to close it, read it meanwhile, or work in a copy: the two can be compared afterwards."
    warned = "Take it over only if you know that nobody is working on it: what they save afterwards will be refused."
    more = f"{ask} {why_not or warned}"
    return Question(
        "The report is open elsewhere",
        f"{who}{where}{when}.",
        (
            Choice("read", "Open to &read only"),
            Choice("copy", "&Work in a copy…"),
            *take,
            Choice("cancel", "Cancel"),
        ),
        "cancel",
        more,
    )
