"""Marking the Word document up: an outline to point at, and beside it what is to go there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from clerkwell.packs import Pack, PackError
from clerkwell.ui.kit.style import GAP
from clerkwell.ui.kit.widgets import button, in_order, words
from clerkwell.ui.studio.bridge import PackBridge
from clerkwell.ui.studio.marking.panel import NEW, PlacePanel
from clerkwell.ui.studio.marking.there import ThereNow
from clerkwell.ui.studio.marking.tree import OutlineTree
from clerkwell.ui.studio.page import StudioPage
from clerkwell.word.ooxml import Places, WordError, template_places
from clerkwell.word.template.shapes import LineShape, template_shapes
from clerkwell.workshop.draft import with_template
from clerkwell.workshop.outlining import Stand, outline, stands
from clerkwell.workshop.placing import Target, as_new, call, is_taken, new_field, put_in, take_away, ways
from clerkwell.workshop.repairing import repair_pack, to_go_by
from clerkwell.workshop.wanted import WantedPlace, wanted_places

_LEAD = "Point at a line, a cell or a row, and say what goes there. Nothing else of the document changes."
_SIDES = 96
_CHANGED = "The document is no longer as it was shown. It is shown as it is now: choose the line again."


class MarkingPage(StudioPage):
    """Shows the document as an outline, and writes down what goes where."""

    def __init__(self, bridge: PackBridge) -> None:
        super().__init__(bridge, "What goes where", _LEAD)
        self._shown: Pack | None = None
        self._shapes: tuple[LineShape, ...] = ()
        self._stands: tuple[Stand, ...] = ()
        self._places: dict[str, WantedPlace] = {}
        self._there: frozenset[str] = frozenset()
        self._titles: dict[str, str] = {}
        self.state = words()
        self.tree = OutlineTree()
        self.panel = PlacePanel()
        self.now = ThereNow()
        self.repaired = QPlainTextEdit()
        self.repaired.setReadOnly(True)
        self.repaired.setTabChangesFocus(True)
        self.repaired.setAccessibleName("What the repair did")
        self.repaired.setMaximumHeight(self.fontMetrics().lineSpacing() * 7)
        self.repaired.hide()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addWidget(self.tree, 1)
        column.addWidget(self.now)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(left)
        self.sides.addWidget(self.panel)
        self.sides.setStretchFactor(0, 3)
        self.sides.setStretchFactor(1, 2)
        self.repair = button("&Repair the document", self._repair, picture="fix")
        head = QHBoxLayout()
        head.addWidget(self.state, 1)
        head.addWidget(self.repair)
        self.column.addLayout(head)
        self.column.addWidget(self.repaired)
        self.column.addWidget(self.sides, 1)
        self.tree.pointed.connect(self._pointed)
        self.tree.wanted.connect(self.panel.search.setFocus)
        self.tree.out.connect(self._out_here)
        self.panel.marked.connect(self._offer_ways)
        self.panel.put.connect(self._put)
        self.now.out.connect(self._out)
        self.now.called.connect(self._call)
        in_order(
            self.repair, self.tree, self.now.list, self.now.name, self.now.remove, self.panel.line, self.panel.search,
            self.panel.list, self.panel.also.box, self.panel.way, self.panel.put_here, self.panel.put_too,
        )  # fmt: skip
        self.setFocusProxy(self.tree)

    def show_pack(self) -> None:
        """Show the document as it is now."""
        pack = self.bridge.pack
        if self._shown is not None and self._shown.files == pack.files:
            return
        self._shown = pack
        try:
            places, self._shapes = template_places(pack.template), template_shapes(pack.template)
        except WordError as error:
            self._shapes = ()
            self.state.setText(str(error))
            self.sides.setEnabled(False)
            return
        self.sides.setEnabled(True)
        lines = tuple(each.line for each in self._shapes)
        self._places = {each.tag: each for each in wanted_places(pack, places)}
        self._there = frozenset(each.tag for each in places.places)
        self._titles = {each.tag: each.title for each in places.places}
        self._stands = stands(lines)
        self.tree.show_outline(outline(lines, self._names()), self._names())
        self.state.setText(self._said(places))
        self.panel.offer([*self._places.values()], self._there)
        self._pointed()

    def leave(self) -> None:
        """Take in a title that is being typed."""
        self.now.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for both, else under one another."""
        super().resizeEvent(event)
        wide = event.size().width() > self.fontMetrics().averageCharWidth() * _SIDES
        self.sides.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    # --- What is shown ---------------------------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return {tag: each.says for tag, each in self._places.items()}

    def _said(self, places: Places) -> str:
        missing = [each.says for each in self._places.values() if each.needed and each.tag not in self._there]
        if not places.places:
            return "Nothing is marked yet. Begin with the title and what stands at the head."
        if not missing:
            return "All that the template asks for has its place."
        named = "”, “".join(missing[:3])
        more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
        return f"“{named}”{more} {'has' if len(missing) == 1 else 'have'} no place in the document yet."

    def _pointed(self) -> None:
        first, last = self.tree.lines()
        one = first == last and 0 <= first < len(self._shapes)
        self.panel.show_line(self._shapes[first].raw if one else "")
        here = [each for each in self._stands if first >= 0 and each.first <= first and last <= each.last]
        inside = [each for each in self._stands if each.inline and first <= each.first <= last and each not in here]
        self.now.show_places([*reversed(here), *inside], self._names(), self._titles)
        self._offer_ways()

    def _target(self, place: WantedPlace) -> Target | None:
        first, last = self.tree.lines()
        if first < 0:
            return None
        # A section is its heading and all that stands under it.
        if place.kind == "section" and len(self.tree.nodes()) == 1:
            last = max(last, self.tree.branch())
        start, end = self.panel.selection() if first == last else (0, 0)
        return Target(first, last, start, end)

    def _marked(self) -> WantedPlace | None:
        tag = self.panel.tag()
        return as_new(self.panel.typed()) if tag == NEW else self._places.get(tag)

    def _offer_ways(self) -> None:
        place = self._marked()
        target = None if place is None else self._target(place)
        if place is None or target is None:
            self.panel.show_ways((), "" if place is None else "Point at a line of the document first.")
            return
        found = ways(place, target, self._shapes)
        hint = ""
        if not found and is_taken(target, self._shapes):
            hint = "Something goes there already. Take it out first, or choose another line."
        elif not found:
            hint = "It cannot go there: point at lines of one part, or at a single line with words."
        elif place.within and place.within not in self._around(target) and place.kind == "field":
            outer = self._places.get(place.within)
            hint = f"It belongs inside “{outer.says if outer else place.within}”, which is not round this line yet."
        self.panel.show_ways(found, hint)

    def _around(self, target: Target) -> set[str]:
        return {each.tag for each in self._stands if each.first <= target.first and target.last <= each.last}

    # --- What is done ----------------------------------------------------------------------------------------------

    def _apply(self, edit: Callable[[Pack], Pack], label: str) -> bool:
        """Change the document that is shown; one that Word has saved meanwhile is shown anew instead."""
        shown = self._shown
        for _ in range(2):
            self.bridge.look_again()

        def checked(pack: Pack) -> Pack:
            if shown is None or pack.template != shown.template:
                raise PackError(_CHANGED)
            return edit(pack)

        return self.bridge.apply(checked, label)

    def _put(self, again: bool) -> None:
        place, way = self._marked(), self.panel.chosen_way()
        target = None if place is None else self._target(place)
        if place is None or target is None or way is None:
            return
        if self.panel.tag() == NEW:
            named = self.panel.typed()
            done = self._apply(lambda pack: new_field(pack, named, target, way), f"Ask for “{named}”")
        else:
            moved = place.tag in self._there and not again
            label = f"{'Move' if moved else 'Put in'} “{place.says}”"
            done = self._apply(lambda pack: put_in(pack, place.tag, target, way, again=again), label)
        if done:
            self.panel.search.clear()
            self.tree.setFocus()

    def _out_here(self) -> None:
        """Take out what goes at the line that is pointed at, where that is one thing."""
        if self.now.list.marked():
            self._out(self.now.list.marked())

    def _out(self, tag: str) -> None:
        first, _ = self.tree.lines()
        name = self._names().get(tag, tag)
        self._apply(lambda pack: take_away(pack, tag, first), f"Take out “{name}”")

    def _call(self, tag: str, title: str) -> None:
        self._apply(lambda pack: call(pack, tag, title), f"Call a place “{title}”")

    def _repair(self) -> None:
        told: list[str] = []
        services, session = self.bridge.services, self.bridge.session
        in_use = services.catalogue().newest(self.bridge.pack.id)
        # A copy has no version in use; it may have been opened when its places were gone already.
        others = (session.opened, *services.catalogue().packs) if in_use is None else (in_use,)
        before = to_go_by(self.bridge.pack, others)

        def mend(pack: Pack) -> Pack:
            try:
                repair = repair_pack(pack, before)
            except WordError as error:
                raise PackError(str(error)) from error
            told.extend((*repair.done, *repair.left))
            return with_template(pack, repair.document)

        if self._apply(mend, "Repair the document"):
            self.repaired.setPlainText("\n".join(told) or "The document needs no repair.")
            self.repaired.show()
            self.bridge.messages.say(self.repaired.toPlainText().splitlines()[0])
