"""What the actions do. Each is one thing that a user can ask for, wherever it is asked from.

What is not needed for the start page (the desk, exporting, dialogs) is loaded when it is first asked for.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from clerkwell.packs import PackNotFoundError
from clerkwell.system import FileError, Settings
from clerkwell.ui.kit import Messages
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.shell.desk_commands import Frame
from clerkwell.ui.shell.files import FileDialogs
from clerkwell.ui.shell.incoming_files import is_pack, is_same, is_word
from clerkwell.ui.shell.lost import lost
from clerkwell.ui.shell.ruled import no_acceptance, no_drafts
from clerkwell.ui.shell.saving import Saving
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.word_commands import WordCommands

if TYPE_CHECKING:
    from clerkwell.session import Session
    from clerkwell.ui.kit import SessionBridge
    from clerkwell.ui.shell.makings import Making
    from clerkwell.ui.shell.workshop import Workshop


class Commands(WordCommands):
    """The actions of one window."""

    def __init__(self, frame: Frame, services: Services, messages: Messages, dialogs: FileDialogs) -> None:
        super().__init__(frame, services, messages, dialogs)
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
        if self._frame.desk is not None:
            # Nothing of it is to be looked over yet: whoever begins a report begins with the first question.
            self._frame.desk.back_to_work()
        self._keep(self._services.keeper.settings.changed(last_pack=pack_id))

    def open(self) -> None:
        """Ask for a file and open it."""
        session = self._session
        folder = session.path.parent if session and session.path else self._services.documents
        path = self._dialogs.to_open(folder)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file in place of the report that is open, which is saved first. Word documents: `open_word`."""
        session = self._session
        if session is not None and session.path is not None and not session.read_only and is_same(path, session.path):
            # Its lock is ours: to open it again would say that somebody else has it.
            self._messages.say(f"{path.name} is open already.")
        elif is_word(path):
            self.open_word(path)
        elif is_pack(path):
            self.install_pack(path)
        elif self.may_leave():
            self._show(self._opening.file(path))

    def find_lost(self, path: Path) -> None:
        """Ask what is to become of a report of the list whose file is not where it was."""
        answer = self._messages.ask(lost(path))
        if answer == "look":
            found = self._dialogs.to_open(path.parent if path.parent.is_dir() else self._services.documents)
            if found is not None:
                self._services.recent.remove(str(path))
                self.open_file(found)
        elif answer == "remove":
            self.forget_recent(str(path))

    def forget_recent(self, path: str) -> None:
        """Take a report off the list of the start page; its file stays."""
        self._services.recent.remove(path)
        self._frame.refresh_start()
        self._messages.say(f"{Path(path).name} is off the list.")

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
        from clerkwell.ui.shell.recovering import choose

        chosen = choose(found, self._services, self._frame.widget)
        self._frame.refresh_start()
        opened = self._opening.snapshot(chosen) if chosen is not None and self.may_leave() else None
        self._show(opened)
        return opened is not None

    def may_leave(self) -> bool:
        """Whether the open report, if there is one, can be closed."""
        return self._session is None or self._saving.may_leave(self._session)

    def tidy(self) -> None:
        """Remove what this computer has kept long enough of reports that are not public."""
        from clerkwell.session.retaining import tidy_up

        services = self._services
        days = services.keeper.settings.keep_private_days
        tidy_up(services.recovery, services.state / "pages", days, services.now())

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

    def keep_mine(self) -> bool:
        """Save the open report in a file beside its own, which somebody else changed, and go on there."""
        return self._session is not None and self._saving.keep_mine(self._session)

    def check(self) -> None:
        """Go to the page that says what stands in the way."""
        if self._frame.desk is not None:
            self._frame.desk.bridge.session.recheck()
            # Hundreds of problems may have to be laid out.
            with busy():
                self._frame.desk.check()

    def export_final(self) -> None:
        """The council's document, unless errors stand."""
        self.export(draft=False)

    def export_draft(self) -> None:
        """A draft, whatever stands."""
        self.export(draft=True)

    def export_as(self, way: str) -> None:
        """What the page "Check your report" offers: "final", "draft", "pdf" or "sets"."""
        ways = {"draft": self.export_draft, "pdf": self.export_pdf, "sets": self.export_sets}
        ways.get(way, self.export_final)()

    def export(self, draft: bool) -> None:
        """A Word document; a refusal shows what is in the way."""
        from clerkwell.ui.shell.makings import document

        why_not = no_drafts(self._services.keeper.settings) if draft else ""
        if why_not:
            self._messages.notice(why_not, "bad")
            return
        self._export(document(draft=draft))

    def export_pdf(self) -> None:
        """A PDF of the council's document; of a draft while errors stand and the user asks for one."""
        from clerkwell.ui.shell.makings import pdf

        self._export(pdf(self._services.keeper.settings))

    def export_sets(self) -> None:
        """What is published and what is not, each in a folder."""
        from clerkwell.ui.shell.makings import both_sets

        self._export(both_sets())

    def export_blank(self) -> None:
        """The empty form of the report's pack."""
        from clerkwell.ui.shell.makings import blank_form

        self._export(blank_form())

    def print_pages(self) -> None:
        """The report's pages on paper, through the system's dialog."""
        from clerkwell.ui.shell.printing_out import print_report

        print_report(self._tools)

    def _export(self, making: Making) -> None:
        from clerkwell.ui.shell.accepting import ask_acceptance
        from clerkwell.ui.shell.dialogs import show_found
        from clerkwell.ui.shell.exporting import Exporting

        opened, desk = self._frame.opened, self._frame.desk
        if opened is not None and desk is not None:
            settings, widget = self._services.keeper.settings, self._frame.widget
            flow = Exporting(
                self._messages,
                self._dialogs,
                self._services.documents,
                desk.show_refusal,
                (lambda errors: ask_acceptance(errors, settings.author_name, widget))
                if settings.allow_acceptance
                else None,
                lambda found: show_found(found, widget),
                self._note_export,
                final=lambda: self._note_final(opened.session),
                ruled=no_acceptance(settings),
                drafts=settings.allow_drafts,
            )
            flow.export(opened.session, opened.runner, making)

    def _note_final(self, session: Session) -> None:
        if session.path is not None:
            self._services.recent.note(session.path, session.report, session.pack)
            self._services.recent.exported(session.path, session.report, self._services.now().astimezone())

    # The program

    def resize_text(self, by: int) -> None:
        """Make the text of the whole program larger or smaller by so many points; 0 for its ordinary size."""
        now = self._services.keeper.settings
        if "text_size" in now.locked:
            self._messages.say(f"The text stays at {now.text_size} points. {now.set_by('text_size')}.")
            return
        size = Settings().text_size if by == 0 else min(32, max(8, now.text_size + by))
        self._keep(now.changed(text_size=size))
        kept = self._services.keeper.settings.text_size
        self._messages.say(f"Text size {kept} points.")

    def settings(self, page: str = "") -> None:
        """Change the settings; `page` is the title of the one to begin with."""
        from clerkwell.ui.kit.style import try_on
        from clerkwell.ui.preferences import PreferencesDialog

        own_words, last = self._services.words.own_words, LastFolder(self._services.state / "folder.txt")
        dialog = PreferencesDialog(self._services.keeper.settings, self._frame.widget, own_words, try_on, last.get)
        dialog.show_page(page)
        if dialog.exec():
            self.take_settings(dialog.settings(), dialog.own_words())
        dialog.deleteLater()

    def take_settings(self, settings: Settings, own_words: frozenset[str]) -> None:
        """Use these settings and these words of the author's from now on; an open report is checked by them at once."""
        before = self._services.keeper.settings
        self._keep(settings)
        if self._frame.desk is not None and settings.author_name != before.author_name:
            # It stands under what is set aside from now on.
            self._frame.desk.bridge.author = settings.author_name
        words, had = self._services.words, self._services.words.own_words
        try:
            for word in sorted(own_words - had):
                words.add(word)
            for word in sorted(had - own_words):
                words.remove(word)
        except FileError as error:
            self._messages.notice(f"Your words could not be kept. {error}", "bad")
        same = (before.check_spelling, before.check_wording) == (settings.check_spelling, settings.check_wording)
        if self._session is not None and not (same and words.own_words == had):
            self._session.recheck()

    def use_another_template(self) -> None:
        """Move the report to another template, or a newer version of its own."""
        from clerkwell.ui.shell.retargeting import use_another_template

        use_another_template(self._tools)

    def follow_dates(self, bridge: SessionBridge) -> None:
        """Tell of another version of the template, as long as the report is open, when its meeting asks for that."""
        from clerkwell.ui.shell.in_date import InDate

        InDate(self._services, bridge, self.use_another_template)

    def tell_what_is_in_date(self) -> None:
        """Say that another version of the template is in date for the open report, if there is one."""
        desk = self._frame.desk
        if desk is not None:
            from clerkwell.ui.shell.in_date import InDate

            for each in desk.bridge.findChildren(InDate):
                each.look()

    @cached_property
    def workshop(self) -> Workshop:
        """The template workshop, loaded when somebody goes there."""
        from clerkwell.ui.shell.workshop import Workshop

        return Workshop(self._tools)

    def open_workshop(self) -> None:
        """Change a council's template, or make one."""
        self.workshop.begin()

    def close_workshop(self) -> None:
        """Close the windows of the workshop; all is saved in them."""
        if "workshop" in self.__dict__:
            self.workshop.close()

    def check_pack(self) -> None:
        """Check a pack that somebody is making."""
        from clerkwell.ui.studio import CheckPackDialog

        dialog = CheckPackDialog(
            self._services.check_pack, lambda: self._dialogs.folder(self._services.documents), self._frame.widget
        )
        dialog.exec()
        dialog.deleteLater()

    def gather(self) -> None:
        """Gather what IT asks for, for the user to look at and to save."""
        from clerkwell.ui.shell.gathering import gather_for_it

        gather_for_it(self._tools)

    def help(self) -> None:
        """Open the help pages."""
        self._frame.show_help()

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
