"""The parts of a template as a tree: the questions of the header, and sections under their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from clerkwell.packs import FieldSpec, Pack, SectionSpec
from clerkwell.packs.advice import in_words
from clerkwell.packs.repeating import is_typed
from clerkwell.ui.kit.line_keys import line_key

Kind = Literal["field", "repeat", "section", "group"]
_PART: Final = Qt.ItemDataRole.UserRole
_LETTERS: Final = 36
_NEED: Final = 11


@dataclass(frozen=True)
class PartOf:
    """A part of a template: of which kind, and its id."""

    kind: Kind
    id: str


class PartsTree(QTreeWidget):
    """Says which part is `chosen`. Alt+Up and Alt+Down want it `moved` (-1 or 1), Delete wants it `out`, F2 and Return
    want to `write` in its form."""

    chosen = Signal()
    moved = Signal(int)
    out = Signal()
    write = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The parts of a report")
        self.setColumnCount(2)
        self.setHeaderLabels(["Part", "Needed"])
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformRowHeights(True)
        self.setIndentation(round(self.fontMetrics().averageCharWidth() * 1.6))
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self._shown: tuple[object, ...] = ()
        self.currentItemChanged.connect(lambda *_: self.chosen.emit())

    def show_pack(self, pack: Pack) -> None:
        """Show the parts of this pack; what was chosen stays so, as far as it is there, and so does what is folded."""
        manifest = pack.manifest
        shown = (
            tuple((each.id, each.title, each.required, each.when, each.only, each.printed) for each in manifest.field),
            tuple((each.id, each.title, each.required) for each in manifest.repeat),
            tuple((each.id, each.title) for each in manifest.group),
            tuple((each.id, each.title, each.group, each.required, each.when, each.only) for each in manifest.section),
        )
        if shown == self._shown:
            return
        self._shown = shown
        was, near, top = self.part(), self._place(), self.verticalScrollBar().value()
        folded = {item.data(0, _PART) for item in self._all() if item.childCount() and not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._fill_header(pack)
        self._fill_sections(pack)
        self.expandAll()
        for item in self._all():
            if item.data(0, _PART) in folded:
                item.setExpanded(False)
        if not self._mark(was):
            self._mark_near(near)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(top)
        if self.part() != was:
            self.chosen.emit()

    def part(self) -> PartOf | None:
        """The part that is chosen."""
        item = self.currentItem()
        found = None if item is None else item.data(0, _PART)
        return found if isinstance(found, PartOf) else None

    def choose(self, part: PartOf) -> None:
        """Choose a part; one that is not there changes nothing."""
        self._mark(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that do something to the part that is chosen."""
        if not line_key(event, self.moved.emit, self.out.emit, self.write.emit):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles most of the room."""
        super().resizeEvent(event)
        self.setColumnWidth(0, event.size().width() - self.fontMetrics().averageCharWidth() * _NEED)

    def _fill_header(self, pack: Pack) -> None:
        head = self._heading("Questions")
        repeats: dict[str, QTreeWidgetItem] = {}
        for spec in pack.manifest.field:
            owner, dot, _ = spec.id.partition(".")
            if not dot:
                self._item(head, PartOf("field", spec.id), spec.title, _need(spec, pack))
                continue
            repeat = pack.repeat(owner)
            if repeat is None or not is_typed(owner, pack):
                continue
            if owner not in repeats:
                need = _ALWAYS if repeat.required == "always" else _OPTIONAL
                repeats[owner] = self._item(head, PartOf("repeat", owner), repeat.title, need)
            self._item(repeats[owner], PartOf("field", spec.id), spec.title, _need(spec, pack))

    def _fill_sections(self, pack: Pack) -> None:
        head = self._heading("Sections")
        groups: dict[str, QTreeWidgetItem] = {}
        for spec in pack.manifest.section:
            owner = head
            group = pack.group(spec.group)
            if group is not None:
                if group.id not in groups:
                    groups[group.id] = self._item(head, PartOf("group", group.id), group.title, _WITH_THEM)
                owner = groups[group.id]
            self._item(owner, PartOf("section", spec.id), spec.title, _need(spec, pack))
        for group in pack.manifest.group:
            if group.id not in groups:
                self._item(head, PartOf("group", group.id), group.title, ("Empty", "No section stands under it"))

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([text, ""])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(0, font)
        self.addTopLevelItem(item)
        return item

    def _item(self, owner: QTreeWidgetItem, part: PartOf, title: str, need: tuple[str, str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem([title, need[0]])
        item.setData(0, _PART, part)
        item.setToolTip(0, title)
        item.setToolTip(1, need[1])
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{title}, {need[1]}")
        if part.kind in ("group", "repeat"):
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(0, font)
        owner.addChild(item)
        return item

    def _all(self) -> Iterator[QTreeWidgetItem]:
        at = QTreeWidgetItemIterator(self)
        while (item := at.value()) is not None:
            yield item
            at += 1

    def _mark(self, part: PartOf | None) -> bool:
        for item in self._all() if part is not None else ():
            if item.data(0, _PART) == part:
                self.setCurrentItem(item)
                return True
        return False

    def _place(self) -> int:
        now = self.currentItem()
        return next((at for at, item in enumerate(self._all()) if item is now), 0)

    def _mark_near(self, near: int) -> None:
        items = [(at, item) for at, item in enumerate(self._all()) if item.data(0, _PART) is not None]
        if items:
            self.setCurrentItem(min(items, key=lambda each: (abs(each[0] - near), each[0]))[1])


def _need(spec: FieldSpec | SectionSpec, pack: Pack) -> tuple[str, str]:
    """When a part is needed, in a word and in a sentence."""
    if spec.only:
        return "At times", f"Only when {in_words(spec.only, pack)}"
    if spec.required == "when":
        return "At times", f"Needed when {in_words(spec.when, pack)}"
    return _ALWAYS if spec.required == "always" else _OPTIONAL


_ALWAYS: Final = ("Always", "Needed in every report")
_WITH_THEM: Final = ("", "It stands with its sections")
_OPTIONAL: Final = ("Optional", "It may be left out")
