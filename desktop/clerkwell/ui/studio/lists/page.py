"""The lists that answers are chosen from: a page of the workshop."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.controls import ComboBox
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import announce, button, words
from clerkwell.ui.studio.asking import Asked
from clerkwell.ui.studio.beside import Beside
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.forms import Form, LineRow, TickRow
from clerkwell.ui.studio.lists.seen import ListSeen
from clerkwell.ui.studio.lists.table import EntriesModel, EntriesTable
from clerkwell.ui.studio.page import StudioPage
from clerkwell.workshop.draft.lists import (
    Entries,
    a_to_z,
    clashes,
    list_title,
    moved,
    new_list_name,
    title_fault,
    users,
    with_entries,
    with_new_list,
    with_open,
    with_title,
    without_list,
)

_LEAD = (
    "Committees, purposes, outcomes: what authors choose from. An answer is offered for meetings between its dates. "
    "One that has ended may stay in the list: older reports keep their meaning."
)
_NEW = "New list"
_WIDEST, _SIDES = 140, 170


class ListsPage(StudioPage):
    """Shows one list at a time, as a table, with the question that is answered from it beside it."""

    def __init__(self, bridge: PackBridge, today: date | None = None) -> None:
        super().__init__(bridge, "Lists to choose from", _LEAD)
        day = today or date.today()
        self.name = ""
        self.choice = ComboBox(self)
        self.choice.activated.connect(lambda _: self._choose(str(self.choice.currentData())))
        label = QLabel("&List")
        label.setBuddy(self.choice)
        self.choice.setAccessibleName("List")
        self.new_list = button("&New list", self._new_list)
        self.paste = button("&Paste from Excel or Word…", self._paste, primary=True)
        self.sort = button("&Sort A–Z", self._sort)
        self.remove_list = button("Remove this list", self._remove_list)
        self.column.addWidget(FoldingRow(label, self.choice, self.new_list, self.remove_list))
        self.title = LineRow(
            bridge,
            Asked(
                "Name of the list",
                "For you alone: it is what the questions’ settings call it.",
                lambda pack: list_title(pack, self.name),
                lambda pack, text: with_title(self.name, text)(pack),
                lambda text: title_fault(self.bridge.pack, self.name, text),
                "Rename the list",
            ),
            needed=True,
        )
        self.open = TickRow(
            bridge,
            Asked(
                "Authors may type other answers too",
                "Ticked, the list only proposes; otherwise an answer that is not in it is told of as a mistake.",
                lambda pack: pack.manifest.vocab[self.name].open,
                lambda pack, is_open: with_open(self.name, is_open)(pack),
                step="Let other answers be typed, or not",
            ),
        )
        self.used = words(muted=True)
        self.model = EntriesModel(self._put, self._tell, lambda: day)
        self.table = EntriesTable(self.model)
        self.table.wanted_out.connect(self._remove)
        self.table.wanted_moved.connect(self._move)
        self.table.pasted.connect(lambda: self._paste(whole=True))
        self.fault = words()
        self.fault.setProperty("role", "error")
        self.fault.hide()
        self.clashes = words()
        self.clashes.setProperty("role", "error")
        self.seen = ListSeen(day)
        form, more = QWidget(), Form()
        more.add(self.title, self.open)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        buttons = FoldingRow(
            self.paste,
            button("&Add", self._add),
            button("&Remove", self._remove),
            button("Move &up", lambda: self._move(-1)),
            button("Move &down", lambda: self._move(1)),
            self.sort,
        )
        for each in (self.used, self.table, self.fault, self.clashes, buttons):
            column.addWidget(each, int(each is self.table))
        self.column.addWidget(Beside(form, self.seen, more=more, widest=_WIDEST, sides=_SIDES, grows=True), 1)
        self.setFocusProxy(self.choice)

    def show_pack(self) -> None:
        """Show the lists as they are now, and the one that was shown, if it is still there."""
        pack = self.bridge.pack
        names = sorted(pack.manifest.vocab, key=lambda name: list_title(pack, name).casefold())
        shown = [(self.choice.itemData(at), self.choice.itemText(at)) for at in range(self.choice.count())]
        wanted = [(name, list_title(pack, name)) for name in names]
        if shown != wanted:
            self.choice.clear()
            for name, called in wanted:
                self.choice.addItem(called, name)
        if self.name not in pack.manifest.vocab:
            self.title.forget()
            self.open.forget()
            self.name = next((name for name in ("committees", *names) if name in names), "")
        self.choice.setCurrentIndex(self.choice.findData(self.name))
        self._show_list(pack)

    def leave(self) -> None:
        """Take in what is being typed."""
        if self.name in self.bridge.pack.manifest.vocab:
            self.title.leave()
            self.open.leave()

    def _show_list(self, pack: Pack) -> None:
        there = bool(self.name)
        for each in (self.title, self.open, self.table, self.seen):
            each.setEnabled(there)
        self.remove_list.setEnabled(there)
        if not there:
            self.used.setText("This template has no lists yet. Make one with “New list”.")
            self.model.show_entries(())
            return
        asked = [f"“{spec.title}”" for spec in users(pack, self.name)]
        self.used.setText(f"Used by {', '.join(asked)}." if asked else "No question uses it yet.")
        self.title.show_pack()
        self.open.show_pack()
        entries = pack.manifest.vocab[self.name].entries
        self.model.show_entries(entries)
        found = clashes(entries)
        self.clashes.setText("\n".join(found))
        self.clashes.setVisible(bool(found))
        self.seen.show_list(pack, self.name)

    def _choose(self, name: str) -> None:
        self.leave()
        self.name = name
        self._tell("")
        self._show_list(self.bridge.pack)

    def _new_list(self) -> None:
        self.leave()
        pack = self.bridge.pack
        titles = {list_title(pack, name) for name in pack.manifest.vocab}
        title = next(each for each in (_NEW, *(f"{_NEW} {at}" for at in range(2, 999))) if each not in titles)
        name = new_list_name(pack, title)
        if self.bridge.apply(with_new_list(name, title), "Add a list"):
            self.name = name
            self.show_pack()
            self.title.line.setFocus()
            self.title.line.selectAll()

    def _remove_list(self) -> None:
        self.leave()
        title = list_title(self.bridge.pack, self.name)
        if self.bridge.apply(without_list(self.name), f"Remove the list “{title}”"):
            self.choice.setFocus()

    def _put(self, entries: Entries, step: str) -> None:
        if self.name:
            self.bridge.apply(with_entries(self.name, entries), step)

    def _tell(self, fault: str) -> None:
        if fault != self.fault.text():
            self.fault.setText(fault)
            self.fault.setVisible(bool(fault))
            if fault:
                announce(self.table, fault)

    def _add(self) -> None:
        self.table.go_to(len(self.model.entries), write=True)

    def _remove(self) -> None:
        rows = self.table.rows()
        if not rows:
            self._tell("Mark the answers that are to go.")
            return
        entries = self.model.entries
        gone = f"“{entries[rows[0]].name}”" if len(rows) == 1 else f"{len(rows)} answers"
        self._put(tuple(each for at, each in enumerate(entries) if at not in rows), f"Remove {gone}")
        self._tell("")
        self.table.go_to(min(rows[0], len(self.model.entries)))

    def _move(self, by: int) -> None:
        rows = self.table.rows()
        if len(rows) != 1:
            self._tell("Mark the one answer that is to move.")
            return
        entries = moved(self.model.entries, rows[0], by)
        if entries != self.model.entries:
            self._put(entries, f"Move “{self.model.entries[rows[0]].name}”")
            self.table.go_to(rows[0] + by)
        self._tell("")

    def _sort(self) -> None:
        self._put(a_to_z(self.model.entries), "Sort A–Z")

    def _paste(self, *, whole: bool = False) -> None:
        """Ask for a list. What was copied is put in; a single word only where it is pasted by keys, as a `whole`."""
        from clerkwell.ui.studio.lists.paste import ask_pasted

        if not self.name:
            return
        copied = QGuiApplication.clipboard().text()
        text = copied if whole or "\n" in copied.strip() or "\t" in copied else ""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        entries = ask_pasted(list_title(self.bridge.pack, self.name), self.model.entries, text, self)
        if entries is not None:
            self._put(entries, "Paste a list")
            self._tell("")
