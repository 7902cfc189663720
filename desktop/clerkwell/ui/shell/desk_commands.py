"""What the actions do on the desk: editing, and getting about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from clerkwell.ui.kit import Messages

if TYPE_CHECKING:
    from clerkwell.session import Session
    from clerkwell.ui.shell.desk import Desk
    from clerkwell.ui.shell.opening import Opened


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

    def refresh_packs(self) -> None:
        """Show on the start page, and tell for the open report, which packs there are now."""

    def clear_notice(self) -> None:
        """Put the notice away."""

    def show_actions(self) -> None:
        """Let the user find an action by name."""

    def show_help(self, page: str = "") -> None:
        """Show this page of the help, or that for where the keyboard is."""

    def show_shortcuts(self) -> None:
        """Show the keys of every action."""

    def show_about(self) -> None:
        """Show what this program is, and which version."""

    def clipboard(self, name: str) -> None:
        """Cut, copy, paste or select all where the keyboard is."""

    def close(self) -> bool:
        """Close the window."""


class DeskCommands:
    """The actions that need an open report; without one they do nothing."""

    def __init__(self, frame: Frame, messages: Messages) -> None:
        self._frame = frame
        self._messages = messages

    # Editing

    def undo(self) -> None:
        """Take the last step back, wherever in the report it was."""
        session = self._session
        if session is not None:
            self._step(session, session.undo, "Undone", session.undo_label)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        session = self._session
        if session is not None:
            self._step(session, session.redo, "Done again", session.redo_label)

    def clipboard(self, name: str) -> None:
        """Cut, copy, paste or select all where the keyboard is."""
        self._frame.clipboard(name)

    def toggle_done(self) -> None:
        """Say that the part that is shown is done, or is not."""
        if self._frame.desk is not None:
            self._frame.desk.pages.current().toggle_done()

    def add_section(self) -> None:
        """Begin a section of the report's own behind the one that is shown, and word its heading."""
        desk = self._frame.desk
        if desk is not None:
            from clerkwell.ui.shell.sections import adding

            edit, fresh = adding(desk.bridge.session.report, desk.part)
            desk.bridge.session.apply(edit, "Add a section")
            desk.enter_part(fresh)

    def leave_out(self) -> None:
        """Take the section that is shown out of the report; undo brings it back."""
        desk = self._frame.desk
        if desk is not None:
            from clerkwell.ui.shell.sections import leaving_out

            desk.bridge.session.apply(leaving_out(desk.bridge.session.report, desk.part), "Leave the section out")
            self._messages.say("The section is left out. Undo brings it back with its text.")

    def move_section(self, by: int) -> None:
        """Move the section that is shown up or down."""
        desk = self._frame.desk
        if desk is not None:
            from clerkwell.ui.shell.sections import moving

            edit = moving(desk.bridge.session.report, desk.part, by)
            if edit is not None:
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

    def toggle_preview(self) -> None:
        """Show or hide the pages of the report."""
        if self._frame.desk is not None:
            self._frame.desk.toggle_preview()

    def preview_apart(self) -> None:
        """Show the preview in a window of its own, or close that."""
        if self._frame.desk is not None:
            self._frame.desk.previewing.toggle_apart()

    def find(self) -> None:
        """Find words in the whole report, and replace them."""
        if self._frame.desk is not None:
            self._frame.desk.open_find()

    def find_step(self, by: int) -> None:
        """To the next or the previous find."""
        if self._frame.desk is not None:
            self._frame.desk.step_find(by)

    def preview_replacements(self) -> None:
        """Show every replacement before it is made; ask first for the words where nothing is looked for."""
        if self._frame.desk is not None:
            self._frame.desk.preview_replacements()

    def count_words(self) -> None:
        """Show how long the report is, part by part."""
        if self._frame.desk is not None:
            from clerkwell.ui.shell.counting import show_counts

            show_counts(self._frame.desk, self._frame.widget)

    def toggle_problems(self) -> None:
        """Show or hide the list of problems."""
        if self._frame.desk is not None:
            self._frame.desk.toggle_pane(self._frame.desk.problems)

    def toggle_notes(self) -> None:
        """Show or hide the notes."""
        if self._frame.desk is not None:
            self._frame.desk.toggle_pane(self._frame.desk.notes)

    def add_note(self) -> None:
        """Ask for a note on the words where the keyboard is."""
        if self._frame.desk is not None:
            self._frame.desk.add_note()

    def step_note(self, by: int) -> None:
        """To the next or previous note that is open."""
        if self._frame.desk is not None:
            self._frame.desk.step_note(by)

    def _step(self, session: Session, step: Callable[[], None], did: str, label: str) -> None:
        """Undo or redo, say what, and go to what it changed, also where it left no words to put the caret in."""
        desk = self._frame.desk
        if desk is None:
            return
        from clerkwell.model import changes
        from clerkwell.session.caret import part_of_changes

        before = session.report
        step()
        what = changes(before, session.report)
        touched = what.sections
        if label:
            where = part_of_changes(what)
            entry = desk.parts.entry(where) if where else None
            desk.bridge.tell(f"{did}: {label}{f' in {entry.title}' if entry is not None else ''}.")
        if touched and desk.part not in touched:
            desk.enter_part(next((part for part in desk.parts.part_ids if part in touched), desk.part))

    @property
    def _session(self) -> Session | None:
        return self._frame.opened.session if self._frame.opened else None
