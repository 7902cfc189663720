"""What IT asks for, looked at before it is saved as one file that the user sends themselves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from clerkwell.session.gathering import Part, as_zip, gather, proved, suggested_name, to_be_proved
from clerkwell.session.surroundings import surroundings
from clerkwell.system import FileError, Settings, atomic_write, folders, load_settings
from clerkwell.ui.documents.ticks import TickList
from clerkwell.ui.kit import QtRunner
from clerkwell.ui.kit.last_folder import LastFolder
from clerkwell.ui.kit.style import GAP, GAP_SMALL
from clerkwell.ui.kit.widgets import announce, fit, framed, words
from clerkwell.ui.shell.files import QtFileDialogs

if TYPE_CHECKING:
    from clerkwell.packs import Pack
    from clerkwell.ui.shell.tools import Tools

_LEAD = (
    "Look at each text, and untick what you would rather leave out. They are saved as one file, which you give to your "
    "IT department yourself: Clerkwell sends nothing. No report is in it, nor the name of one."
)
_RUNNING = "The self-test is still running. Wait for it, or untick it to save without it."


class GatherDialog(QDialog):
    """Lists the texts, shows the marked one, and saves those that are ticked. It stays open when they are saved."""

    def __init__(
        self,
        parts: tuple[Part, ...],
        prove: Callable[[Event], Part],
        where: Callable[[Path], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        """`prove` runs the self-test, on another thread; `where` asks where the file goes."""
        super().__init__(parent)
        self._parts = {each.name: each for each in (*parts, to_be_proved())}
        self._proof = to_be_proved().name
        self._running = True
        self._where = where
        self.list = TickList("What goes into the file")
        for each in self._parts.values():
            self.list.add(each.name, each.title, ticked=True)
        self.reason = words(muted=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.status = words(_RUNNING, muted=True)
        self.save_button = QPushButton("&Save as one file…")
        self.save_button.setProperty("primary", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.save_button.clicked.connect(self._save)
        self._lay_out(buttons)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.list.itemChanged.connect(lambda _: self._enable())
        self.list.setCurrentRow(0)
        self._enable()
        fit(self, 104, 34)
        self.list.setFocus()
        self._runner = QtRunner(self)
        self._runner.run(lambda: prove(self._runner.stopping), self._take)

    def done(self, code: int) -> None:
        """Nobody waits for the self-test any more."""
        self._runner.stop()
        super().done(code)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.list)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(GAP, 0, 0, 0)
        inner.addWidget(self.reason)
        inner.addWidget(self.text, 1)
        beside.addWidget(shown)
        beside.setStretchFactor(0, 1)
        beside.setStretchFactor(1, 3)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        self.list.setMinimumSize(letter * 22, line * 6)
        self.text.setMinimumWidth(letter * 28)
        column: QVBoxLayout = framed(self, "Gather what IT asks for", _LEAD)
        column.addWidget(beside, 1)
        column.addWidget(self.status)
        column.addSpacing(GAP_SMALL)
        column.addWidget(buttons)

    def _show(self) -> None:
        part = self._marked()
        if part is not None:
            self.text.setAccessibleName(f"{part.title}: what goes into the file")
            self.reason.setText(part.reason)
            self.text.setPlainText(part.words)

    def _marked(self) -> Part | None:
        row = self.list.currentRow()
        return [*self._parts.values()][row] if row >= 0 else None

    def _take(self, proof: Part) -> None:
        self._running = False
        self._parts[self._proof] = proof
        if (marked := self._marked()) is not None and marked.name == self._proof:
            self._show()
        self._tell(proof.words.partition("\n")[0])
        self._enable()

    def _enable(self) -> None:
        ticked = self.list.ticked()
        waits = self._running and self._proof in ticked
        self.save_button.setEnabled(bool(ticked) and not waits)
        if self._running:
            self.status.setText(_RUNNING if waits else "The self-test is left out.")

    def _save(self) -> None:
        now = datetime.now().astimezone()
        path = self._where(Path(suggested_name(now)))
        if path is None:
            return
        ticked = self.list.ticked()
        chosen = [each for name, each in self._parts.items() if name in ticked]
        left_out = [each for name, each in self._parts.items() if name not in ticked]
        try:
            atomic_write(path, as_zip(chosen, left_out, now))
        except FileError as error:
            self._tell(f"Nothing was saved: {error}")
            return
        self._tell(f"Saved as {path}. Nothing was sent: give that file to your IT department.")

    def _tell(self, text: str) -> None:
        self.status.setText(text)
        announce(self.status, text)


def gather_for_it(tools: Tools) -> None:
    """Gather it in the window, and let the user look at it."""
    services, opened = tools.services, tools.frame.opened
    settings, pack = services.keeper.settings, opened.session.pack if opened else None
    dialog = _dialog(
        settings,
        services.catalogue.packs,
        pack,
        services.documents,
        lambda name: tools.dialogs.to_gathered(services.documents / name),
        tools.frame.widget,
    )
    dialog.exec()
    dialog.deleteLater()


def gather_alone(parent: QWidget) -> None:
    """Gather it over any dialog, with nothing of the window: that may be what is broken."""
    at, home = folders(), Path.home()
    ask = QtFileDialogs(parent, home, LastFolder(at.state / "folder.txt"))
    dialog = _dialog(load_settings(), (), None, None, lambda name: ask.to_gathered(home / name), parent)
    dialog.exec()
    dialog.deleteLater()


def _dialog(
    settings: Settings,
    packs: tuple[Pack, ...],
    pack: Pack | None,
    documents: Path | None,
    where: Callable[[Path], Path | None],
    parent: QWidget,
) -> GatherDialog:
    at = folders()
    found = surroundings(settings, packs, pack)
    parts = gather(at, settings, found, qt=qVersion(), screens=_screens(), documents=documents)
    return GatherDialog(parts, lambda stop: proved(stop, at, settings), where, parent)


def _screens() -> str:
    """How the window is shown: what a blurred or a cut-off one is about."""
    lines = [
        f"  {size.width()} × {size.height()}, {screen.devicePixelRatio():g} times, "
        f"{screen.logicalDotsPerInch():.0f} dots to the inch"
        for screen in QGuiApplication.screens()
        for size in (screen.size(),)
    ]
    return "\n".join(("", f"Screens, by {QGuiApplication.platformName()}:", *lines))
