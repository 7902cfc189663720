"""The template workshop: one pack being made, page by page, saved at every change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from clerkwell.session.making import IN_WORD, PackSession
from clerkwell.ui.kit.choices import ChoiceList, Item
from clerkwell.ui.kit.icons import icon
from clerkwell.ui.kit.messages import Offer
from clerkwell.ui.kit.strip import NoticeStrip
from clerkwell.ui.kit.style import GAP, GAP_LARGE, MARGIN
from clerkwell.ui.kit.voice import WindowMessages
from clerkwell.ui.kit.widgets import button, focus_first, scrolled, title, words
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.pages import PAGES, PageSpec
from clerkwell.ui.studio.services import StudioServices

# Letters across and lines down that the window has room for, as far as the screen has it.
_LETTERS, _LINES = 170, 52
_LIST = 26


class StudioWindow(QMainWindow):
    """Shows one pack that is being made. `closed` says that it was closed."""

    closed = Signal()

    def __init__(self, session: PackSession, services: StudioServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._strip = NoticeStrip()
        self.messages = WindowMessages(self, self.statusBar(), self._strip)
        self.bridge = PackBridge(session, services, self.messages, self)
        self.stack = QStackedWidget()
        self.list = ChoiceList("Pages of the template workshop")
        self.list.show_items(
            tuple(
                Item(spec.id, spec.title, picture=spec.picture, spoken=f"{spec.title}: {spec.detail}") for spec in PAGES
            )
        )
        self.list.currentRowChanged.connect(lambda _: self.show_page(self.list.marked()))
        self.list.chosen.connect(self._go)
        self._made: dict[str, StudioPage] = {}
        self._page = ""
        self._name = title("", 1.2)
        self._state = words(muted=True)
        self._found = button("", partial(self.show_page, "check"))
        self._found.setFlat(True)
        self._lay_out()
        self._undo = self._action("Undo", QKeySequence.StandardKey.Undo, self.bridge.undo, "undo")
        self._redo = self._action("Redo", QKeySequence.StandardKey.Redo, self.bridge.redo, "redo")
        self._menus()
        self.bridge.changed.connect(self._changed)
        self.bridge.checked.connect(self._tell_state)
        self.bridge.page_wanted.connect(self._go)
        self._tell_state()
        self.show_page(PAGES[0].id)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size()
        wanted = QSize(metrics.averageCharWidth() * _LETTERS, metrics.lineSpacing() * _LINES)
        self.resize(wanted.boundedTo(room * 9 / 10))
        # Where one begins; Qt would take the first button, which leads away from the page that is shown.
        self.list.setFocus()
        self.bridge.begin()

    @property
    def page(self) -> StudioPage | None:
        """The page that is shown."""
        return self._made.get(self._page)

    def show_page(self, page_id: str) -> None:
        """Show this page, made if it was not there; an id that none has changes nothing."""
        spec = next((each for each in PAGES if each.id == page_id), None)
        if spec is None:
            return
        if page_id not in self._made:
            self._made[page_id] = spec.make(self.bridge)
            # What a small screen has no room for can be scrolled to.
            self.stack.addWidget(scrolled(self._made[page_id]))
        self._leave()
        self._page = page_id
        self.stack.setCurrentIndex(list(self._made).index(page_id))
        self.list.mark(page_id)
        self._show_pack()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take in what is still being typed; all else is saved."""
        self._leave()
        self.bridge.let_go()
        super().closeEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        head = QWidget()
        top = QVBoxLayout(head)
        top.setContentsMargins(MARGIN, GAP_LARGE, MARGIN, GAP)
        top.setSpacing(0)
        top.addWidget(self._name)
        line = QHBoxLayout()
        line.addWidget(self._state, 1)
        line.addWidget(self._found)
        top.addLayout(line)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setChildrenCollapsible(False)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LIST)
        sides.addWidget(self.list)
        sides.addWidget(self.stack)
        sides.setStretchFactor(1, 1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._strip)
        column.addWidget(sides, 1)
        self.setCentralWidget(holder)

    def _menus(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu("&Template")
        file.addAction(self._action("Open the &Word document", "Ctrl+O", self.open_in_word, "document"))
        file.addAction(self._action("Show the &folder", "", self._show_folder, "folder"))
        file.addSeparator()
        file.addAction(self._action("&Close", QKeySequence.StandardKey.Close, self.close, "close"))
        edit = bar.addMenu("&Edit")
        edit.addActions([self._undo, self._redo])
        pages = bar.addMenu("&Pages")
        for at, spec in enumerate(PAGES, 1):
            # There are ten such keys; 0 is the tenth.
            key = str(at % 10) if at <= 10 else ""
            name, shortcut = (f"&{key} {spec.title}", f"Ctrl+{key}") if key else (spec.title, "")
            pages.addAction(self._action(name, shortcut, partial(self._go, spec.id), spec.picture))
        help_menu = bar.addMenu("&Help")
        help_menu.addAction(self._action("&Help with this page", "F1", self._help, "help"))

    def _action(
        self, text: str, key: str | QKeySequence.StandardKey, run: Callable[[], object], picture: str
    ) -> QAction:
        made = QAction(icon(picture), text, self)
        if key:
            made.setShortcut(QKeySequence(key))
        made.triggered.connect(lambda: run())
        return made

    def open_in_word(self) -> None:
        """Open the pack's Word document in the program that such files belong to."""
        path = self.bridge.session.folder / "template.docx"
        if not self.bridge.services.show_file(path):
            self.messages.notice(f"No program opened {path.name}. It is in {path.parent}.", "bad")

    def _show_folder(self) -> None:
        folder = self.bridge.session.folder
        if not self.bridge.services.show_file(folder):
            self.messages.notice(f"The folder could not be shown. It is {folder}.", "bad")

    def _go(self, page_id: str) -> None:
        self.show_page(page_id)
        if self.page is not None:
            focus_first(self.page)

    def _help(self) -> None:
        self.bridge.services.help(self._spec().help)

    def _spec(self) -> PageSpec:
        return next(spec for spec in PAGES if spec.id == self._page)

    def _leave(self) -> None:
        if self.page is not None:
            self.page.leave()

    def _show_pack(self) -> None:
        if self.page is not None:
            self.page.show_pack()

    def _changed(self, label: str) -> None:
        if self.bridge.session.fault:
            self.messages.notice(
                f"{self.bridge.session.fault} Nothing can be changed here until that is put right.",
                "bad",
                (Offer("&Put it back as it was", self.bridge.put_back),),
            )
        else:
            self.messages.say("Taken in: what was saved in Word." if label == IN_WORD else f"{label}. Saved.")
        self._tell_state()
        self._show_pack()

    def _tell_state(self) -> None:
        session, about = self.bridge.session, self.bridge.pack.manifest.pack
        self.setWindowTitle(f"{about.title} – Template workshop")
        self._name.setText(about.title)
        saved = "Not saved: see above" if session.fault else "All changes saved"
        self._state.setText(f"Version {about.version} · {saved} in {session.folder}")
        self._undo.setEnabled(bool(session.undo_label))
        self._undo.setText(f"&Undo: {session.undo_label}" if session.undo_label else "&Undo")
        self._redo.setEnabled(bool(session.redo_label))
        self._redo.setText(f"&Redo: {session.redo_label}" if session.redo_label else "&Redo")
        self._found.setText(_found(self.bridge))


def _found(bridge: PackBridge) -> str:
    """What the check found, in a few words."""
    if bridge.problems is None:
        return "Checking…"
    errors = sum(each.severity == "error" for each in bridge.problems)
    warnings = sum(each.severity == "warning" for each in bridge.problems)
    parts = [
        f"{count} {name if count == 1 else f'{name}s'}"
        for count, name in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return " and ".join(parts) or "Nothing to put right"
