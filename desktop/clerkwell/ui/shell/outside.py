"""What happens to the open report's file from outside: a colleague saves it, moves it, takes it over; a sync program
leaves a second copy beside it. It is told when it happens, with what can be done about it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from clerkwell.session.days import moment
from clerkwell.storage import OnDisk, StorageError, read_file
from clerkwell.storage.conflicted import ConflictedCopy, conflicted_copies
from clerkwell.system import FileError
from clerkwell.ui.kit import Choice, Offer, Question
from clerkwell.ui.shell.copies_told import CopiesTold

if TYPE_CHECKING:
    from clerkwell.session.comparing_reports import Side
    from clerkwell.ui.shell.opening import Opened
    from clerkwell.ui.shell.tools import Tools

# Seconds between two looks. A share does not say when a file on it changes; a look costs it one question.
_EVERY = 8.0


class Outside(QObject):
    """Watches over the file of one open report for as long as it is open: every few seconds, and whenever somebody
    comes back to the window."""

    def __init__(self, tools: Tools, opened: Opened, keep_mine: Callable[[], bool]) -> None:
        """`keep_mine` saves the open report in a file beside its own."""
        super().__init__(opened.scheduler)
        self._tools = tools
        self._opened = opened
        self._keep_mine = keep_mine
        self._told = CopiesTold(tools.services.state / "conflicted-copies.json")

    def watch(self) -> None:
        """Begin, with a look for copies that a sync program left beside the file."""
        self._opened.session.outside.connect(self._tell)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._came_back)
        self._later()
        self._look_beside()

    def _later(self) -> None:
        self._opened.scheduler.later(_EVERY, self._look)

    def _look(self) -> None:
        self._opened.session.look_outside()
        self._later()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive and self._is_open:
            self._opened.session.look_outside()

    @property
    def _is_open(self) -> bool:
        return self._tools.frame.opened is self._opened

    # The file itself

    def _tell(self, found: OnDisk) -> None:
        path = self._opened.session.path
        if path is None or not self._is_open:
            return
        keep = Offer("&Keep mine as a copy…", self._keep)
        load = Offer("&Load theirs", self._load)
        if found.state == "gone":
            again = Offer("Save it &there again", self._save_again)
            text = f"“{path.name}” is no longer in its folder: it was moved, renamed or deleted while it is open here."
            self._tools.messages.notice(text, "bad", (again, keep))
            return
        who = found.holder.words if found.holder is not None else "Somebody else"
        text = (
            f"{who} has taken over “{path.name}”, so nothing is saved in it from here."
            if found.state == "taken"
            else f"Somebody else has saved “{path.name}” while it is open here, so nothing is saved in it from here."
        )
        difference = Offer("See the &difference", self._compare)
        self._tools.messages.notice(text, "bad", (difference, keep, load))

    def _keep(self) -> None:
        if self._keep_mine():
            self._tools.frame.clear_notice()

    def _save_again(self) -> None:
        session = self._opened.session
        try:
            session.save()
        except (FileError, StorageError) as error:
            self._tools.messages.notice(str(error), "bad")
            return
        self._tools.frame.clear_notice()
        self._tools.messages.say(f"Saved in {session.path.name if session.path else 'its file'}.")

    def _compare(self) -> None:
        path = self._opened.session.path
        if path is not None:
            self._compare_with(path, "The file now", "The report on your screen")

    def _load(self) -> None:
        """Open what is in the file; what is only here can be kept beside it first."""
        path = self._opened.session.path
        if path is None:
            return
        if self._opened.session.dirty:
            answer = self._tools.messages.ask(_before_loading(path))
            if answer not in ("keep", "drop") or (answer == "keep" and not self._keep_mine()):
                return
        # The lock is ours for as long as the report is open.
        self._tools.frame.show_start()
        self._tools.show(self._tools.opening.file(path))

    # Beside it

    def _look_beside(self) -> None:
        session = self._opened.session
        path, report = session.path, session.report
        if path is not None:
            self._opened.runner.run(lambda: conflicted_copies(path, report), self._tell_of_copies)

    def _tell_of_copies(self, copies: tuple[ConflictedCopy, ...]) -> None:
        path = self._opened.session.path
        fresh = tuple(each for each in copies if not self._told.knows(each.path, each.digest))
        if not fresh or path is None or not self._is_open:
            return
        first = fresh[0]
        others = f" So do {len(fresh) - 1} others there." if len(fresh) > 1 else ""
        text = (
            f"“{first.path.name}”, in the same folder, holds this report with other words, last changed on "
            f"{moment(first.changed)}. A sync program makes such copies when two computers change one file.{others}"
        )
        before = f"This report ({path.name})"
        offers = (
            Offer("See the &difference", lambda: self._compare_with(first.path, first.path.name, before, swap=True)),
            Offer("Do &not mention it again", lambda: self._put_aside(fresh)),
        )
        self._tools.messages.notice(text, "plain", offers)

    def _put_aside(self, copies: tuple[ConflictedCopy, ...]) -> None:
        for each in copies:
            self._told.add(each.path, each.digest)
        self._tools.frame.clear_notice()

    # Both

    def _compare_with(self, path: Path, theirs: str, mine: str, *, swap: bool = False) -> None:
        """Show what differs between a file and the open report: what is only here counts as added; `swap` for what is
        only there."""
        # What compares is no part of what opening a report loads.
        from clerkwell.session.comparing_reports import Side, of_another_file

        session = self._opened.session
        own = Side(mine, session.report, session.attachments)

        def job() -> tuple[Side, Side] | str:
            try:
                stored = read_file(path)
            except (FileError, StorageError) as error:
                return str(error)
            other = Side(theirs, stored.report, stored.attachments)
            return (own, of_another_file(other, own)) if swap else (other, of_another_file(own, other))

        def go_on(sides: tuple[Side, Side] | str) -> None:
            from clerkwell.ui.shell.comparing import Comparing

            if isinstance(sides, str):
                self._tools.messages.notice(sides, "bad")
            elif self._is_open:
                Comparing(self._tools).compare(*sides)

        self._tools.work.do(f"Reading {path.name}", job, go_on)


def _before_loading(path: Path) -> Question:
    return Question(
        "Load what is in the file",
        f"What you changed since you last saved is not in “{path.name}”.",
        (
            Choice("keep", "&Keep mine as a copy, then load"),
            Choice("drop", "Load, and let mine &go"),
            Choice("no", "Cancel"),
        ),
        "no",
        "A copy can be compared with the file afterwards. What you let go cannot be brought back.",
    )
