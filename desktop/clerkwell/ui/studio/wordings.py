"""The standard wordings that authors can put in: a page of the workshop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.editors.richtext.clipboard import to_html
from clerkwell.ui.editors.richtext.formats import run_words
from clerkwell.ui.editors.richtext.inserting import wording_blocks
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.line_keys import line_key
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, words
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.boxes import ParagraphRow
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import Form, LineRow
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.ticks import TicksRow
from clerkwell.workshop.draft.wordings import (
    can_move,
    new_wording_name,
    offered_in,
    with_moved,
    with_new_wording,
    with_offered,
    with_words,
    without_wording,
)

_LEAD = (
    "Sentences that the council has agreed on, for authors to put into their reports. A section lists its own wordings "
    "first; those of other sections stand below them, in this order. Alt+Up and Alt+Down move one."
)
_NEW = "New wording"
_LINES = 9
_SHOWN = 9
_NAME = Qt.ItemDataRole.UserRole


class WordingsList(QListWidget):
    """The wordings in their order. `chosen` says which; Alt+Up and Alt+Down want it `moved` (-1 or 1), Delete wants it
    `out`, F2 and Return want to `write` in its form."""

    chosen = Signal(str)
    moved = Signal(int)
    out = Signal()
    write = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Standard wordings")
        self.setProperty("role", "plain")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _SHOWN)
        self.currentItemChanged.connect(lambda *_: self._tell())

    def show_all(self, wordings: Sequence[tuple[str, str]], name: str) -> None:
        """Show these, each a name and what it is called, and choose the one of this name."""
        self.blockSignals(True)
        if [(item.data(_NAME), item.text()) for item in map(self.item, range(self.count()))] != list(wordings):
            self.clear()
            for each, called in wordings:
                item = QListWidgetItem(called)
                item.setData(_NAME, each)
                item.setToolTip(called)
                self.addItem(item)
        self.setCurrentRow(next((at for at, (each, _) in enumerate(wordings) if each == name), -1))
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that do something to the wording that is chosen."""
        if not line_key(event, self.moved.emit, self.out.emit, self.write.emit):
            super().keyPressEvent(event)

    def _tell(self) -> None:
        item = self.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(_NAME)))


class WordingsPage(StudioPage):
    """Shows one wording at a time, and how it stands among others where authors choose."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "Standard wordings", _LEAD)
        self.name = ""
        self.list = WordingsList()
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self._move)
        self.list.out.connect(self._remove)
        self.list.write.connect(self._write)
        self.new = button("&New wording", self._add)
        self.up = button("Move &up", lambda: self._move(-1))
        self.down = button("Move &down", lambda: self._move(1))
        self.remove = button("&Remove", self._remove)
        self.column.addWidget(self.list)
        self.column.addWidget(FoldingRow(self.new, self.up, self.down, self.remove))
        self.form = Form()
        self.title = LineRow(
            bridge,
            Asked(
                "What it is called",
                "Authors choose it by this.",
                lambda pack: pack.manifest.wording[self.name].title,
                lambda pack, text: with_words(self.name, title=text)(pack),
                step="Rename the wording",
            ),
            needed=True,
        )
        self.text = ParagraphRow(
            bridge,
            Asked(
                "What it says",
                "Each line is a paragraph; one that begins with “-\u00a0” is a bullet, with “#\u00a0” a sub-heading. "
                "“…” is a gap that the author is led to.",
                lambda pack: pack.manifest.wording[self.name].text,
                lambda pack, text: with_words(self.name, text=text)(pack),
                step="Change the wording",
            ),
            needed=True,
        )
        self.where = TicksRow(
            bridge,
            Asked(
                "Sections that list it first",
                "In every other section it stands under “For other sections”.",
                lambda pack: offered_in(pack, self.name),
                lambda pack, ticked: with_offered(self.name, ticked)(pack),
                step="Change where the wording is offered",
            ),
        )
        self.form.add(self.title, self.text, self.where)
        self.seen = QTextBrowser()
        self.seen.setAccessibleName("The wording as it is put in")
        self.seen.setOpenLinks(False)
        self.seen.setTabChangesFocus(True)
        self.seen.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.listed = words(muted=True)
        self.gaps = words(muted=True)
        self._none = words("This template has no wordings yet. Make one with “New wording”.")
        self.column.addWidget(self._none)
        self._sides = Beside(self.form, _under(self.seen, self.listed, self.gaps))
        self.column.addWidget(self._sides)
        self.column.addStretch(1)
        self.setFocusProxy(self.list)

    def show_pack(self) -> None:
        """Show the wordings as they are now, and the one that was shown, if it is still there."""
        pack = self.bridge.pack
        if self.name not in pack.manifest.wording:
            self.form.forget()
            self.name = next(iter(pack.manifest.wording), "")
        self.list.show_all([(name, _called(pack, name)) for name in pack.manifest.wording], self.name)
        there = bool(self.name)
        for each in (self._sides, self.list, self.up, self.down, self.remove):
            each.setVisible(there)
        self._none.setVisible(not there)
        if there:
            self._show(pack)

    def leave(self) -> None:
        """Take in what is being typed."""
        if self.name in self.bridge.pack.manifest.wording:
            self.form.leave()

    def _show(self, pack: Pack) -> None:
        self.up.setEnabled(can_move(pack, self.name, -1))
        self.down.setEnabled(can_move(pack, self.name, 1))
        sections = tuple((spec.id, spec.title) for spec in pack.manifest.section if spec.kind == "text")
        self.where.offer(sections, self.text.box)
        self.form.show_pack()
        wording = pack.manifest.wording[self.name]
        self.seen.setHtml(to_html(wording_blocks(wording.text), lambda run: run_words(run, lambda _: "…")))
        lists = ", ".join(spec.title.rstrip(":") for spec in pack.manifest.section if self.name in spec.wordings)
        nowhere = "No section lists it first: authors find it under “For other sections”."
        self.listed.setText(f"“{wording.title}” is listed first in {lists}." if lists else nowhere)
        gaps = wording.text.count("…")
        self.gaps.setText(f"Gaps for the author to fill: {gaps}." if gaps else "It has no gaps to fill.")

    def _choose(self, name: str) -> None:
        if name == self.name:
            return
        self.leave()
        self.name = name
        self._show(self.bridge.pack)

    def _add(self) -> None:
        self.leave()
        name = new_wording_name(self.bridge.pack, _NEW)
        if self.bridge.apply(with_new_wording(name, _NEW), "Add a wording"):
            self.name = name
            self.show_pack()
            self._write()

    def _write(self) -> None:
        self.title.line.setFocus()
        self.title.line.selectAll()

    def _move(self, step: int) -> None:
        self.leave()
        title = self.bridge.pack.manifest.wording[self.name].title
        if not can_move(self.bridge.pack, self.name, step):
            announce(self.list, "It cannot go further.")
            return
        if self.bridge.apply(with_moved(self.name, step), f"Move the wording “{title}”"):
            names = list(self.bridge.pack.manifest.wording)
            announce(self.list, f"{names.index(self.name) + 1} of {len(names)}")

    def _remove(self) -> None:
        self.leave()
        title = self.bridge.pack.manifest.wording[self.name].title
        if self.bridge.apply(without_wording(self.name), f"Remove the wording “{title}”"):
            (self.list if self.list.isVisible() else self.new).setFocus()


def _called(pack: Pack, name: str) -> str:
    """Its title; where another has the same one, with the sections that list it."""
    title = pack.manifest.wording[name].title
    if sum(each.title == title for each in pack.manifest.wording.values()) < 2:
        return title
    sections = [spec.title.rstrip(":") for spec in pack.manifest.section if name in spec.wordings]
    return f"{title} ({', '.join(sections) or 'no section'})"


def _under(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    for each in widgets:
        column.addWidget(each)
    return holder
