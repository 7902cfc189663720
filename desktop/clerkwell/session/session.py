"""The session: one open report, and everything that happens to it while it is open."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from clerkwell.model import Changes, Edit, Place, Problem, Report, apply, changes, give_ids
from clerkwell.packs import Pack
from clerkwell.session.caret import changed_place
from clerkwell.session.changed import ReportChanged
from clerkwell.session.checking import Check, Checker
from clerkwell.session.events import Event
from clerkwell.session.filing import Filing
from clerkwell.session.history import History, Step
from clerkwell.session.keeping import Versions
from clerkwell.session.names import unique_name
from clerkwell.session.packs_in_use import PacksInUse
from clerkwell.session.read_only import why_read_only
from clerkwell.session.saving import Saver, State
from clerkwell.session.snapshots import Snapshots
from clerkwell.session.timing import Pace, Runner, Scheduler
from clerkwell.storage import OnDisk, ReadOnlyError, RecoveryFolder, ReportFile, Snapshot, StoredReport


class Session:
    """An open report: its value, its history, its file, its problems. All of it belongs to one thread."""

    def __init__(
        self,
        stored: StoredReport,
        pack: Pack,
        *,
        path: Path | None,
        check: Check,
        scheduler: Scheduler,
        runner: Runner,
        recovery: RecoveryFolder | None,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        take_over: bool = False,
        recovered: Snapshot | None = None,
        unsaved: bool = False,
        filing: Filing | None = None,
    ) -> None:
        """`path` is the file it was opened from; `recovered` the snapshot it was restored from, which goes once the
        report has been saved; `unsaved` says that what it holds has never been in a file, as after an import.

        Raises `LockedError` if somebody else has the file open, unless it is opened to read only or taken over.
        """
        pace, filing = pace or Pace(), filing or Filing()
        self.changed: Event[ReportChanged] = Event()
        # Comes before `changed`, so that nothing built for the other pack hears of a report in this one.
        self.repacked: Event[Pack] = Event()
        self.state_changed: Event[None] = Event()
        self.problems_changed: Event[tuple[Problem, ...]] = Event()
        self.trouble: Event[str] = Event()
        self.outside: Event[OnDisk] = Event()
        self._stored = stored
        self._report = give_ids(stored.report)
        self._attachments: Mapping[str, bytes] = dict(stored.attachments)
        self.versions = Versions(stored.versions, self._newest, self._apply_alone, self._put, self._why_read_only, now)
        self._packs = PacksInUse(pack, stored)
        self._now = now
        self._revision = 0
        # Counts kept files too: the order of what is saved.
        self._order = self._saved_order = 0
        self._history = History(pace.joined)
        self._problems: tuple[Problem, ...] = ()
        self._problems_revision = -1
        self._checked = self._report
        self._recovery, self._recovered = recovery, recovered
        # What the file holds, so far as we know; nothing of a recovered report is in it.
        self._in_file: tuple[Report, Mapping[str, bytes]] | None = (self._report, self._attachments)
        if recovered or unsaved:
            self._in_file = None
        self._compared: tuple[Report, Report, bool] | None = None
        self._path = path
        own = path if not stored.read_only else None
        file = ReportFile(own, stored.digest, take_over=take_over, locking=filing.locking) if own is not None else None
        self._saver = Saver(
            file,
            self._state,
            lambda: self.dirty,
            self._was_saved,
            self.trouble.emit,
            scheduler,
            runner,
            pace.save,
            self.outside.emit,
            filing.locking,
            filing.copy,
        )
        self._snapshots = Snapshots(
            None if stored.read_only else recovery,
            (path, stored.digest),
            self._state,
            self.trouble.emit,
            scheduler,
            runner,
            pace.snapshot,
        )
        self._checker = Checker(check, self._newest, self._found, scheduler, runner, pace.quiet)
        self._told = self._what_state()
        self._checker.changed()
        if self.dirty:
            self._snapshots.changed()

    @property
    def report(self) -> Report:
        """The report as it is now."""
        return self._report

    @property
    def pack(self) -> Pack:
        """The pack it is written in."""
        return self._packs.pack

    @property
    def path(self) -> Path | None:
        """Its file; None while it has none."""
        return self._path

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """The files kept with it, by name."""
        return self._attachments

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at: a newer program made it, or somebody else has it open."""
        return self._stored.read_only

    @property
    def partly_known(self) -> bool:
        """Whether a newer program made it: its file may hold parts that are not seen here, nor in a document."""
        return bool(self._stored.original)

    @property
    def revision(self) -> int:
        """Counts the reports there have been; answers from a thread say which they are about."""
        return self._revision

    @property
    def dirty(self) -> bool:
        """Whether there is something in it that its file does not hold."""
        if self._in_file is None:
            return True
        report, attachments = self._in_file
        if attachments is not self._attachments:
            return True
        # Asked several times a key, of the same two reports.
        if self._compared is None or self._compared[0] is not report or self._compared[1] is not self._report:
            self._compared = (report, self._report, changes(report, self._report).any)
        return self._compared[2]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the last check found; it was about the report of `problems_revision`."""
        return self._problems

    @property
    def problems_revision(self) -> int:
        """The revision that `problems` are about; -1 before the first check."""
        return self._problems_revision

    @property
    def checked(self) -> Report:
        """The report that `problems` are about; it may have gone on since."""
        return self._checked

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._history.next is not None

    @property
    def undo_label(self) -> str:
        """What undo would take back, in words; "" for nothing."""
        return self._history.last.label if self._history.last else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again, in words; "" for nothing."""
        return self._history.next.label if self._history.next else ""

    def apply(
        self, edit: Edit, label: str, *, origin: object | None = None, merge: str = "", caret: Place | None = None
    ) -> None:
        """Make an edit. Edits with one `merge` key, little time apart, are one step of undo. `caret` is where the
        caret stood before it: undo puts it back there.

        Raises `EditError` if the edit names a place that the report does not have. An edit that changes nothing is
        no step.
        """
        if self.read_only:
            self.trouble.emit(self._why_read_only())
            return
        before = self._report
        after = apply(edit, before)
        if after is before:
            return
        what = changes(before, after)
        if what.any:
            self._history.add(Step(before, after, label, merge, self._now(), caret))
        # Else only ids differ: no step, but what is said about the report from now on uses the new ones.
        self._move(after, origin, label, None, what)

    def move_to(self, pack: Pack, report: Report, label: str) -> None:
        """Go on in another pack, with the report as it is there: one step of undo."""
        if self.read_only:
            self.trouble.emit(self._why_read_only())
            return
        self._packs.learn(pack)
        self.close_step()
        self._history.add(Step(self._report, report, label, "", self._now(), None))
        self.close_step()
        self._move(report, None, label, None)

    def tidy(self, edit: Edit) -> None:
        """Make an edit that changes nothing that anybody wrote: it is no step of undo."""
        if not self.read_only:
            self._put(apply(edit, self._report))

    def close_step(self) -> None:
        """Let what comes next be a step of its own: the caret was moved, or the editor was left."""
        self._history.close()

    def undo(self, origin: object | None = None) -> None:
        """Take the last step back; nothing where there is none."""
        step = self._history.undo()
        if step is not None:
            caret = step.caret or changed_place(step.after, step.before)
            self._move(self.versions.over_undo(step.after, step.before), origin, step.label, caret)

    def redo(self, origin: object | None = None) -> None:
        """Do the step again that was last taken back; nothing where there is none."""
        step = self._history.redo()
        if step is not None:
            after = self.versions.over_undo(step.before, step.after, again=True)
            self._move(after, origin, step.label, changed_place(step.before, step.after))

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Save in its file, or in another one, which is its file from then on.

        Raises `ConflictError` if somebody else changed the file meanwhile (unless `overwrite`), `LockedError` if
        somebody has the other file open, `FileError` if it cannot be written, `StorageError` for the rest; nothing
        was saved then, and nothing was lost.
        """
        if self.read_only:
            raise ReadOnlyError(self._why_read_only())
        self._saver.save(path, overwrite=overwrite)

    def save_copy(self, path: Path) -> None:
        """Save a copy in another file, and go on with this one. Raises `FileError`, `StorageError`."""
        self._saver.save_copy(path)

    def look_outside(self) -> None:
        """See whether its file is still as it was read or saved; `outside` tells if it is not, once."""
        self._saver.look()

    def add_attachment(self, name: str, data: bytes) -> str:
        """Keep a file with the report. Gives the name it is kept under, which an edit then refers to.

        It is in the saved file for as long as the report, or a version of it, refers to it.
        """
        kept = unique_name(name, self._attachments)
        self._attachments = {**self._attachments, kept: data}
        self._order += 1
        self._keep()
        self._tell_state()
        return kept

    def recheck(self) -> None:
        """Check the report now, without waiting for quiet."""
        self._checker.run()

    def snapshot_now(self) -> None:
        """Keep the unsaved state for recovery at once, without waiting. Raises `FileError`."""
        if self.dirty:
            self._snapshots.write_now()

    def abandon(self) -> None:
        """End it with the work unsaved and kept for recovery: the program has to end in a way that nobody chose.

        Raises `FileError` if the last state could not be kept.
        """
        try:
            self.snapshot_now()
        finally:
            self._snapshots.abandon()
            self._saver.close()
            self._checker.close()

    def close(self) -> None:
        """End it: nothing is saved or checked any more, and what was kept for recovery goes."""
        self._saver.close()
        self._checker.close()
        self._snapshots.close()

    def _move(
        self, after: Report, origin: object | None, label: str, caret: Place | None, what: Changes | None = None
    ) -> None:
        before = self._report
        # Undo takes back what was written. An id is still given only once, so that what was said of a block is never
        # taken to be about another, and the report was begun and saved when it was.
        kept = {
            "next_id": max(before.next_id, after.next_id),
            "created": before.created,
            "modified": before.modified,
        }
        if any(getattr(after, name) != value for name, value in kept.items()):
            after = after.model_copy(update=kept)
        self._report = after
        if after.pack != before.pack:
            self._packs.use(after.pack)
            self.repacked.emit(self.pack)
        self._revision += 1
        self._order += 1
        self._keep()
        self._checker.changed()
        what = what or changes(before, after)
        self.changed.emit(ReportChanged(before, after, what, origin, self._revision, label, caret))
        self._tell_state()

    def _keep(self) -> None:
        """See to it that the report is not lost: a file and a snapshot have it soon, or hold it already."""
        if self.dirty:
            self._saver.changed()
            self._snapshots.changed()
        else:
            self._snapshots.saved(self._order, self._saver.base)

    def _state(self) -> State:
        """The report as it is to be saved now."""
        report = self._report
        if self.dirty:
            now = self._now()
            report = report.model_copy(update={"modified": now, "created": report.created or now})
        stored = StoredReport(
            report=report,
            pack_files=self._packs.files,
            attachments=self._attachments,
            versions=self.versions.files,
            read_only=bool(self._stored.original),
            original=self._stored.original,
        )
        return State(stored, self._order, self._packs.pack)

    def _was_saved(self, saved: StoredReport, order: int) -> None:
        if order < self._saved_order:
            return  # late: the file holds a newer state already
        self._saved_order = order
        self._path = self._saver.base[0]
        self._in_file = (saved.report, saved.attachments)
        if order == self._order:
            self._report = self._report.model_copy(
                update={"modified": saved.report.modified, "created": saved.report.created}
            )
        self._snapshots.saved(order, self._saver.base)
        if self.dirty:
            self._keep()  # it was changed, or a change undone, while it was being saved
        if self._recovered is not None and self._recovery is not None:
            self._recovery.finish(self._recovered.id)
            self._recovered = None
        self._tell_state()

    def _newest(self) -> tuple[Report, Pack, int]:
        return self._report, self._packs.pack, self._revision

    def _found(self, problems: tuple[Problem, ...], revision: int) -> None:
        self._problems, self._problems_revision, self._checked = problems, revision, self._report
        self.problems_changed.emit(problems)

    def _apply_alone(self, edit: Edit, label: str) -> None:
        """Make an edit that is a step of its own, whatever is typed before and after it."""
        self.close_step()
        self.apply(edit, label)
        self.close_step()

    def _put(self, report: Report) -> None:
        """Change the report without a step of undo."""
        self._move(report, None, "", None)

    def _why_read_only(self) -> str:
        return why_read_only(newer=bool(self._stored.original)) if self.read_only else ""

    def _what_state(self) -> tuple[object, ...]:
        return (self.dirty, self.path, self.can_undo, self.can_redo, self.undo_label, self.redo_label)

    def _tell_state(self) -> None:
        state = self._what_state()
        if state != self._told:
            self._told = state
            self.state_changed.emit(None)
