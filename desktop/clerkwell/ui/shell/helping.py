"""Help for where one is: F1 opens the page about the part, the pane or the dialog that the keyboard is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from clerkwell.system import resources_folder

if TYPE_CHECKING:
    from clerkwell.ui.preview import HelpViewer
    from clerkwell.ui.shell.desk import Desk

START = "getting-started"
# The page of each dialog, by its class: a dialog is only loaded once it is asked for.
DIALOGS = {
    "AboutDialog": START,
    "AcceptDialog": "export",
    "AccountDialog": "import",
    "ActionFinder": "keyboard",
    "AddPartDialog": "packs",
    "AddRowsDialog": "packs",
    "AppendixDialog": "export",
    "CheckPackDialog": "packs",
    "ClearanceDialog": "consultation",
    "ComparisonDialog": "versions",
    "CopyDialog": "packs",
    "ConsultationDialog": "consultation",
    "FootnotesDialog": "writing",
    "FoundDialog": "export",
    "GatherDialog": "files",
    "LetterDialog": "import",
    "MeetingDialog": "import",
    "AnotherTemplateDialog": "packs",
    "MoveDialog": "writing",
    "NameDialog": "versions",
    "NoteDialog": "notes",
    "PaperDialog": "parts-and-states",
    "PasteDialog": "packs",
    "PictureDialog": "writing",
    "PreferencesDialog": "files",
    "ReasonDialog": "problems",
    "RecoveryDialog": "recovery",
    "ReferenceDialog": "writing",
    "ReplacementsDialog": "writing",
    "ReviewDialog": "coming-home",
    "SendDialog": "coming-home",
    "ShortcutsDialog": "keyboard",
    "SinceDialog": "consultation",
    "SymbolsDialog": "writing",
    "TableDialog": "writing",
    "VersionsDialog": "versions",
    "WordCountDialog": "writing",
    "FromWordDialog": "maintaining",
    "WorkshopStart": "packs",
    "WordingNameDialog": "writing",
    "WordingsDialog": "writing",
}
# The page of each part that is no section to write.
_PARTS = {
    "header": "header",
    "authors": "header",
    "tray": "import",
    "check": "problems",
    "consultation-log": "consultation",
}


def page_for(desk: Desk | None, focus: QWidget | None) -> str:
    """The help page for where the keyboard is in the main window."""
    if desk is None:
        return START
    panes: tuple[tuple[QWidget, str], ...] = (
        (desk.parts, "parts-and-states"),
        (desk.problems, "problems"),
        (desk.notes, "notes"),
        (desk.preview, "preview"),
        (desk.find_bar, "writing"),
    )
    for pane, page in panes:
        if focus is not None and (focus is pane or pane.isAncestorOf(focus)):
            return page
    return _PARTS.get(desk.part, "writing")


def page_of(dialog: QWidget) -> str:
    """The help page of a dialog; of one that has none of its own, that of what it is a kind of."""
    return next((DIALOGS[kind.__name__] for kind in type(dialog).__mro__ if kind.__name__ in DIALOGS), START)


class Helping(QObject):
    """Shows the help pages beside a window, and over a dialog that has F1 pressed in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._viewer: HelpViewer | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._watch)

    def show(self, page: str) -> HelpViewer:
        """Show a page; the pages stay beside the window while one goes on writing."""
        if self._viewer is None:
            self._viewer = _viewer(self._window)
        self._viewer.show_page(page)
        _bring_up(self._viewer)
        return self._viewer

    def show_rule(self, rule: str) -> None:
        """Show the page of a rule, where it says what is said of it."""
        self.show("rules").show_rule(rule)

    def close(self) -> None:
        """Put the pages away."""
        if self._viewer is not None:
            self._viewer.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F1 in a dialog."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_F1
            and not event.modifiers()
            and isinstance(watched, QWidget)
        ):
            self._show_over(watched.window())
            return True
        return super().eventFilter(watched, event)

    def _watch(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and self._belongs(new.window()):
            new.installEventFilter(self)

    def _belongs(self, dialog: QWidget) -> bool:
        return isinstance(dialog, QDialog) and type(dialog).__name__ != "HelpViewer"

    def _show_over(self, dialog: QWidget) -> None:
        # A child of the dialog: while that waits for its answer, nothing else of the program hears of keys.
        viewer = _viewer(dialog)
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.show_page(page_of(dialog))
        _bring_up(viewer)


def _viewer(parent: QWidget) -> HelpViewer:
    from clerkwell.ui.preview import HelpViewer, help_pages

    return HelpViewer(help_pages(resources_folder() / "help"), parent)


def _bring_up(viewer: HelpViewer) -> None:
    if viewer.isVisible():
        viewer.raise_()
    viewer.show()
    viewer.activateWindow()
