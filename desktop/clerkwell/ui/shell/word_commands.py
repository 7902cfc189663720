"""What the actions do with documents that come in and go out: opening them, reviewing, versions, sending, letters.

Reading Word documents takes more code than anything else here; it is loaded when it is first asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.ui.kit import Messages
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.shell.desk_commands import DeskCommands, Frame
from clerkwell.ui.shell.files import WORD_IN, FileDialogs
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.tools import Tools
from clerkwell.ui.shell.work import Work

if TYPE_CHECKING:
    from clerkwell.session.coming_home.brought_in import BroughtIn
    from clerkwell.ui.shell.makings import Made, Making
    from clerkwell.ui.shell.opening import Opened, Opening
    from clerkwell.ui.shell.reviewing import Reviewing


class WordCommands(DeskCommands, ABC):
    """The actions about documents."""

    def __init__(self, frame: Frame, services: Services, messages: Messages, dialogs: FileDialogs) -> None:
        super().__init__(frame, messages)
        self.work = Work(messages, frame.clear_notice)
        self._services = services
        self._dialogs = dialogs

    @cached_property
    def _opening(self) -> Opening:
        # What a session stands on takes longer to load than the start page.
        from clerkwell.ui.shell.opening import Opening

        return Opening(self._services, self._messages, self._dialogs)

    @cached_property
    def _tools(self) -> Tools:
        return Tools(
            self._frame,
            self._services,
            self._messages,
            self._dialogs,
            self._opening,
            self.work,
            lambda path: self.open_file(path),
            lambda: self.may_leave(),
            self._show,
            lambda pack_id: self.new_in(pack_id),
        )

    @abstractmethod
    def open_file(self, path: Path) -> None:
        """Open a file in place of the report that is open."""

    @abstractmethod
    def new_in(self, pack_id: str) -> None:
        """A new report in a pack."""

    @abstractmethod
    def settings(self, page: str = "") -> None:
        """Change the settings, beginning with a page."""

    @abstractmethod
    def may_leave(self) -> bool:
        """Whether the open report can be closed."""

    def open_word(self, path: Path) -> None:
        """Take a Word document: review it as a draft of the open report, or import it."""
        with busy():
            from clerkwell.ui.shell.arriving import Arriving

        Arriving(self._tools, self._reviewing, self._import).take(path)

    def install_pack(self, path: Path) -> None:
        """Say what a template is that came as one file, and put it into use on this computer."""
        with busy():
            from clerkwell.ui.shell.installing import install

        install(self._tools, path)

    def bring_home(self) -> None:
        """Ask for a draft that was sent out and has come back, and bring what it says into its report."""
        path = self._tools.dialogs.to_read(self._tools.folder, "Bring a draft home", WORD_IN)
        if path is not None:
            self.open_file(path)

    def new_from_earlier(self) -> None:
        """A new report from an earlier one."""
        with busy():
            from clerkwell.ui.shell.again import new_from_earlier

        new_from_earlier(self._tools)

    def open_example(self, pack_id: str, file: str) -> None:
        """Look at an example report of a template."""
        with busy():
            from clerkwell.ui.shell.examples import open_example

        open_example(self._tools, pack_id, file)

    def keep_version(self) -> None:
        """Keep the report as it is now, under a name."""
        with busy():
            from clerkwell.ui.shell.comparing import Comparing

        Comparing(self._tools).keep()

    def versions(self) -> None:
        """List the versions, compare them, bring one back."""
        with busy():
            from clerkwell.ui.shell.comparing import Comparing

        Comparing(self._tools).show()

    def send_sections(self) -> None:
        """Write sections into a Word document for a colleague."""
        with busy():
            from clerkwell.ui.shell.handing import send_sections

        send_sections(self._tools)

    def attach_letter(self) -> None:
        """Attach a letter, and quote its findings."""
        with busy():
            from clerkwell.ui.shell.letters import attach

        attach(self._tools)

    def put_my_details_in(self) -> None:
        """Put the author's own details into the report."""
        from clerkwell.ui.shell.signing import put_details_in

        put_details_in(self._tools, self.settings)

    def resume_review(self) -> None:
        """Take up again the changes that were left for later."""
        self._reviewing.resume_first()

    def tell_of_open_changes(self) -> None:
        """Say that changes are still to be decided, if any are."""
        opened = self._frame.opened
        if opened is not None and opened.session.report.returns:
            self._reviewing.tell_of_open()

    def show_account(self) -> None:
        """Show again what came in with the import."""
        opened = self._frame.opened
        if opened is not None and opened.account is not None:
            from clerkwell.ui.documents.account import show_account

            show_account(opened.account, self._frame.widget)

    @property
    def _reviewing(self) -> Reviewing:
        from clerkwell.ui.shell.reviewing import Reviewing

        return Reviewing(self._tools)

    def _import(self, made: BroughtIn, name: str) -> None:
        from clerkwell.ui.documents import account_of_import

        if self.may_leave():
            opened = self._opening.made(made.stored, made.imported.pack)
            if opened is not None:
                self._show(replace(opened, account=account_of_import(made.imported, name)))

    @abstractmethod
    def keep_mine(self) -> bool:
        """Save the open report in a file beside its own, and go on there. Whether it is saved."""

    def _show(self, opened: Opened | None) -> None:
        if opened is not None:
            from clerkwell.ui.shell.outside import Outside

            self._frame.show_report(opened)
            Outside(self._tools, opened, self.keep_mine).watch()
            self._follow_exports(opened)
            if opened.held is not None:
                from clerkwell.ui.shell.waiting import Waiting

                Waiting(self._tools, opened, opened.held).watch()

    def _follow_exports(self, opened: Opened) -> None:
        """Know what was exported last of a report, for as long as it is open."""
        if self._frame.desk is not None:
            from clerkwell.ui.shell.last_exported import LastExported

            LastExported(self._tools, opened, self._frame.desk.bridge).begin()

    def _note_export(self, making: Making, made: Made) -> None:
        from clerkwell.ui.shell.last_exported import LastExported

        desk = self._frame.desk
        following = desk.bridge.findChild(LastExported) if desk is not None else None
        # A blank form says nothing of the report.
        if isinstance(following, LastExported) and making.whole:
            following.note(making.name, made)
