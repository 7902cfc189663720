"""The main window: it places the start page or the desk, and connects them to the actions.

The desk with its editors is loaded with the first report: the start page should not wait for it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from clerkwell.system import resources_folder
from clerkwell.ui.kit import Messages
from clerkwell.ui.kit.busy import busy
from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.voice import WindowMessages
from clerkwell.ui.shell.ahead import Ahead
from clerkwell.ui.shell.commands import Commands
from clerkwell.ui.shell.files import FileDialogs, QtFileDialogs
from clerkwell.ui.shell.helping import Helping, page_for
from clerkwell.ui.shell.incoming_files import READABLE
from clerkwell.ui.shell.keys import WindowKeys
from clerkwell.ui.shell.menus import Menus
from clerkwell.ui.shell.palette import ActionFinder, usable
from clerkwell.ui.shell.ruled import no_drafts
from clerkwell.ui.shell.saved import saved_words, window_title
from clerkwell.ui.shell.services import Services
from clerkwell.ui.shell.situation import situation
from clerkwell.ui.shell.standing import Panes, Standing
from clerkwell.ui.shell.zooming import WheelZoom
from clerkwell.ui.start import PackPictures, StartPage
from clerkwell.ui.start.page import first_choice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clerkwell.printing import Engine, PageMaker
    from clerkwell.session import ReportChanged
    from clerkwell.ui.documents import Account
    from clerkwell.ui.kit import SessionBridge
    from clerkwell.ui.shell.desk import Desk
    from clerkwell.ui.shell.leaving import Leaving
    from clerkwell.ui.shell.opening import Opened

# Pixels that suit most reports, and what a desktop's bars and the window's frame take besides.
_SIZE = (1320, 860)
_FRAME = 80


class MainWindow(QMainWindow):
    """One window with one report, or none. `closed` comes when it has gone for good, `settled` when all that it will
    soon need is loaded."""

    closed = Signal()
    settled = Signal()

    def __init__(
        self, services: Services, messages: Messages | None = None, dialogs: FileDialogs | None = None
    ) -> None:
        """`messages` and `dialogs` are for tests; by default they are the window's own."""
        super().__init__()
        self.services = services
        self.opened: Opened | None = None
        self._follow_no_more: Callable[[], None] = _nothing
        self.desk: Desk | None = None
        self._bridge: SessionBridge | None = None
        self._panes = Panes()
        self.strip = NoticeStrip()
        self.messages: Messages = messages or WindowMessages(self, self.statusBar(), self.strip)
        self._last_folder = LastFolder(services.state / "folder.txt")
        own = dialogs or QtFileDialogs(self, services.documents, self._last_folder)
        self.commands = Commands(self, services, self.messages, own)
        self.menus = Menus(self, self.commands)
        self.start = StartPage()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._saved = QLabel()
        # No name of its own: a screen reader would say that in place of the words.
        self._saved.setContentsMargins(GAP, 0, GAP, 0)
        self.statusBar().addPermanentWidget(self._saved)
        self._place()
        self._keys = WindowKeys(self)
        self._ahead = Ahead(self)
        self._ahead.finished.connect(self.settled)
        self.helping = Helping(self)
        self._wheel = WheelZoom(self, self.commands.resize_text)
        self.setAcceptDrops(True)
        self.start.new_requested.connect(self.commands.new_in)
        self.start.open_requested.connect(self.commands.open)
        self.start.recent_requested.connect(self.commands.open_file)
        self.start.recover_requested.connect(self.commands.recover)
        self.start.earlier_requested.connect(self.commands.new_from_earlier)
        self.start.example_requested.connect(self.commands.open_example)
        self.start.lost_requested.connect(self.commands.find_lost)
        self.start.unwanted.connect(self.commands.forget_recent)
        pictures = PackPictures(resources_folder() / "pictures", services.state / "pictures", self)
        self.start.picture_from(pictures)
        self.closed.connect(self.start.stop)
        self.refresh_packs()
        self.show_start()

    def _place(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.resize(*_SIZE)

    @property
    def widget(self) -> QWidget:
        """The window itself, for dialogs to stand over."""
        return self

    @property
    def saved_state(self) -> str:
        """Where the work is, in the words that the window shows."""
        return self._saved.text()

    # The report

    def show_report(self, opened: Opened) -> None:
        """Put a report on the desk in place of the one there."""
        self._clear()
        self.opened = opened
        # Let go of when the report is closed: a session that kept its window would be left to the garbage collector,
        # which takes Qt's objects apart on whatever thread it runs.
        self._follow_no_more = opened.session.repacked.connect(lambda _: self._lay_out(opened))
        self._lay_out(opened)
        if opened.account is not None:
            self._tell_of(opened.account)
        self.commands.tell_what_is_in_date()
        if opened.account is None:
            self.commands.tell_of_open_changes()

    def _lay_out(self, opened: Opened) -> None:
        """Make the desk for a report, anew where it has moved to another template."""
        from clerkwell.ui.editors.richtext.actions import ACTIONS
        from clerkwell.ui.kit import SessionBridge
        from clerkwell.ui.navigator import HEADER
        from clerkwell.ui.shell.desk import Desk
        from clerkwell.ui.shell.tied import Tied

        self._put_desk_away()
        own = self.services
        self._bridge = bridge = SessionBridge(
            opened.session,
            self.messages,
            self,
            words=own.words,
            explain=self.show_rule,
            inserts=own.inserts(),
            last_folder=self._last_folder,
        )
        bridge.no_drafts = no_drafts(own.keeper.settings)
        with busy():
            author, first = own.keeper.settings.author_name, self._leaving().part(opened, HEADER)
            self.desk = desk = Desk(bridge, self._panes, author, self._page_maker, first=first)
        desk.besides = (self.strip,)
        Tied(self.strip, bridge)
        self.commands.follow_dates(bridge)
        self.strip.left.connect(desk.back_to_work)
        desk.export_requested.connect(self.commands.export_as)
        desk.letter_requested.connect(self.commands.attach_letter)
        desk.details_requested.connect(self.commands.put_my_details_in)
        desk.part_shown.connect(self._part_shown)
        bridge.changed.connect(self._follow)
        bridge.state_changed.connect(self._refresh)
        bridge.problems_changed.connect(self._refresh)
        bridge.trouble.connect(lambda text: self.messages.notice(text, "bad"))
        self._stack.addWidget(desk)
        self._stack.setCurrentWidget(desk)
        self._note_recent(opened)
        self._part_shown()
        self._ahead.draw(spec.icon for spec in ACTIONS if spec.icon)
        desk.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leaving().come_back(opened, desk)

    def _tell_of(self, account: Account) -> None:
        if account.items:
            self.commands.show_account()
        else:
            self.messages.notice(account.all_well, "good")

    def clear_notice(self) -> None:
        """Put the notice away."""
        self.strip.clear()

    def show_start(self) -> None:
        """Clear the desk and show the start page."""
        self._clear()
        self.refresh_start()
        self._stack.setCurrentWidget(self.start)
        self._ahead.begin()
        self.start.packs.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()

    def refresh_start(self) -> None:
        """Show on the start page what there is to carry on with now."""
        self.start.show_recent(self.services.recent.load())
        self.start.offer_recovery(bool(self.services.recovery.found()))

    def refresh_packs(self) -> None:
        """Show on the start page, and tell for the open report, which packs there are now."""
        services = self.services
        settings, today = services.keeper.settings, services.now().date()
        last = self.start.packs.marked() or first_choice(settings, services.catalogue, today)
        self.start.show_catalogue(services.catalogue, today, last, settings.default_council)
        self.commands.tell_what_is_in_date()

    def _clear(self) -> None:
        if self.opened is None:
            return
        self._put_desk_away()
        self._follow_no_more()
        self._follow_no_more = _nothing
        self.opened.close()
        self.opened = None
        self.commands.tidy()
        self.strip.clear()
        self.statusBar().clearMessage()

    def _put_desk_away(self) -> None:
        if self.opened is None or self.desk is None or self._bridge is None:
            return
        self._note_recent(self.opened)
        self._leaving().leave(self.opened, self.desk)
        self._bridge.let_go()
        self.menus.offer({})
        self._panes = self.desk.panes
        self.desk.previewing.close_down()
        self._stack.removeWidget(self.desk)
        self.desk.deleteLater()
        self._bridge.deleteLater()
        self.desk = self._bridge = None

    def _note_recent(self, opened: Opened) -> None:
        session = opened.session
        if session.path is not None:
            self.services.recent.note(session.path, session.report, session.pack)

    def _leaving(self) -> Leaving:
        from clerkwell.session.left_off import LeftOffs
        from clerkwell.ui.shell.leaving import Leaving

        return Leaving(LeftOffs(self.services.state / "left-off.json"), self.services.recent)

    def _page_maker(self) -> PageMaker:
        """What makes the preview's pages, as the settings have it each time; loaded with the first preview."""
        from clerkwell.printing import PageMaker, engines

        def ways() -> Sequence[Engine]:
            settings = self.services.keeper.settings
            return engines(settings.make_pages_with, settings.libreoffice)

        return PageMaker(ways)

    def _follow(self, event: ReportChanged) -> None:
        if event.caret is not None and self.desk is not None:
            self.desk.show_place(event.caret)

    def _part_shown(self) -> None:
        if self.desk is not None:
            self.menus.offer(self.desk.pages.current().actions_by_id)
            self._wheel.watch(self.desk.pages.current())
        self._refresh()

    def _refresh(self) -> None:
        session = self.opened.session if self.opened else None
        account = self.opened is not None and self.opened.account is not None
        self.menus.refresh(situation(session, self.desk.part if self.desk else "", account=account))
        self._saved.setText(saved_words(session))
        self.setWindowTitle(window_title(session))
        self.setWindowModified(session is not None and session.dirty)

    def clipboard(self, name: str) -> None:
        """Cut, copy, paste or select all where the keyboard is."""
        self.menus.clipboard.run(name)

    # Small windows

    def show_actions(self) -> None:
        """Let the user find an action by name, and run it."""
        page = self.desk.pages.current().actions_by_id if self.desk is not None else {}
        finder = ActionFinder(usable(self.menus.actions, page), self)
        finder.exec()
        chosen = finder.chosen
        finder.deleteLater()
        if chosen is not None:
            chosen.trigger()

    def show_help(self, page: str = "") -> None:
        """Show this page of the help, or that for where the keyboard is; it stays beside the window meanwhile."""
        self.helping.show(page or page_for(self.desk, QApplication.focusWidget()))

    def show_rule(self, rule: str) -> None:
        """Show the help's page of a rule, where it says what is said of it."""
        self.helping.show_rule(rule)

    def show_shortcuts(self) -> None:
        """Show the keys of every action."""
        from clerkwell.ui.shell.shortcuts import ShortcutsDialog

        dialog = ShortcutsDialog(self)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        """Show what this program is."""
        from clerkwell.session.surroundings import surroundings
        from clerkwell.ui.shell.about import AboutDialog

        services, opened = self.services, self.opened
        open_pack = opened.session.pack if opened else None
        dialog = AboutDialog(self, surroundings(services.keeper.settings, services.catalogue.packs, open_pack))
        dialog.exec()
        dialog.deleteLater()

    # What comes from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take reports and texts."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.commands.open_file(path)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew when the look changes."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "menus"):
            self.menus.redraw()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """See to the open report first."""
        if not self.commands.may_leave():
            event.ignore()
            return
        self.commands.close_workshop()
        self.commands.work.close()
        self._clear()
        self.commands.tidy()
        self.helping.close()
        event.accept()
        self.closed.emit()

    def geometry_to_keep(self) -> Standing:
        """Its size and place and its panes', for next time."""
        return Standing(bytes(self.saveGeometry().data()), self.desk.panes if self.desk else self._panes)

    def take_geometry(self, kept: Standing) -> None:
        """Stand where it stood last time, if that can still be seen; the first time, in a size that the screen has."""
        self._panes = kept.panes
        if self.restoreGeometry(QByteArray(kept.geometry)):
            return
        room = self.screen().availableGeometry()
        if room.width() < _SIZE[0] + _FRAME or room.height() < _SIZE[1] + _FRAME:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)


def _dropped(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix.casefold() in READABLE:
            return path
    return None


def _nothing() -> None:
    """What there is to end while no report is open."""
