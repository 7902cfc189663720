"""The parts of a report: a page of the workshop. A tree of them, a form for the one chosen, and the author's view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from clerkwell.packs import Pack
from clerkwell.ui.kit.folding_row import FoldingRow
from clerkwell.ui.kit.style import GAP, GAP_LARGE
from clerkwell.ui.kit.widgets import Downwards, button, title, words
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.page import StudioPage
from clerkwell.ui.studio.parts.acting import Acting
from clerkwell.ui.studio.parts.field_form import FieldForm, RepeatForm
from clerkwell.ui.studio.parts.section_form import GroupForm, SectionForm
from clerkwell.ui.studio.parts.seen import PartSeen
from clerkwell.ui.studio.parts.tree import Kind, PartOf, PartsTree
from clerkwell.ui.studio.parts.words import PartForm

_LEAD: Final = (
    "What the report asks, and the sections it has, in the document’s order. The Word document and the example report "
    "change along. Alt+Up and Alt+Down move a part, F2 goes to its words."
)
_FORMS: Final[Mapping[Kind, type[PartForm]]] = {
    "section": SectionForm,
    "group": GroupForm,
    "field": FieldForm,
    "repeat": RepeatForm,
}
_KINDS: Final = {
    "section": "Section", "group": "Heading over sections", "field": "Question", "repeat": "Rows of questions"
}  # fmt: skip
# Letters that the tree and the form beside it take; and for both and the author's view.
_SIDES, _ALL, _HALF = 96, 78, 11


class PartsPage(StudioPage):
    """Shows the parts and the one that is chosen. A form is made when a part of its kind is first chosen."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "Questions and sections", _LEAD)
        self.tree = PartsTree()
        self.seen = PartSeen(bridge)
        self.acting = Acting(bridge, self, self.tree)
        self._forms: dict[Kind, PartForm] = {}
        self._chosen: PartOf | None = None
        self._name = title("", 1.2)
        self._holder = QWidget()
        self._slot = QVBoxLayout(self._holder)
        self._slot.setContentsMargins(0, 0, GAP, 0)
        self._slot.setSpacing(GAP)
        self._slot.addWidget(self._name)
        acting = self.acting
        self.up = button("&Up", lambda: acting.move(-1))
        self.down = button("Do&wn", lambda: acting.move(1))
        self.out = button("&Remove…", acting.remove)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.tree, 1)
        self.add = QPushButton("&Add")
        menu = QMenu(self.add)
        for text, run in (
            ("A &section…", acting.add_section),
            ("A &question…", acting.add_field),
            ("A &part that repeats…", acting.add_rows),
            ("A &heading over sections…", acting.add_group),
        ):
            menu.addAction(text).triggered.connect(_ignoring(run))
        self.add.setMenu(menu)
        column.addWidget(FoldingRow(self.add, self.up, self.down, button("Re&name", self._write), self.out))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(GAP_LARGE)
        seen = QWidget()
        view = QVBoxLayout(seen)
        view.setContentsMargins(0, 0, GAP, 0)
        view.setSpacing(GAP)
        view.addWidget(title("What the author sees", 1.2))
        view.addWidget(words("Try it: nothing of that is kept.", muted=True))
        view.addWidget(self.seen)
        view.addStretch(1)
        self._slot.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(GAP_LARGE)
        # Each by itself: what the author sees stays in view while the form is gone through.
        for widget, share in ((self._holder, 3), (seen, 2)):
            area = Downwards(widget)
            area.setMinimumHeight(self.fontMetrics().lineSpacing() * _HALF)
            self._halves.addWidget(area, share)
        self._sides.addWidget(left, 3)
        self._sides.addLayout(self._halves, 8)
        self.column.addLayout(self._sides, 1)
        self.setFocusProxy(self.tree)
        self.tree.chosen.connect(self._choose)
        self.tree.moved.connect(acting.move)
        self.tree.out.connect(acting.remove)
        self.tree.write.connect(self._write)

    @property
    def form(self) -> PartForm | None:
        """The form of the part that is chosen."""
        return None if self._chosen is None else self._forms.get(self._chosen.kind)

    def show_pack(self) -> None:
        """Show the parts as they are now, and the one that is chosen."""
        self.tree.show_pack(self.bridge.pack)
        if self.tree.part() is None:
            first = next(iter(self.bridge.pack.manifest.section), None)
            if first is not None:
                self.tree.choose(PartOf("section", first.id))
        self._show()

    def leave(self) -> None:
        """Take in what is being typed."""
        form = self.form
        if form is not None and self._chosen is not None and is_there(self.bridge.pack, self._chosen):
            form.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for tree and form side by side, the form goes under the tree."""
        super().resizeEvent(event)
        room = event.size().width() >= self.fontMetrics().averageCharWidth() * _SIDES
        wanted = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)
        halves = event.size().width() - (self.tree.minimumWidth() if room else 0)
        beside = halves >= self.fontMetrics().averageCharWidth() * _ALL
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() != wanted:
            self._halves.setDirection(wanted)

    def _choose(self) -> None:
        part = self.tree.part()
        if part == self._chosen:
            return
        self.leave()
        self._show()

    def _show(self) -> None:
        part = self.tree.part()
        if part != self._chosen:
            for form in self._forms.values():
                form.hide()
                form.forget()
            self._chosen = part
        if part is not None:
            form = self._forms.get(part.kind) or self._made(part.kind)
            form.about = part.id
            form.show_pack()
            form.show()
            self._name.setText(_KINDS[part.kind])
        self.seen.show_part(part)
        self.acting.tell_what_can_be_done((self.up, self.down, self.out))

    def _made(self, kind: Kind) -> PartForm:
        form = _FORMS[kind](self.bridge)
        self._forms[kind] = form
        self._slot.insertWidget(self._slot.count() - 1, form)
        return form

    def _write(self) -> None:
        if self.form is not None:
            self.form.title.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.form.title.line.selectAll()


def _ignoring(run: Callable[[], None]) -> Callable[[], None]:
    """The same, whatever a menu says besides."""
    return lambda *_: run()


def is_there(pack: Pack, part: PartOf) -> bool:
    """Whether a pack has this part."""
    find: Callable[[str], object | None] = {
        "section": pack.section, "group": pack.group, "field": pack.field, "repeat": pack.repeat
    }[part.kind]  # fmt: skip
    return find(part.id) is not None
