"""What the actions do. Each is one thing that a user can ask for, wherever it is asked from.

What is not needed for the start page (the desk, exporting, dialogs) is loaded when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from clerkwell.model import changes
from clerkwell.packs import PackNotFoundError
from clerkwell.session import Session
from clerkwell.storage import Snapshot
from clerkwell.system import FileError, Settings
from clerkwell.ui.kit import Messages
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.opening import Opened, Opening
from clerkwell.ui.shell.saving import Saving
from clerkwell.ui.shell.sections import adding, leaving_out, moving
from clerkwell.ui.shell.services import Services

if TYPE_CHECKING:
    from clerkwell.ui.shell.desk import Desk


class Frame(Protocol):
    """What the actions need of the window."""

    @property
    def opened(self) -> Opened | None:
        """The open report."""

    @property
    def desk(self) -> Desk | None:
        """Its desk."""

    @property
    def widget(self) -> QWidget:
        """The window itself, for dialogs to stand over."""

    def show_report(self, opened: Opened) -> None:
        """Put a report on the desk in place of the one there."""

    def show_start(self) -> None:
        """Clear the desk and show the start page."""

    def refresh_start(self) -> None:
        """Show on the start page what there is to carry on with now."""

    def show_actions(self) -> None:
        """Let the user find an action by name."""

    def show_shortcuts(self) -> None:
        """Show the keys of every action."""

    def show_about(self) -> None:
        """Show what this program is, and which version."""

    def close(self) -> bool:
        """Close the window."""


class Commands:
    """The actions of one window."""

    def __init__(self, frame: Frame, services: Services, messages: Messages, dialogs: FileDialogs) -> None:
        self._frame = frame
        self._services = services
        self._messages = messages
        self._dialogs = dialogs
        self._opening = Opening(services, messages)
        self._saving = Saving(messages, dialogs, services.recent, services.documents)

    # Opening and closing

    def new(self) -> None:
        """Go to the start page, where the packs are."""
        self.close_report()

    def new_in(self, pack_id: str) -> None:
        """A new report in a pack."""
        try:
            opened = self._opening.new(pack_id)
        except PackNotFoundError as error:
            self._messages.notice(str(error), "bad")
            return
        self._show(opened)
        self._keep(self._services.keeper.settings.changed(last_pack=pack_id))

    def open(self) -> None:
        """Ask for a file and open it."""
        session = self._session
        folder = session.path.parent if session and session.path else self._services.documents
        path = self._dialogs.to_open(folder)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file in place of the report that is open, which is saved first."""
        if self.may_leave():
            self._show(self._opening.file(path))

    def recover(self) -> None:
        """Offer the unsaved work there is, or say that there is none."""
        if not self._services.recovery.found():
            self._messages.say("There is no unsaved work to recover.")
        self.offer_recovery()

    def offer_recovery(self) -> bool:
        """Offer the unsaved work there is; whether some of it is open now."""
        found = self._services.recovery.found()
        if not found:
            return False
        from clerkwell.ui.recovery import RecoveryDialog

        dialog = RecoveryDialog(found, self._services.recovery, self._frame.widget)
        dialog.exec()
        chosen: Snapshot | None = dialog.chosen
        dialog.deleteLater()
        self._frame.refresh_start()
        opened = self._opening.snapshot(chosen) if chosen is not None and self.may_leave() else None
        self._show(opened)
        return opened is not None

    def may_leave(self) -> bool:
        """Whether the open report, if there is one, can be closed."""
        return self._session is None or self._saving.may_leave(self._session)

    def close_report(self) -> None:
        """Close the report and go back to the start page."""
        if self.may_leave():
            self._frame.show_start()

    def quit(self) -> None:
        """Close the window; the report that is open is seen to first."""
        self._frame.close()

    # The file

    def save(self) -> None:
        """Save, asking for a name where there is none."""
        if self._session is not None:
            self._saving.save(self._session)

    def save_as(self) -> None:
        """Save under another name; of a report that can only be read, a copy, which is opened."""
        session = self._session
        if session is None:
            return
        if not session.read_only:
            self._saving.save_as(session)
            return
        copy = self._saving.save_copy(session)
        if copy is not None:
            self._show(self._opening.file(copy))

    def check(self) -> None:
        """Go to the page that says what stands in the way."""
        if self._frame.desk is not None:
            self._frame.desk.bridge.session.recheck()
            self._frame.desk.enter_part("check")

    def export_final(self) -> None:
        """The council's document, unless errors stand."""
        self.export(draft=False)

    def export_draft(self) -> None:
        """A draft, whatever stands."""
        self.export(draft=True)

    def export(self, draft: bool) -> None:
        """Export; a refusal shows what is in the way."""
        from clerkwell.ui.shell.exporting import Exporting

        opened, desk = self._frame.opened, self._frame.desk
        if opened is not None and desk is not None:
            Exporting(self._messages, self._dialogs, self._services.documents).export(
                opened.session, opened.runner, draft=draft, refused=lambda: desk.enter_part("check")
            )

    # Editing

    def undo(self) -> None:
        """Take the last step back, wherever in the report it was."""
        self._step(Session.undo)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        self._step(Session.redo)

    def toggle_done(self) -> None:
        """Say that the part that is shown is done, or is not."""
        if self._frame.desk is not None:
            self._frame.desk.pages.current().toggle_done()

    def add_section(self) -> None:
        """Begin a section of the report's own behind the one that is shown, and word its heading."""
        desk = self._frame.desk
        if desk is not None:
            edit, fresh = adding(desk.bridge.session.report, desk.part)
            desk.bridge.session.apply(edit, "Add a section")
            desk.enter_part(fresh)

    def leave_out(self) -> None:
        """Take the section that is shown out of the report; undo brings it back."""
        desk = self._frame.desk
        if desk is not None:
            desk.bridge.session.apply(leaving_out(desk.bridge.session.report, desk.part), "Leave the section out")
            self._messages.say("The section is left out. Undo brings it back with its text.")

    def move_section(self, by: int) -> None:
        """Move the section that is shown up or down."""
        desk = self._frame.desk
        edit = moving(desk.bridge.session.report, desk.part, by) if desk is not None else None
        if desk is not None and edit is not None:
            desk.bridge.session.apply(edit, "Move the section")

    # Getting about

    def step_part(self, by: int) -> None:
        """To the next or previous part."""
        if self._frame.desk is not None:
            self._frame.desk.step_part(by)

    def step_problem(self, by: int) -> None:
        """To the next or previous problem."""
        if self._frame.desk is not None:
            self._frame.desk.step_problem(by)

    def step_pane(self, by: int) -> None:
        """To the next or previous pane."""
        if self._frame.desk is not None:
            self._frame.desk.step_pane(by)

    def toggle_guidance(self) -> None:
        """Show or hide the guidance."""
        if self._frame.desk is not None:
            self._frame.desk.toggle_pane(self._frame.desk.guidance)

    def toggle_problems(self) -> None:
        """Show or hide the list of problems."""
        if self._frame.desk is not None:
            self._frame.desk.toggle_pane(self._frame.desk.problems)

    # The program

    def resize_text(self, by: int) -> None:
        """Make the text of the whole program larger or smaller by so many points; 0 for its ordinary size."""
        now = self._services.keeper.settings
        size = Settings().text_size if by == 0 else min(32, max(8, now.text_size + by))
        self._keep(now.changed(text_size=size))

    def settings(self) -> None:
        """Change the settings."""
        from clerkwell.ui.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._services.keeper.settings, self._frame.widget)
        if dialog.exec():
            self._keep(dialog.settings())
        dialog.deleteLater()

    def check_pack(self) -> None:
        """Check a pack that somebody is making."""
        from clerkwell.ui.studio import CheckPackDialog

        dialog = CheckPackDialog(
            self._services.check_pack, lambda: self._dialogs.folder(self._services.documents), self._frame.widget
        )
        dialog.exec()
        dialog.deleteLater()

    def find_action(self) -> None:
        """Find an action by a few letters of its name."""
        self._frame.show_actions()

    def shortcuts(self) -> None:
        """Show the keys of every action."""
        self._frame.show_shortcuts()

    def about(self) -> None:
        """Say what this program is."""
        self._frame.show_about()

    def _keep(self, settings: Settings) -> None:
        try:
            self._services.keeper.change(settings)
        except FileError as error:
            self._messages.notice(f"The settings hold until you close the program: {error}", "bad")

    def _step(self, step: Callable[[Session], None]) -> None:
        """Undo or redo, and go to what it changed, also where it left no words to put the caret in."""
        session, desk = self._session, self._frame.desk
        if session is None or desk is None:
            return
        before = session.report
        step(session)
        touched = changes(before, session.report).sections
        if touched and desk.part not in touched:
            desk.enter_part(next((part for part in desk.parts.part_ids if part in touched), desk.part))

    @property
    def _session(self) -> Session | None:
        return self._frame.opened.session if self._frame.opened else None

    def _show(self, opened: Opened | None) -> None:
        if opened is not None:
            self._frame.show_report(opened)
